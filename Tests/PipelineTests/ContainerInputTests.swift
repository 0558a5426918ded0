import Foundation
import Forms
import Model
import Pipeline
import TestSupport
import Testing

/// Reports of the generator in scrapers' containers.
struct ContainerInputTests {
    private func truth(_ seed: UInt64) throws -> ReportTruth {
        let form = try #require(FormCatalog.form("2021"))
        return ReportTruth.make(form: form, agency: Agency.all[Int(seed) % Agency.all.count], year: 2023, seed: seed)
    }

    private func line(_ object: [String: Any]) throws -> [UInt8] {
        Array(try JSONSerialization.data(withJSONObject: object)) + [0x0A]
    }

    private func readings(_ bytes: [UInt8], name: String) throws -> [(document: Document, reading: Reading)] {
        try ReportReader.readAll(bytes, source: Source(name: name), received: "2026-01-31T09:00:00Z")
    }

    @Test func aPlainFileGivesOneReading() throws {
        let text = try truth(1).text(.cellLines)
        let read = try readings(Array(text.utf8), name: "a.txt")
        #expect(read.count == 1 && read[0].document.source.container == nil)
    }

    @Test func everyLineOfJSONIsAReportOfItsOwn() throws {
        let truths = try (1...3).map { try truth(UInt64($0)) }
        var file = try line(["url": "http://a.gov.cn/1", "html": truths[0].text(.html), "fetched": "2024-01-31"])
        file += Array("{broken\n".utf8)
        file += try line(["content": truths[1].text(.markdown)])
        file += try line(["text": "一则新闻", "title": "新闻"])
        file += try line(["text": truths[2].text(.cellLines)])
        let read = try readings(file, name: "site/dump.jsonl")
        #expect(read.map(\.document.source.name) == (1...5).map { "site/dump.jsonl#\($0)" })
        for (index, truth) in [(0, truths[0]), (2, truths[1]), (4, truths[2])] {
            guard case .report(let report) = read[index].reading else {
                Issue.record("line \(index + 1) is no report")
                continue
            }
            #expect(report.identity.agency == truth.agency && report.identity.year == truth.year)
            #expect(report.findings.allSatisfy { $0.severity == .info })
            let container = try #require(report.source.container)
            #expect(container.name == "site/dump.jsonl" && container.member == String(index + 1))
            #expect(container.id.hasPrefix("sha256:") && container.id != report.id)
        }
        guard case .report(let first) = read[0].reading else { return }
        #expect(first.source.url == "http://a.gov.cn/1" && first.source.fetched == "2024-01-31")
        #expect(first.source.mediaType == "text/html" && first.source.charset == "UTF-8")
        for index in [1, 3] {
            guard case .rejected = read[index].reading else {
                Issue.record("line \(index + 1) is read")
                continue
            }
        }
    }

    /// The page is in a frame of the text, whatever member that is.
    @Test(arguments: ["content", "body", "text", "html"])
    func aPageInAFrameOfTheTextIsRead(_ member: String) throws {
        let truth = try truth(4)
        let page = truth.text(.html).replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(
            "\"",
            with: "&quot;"
        )
        let file = try line([member: "<iframe width=\"100%\" srcdoc=\"\(page)\"></iframe>"])
        guard case .report(let report) = try readings(file, name: "a.json").first?.reading else { throw Unread() }
        #expect(truth.notRead(in: report) == [])
    }

    @Test func whatTheContainerSaysCountsOnlyWhereTheTextIsSilent() throws {
        let truth = try truth(4)
        let text = truth.text(.cellLines)
        let body = text.drop { $0 != "\n" }
        let hint: [String: Any] = ["agency": "别处司法局", "year": 1999, "title": "别处司法局1999年政府信息公开工作年度报告"]
        let whole = try readings(line(hint.merging(["text": text]) { $1 }), name: "a.json")
        guard case .report(let report) = whole[0].reading else { throw Unread() }
        #expect(report.identity.agency == truth.agency && report.identity.year == truth.year)
        let bare = String(body.dropFirst()).replacing(truth.agency, with: "本机关").replacing("2023", with: "")
        let silent = try readings(line(hint.merging(["text": bare]) { $1 }), name: "a.json")
        guard case .report(let other) = silent[0].reading else { throw Unread() }
        #expect(other.identity.title == "别处司法局1999年政府信息公开工作年度报告")
    }

