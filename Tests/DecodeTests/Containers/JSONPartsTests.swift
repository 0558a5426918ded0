import Model
import Testing

@testable import Decode

struct JSONPartsTests {
    private func members(_ text: String, name: String = "a.json", portion: Int = 1 << 18) throws -> [ContainerMember] {
        try ContainerReader.members(of: Array(text.utf8), name: name, portion: portion) ?? []
    }

    @Test(arguments: ["content", "paragraphs", "正文", "段落", "items"])
    func paragraphsAreLines(_ key: String) throws {
        let read = try members(#"{"title":"甲","\#(key)":["一、总体情况", "", null, 3, "平稳。\n"]}"#)
        #expect(read.map(\.text) == ["一、总体情况\n平稳。\n"])
    }

    /// What crawlers and loaders of documents call the page.
    @Test(arguments: ["markdown", "page_content", "raw_html", "articleBody", "rawText", "contentHtml"])
    func thePageHasManyNames(_ key: String) throws {
        let read = try members(#"{"data":{"\#(key)":"一、总体情况\n平稳。","metadata":{"title":"甲"}}}"#)
        #expect(read.map(\.text) == ["一、总体情况\n平稳。"])
    }

    @Test func tablesStandBetweenParagraphs() throws {
        let read = try members(
            """
            {"items": [{"type": "text", "text": "二、情况"},
              {"type": "table", "rows": [["规章", 0, null], ["a<b&c", "1\\n2", -3.5]]},
              {"type": "table", "table_caption": ["表一"], "table_body": "<table><tr><td>5</td></tr></table>"},
              {"type": "image", "img_path": "a.jpg"}, {"type": "page_number", "text": "17"},
              {"heading": "三、收到", "content": [{"type": "list", "list_items": ["其一", "其二"]}]}]}
            """
        )
        #expect(
            read.map(\.text) == [
                """
                二、情况
                <table>
                <tr><td>规章</td><td>0</td><td></td></tr>
                <tr><td>a&lt;b&amp;c</td><td>1<br>2</td><td>-3.5</td></tr>
                </table>
                表一
                <table><tr><td>5</td></tr></table>
                三、收到
                其一
                其二

                """
            ]
        )
    }

    @Test(arguments: [1, 1 << 18])
    func anArrayOfPartsIsOneDocument(portion: Int) throws {
        let text = #"[{"type":"text","text":"题","text_level":1,"page_idx":0},"# + "\n" + #"{"type":"text","text":"文"}]"#
        let read = try members(text, portion: portion)
        #expect(read.map(\.name) == ["1"])
        #expect(read.map(\.text) == ["题\n文\n"])
        #expect(read[0].rejection == nil)
    }

    @Test(arguments: [
        #"[{"type":"年报","text":"一"},{"type":"年报","text":"二"}]"#,
        #"[{"type":"text","url":"http://a.gov.cn/1","text":"一"},{"type":"text","url":"http://a.gov.cn/2","text":"二"}]"#,
    ])
    func anArrayOfPagesIsNoDocument(_ text: String) throws {
        #expect(try members(text).map(\.text) == ["一", "二"])
    }

    private static let report = "政府信息公开年度报告，主动公开政府信息，行政复议情况。"

    /// A scraper's records that have the type of a paragraph: each is a report, and none is a part of another.
    @Test func reportsAreNoParts() throws {
        let records = ["甲", "乙"].map { #"{"type":"text","title":"\#($0)","content":"\#($0)\#(Self.report)"}"# }
        let array = "[\(records.joined(separator: ","))]"
        #expect(try members(array).map(\.text) == ["甲", "乙"].map { $0 + Self.report })
        #expect(try members(#"{"items":\#(array)}"#).map { $0.rejection?.code } == [.unreadable])
        #expect(try members(#"{"title":"甲","items":[\#(records[0])]}"#).map(\.text) == ["甲\n甲\(Self.report)\n"])
    }

    @Test func aListOfPagesIsNoPage() throws {
        let read = try members(#"{"items":[{"url":"http://a.gov.cn/1","content":"一"}],"content":null}"#)
        #expect(read.map { $0.rejection?.code } == [.unreadable])
    }

    @Test func tablesApartFollowTheTextThatHasNothingOfThem() throws {
        let tables = #""tables":[[["行政规范性文件","2"],["行政事业性收费","12.5"]],"<table><tr><td>行政许可决定</td></tr></table>"]"#
        let apart = try members(#"{"content":"一、总体情况",\#(tables)}"#)
        #expect(apart.count == 1)
        #expect(apart[0].text.hasPrefix("一、总体情况\n<table>\n<tr><td>行政规范性文件</td><td>2</td></tr>"))
        #expect(apart[0].text.hasSuffix("<table><tr><td>行政许可决定</td></tr></table>\n"))
        let twice = try members(#"{"content":"行政规范性文件 2\n行政事业性收费 12.5\n行政许可决定",\#(tables)}"#)
        #expect(twice.map(\.text) == ["行政规范性文件 2\n行政事业性收费 12.5\n行政许可决定"])
    }

    @Test func nestingHasAnEnd() throws {
        let deep = String(repeating: "[", count: 1000) + String(repeating: "]", count: 1000)
        let read = try members(#"{"content":["文",\#(deep)]}"#)
        #expect(read.map(\.text) == ["文\n"])
    }
}
