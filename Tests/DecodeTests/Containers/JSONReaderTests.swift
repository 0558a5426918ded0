import Foundation
import Model
import Testing

@testable import Decode

struct JSONReaderTests {
    private func members(_ text: String, name: String = "a.jsonl", portion: Int = 1 << 18) throws -> [ContainerMember] {
        try ContainerReader.members(of: Array(text.utf8), name: name, portion: portion) ?? []
    }

    @Test(arguments: [1, 7, 1 << 18])
    func readsOneRecordALine(portion: Int) throws {
        let text = """
            {"url":"http://a.gov.cn/1","title":"甲","html":"<p>\\u4e00\\n二</p>","fetched":"2024-01-02T03:04:05Z"}

            {"content":"正文","date":"2024-02-03","agency":"某市司法局","year":2023,"extra":{"a":[1,{"b":"}"}]}}\r
            {"text":"三","year":"2022年","html":null}
            """
        let read = try members(text, portion: portion)
        #expect(read.map(\.name) == ["1", "3", "4"])
        #expect(read.map(\.text) == ["<p>一\n二</p>", "正文", "三"])
        #expect(read.map(\.mediaType) == ["text/html", nil, nil])
        #expect(read.map(\.url) == ["http://a.gov.cn/1", nil, nil])
        #expect(read.map(\.fetched) == ["2024-01-02T03:04:05Z", "2024-02-03", nil])
        #expect(read.map(\.hint?.title) == ["甲", nil, nil])
        #expect(read[1].hint == Source.Hint(agency: "某市司法局", year: 2023))
        #expect(read[2].hint?.year == 2022)
        #expect(read.allSatisfy { $0.rejection == nil })
    }