    /// A sidecar is of one document: of the only one that a container holds, and of none of several.
    @Test(arguments: [1, 2]) func aSidecarIsOfTheOnlyDocument(_ count: Int) throws {
        let folder = try TemporaryFolder()
        let record = ["text": "2023年政府信息公开工作年度报告", "url": "http://a.gov.cn/1"]
        let lines = try (0..<count).map { _ in String(decoding: try line(record), as: UTF8.self) }
        try folder.write(lines.joined(), to: "a.json")
        let sidecar = Source(url: "http://b.gov.cn", fetched: "2024-02-01", hint: Source.Hint(agency: "云台县民政局"))
        let container = try #require(
            try ContainerInput.open(folder.file("a.json"), name: "a.json", maximumBytes: 1 << 20, sidecar: sidecar)
        )
        var found: [Source] = []
        while let document = try container.next() { found.append(document.source) }
        #expect(found.count == count && found.allSatisfy { $0.url == "http://a.gov.cn/1" })
        #expect(found.allSatisfy { $0.hint?.agency == (count == 1 ? "云台县民政局" : nil) })
        #expect(found.allSatisfy { $0.fetched == (count == 1 ? "2024-02-01" : nil) })
    }

    /// The period was left from the year before, where title and text name another year.
    @Test(arguments: [2015, 2016])
    func theTitleOfTheContainerCorrectsAPeriodThatTheTextDenies(_ year: Int) throws {
        let text =
            "本报告所列数据的统计期限自2015年1月1日起至2015年12月31日止。\n一、概述\n\(year)年，我局依法公开。\n二、主动公开政府信息的情况\n"
            + "\(year)年，我局主动公开政府信息24条。\n三、依申请公开政府信息的情况\n\(year)年，我局收到政府信息公开申请5件。\n"
        let record = ["title": "云台县民政局2016年政府信息公开工作年度报告", "text": text]
        guard case .report(let report) = try readings(line(record), name: "a.json")[0].reading else { throw Unread() }
        #expect(report.identity.year == year)
        let findings = report.findings.filter { $0.rule == "identity.year" }
        #expect(findings.contains { $0.actual == .number(Quantity(2015)) } == (year == 2016))
    }

    /// What the container calls a page makes no report of what is none, and none of what the text says is one.
    @Test(arguments: ["云台县民政局2014年部门决算", "2014年政务公开工作要点"])
    func aContainersTitleOfSomethingElseMakesNoReport(_ title: String) throws {
        let other = "一、推进主动公开\n及时公开三公经费。\n二、规范依申请公开\n健全机制。\n三、其他需要说明的事项\n无。\n"
        guard case .rejected = try readings(line(["title": title, "text": other]), name: "a.json")[0].reading else {
            Issue.record("it is read")
            return
        }
        let own = "云台县民政局2014年政府信息公开工作年度报告\n一、主动公开情况\n2014年，公开信息12条。\n二、依申请公开情况\n未收到申请。\n"
        guard case .report = try readings(line(["title": title, "text": own]), name: "a.json")[0].reading else {
            throw Unread()
        }
    }

    @Test func everyPageOfAWebArchiveIsAReportOfItsOwn() throws {
        let truth = try truth(5)
        let page = try #require(TextEncoding.gb18030.bytes(of: truth.text(.html)))
        let http = Array("HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n".utf8) + page
        let head = """
            WARC/1.1\r
            WARC-Type: response\r
            WARC-Record-ID: <urn:uuid:00000000-0000-4000-8000-000000000001>\r
            WARC-Target-URI: http://www.example.gov.cn/a.html\r
            WARC-Date: 2024-01-31T00:00:00Z\r
            Content-Length: \(http.count)\r
            \r

            """
        let read = try readings(Array(head.utf8) + http + Array("\r\n\r\n".utf8), name: "crawl.warc")
        #expect(read.map(\.document.source.name) == ["crawl.warc#00000000-0000-4000-8000-000000000001"])
        guard case .report(let report) = read[0].reading else { throw Unread() }
        #expect(report.identity.agency == truth.agency)
        #expect(report.source.charset == "GB18030" && report.source.url == "http://www.example.gov.cn/a.html")
    }

    private struct Unread: Error {}
}
