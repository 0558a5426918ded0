import Archive
import Forms
import Glibc
import Foundation
import TestSupport
import Testing

/// The built daemon under `kill -9`, with a real receiver that refuses now and then.
@Suite struct KillTests {
    private static let reports = 200

    @Test func everyFileIsArchivedOnceAndEveryMessageArrives() throws {
        let folder = try TemporaryFolder()
        let sink = try Sink(folder)
        defer { sink.stop() }
        try configure(folder, url: sink.address)
        let names = try writeReports(folder)
        var dice = SplitMix64(seed: 7)
        var rest = names[...]
        while !rest.isEmpty {
            let daemon = try start(folder)
            for _ in 0..<dice.number(4...16) {
                guard let name = rest.popFirst() else { break }
                unsafe rename(folder.file("state/drop/.\(name)"), folder.file("state/drop/\(name)"))
            }
            usleep(UInt32(dice.number(20...400)) * 1000)
            kill(daemon.pid, SIGKILL)
            _ = daemon.wait()
        }
        let daemon = try start(folder)
        #expect(eventually { isEmpty(folder, "drop") && isEmpty(folder, "claim") })
        let faulty = names.count { $0.hasPrefix("faulty") }
        #expect(eventually { sink.accepted().count == faulty })
        daemon.terminate()
        #expect(daemon.wait() == 0)
        try check(folder, sink, faulty: faulty)
    }

    private func check(_ folder: TemporaryFolder, _ sink: Sink, faulty: Int) throws {
        let entries = try ArchiveReader(root: folder.file("state/archive")).entries()
        #expect(entries.count == Self.reports)
        #expect(Set(entries.map(\.id)).count == Self.reports)
        #expect(try Tool.run(["verify", "--state", folder.file("state")]).status == 0)
        let sent = try FileManager.default.contentsOfDirectory(atPath: folder.file("state/outbox/office/sent"))
        #expect(sent.count == faulty)
        #expect(sink.accepted() == Set(sent.map { $0.replacing(".json", with: "") }))
    }

    private func configure(_ folder: TemporaryFolder, url: String) throws {
        let text = """
            state = "\(folder.file("state"))"
            [delivery]
            retry = [0, 0.2, 0.5, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1]
            [[endpoint]]
            name = "office"
            kind = "webhook"
            burst = 0
            url = "\(url)"
            """
        try Data(text.utf8).write(to: URL(filePath: folder.file("gouji.toml")))
        try FileManager.default.createDirectory(atPath: folder.file("state/drop"), withIntermediateDirectories: true)
    }

    /// Writes the reports under names that are not taken up, every fifth one with a fault.
    private func writeReports(_ folder: TemporaryFolder) throws -> [String] {
        let form = try #require(FormCatalog.form("2021"))
        return try (0..<Self.reports).map { index in
            var agency = Agency.all[index % Agency.all.count]
            agency.name = "第\(index)号" + agency.name
            var truth = ReportTruth.make(form: form, agency: agency, year: 2023, seed: UInt64(index))
            if index % 5 == 0 { truth = truth.withFault(.balance) }
            let name = (index % 5 == 0 ? "faulty" : "sound") + "-\(index).txt"
            try Data(truth.text(.cellLines).utf8).write(to: URL(filePath: folder.file("state/drop/.\(name)")))
            return name
        }
    }

    private func start(_ folder: TemporaryFolder) throws -> Child {
        try Child(
            [Tool.path, "watch", "--config", folder.file("gouji.toml")],
            output: folder.file("out"),
            errors: folder.file("watch.log")
        )
    }

    private func isEmpty(_ folder: TemporaryFolder, _ name: String) -> Bool {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.file("state/" + name))) ?? []
        return names.allSatisfy { $0.hasPrefix(".") }
    }
}

/// `gouji sink` in a process of its own.
private struct Sink {
    let address: String
    private let child: Child
    private let folder: TemporaryFolder

    init(_ folder: TemporaryFolder) throws {
        self.folder = folder
        child = try Child(
            [Tool.path, "sink", "--port", "0", "--fail", "10"],
            output: folder.file("sink.log"),
            errors: folder.file("sink.err")
        )
        #expect(eventually { folder.read("sink.log")?.contains("listening on ") == true })
        let line = folder.read("sink.log")?.split(separator: "\n").first.map(String.init) ?? ""
        address = line.replacing("listening on ", with: "")
    }

    /// The ids of the messages that were taken.
    func accepted() -> Set<String> {
        let lines = (folder.read("sink.log") ?? "").split(separator: "\n")
        return Set(lines.filter { $0.hasPrefix("--- 200 · ") }.map { $0.split(separator: " ")[3] }.map(String.init))
    }

    func stop() {
        child.terminate()
        _ = child.wait()
    }
}
