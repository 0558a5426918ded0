import Foundation
import Model
import TestSupport
import Testing

@testable import Decode

/// What is taken out of a page before it is parsed must not be seen in what is read of it.
@Suite struct HTMLSlimmerTests {
    private func outline(_ page: HTMLPage) -> Outline {
        var builder = OutlineBuilder(mediaType: "text/html", charset: .utf8)
        _ = HTMLWalker.read(page, into: &builder)
        return builder.outline
    }

    private func slimmed(_ page: String) -> String {
        let page = HTMLSlimmer.slim(Array(page.utf8)).page
        var bytes: [UInt8] = []
        page.parts(of: page.markup.span) { part in for index in part.indices { bytes.append(part[index]) } }
        return String(decoding: bytes, as: UTF8.self)
    }

    @Test(arguments: [
        ("<p class=\"MsoNormal\" style='text-indent:2em'>收到<span lang=EN-US>12</span>件</p>", "<p>收到12件</p>"),
        ("<td width=\"20%\" rowspan=2 colspan='3'>7<o:p></o:p></td>", "<td rowspan=2 colspan='3'>7</td>"),
        ("<script>if (a < b) { x('<p>') }</script><p>一</p><style>p { x: y }</style>", "<p>一</p>"),
        ("<p\nclass=a\nid=b>一</p>", "<p\n\n>一</p>"),
        ("<p>1<span\nlang=a>2</span><!-- a\nb -->3", "<p>1<!--\n-->2<!--\n-->3"),
        ("<!DOCTYPE html><?xml version=\"1.0\"?><![if !supportLists]>一<![endif]>", "<!DOCTYPE html>一"),
        (
            "<textarea rows=3><b>一</b></textarea><title>a<b>c</title>",
            "<textarea><b>一</b></textarea><title>a<b>c</title>"
        ),
        ("<p class=a>一<svg width=1><path/></svg></p>", "<p class=a>一<svg width=1><path/></svg></p>"),
        ("<p><b>1</b><sup><b>2</b></sup><b>3</b>", "<p>1<sup><b>2</b></sup><b>3</b>"),
        ("<plaintext><b>一</b><p class=a>", "<plaintext><b>一</b><p class=a>"),
        ("<script><!-- <script> </script> --></script>一", "<script><!-- <script> </script> --></script>一"),
        ("<p>一</p><td class=\"never closed", "<p>一</p><td class=\"never closed"),
        ("<p><<b>p> &lt<i>; &amp;<u>x", "<p><<!---->p> &lt<!---->; &amp;x"),
        ("<p>a < b 1<2 </ ></p>", "<p>a < b 1<2 </p>"),
        ("<p hidden class=a><b style='display:none' id=b>1</b>", "<p hidden><b style='display:none'>1</b>"),
        (
            "<table><td style='a:b'><b class=a>1</b><i style=\"display: none\">2</i><b>3</b>",
            "<table><td>1<i style=\"display: none\">2</i><b>3</b>"
        ),
    ])
    func leavesOutWhatIsNotLookedAt(page: String, slim: String) {
        #expect(slimmed(page) == slim)
    }

    /// Text costs nothing in the parser, as long as it is nothing but text.
    @Test func textStandsAside() {
        let page = HTMLSlimmer.slim(Array("<p> 一年来，我们把公开\n  贯穿始终&nbsp;且均按期公开</p>".utf8)).page
        #expect(page.markup == Array("<p> \u{F0000}\n  \u{F0001}&nbsp;\u{F0002}</p>".utf8))
        let own = Array("<p>一年来，我们把公开\u{F0000}</p>".utf8)
        #expect(HTMLSlimmer.slim(own).page.markup == own)
        // The parser puts the character in the place of its number.
        for name in ["&#xF0000;", "&#983040", "&#XfFfFf;"] {
            let named = Array("<p>一年来，我们把公开\(name)件</p>".utf8)
            #expect(HTMLSlimmer.slim(named).page.markup == named)
            #expect(outline(HTMLSlimmer.slim(named).page) == outline(HTMLPage(whole: named)))
        }
    }

    @Test func fixturesAreReadAlike() throws {
        var pages = 0
        for fixture in Fixture.all {
            guard let input = fixture.input, input.pathExtension == "html" else { continue }
            let bytes = try Array(Data(contentsOf: input))
            let source = HTMLSigns.withLineFeeds(try CharsetReader.text(of: bytes, declared: nil).utf8)
            #expect(outline(HTMLSlimmer.slim(source).page) == outline(HTMLPage(whole: source)), "\(fixture)")
            pages += 1
        }
        #expect(pages > 5)
    }

    /// Soups of tags, closed or not, in any order. Blanks alone between the rows of a table are not among them: where a
    /// table is broken, a parser moves them with the text beside them.
    @Test func soupsAreReadAlike() {
        let parts = [
            "<p>", "</p>", "<div class=a>", "</div>", "<span style='a:b'>", "</span>", "<b>", "</b>",
            "<font\ncolor=red>",
            "</font>", "<table border=1>", "</table>", "<tr>", "</tr>", "<td colspan=2 width=3>", "</td>", "<td>",
            "<ul>",
            "<li>", "</ul>", "<a href=\"x>y\">", "</a>", "<script>1 < 2</script>", "<style>\na\n</style>",
            "<!-- x\n -->",
            "<!---->", "一", "2", "3", "a\nb", "c d", "收到", "&nbsp;", "<br/>", "<h2 id='a'>标题<b>一</h2>", "<pre>\n",
            "</pre>",
            "<input type=hidden>", "<img src=\"data:a\">", "<select><option>5</select>",
            "<textarea a=b>", "</textarea>", "<title>", "</title>", "<noscript>", "</noscript>", "<o:p>",
            "</o:p>", "<button>", "</button>", "<iframe srcdoc=\"<b>4</b>\">", "</iframe>",
            "<body bgcolor=a>", "</body>", "<html>", "</html>", "<head>", "</head>", "<center>", "<tbody>", "<caption>",
            "<td style='display:none'>", "<p hidden>", "<strong/>", "<u a=\"1\"b='2' c=3>", "</u>", "<![endif]>",
            "<?a?>", "</>", "<", "&lt;b>", "&lt", "&#xF0000;", "&#x4e00;", "&#19", " 一年来，我们  把公开 ",
            "公开情况如下：\n\n    一、总体情况&nbsp;",
            "AT&T公司与&amp;",
            "lt;nbsp;letters and more",
        ]
        var dice = SplitMix64(seed: 20_261_129)
        for _ in 0..<4_000 {
            let page = (0..<dice.number(1...40)).map { _ in dice.pick(parts) }.joined()
            let source = Array(page.utf8)
            let (full, slim) = (outline(HTMLPage(whole: source)), outline(HTMLSlimmer.slim(source).page))
            #expect(full == slim, "\(page)")
        }
    }
}
