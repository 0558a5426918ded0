import Decode
import Model
import Testing

/// What text and HTML become: pieces, lines, cells.
struct OutlineTests {
    private func outline(_ text: String, name: String = "a.txt") throws -> Outline {
        try DecoderCatalog.outline(of: DecoderInput(bytes: Array(text.utf8), name: name))
    }

    private func pieces(_ outline: Outline) -> [String] {
        outline.pieces.map { piece in
            switch piece.kind {
            case .text: outline.string(piece)
            case .blank: "(blank)"
            case .perhapsBlank: "(perhaps)"
            }
        }
    }

    @Test func everyKindOfLineEndEndsALine() throws {
        let outline = try outline("甲\n乙\r\n丙\r丁\r\r戊")
        #expect(pieces(outline) == ["甲", "乙", "丙", "丁", "戊"])
        #expect(outline.pieces.map(\.line) == [1, 2, 3, 4, 6])
        #expect(outline.pieces.map(\.lineEnds) == [0, 1, 1, 1, 2])
    }

    @Test func aLineEndInPreformattedTextEndsALine() throws {
        let outline = try outline(
            "<html><body><p>甲\n乙</p><pre>丙\n<b>丁</b> 戊\n己</pre>庚\n辛</body></html>",
            name: "a.html"
        )
        #expect(pieces(outline) == ["甲", "乙", "丙", "丁", "戊", "己", "庚", "辛"])
        #expect(outline.pieces.map(\.gap) == [.line, .space, .line, .line, .space, .line, .line, .space])
    }

    /// What follows is no part of it, be it another or a table of the page.
    @Test func aTableDrawnInPreformattedTextIsATable() throws {
        let drawn = "<pre>\n+----+----+\n| 甲 |  1 |\n+----+----+\n| 乙 |    |\n+----+----+\n丙</pre>"
        let outline = try outline("\(drawn)\(drawn)<table><tr><td>丁</td></tr></table>", name: "a.html")
        let once = ["甲", "1", "乙", "(blank)", "丙"]
        #expect(pieces(outline) == once + once + ["丁"])
        #expect(outline.pieces.map { $0.place?.table } == [0, 0, 0, 0, nil, 1, 1, 1, 1, nil, 2])
        #expect(outline.pieces.map(\.line) == [3, 3, 5, 5, 7, 9, 9, 11, 11, 13, 13])
    }

    /// The line ends became blanks, or Word's line breaks.
    @Test(arguments: [" ", "\u{0B}"])
    func rowsOfATableOnOneLineAreRows(_ lineEnd: String) throws {
        let outline = try outline(
            ["表一", "| 项目 | 数 |", "|:---|---:|", "| 甲 | 3 |", "| 乙 | |", "后文 | 丙"].joined(separator: lineEnd)
        )
        #expect(pieces(outline) == ["表一", "项目", "数", "甲", "3", "乙", "(blank)", "后文", "丙"])
        #expect(outline.pieces.map { $0.place?.row } == [nil, 0, 0, 1, 1, 2, 2, nil, nil])
    }

    @Test func ideographicBlanksAreWideAndZeroWidthOnesAreNothing() throws {
        let outline = try outline("甲　　乙 丙\u{200B}丁")
        #expect(pieces(outline) == ["甲", "乙", "丙丁"])
        #expect(outline.pieces.map(\.gap) == [.line, .wide, .space])
    }

    @Test func aMarkdownRowHasCertainBlanks() throws {
        let outline = try outline("| 甲 |  | 3 |\n|---|---|---|\n| 乙 | 4 | |")
        #expect(pieces(outline) == ["甲", "(blank)", "3", "乙", "4", "(blank)"])
        #expect(outline.pieces.compactMap(\.place).map(\.column) == [0, 1, 2, 0, 1, 2])
        #expect(outline.pieces.compactMap(\.place).map(\.row) == [0, 0, 0, 1, 1, 1])
    }

    @Test func aLoneBarMayBeABlank() throws {
        #expect(pieces(try outline("延期办结数 |\n件 |\n|\n答复数 |")) == ["延期办结数", "件", "(perhaps)", "答复数"])
    }

    @Test func tabsDivideCells() throws {
        let outline = try outline("规章\t0\t\t3")
        #expect(pieces(outline) == ["规章", "0", "(blank)", "3"])
    }

