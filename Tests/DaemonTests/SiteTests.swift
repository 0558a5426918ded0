import Archive
import Foundation
import Platform
import TestSupport
import Testing

/// `gouji site` of an archive that the daemon made: two years of an agency, one of another whose words are hostile.
struct SiteTests {
    private let folder: TemporaryFolder

    init() throws {
        folder = try TemporaryFolder()
        try FileManager.default.createDirectory(atPath: folder.file("state/drop"), withIntermediateDirectories: true)
        let series = ReportTruth.series(agency: Agency.all[3], years: 2022...2023, seed: 21, carryOverFault: [2023: 3])
        for report in series { try drop(report.text(.markdown), "\(report.year).md") }
        var hostile = ReportTruth.make(
            form: try #require(series.first?.form),
            agency: Agency.all[5],
            year: 2023,
            seed: 8
        )
        hostile.sections[0].heading = "总体情况<script>alert(1)</script>&amp;"
        try drop(hostile.text(.tabs), "a\"><b>'.txt")
        try archive(3)
    }

    private func drop(_ text: String, _ name: String) throws { try folder.write(text, to: "state/drop/" + name) }

    private func archive(_ count: Int) throws {
        let daemon = try Child(
            [Tool.path, "watch", "--state", folder.file("state")],
            output: folder.file("out"),
            errors: folder.file("watch.log")
        )
        let root = folder.file("state/archive")
        #expect(eventually { (try? ArchiveReader(root: root).entries().count) == count })
        daemon.terminate()
        #expect(daemon.wait() == 0)
    }

    private func site(_ arguments: [String] = [], _ name: String = "site") throws -> Tool.Result {
        try Tool.run(["site", folder.file(name), "--state", folder.file("state")] + arguments)
    }