    /// Scrapers name the members as they please, and escape what is not ASCII.
    @Test(arguments: [
        ("Title", "URL", "Content"), ("TITLE", "Url", "HTML"), ("标题", "链接", "正文"),
        (#"\u6807\u9898"#, #"\u94fe\u63a5"#, #"\u6b63\u6587"#),
    ])
    func aMemberIsKnownByOtherNames(_ title: String, _ url: String, _ body: String) throws {
        let text = "{\"\(title)\": \"甲\", \"\(url)\": \"http://a.gov.cn/1\", \"\(body)\": \"文\"}"
        let read = try members(text, name: "a.json")
        #expect(read.map(\.text) == ["文"])
        #expect(read.map(\.url) == ["http://a.gov.cn/1"])
        #expect(read.map(\.hint?.title) == ["甲"])
    }

    @Test func ofTwoNamesForOneMemberTheOneThatSaysSomethingCounts() throws {
        let read = try members(#"{"title":"甲","标题":"","正文":"文","content":"","年份":"2023年","year":null}"#)
        #expect(read.map(\.text) == ["文"])
        #expect(read[0].hint == Source.Hint(year: 2023, title: "甲"))
    }

    /// Whichever stands first: a summary beside the text must not take its place.
    @Test(arguments: [#"{"正文":"全文在此","内容":"摘要"}"#, #"{"内容":"摘要","content":"全文在此"}"#])
    func ofTwoNamesForOneTheFullerText(_ text: String) throws {
        #expect(try members(text).map(\.text) == ["全文在此"])
    }

    @Test func aBadLineIsAMemberAndTheOthersGoOn() throws {
        let read = try members("{\"text\":\"一\"}\n{\"text\":\"二\nnonsense\n{\"title\":\"no page\"}\n{\"text\":\"五\"}\n")
        #expect(read.map(\.name) == ["1", "2", "3", "4", "5"])
        #expect(read.map { $0.rejection == nil } == [true, false, false, false, true])
        #expect(read.compactMap { $0.rejection?.line } == [2, 3, 4])
        #expect(read[1].text == "{\"text\":\"二")
        #expect(read[1].rejection?.message.en.contains("cut off") == true)
    }

    @Test(arguments: ["a.json", "-"], [1, 3, 1 << 18])
    func readsAnArrayOverLines(name: String, portion: Int) throws {
        let text = "\u{FEFF} [\n  {\n    \"text\": \"一]},\"\n  },\n  {\"text\": \"二\"}, 17, {\"text\": bad}\n]\n"
        let read = try members(text, name: name, portion: portion)
        #expect(read.map(\.name) == ["1", "2", "3", "4"])
        #expect(read.prefix(2).map(\.text) == ["一]},", "二"])
        #expect(read.map { $0.rejection?.line } == [nil, nil, 5, 5])
    }

    @Test(arguments: [1, 1 << 18])
    func readsOneObjectThatIsTheWholeFile(portion: Int) throws {
        let read = try members("{\n  \"title\": \"甲\",\n  \"body\": \"正文\"\n}\n", name: "a.json", portion: portion)
        #expect(read.map(\.name) == ["1"])
        #expect(read.map(\.text) == ["正文"])
    }

    @Test func readsLinesUnderAnyName() throws {
        let read = try members("{\"text\":\"一\"}\n{\"text\": cut\n{\"text\":\"三\"}\n", name: "dump.json")
        #expect(read.map(\.name) == ["1", "2", "3"])
        #expect(read.map { $0.rejection == nil } == [true, false, true])
    }

    @Test func readsEscapesAndPairsOfThem() throws {
        let read = try members(#"{"text":"\ud83d\ude00\u0041\/\\\"\t\ud800x\udc00"}"#)
        #expect(read.map(\.text) == ["😀A/\\\"\t\u{FFFD}x\u{FFFD}"])
    }

    @Test func readsAFileInGB18030() throws {
        let bytes = try #require(Iconv.bytes(of: Array("{\"text\":\"政府信息公开工作年度报告情况\"}\n".utf8), in: "GB18030"))
        #expect(try ContainerReader.members(of: bytes)?.map(\.text) == ["政府信息公开工作年度报告情况"])
    }

    @Test func readsAPackedFile() throws {
        let line = "{\"text\":\"一\"}\n"
        let packed = Packing.gzip(Array(line.utf8)) + Packing.gzip(Array(line.utf8))
        #expect(try ContainerReader.members(of: packed, name: "a.jsonl.gz", portion: 5)?.map(\.name) == ["1", "2"])
    }

    @Test func tellsWhatIsCutOffInAPackedFile() throws {
        let lines = (1...2000).map { "{\"text\":\"\($0 * 7919 % 104_729)\"}\n" }.joined()
        let packed = Packing.gzip(Array(lines.utf8))
        let read = try #require(try ContainerReader.members(of: packed.dropLast(packed.count / 2), name: "a.jsonl.gz"))
        #expect(read.count > 500)
        #expect(read.first?.rejection == nil && read.last?.rejection != nil)
    }

    @Test func refusesAMemberThatIsTooLarge() throws {
        let limits = DecodeLimits(maximumBytes: 100)
        let text =
            "{\"text\":\"\(String(repeating: "x", count: 101))\"}\n{\"text\":\"\(String(repeating: "y", count: 70_000))\"}\n"
        let read = try #require(
            try ContainerReader.members(of: Array((text + "{\"text\":\"ok\"}").utf8), name: "a.jsonl", limits: limits)
        )
        #expect(read.map { $0.rejection?.code } == [.tooLarge, .tooLarge, nil])
    }

    @Test(arguments: [
        "", "{}", "[1,2]", "{\"name\":\"gouji\"}", "{not json}", "一、总体情况", "[附件] {\"text\"", "{\"text\"}",
    ])
    func leavesOtherFilesAlone(_ text: String) {
        #expect(ContainerReader.kind(head: Array(text.utf8)) == nil)
    }

    @Test(arguments: [
        "", "{", "{\"a\"}", "{\"a\":}", "{\"a\":1", "{\"a\":1,}", "{\"a\":[}", "{\"text\":\"\\x\"}",
        "{\"text\":\"\\u12\"}", "{\"a\":1}{",
        "{\"text\":\"\\", "{\"a\":\"", "{\"a\":\"\\", "{\"a\":,}",
    ])
    func refusesWhatIsNoObject(_ text: String) {
        #expect(throws: JSONText.Fault.self) { try PageRecord(Array(text.utf8)) }
    }

    @Test(arguments: ["", "{\"text\":\""])
    func saysThatAPackedFileExpandsTooFar(_ begun: String) throws {
        let text = "{\"text\":\"一\"}\n" + begun + String(repeating: " ", count: 4 << 20)
        let packed = Packing.gzip(Array(text.utf8))
        let read = try #require(try ContainerReader.members(of: packed, name: "a.jsonl.gz", portion: 1 << 18))
        #expect(read.first?.text == "一")
        #expect(read.dropFirst().map { $0.rejection?.code } == [.tooLarge])
    }
}
