import Foundation
import Model
import Pipeline
import Testing

/// Whose report a page carries, and when it was published, where the page prints the titles and dates of others, too.
struct PageTitleTests {
    private static let title = "云台县水利局2023年政府信息公开工作年度报告"
    private static let body = """
        <p>根据条例规定，现公布云台县水利局2023年政府信息公开工作年度报告。</p>
        <p>一、总体情况</p><p>2023年，我局认真落实条例，在云台县人民政府的领导下推进公开。</p>
        <p>二、主动公开政府信息情况</p><p>全年公开信息12条。</p>
        <p>三、收到和处理政府信息公开申请情况</p><p>全年未收到申请。</p>
        <p>四、政府信息公开行政复议、行政诉讼情况</p><p>未发生。</p>
        <p>五、存在的主要问题及改进情况</p><p>培训不够，下一步加强培训。</p>
        <p>六、其他需要报告的事项</p><p>无。</p>
        """

    private static let others = ["云台县教育局2023年政府信息公开工作年度报告", "云台县人民政府2023年政府信息公开工作年度报告"]

    private func identity(_ head: String, _ start: String, end: String = "") throws -> Identity {
        let page = "<html><head>\(head)</head><body>\n\(start)\n\(Self.body)\n\(end)</body></html>"
        return try readReport(page, name: "a.html").identity
    }

    @Test(arguments: ["<ul><li><a>X</a></li></ul>", "<p><a>X</a></p>", "<h4>X</h4>"])
    func aListOfOtherBodiesReportsStandsAboveTheTitle(_ entry: String) throws {
        let list = Self.others.map { entry.replacing("X", with: $0) }.joined()
        let starts = [
            ("<title>\(Self.title)</title>", "<p>\(Self.title)</p>"), ("", "<h1>\(Self.title)</h1>"),
            ("", "<p>\(Self.title)</p>"), ("<title>\(Self.title)</title>", "<p>云台县水利局<br>2023年政府信息公开工作年度报告</p>"),
        ]
        for (head, start) in starts {
            let identity = try identity(head, list + start)
            #expect(identity.agency == "云台县水利局", "\(head)\(start)")
            #expect(identity.title == Self.title)
        }
    }

    @Test(arguments: ["名称：", "标题：", "信息名称："])
    func theWordForATitleIsNoPartOfIt(_ label: String) throws {
        let title = "2023年云台县水利局政府信息公开工作年度报告"
        let identity = try identity("", "<ul><li>索引号：113/2024</li><li>\(label)\(title)</li></ul><h1>\(title)</h1>")
        #expect(identity.agency == "云台县水利局")
        #expect(identity.title == title)
    }

    @Test(arguments: ["云台县人民政府门户网站 ", "云台县人民政府门户网站-", "云台县人民政府 政府信息公开年报 ", "中国云台官网 _ 年报 _ "])
    func theNameOfTheSiteIsNoPartOfTheTitle(_ site: String) throws {
        #expect(try identity("<title>\(site)\(Self.title)</title>", "").agency == "云台县水利局")
        let told = try identity("", "<p>\(site)\(Self.title)</p>")
        #expect(told.agency == "云台县水利局")
        #expect(told.title == Self.title)
    }

    /// A blank within a title, and a word of a site within a name, part nothing.
    @Test func aBlankWithinATitleIsNone() throws {
        let title = "<h1>云台县水利局 2023年政府信息公开工作年度报告</h1>"
        #expect(try identity("", title).agency == "云台县水利局")
    }

    @Test func aBrokenLineOfASentenceIsNoTitle() throws {
        let text = """
            2023年云台县住房和城乡建设局
            政府信息公开工作年度报告
            根据《中华人民共和国政府信息公开条例》的规定，现公布云台县住房和
            城乡建设局2023年政府信息公开工作年度报告
            一、总体情况
            2023年，我局认真落实条例。
            二、主动公开政府信息情况
            三、收到和处理政府信息公开申请情况
            """
        #expect(try readReport(text).identity.agency == "云台县住房和城乡建设局")
    }

    @Test(arguments: [
        "2024-01-20 09:48<span>来源：云台县水利局</span>", "来源：云台县水利局 2024-01-20 09:48:10", "2024年1月20日 浏览次数：12",
        "发布日期：<p>2024-01-20</p>", "<table><tr><td>发布日期</td><td>2024-01-20 09:48</td></tr></table>",
    ])
    func theDateUnderTheTitleIsThatOfThePage(_ line: String) throws {
        let identity = try identity("", "<h1>\(Self.title)</h1><div>\(line)</div>")
        #expect(identity.published == "2024-01-20")
        #expect(identity.agency == "云台县水利局")
    }

    @Test func theDatesOfAListOfPagesAreNoSignature() throws {
        let list = (10...15).map { "<li>关于开展检查的通知</li><li>2021-01-\($0)</li>" }.joined()
        let signed = try identity("", "<h1>\(Self.title)</h1>", end: "<p>云台县水利局</p><p>2024年1月22日</p>\(list)")
        #expect(signed.published == "2024-01-22")
        #expect(try identity("", "<h1>\(Self.title)</h1>", end: list).published == nil)
    }

    /// A narrow page breaks a title within the name of its body.
    @Test(arguments: [
        "云台县交通运输综合行政执\n法大队2023年政府信息公开\n工作年度报告", "云台县人民政府国有资产监督管\n    理委员会2023年政府信息公\n    开工作年度报告",
        "国家税务总局云台县\n税务局2023年政府信息\n公开工作年度报告",
    ])
    func aTitleBrokenWithinItsBodysNameIsWhole(_ title: String) throws {
        let text = title + "\n一、总体情况\n2023年，本机关认真落实条例。\n二、主动公开政府信息情况\n全年公开信息12条。\n"
        let whole = title.replacing("\n", with: "").replacing(" ", with: "")
        #expect(try readReport(text).identity.title == whole)
        #expect(try readReport(text).identity.agency == whole.components(separatedBy: "2023").first)
    }

    /// The letter that a report came with, and the notice that it follows, are not its title.
    @Test func theNameOfALetterOrANoticeIsNoTitle() throws {
        let letter = Self.title.replacing("2023年", with: "关于报送2023年") + "的报告"
        #expect(try identity("", "<h1>\(letter)</h1>").agency == "云台县水利局")
        let notice = "　　按照《中华人民共和国政府信息公开条例》和《国家税务\n总局办公厅关于做好2023年政府信息公开工作年度报告编制发\n布工作的通知》要求，编制本报告。"
        let text = "国家税务总局云台县税务局\n2023年政府信息公开工作年度\n报告\n\(notice)\n一、总体情况\n2023年，本局认真落实条例。\n二、主动公开政府信息情况\n全年公开信息12条。\n"
        #expect(try readReport(text).identity.agency == "国家税务总局云台县税务局")
    }
}