    private func page(_ name: String) throws -> String { try #require(folder.read("site/" + name)) }

    /// The page of the record that `year` and the fault of it tell.
    private func reportPage(_ year: Int) throws -> String {
        let entries = try ArchiveReader(root: folder.file("state/archive")).entries()
        let entry = try #require(entries.first { $0.year == year && $0.sourceName == "\(year).md" })
        let digits = String(entry.id.dropFirst(7).prefix(20))
        return try page("reports/\(digits.prefix(2))/\(digits).html")
    }

    // MARK: What the pages say

    @Test(arguments: ["zh", "en"]) func thePagesTellWhatTheRecordsSay(_ language: String) throws {
        let result = try site(["--lang", language])
        #expect(result.status == 0, "\(result.errors)")
        #expect(result.output.hasPrefix("3 reports; "))
        let index = try page("index.html")
        #expect(index.contains(language == "zh" ? "lang=\"zh-CN\"" : "lang=\"en\""))
        #expect(index.contains(Agency.all[3].name) && index.contains(Agency.all[5].name))
        #expect(index.contains(language == "zh" ? "有错误" : ">errors<"))
        let report = try reportPage(2023)
        #expect(report.contains("history.carry-over"))
        #expect(report.contains("class=\"wrong\""))
        #expect(report.contains(language == "zh" ? "无正当理由大量反复申请" : "rules/history.carry-over.html"))
        let rule = try page("rules/history.carry-over.html")
        #expect(rule.contains(language == "zh" ? "不符的报告：1" : "Reports that break it: 1"))
        #expect(rule.contains(Agency.all[3].name))
        let agency = try page(
            "agencies/\(SHA256.hex(of: Array(Agency.all[3].name.utf8)).prefix(16)).html"
        )
        // What was carried in is not what last year's report carried out.
        #expect(agency.contains("≠"))
    }

    /// With `GOUJI_WRITE_GOLDENS` set the files are written instead, and the test fails all the same.
    @Test(arguments: ["zh", "en"]) func pagesAreTheGoldenOnes(_ language: String) throws {
        for entry in try ArchiveReader(root: folder.file("state/archive")).entries() {
            // When it came is all that differs from run to run.
            let path = "state/archive/" + entry.path
            let record = try #require(folder.read(path))
            try folder.write(record.replacing(entry.received, with: "2026-01-31T09:00:00Z"), to: path)
        }
        #expect(try site(["--lang", language, "--sources", "https://example.org/archive"]).status == 0)
        let agency = "agencies/\(SHA256.hex(of: Array(Agency.all[3].name.utf8)).prefix(16)).html"
        for (name, text) in [
            ("report", try reportPage(2023)), ("agency", try page(agency)), ("index", try page("index.html")),
        ] {
            let file = Fixture.packageRoot.appending(path: "Tests/DaemonTests/Goldens/site-\(name)-\(language).html")
            if ProcessInfo.processInfo.environment["GOUJI_WRITE_GOLDENS"] != nil {
                try text.write(to: file, atomically: true, encoding: .utf8)
                Issue.record("\(file.lastPathComponent) was written")
            }
            #expect(try text == String(contentsOf: file, encoding: .utf8), "\(file.lastPathComponent) differs")
        }
    }

    @Test func everyPageIsWellFormedAndEveryLinkLeadsSomewhere() throws {
        #expect(try site().status == 0)
        let pages = folder.files("site").filter { $0.hasSuffix(".html") }
        #expect(pages.count > 40)
        for name in pages {
            let text = try page(name)
            let check = MarkupCheck(text)
            #expect(check.problems == [], "\(name)")
            for link in check.links where !link.hasPrefix("http") {
                let target = URL(filePath: folder.file("site/" + name)).deletingLastPathComponent()
                    .appending(path: link.removingPercentEncoding ?? link).standardizedFileURL.path
                #expect(FileSystem.exists(target), "\(name): \(link)")
            }
        }
    }

    @Test func nothingOfAReportIsMarkup() throws {
        #expect(try site().status == 0)
        let all = try folder.files("site").filter { $0.hasSuffix(".html") }.map(page).joined()
        #expect(!all.contains("<script") && all.contains("&lt;script&gt;"))
        #expect(!all.contains("a\"><b>'"))
    }

    // MARK: How they are written

    @Test func theSameArchiveMakesTheSameBytesAndNothingIsWrittenTwice() throws {
        #expect(try site().status == 0)
        let names = folder.files("site")
        let before = try names.map { try FileSystem.status(of: folder.file("site/" + $0)) }
        let again = try site()
        #expect(again.output.contains("; 0 pages written, "))
        #expect(try names.map { try FileSystem.status(of: folder.file("site/" + $0)) } == before)
        #expect(try site([], "twin").status == 0)
        #expect(folder.files("twin") == names)
        for name in names { #expect(folder.read("twin/" + name) == folder.read("site/" + name), "\(name)") }
    }

    @Test func pagesOfWhatIsGoneGoAndAnInterruptedRunIsCompleted() throws {
        #expect(try site().status == 0)
        let names = folder.files("site")
        // As a run that was killed leaves it: a page aside, one that is missing, one of a report that is gone.
        try folder.write("half", to: "site/.tmp.01ABC")
        try FileManager.default.removeItem(atPath: folder.file("site/index.html"))
        try folder.write("<!DOCTYPE html>", to: "site/reports/00/00000000000000000000.html")
        let result = try site()
        #expect(result.output.contains("; 1 pages written, "))
        #expect(result.output.hasSuffix(", 2 removed\n"))
        #expect(folder.files("site") == names)
    }

    @Test func whereAPageCannotBeWrittenTheFormerSiteStays() throws {
        #expect(try site().status == 0)
        let before = try page("index.html")
        // As on a full disk: no file may grow beyond a kilobyte.
        let result = try Tool.run(
            "/bin/sh",
            ["-c", #"trap '' XFSZ; ulimit -f 2; exec "$0" site "$1" --lang en --state "$2""#]
                + [Tool.path, folder.file("site"), folder.file("state")]
        )
        #expect(result.status == 3, "\(result.errors)")
        #expect(try page("index.html") == before)
        #expect(try site(["--lang", "en"]).status == 0)
        #expect(try page("index.html") != before)
    }

    @Test func aFolderOfOtherThingsIsRefused() throws {
        try folder.write("mine", to: "site/notes.txt")
        let foreign = try site()
        #expect(foreign.status == 2)
        #expect(foreign.errors.contains("notes.txt"))
        #expect(folder.files("site") == ["notes.txt"])
        // A page without the mark may be anybody's.
        try folder.write("mine", to: "other/index.html")
        #expect(try site([], "other").status == 2)
        #expect(folder.read("other/index.html") == "mine")
        #expect(try site([], "state/archive/site").status == 2)
        #expect(try site([], "state/archive").status == 2)
    }

    @Test func nothingIsWrittenThroughASymbolicLink() throws {
        #expect(try site().status == 0)
        try FileManager.default.createDirectory(atPath: folder.file("elsewhere"), withIntermediateDirectories: true)
        try FileManager.default.removeItem(atPath: folder.file("site/years"))
        try FileManager.default.createSymbolicLink(
            atPath: folder.file("site/years"),
            withDestinationPath: folder.file("elsewhere")
        )
        #expect(try site().status == 2)
        #expect(folder.files("elsewhere").isEmpty)
    }

    @Test func linksToSourcesLeadWhereTheyAreToBeHad() throws {
        #expect(try site(["--sources", "https://example.org/archive/"]).status == 0)
        #expect(try reportPage(2023).contains("href=\"https://example.org/archive/2023/%"))
        #expect(try site(["--sources", ""]).status == 0)
        #expect(try !reportPage(2023).contains("source.md"))
        #expect(try site(["--sources", "javascript:alert(1)"]).status == 2)
    }

    @Test func aRecordThatCannotBeReadIsNamedAndLeftOut() throws {
        let entry = try #require(try ArchiveReader(root: folder.file("state/archive")).entries().first)
        try folder.write("{", to: "state/archive/" + entry.path)
        let result = try site()
        #expect(result.status == 3)
        #expect(result.errors.contains(FileSystem.name(of: entry.path)))
        #expect(result.output.hasPrefix("2 reports; "))
    }
}

/// Whether elements are closed in the order in which they were opened, and where links lead.
private struct MarkupCheck {
    private(set) var problems: [String] = []
    private(set) var links: [String] = []

    init(_ text: String) {
        var open: [String] = []
        for piece in text.split(separator: "<", omittingEmptySubsequences: false).dropFirst() {
            guard let end = piece.firstIndex(of: ">") else {
                problems.append("<\(piece.prefix(20))")
                continue
            }
            let tag = piece[..<end]
            let name = String(tag.prefix { !$0.isWhitespace })
            if name.hasPrefix("!") || ["br", "meta", "link"].contains(name) { continue }
            if name.hasPrefix("/") {
                if open.popLast() != String(name.dropFirst()) { problems.append("<\(name)>") }
            } else {
                if name == "script" || tag.contains(" on") { problems.append("<\(tag)>") }
                open.append(name)
            }
            if let start = tag.firstRange(of: "href=\"")?.upperBound {
                links.append(String(tag[start...].prefix { $0 != "\"" }))
            }
        }
        if !open.isEmpty { problems.append("open: \(open)") }
    }
}
