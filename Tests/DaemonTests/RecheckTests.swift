import Archive
import Foundation
import Platform
import TestSupport
import Testing

/// `gouji recheck` on an archive, and `gouji check --together` on files.
struct RecheckTests {
    private let folder: TemporaryFolder
    private let series: [ReportTruth]

    init() throws {
        folder = try TemporaryFolder()
        series = ReportTruth.series(
            agency: Agency.all[3],
            years: 2022...2023,
            seed: 21,
            carryOverFault: [2023: 3]
        )
        try FileManager.default.createDirectory(atPath: folder.file("state/drop"), withIntermediateDirectories: true)
        for report in series {
            try Data(report.text(.markdown).utf8).write(to: URL(filePath: folder.file("\(report.year).md")))
        }
    }

    private func archive() throws {
        for report in series {
            let name = "\(report.year).md"
            try FileManager.default.copyItem(atPath: folder.file(name), toPath: folder.file("state/drop/\(name)"))
        }
        let daemon = try Child(
            [Tool.path, "watch", "--state", folder.file("state")],
            output: folder.file("out"),
            errors: folder.file("watch.log")
        )
        #expect(eventually { (try? entries().count) == 2 })
        daemon.terminate()
        #expect(daemon.wait() == 0)
    }

    private func entries() throws -> [ArchiveEntry] {
        try ArchiveReader(root: folder.file("state/archive")).entries()
    }

    private func recheck() throws -> Tool.Result { try Tool.run(["recheck", "--state", folder.file("state")]) }

    @Test func whatIsAsItWasStaysByteForByte() throws {
        try archive()
        let paths = try entries().map { folder.file("state/archive/" + $0.path) }
        let before = try paths.map { try FileSystem.read($0) }
        let result = try recheck()
        #expect(result.status == 0)
        #expect(result.output == "2 records, 0 written anew, 0 left as they were\n")
        #expect(try paths.map { try FileSystem.read($0) } == before)
    }

    @Test func aRecordThatWasJudgedOtherwiseIsWrittenAnew() throws {
        try archive()
        // As if the rule had not been there: the verdict and the finding are gone.
        let entry = try #require(try entries().first { $0.year == 2023 })
        let path = folder.file("state/archive/" + entry.path)
        let right = try FileSystem.read(path)
        let old = String(decoding: right, as: UTF8.self).replacing(#""verdict": "fail""#, with: #""verdict": "pass""#)
        try DurableFile.write(Array(old.utf8), to: path, replacing: true)
        let result = try recheck()
        #expect(result.status == 0)
        #expect(result.output.contains("\(entry.path): judged anew: pass, now fail\n"))
        #expect(try FileSystem.read(path) == right)
        #expect(try Tool.run(["verify", "--state", folder.file("state")]).status == 0)
    }

    @Test func aDamagedSourceIsToldOf() throws {
        try archive()
        let entry = try #require(try entries().first)
        let source = folder.file("state/archive/" + entry.path.replacing(".json", with: ".source.md"))
        try DurableFile.write(Array("nothing".utf8), to: source, replacing: true)
        let result = try recheck()
        #expect(result.status == 1)
        #expect(result.output.contains("see gouji verify"))
    }

    @Test func itDoesNotWorkBesideADaemon() throws {
        let daemon = try Child(
            [Tool.path, "watch", "--state", folder.file("state")],
            output: folder.file("out"),
            errors: folder.file("watch.log")
        )
        #expect(eventually { LockFile.isHeld(folder.file("state/lock")) })
        let result = try recheck()
        #expect(result.status == 1)
        #expect(result.errors.contains("another gouji watch is running"))
        daemon.terminate()
        #expect(daemon.wait() == 0)
    }

    @Test func filesGivenTogetherAreJudgedBesideEachOther() throws {
        let files = series.map { folder.file("\($0.year).md") }
        let alone = try Tool.run(["check", "--format", "json"] + files)
        #expect(alone.status == 0)
        #expect(!alone.output.contains("history.carry-over"))
        let together = try Tool.run(["check", "--together", "--format", "json"] + files.reversed())
        #expect(together.status == 1)
        #expect(together.output.contains("history.carry-over"))
    }

    /// The configuration joins the names of a body that was renamed, for files as for the archive.
    @Test func renamedAgenciesAreJudgedBesideEachOther() throws {
        let (earlier, later) = (series[0], series[1])
        try folder.write(
            "[[agency]]\nname = \"\(later.agency)\"\nalso = [\"青禾市旧局\"]\n",
            to: "gouji.toml"
        )
        let text = try String(contentsOfFile: folder.file("\(earlier.year).md"), encoding: .utf8)
        try folder.write(text.replacing(earlier.agency, with: "青禾市旧局"), to: "renamed.md")
        let arguments = ["check", "--together", "--format", "json", "--config", folder.file("gouji.toml")]
        let files = [folder.file("renamed.md"), folder.file("\(later.year).md")]
        let result = try Tool.run(arguments + files)
        #expect(result.output.contains("history."))
    }

    @Test func standardInputCannotBeReadTwice() throws {
        #expect(try Tool.run(["check", "--together", "-"]).status == 2)
    }
}
