import Model
import Testing

@testable import Decode

struct PageTableTests {
    private static let page = "某市司法局\n一、总体情况\n政府信息公开平稳，\"\"主动公开\"\"及时，无行政复议。"
    private static let text = page.replacing("\"\"", with: "\"")

    private func members(_ text: String, portion: Int = 1 << 18) throws -> [ContainerMember]? {
        try ContainerReader.members(of: Array(text.utf8), name: "a.csv", portion: portion)
    }

    @Test(arguments: [1, 5, 1 << 18], [",", "\t"])
    func eachRowIsAPage(portion: Int, separator: String) throws {
        let rows = [
            ["标题", "发布日期", "链接", "备注", "内容"],
            ["甲", "2024-01-16", "http://a.gov.cn/1", "", "\"\(Self.page)\""], ["", "", "", "", ""],
            ["\"乙\"", "2024/1/7 8:30", "http://a.gov.cn/2", "x", "通知"], ["丙", "", "", "", " "],
        ]
        let file = "\u{FEFF}" + rows.map { $0.joined(separator: separator) }.joined(separator: "\r\n") + "\r\n"
        let read = try #require(try members(file, portion: portion))
        #expect(read.map(\.name) == ["2", "6", "7"])
        #expect(read.prefix(2).map(\.text) == [Self.text, "通知"])
        #expect(read.prefix(2).map(\.url) == ["http://a.gov.cn/1", "http://a.gov.cn/2"])
        #expect(read.prefix(2).map(\.hint?.title) == ["甲", "乙"])
        #expect(read.prefix(2).map(\.hint?.published) == ["2024-01-16", "2024-01-07"])
        #expect(read.map { $0.rejection?.line } == [nil, nil, 7])
    }

    @Test func theLastRowNeedsNoLineEnd() throws {
        #expect(try members("title,content\n甲,\"\(Self.page)\"")?.map(\.text) == [Self.text])
    }

    @Test func readsATableInGB18030() throws {
        let file = Array("标题,正文\n甲,\"\(Self.page)\"\n乙,短文\n".utf8)
        let read = try ContainerReader.members(of: #require(Iconv.bytes(of: file, in: "GB18030")), name: "a.csv")
        #expect(read?.map(\.text) == [Self.text, "短文"])
    }

    @Test func readsAPackedTable() throws {
        let packed = Packing.gzip(Array("title,content\n甲,\"\(Self.page)\"\n乙,短文\n".utf8))
        #expect(
            try ContainerReader.members(of: packed, name: "a.csv.gz", portion: 7)?.map(\.text) == [Self.text, "短文"]
        )
    }

    @Test func refusesARowThatIsTooLarge() throws {
        let limits = DecodeLimits(maximumBytes: 1000)
        let long = String(repeating: "x", count: 1001)
        let longer = String(repeating: "\"\"", count: 70_000)
        let file = "title,content\n甲,\"\(Self.page)\"\n乙,\(long)\n丙,\"\(longer)\"\n丁,短文\n"
        let read = try ContainerReader.members(of: Array(file.utf8), limits: limits)
        #expect(read?.map { $0.rejection?.code } == [nil, .tooLarge, .tooLarge, nil])
    }

    /// A table of counts has 内容 in its first row too, a table of links no reports, and a report cut by commas no names.
    @Test(arguments: [
        "信息内容,本年制发件数,本年废止件数,现行有效件数\n规章,0,0,0\n行政规范性文件,2,0,9\n",
        "内容,数量\n政府信息公开 主动公开 行政复议,3\n", "标题,链接\n政府信息公开年报,http://a.gov.cn/1\n",
        "标题,链接,内容\n政府信息公开年报,http://a.gov.cn/1,见附件\n", "title,content\n",
        "某市司法局,政府信息公开工作年度报告\n标题,内容\n一、总体情况,主动公开、行政复议\n",
    ])
    func leavesOtherTablesAlone(_ text: String) throws {
        #expect(try members(text) == nil)
    }
}
