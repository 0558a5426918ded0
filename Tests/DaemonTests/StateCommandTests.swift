import Archive
import Foundation
import Model
import Platform
import TestSupport
import Testing

@testable import gouji

/// The commands that look at a state directory, run on one with a passing and a failing report.
@Suite struct StateCommandTests {
    private let folder: TemporaryFolder

    init() throws {
        folder = try TemporaryFolder()
        try FileSystem.makeDirectory(folder.file("archive"))
        var writer = ArchiveWriter(index: try ArchiveIndex(opening: folder.file("archive")))
        for (agency, findings) in [("甲局", []), ("乙局", [Finding.balance()])] {
            let bytes = Array(agency.utf8)
            var report = Report(id: "sha256:" + SHA256.hex(of: bytes), received: "2026-01-31T09:00:00Z")
            report.source = Source(name: "\(agency).txt", bytes: bytes.count)
            report.identity = Identity(agency: agency, year: 2024, title: "\(agency)年度报告", form: "2021")
            report.findings = findings
            _ = try writer.store(report, source: bytes)
        }
    }

    private func gouji(_ arguments: String...) throws -> Tool.Result {
        try Tool.run(arguments + ["--state", folder.path])
    }

    @Test func listsTheReports() throws {
        let lines = try gouji("list").output.split(separator: "\n")
        #expect(lines.count == 2)
        let passing = SHA256.hex(of: Array("甲局".utf8)).prefix(12) + "  2024  pass    0    0  report-1      甲局"
        #expect(lines.contains(Substring(passing)))
        #expect(try gouji("list", "--verdict", "fail").output.contains("乙局"))
        #expect(try gouji("list", "--year", "2023").output == "")
    }

    @Test func showsAReportForPeopleAndAsItIs() throws {
        let page = try gouji("show", "乙局/2024", "--lang", "en").output
        #expect(page.contains("verdict   fail\n"))
        #expect(page.contains("error: the columns do not balance [applications.balance]\n"))
        #expect(page.contains("    fingerprint: aa\n"))
        let record = try gouji("show", "2024/乙局/report-1.json", "--format", "json").output
        #expect(record == folder.read("archive/2024/乙局/report-1.json"))
    }

    @Test func aPageInChineseHasChineseWordsForWhatTheRecordNamesInEnglish() throws {
        let page = try gouji("show", "乙局/2024").output
        #expect(page.contains("结论  有错误\n"))
        #expect(page.contains("错误："))
        for word in ["fail", "error", "fingerprint", "report)"] { #expect(!page.contains(word), "\(word)") }
    }

    @Test func aReferenceThatFitsNothingIsWrongUse() throws {
        let result = try gouji("show", "丙局/2024")
        #expect(result.status == 2)
        #expect(result.errors.hasPrefix("gouji: 丙局/2024: no such report"))
    }

    @Test func verifyFindsAChangedSource() throws {
        #expect(try gouji("verify").output == "2 records, all sound\n")
        try folder.write("甲乙", to: "archive/2024/甲局/report-1.source.txt")
        let result = try gouji("verify")
        #expect(result.status == 1)
        #expect(result.output.hasPrefix("2024/甲局/report-1.json: its source does not hash to"))
        #expect(result.output.hasSuffix("1 problem\n"))
    }

    @Test func statusCountsWhatWaits() throws {
        try folder.write("x", to: "drop/a.html")
        try folder.write("x", to: "drop/crawler/b.html")
        try folder.write("{}", to: "drop/crawler/b.html.meta.json")
        try folder.write("x", to: "drop/.c.html")
        let lines = try gouji("status").output.split(separator: "\n")
        #expect(lines.contains { $0.hasPrefix("drop        2 files, the oldest ") })
        #expect(lines.contains("claim       0 files"))
        #expect(
            lines.contains { $0.hasPrefix("archive     2 records (1 fail, 0 warn, 1 pass), the last received 2026") }
        )
    }

    @Test(arguments: ["list", "status", "verify"]) func aMissingStateDirectoryIsSaid(_ command: String) throws {
        let result = try Tool.run([command, "--state", "/nowhere/gouji"])
        #expect(result.status == 3)
        #expect(result.errors.hasPrefix("gouji: /nowhere/gouji: no such state directory; name it with --state"))
    }

    @Test(arguments: [(5.0, "5 s"), (119, "119 s"), (120, "2 min"), (7200, "2 h"), (172_800, "2 days"), (-3, "0 s")])
    func saysHowOld(_ seconds: Double, _ words: String) { #expect(Column.age(seconds) == words) }
}