    @Test func inlineElementsDoNotCutWordsAndMergedCellsCount() throws {
        let page = """
            <html><head><title>题目</title><meta name="PubDate" content="2024-01-17 10:00"></head><body>
            <script>var x = 1;</script><p><span>总</span><b>计</b></p>
            <table><tr><td rowspan=2>组</td><td colspan="2">甲</td></tr><tr><td>&nbsp;</td><td>1<td>2</table></body></html>
            """
        let outline = try outline(page, name: "a.html")
        #expect(outline.documentTitle == "题目")
        #expect(outline.documentDate == "2024-01-17")
        #expect(pieces(outline) == ["总计", "组", "甲", "(blank)", "1", "2"])
        #expect(outline.pieces.compactMap(\.place).map(\.column) == [0, 1, 1, 2, 3])
    }

    /// A page is told by its bytes, whatever its server's programs are called.
    @Test(arguments: ["a.shtml", "a.jsp", "a.aspx", "a.php", "a"])
    func aPageIsToldByItsBytesInAnyCharset(_ name: String) throws {
        let page = "<html><head><title>年报</title></head><body><p>甲</p><p>乙</p></body></html>"
        let little = page.utf16.flatMap { [UInt8(truncatingIfNeeded: $0), UInt8($0 >> 8)] }
        let big = page.utf16.flatMap { [UInt8($0 >> 8), UInt8(truncatingIfNeeded: $0)] }
        for bytes in [Array(page.utf8), [0xFF, 0xFE] + little, [0xFE, 0xFF] + big, little, big] {
            let outline = try DecoderCatalog.outline(of: DecoderInput(bytes: bytes, name: name))
            #expect(outline.mediaType == "text/html")
            #expect(pieces(outline) == ["甲", "乙"])
        }
    }

    /// A cell with the whole report in it lays out the page: its blocks are no parts of one cell.
    @Test func blocksInALayoutsCellStandInNoCell() throws {
        let rows = (1...20).map { "<div><div>第\($0)行</div><div>\($0)</div></div>" }.joined()
        let outline = try outline("<html><body><table><tr><td>\(rows)</td></tr></table></body></html>")
        #expect(outline.pieces.count == 40)
        #expect(outline.pieces.allSatisfy { $0.place == nil })
        #expect(outline.pieces.dropFirst().allSatisfy { $0.gap >= .line })
        let label = Array("三、本年度办理结果").map { "<p>\($0)</p>" }.joined()
        let cell = try self.outline("<table><tr><td>\(label)</td><td>5</td></tr></table>", name: "a.html")
        #expect(cell.pieces.allSatisfy { $0.place != nil })
    }

    @Test func aPageWithinAPageIsRead() throws {
        let page =
            "<html><body><p>外</p><iframe srcdoc=\"&lt;table&gt;&lt;tr&gt;&lt;td&gt;内&lt;/table&gt;\"></iframe></body>"
        let outline = try outline(page + "<table><tr><td>后</table></html>", name: "a.html")
        #expect(pieces(outline) == ["外", "内", "后"])
        #expect(outline.pieces.compactMap(\.place).map(\.table) == [0, 1])
    }

    /// The lines of such a page are those of the file, and none behind its end where they are written as characters.
    @Test(arguments: [("\n", [2, 3, 4]), ("&#10;", [2, 2, 2])])
    func aPageWithinAPageHasTheFilesLines(_ end: String, _ lines: [Int]) throws {
        let inner = "&lt;p&gt;一" + end + "&lt;p&gt;二" + end + "&lt;p&gt;三"
        let outline = try outline("<html><body>\n<iframe srcdoc=\"\(inner)\"></iframe></body></html>", name: "a.html")
        #expect(pieces(outline) == ["一", "二", "三"])
        #expect(outline.pieces.map(\.line) == lines)
    }

    @Test func aPageThatNestsWithoutEndIsRefused() {
        let page = "<html><body>" + String(repeating: "<div>", count: 3000) + "x"
        let input = DecoderInput(bytes: Array(page.utf8), name: "a.html")
        #expect(throws: Rejection.self) { try DecoderCatalog.outline(of: input) }
    }

    @Test func nothingIsRefusedWithAReason() {
        let error = #expect(throws: Rejection.self) {
            try DecoderCatalog.outline(of: DecoderInput(bytes: [], name: "a.txt"))
        }
        #expect(error?.code == .empty)
    }
}
