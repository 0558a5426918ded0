import Archive
import Foundation
import Platform
import Record
import TestSupport
import Testing

/// `gouji repair` on an archive of three reports that the daemon made, with real damage.
struct RepairTests {
    private let folder: TemporaryFolder
    private let archive: String

    init() throws {
        folder = try TemporaryFolder()
        archive = folder.file("state/archive")
        try FileManager.default.createDirectory(atPath: folder.file("state/drop"), withIntermediateDirectories: true)
        let series = ReportTruth.series(agency: Agency.all[3], years: 2022...2023, seed: 21, carryOverFault: [2023: 3])
        for report in series { try drop(report.text(.markdown), "\(report.year).md") }
        // A container, whose member came with an address.
        let form = try #require(series.first?.form)
        let member = ReportTruth.make(form: form, agency: Agency.all[5], year: 2022, seed: 8)
        let line = try JSONSerialization.data(
            withJSONObject: ["url": "https://example.org/a", "content": member.text(.tabs)]
        )
        try drop(String(decoding: line, as: UTF8.self) + "\n", "crawl.jsonl")
        let daemon = try Child(
            [Tool.path, "watch", "--state", folder.file("state")],
            output: folder.file("out"),
            errors: folder.file("watch.log")
        )
        let (root, containers) = (archive, folder.file("state/archive/containers"))
        #expect(
            eventually {
                (try? ArchiveReader(root: root).entries().count) == 3 && FileSystem.exists(containers)
                    && (try? FileSystem.list(containers).count) == 1
            }
        )
        daemon.terminate()
        #expect(daemon.wait() == 0)
    }

    private func drop(_ text: String, _ name: String) throws { try folder.write(text, to: "state/drop/" + name) }

    private func repair(_ arguments: [String] = []) throws -> Tool.Result {
        try Tool.run(["repair", "--state", folder.file("state")] + arguments)
    }

    private func verify() throws -> Int32 { try Tool.run(["verify", "--state", folder.file("state")]).status }

    /// The paths in the archive of the records, with the container's last.
    private func paths() throws -> [String] {
        let entries = try ArchiveReader(root: archive).entries()
        return entries.filter { !$0.sourceName.contains("#") }.map(\.path)
            + entries.filter { $0.sourceName.contains("#") }.map(\.path)
    }

    private func read(_ path: String) throws -> [UInt8] { try FileSystem.read(archive + "/" + path) }

    private func write(_ bytes: [UInt8], _ path: String) throws {
        try DurableFile.write(bytes, to: archive + "/" + path, replacing: true)
    }

    private func source(_ record: String) throws -> String {
        try #require(try ArchiveReader(root: archive).sourcePath(of: record))
    }

    /// Everything that stands in the archive but the index file, by its path.
    private func contents() throws -> [String: [UInt8]] {
        var found: [String: [UInt8]] = [:]
        let names = try #require(FileManager.default.enumerator(atPath: archive)?.allObjects as? [String])
        for name in names where try FileSystem.status(of: archive + "/" + name).isRegular && name != ".index" {
            found[name] = try read(name)
        }
        return found
    }

    /// What was set aside.
    private func aside() throws -> [[UInt8]] {
        let root = folder.file("state/damaged")
        let names = FileManager.default.enumerator(atPath: root)?.allObjects as? [String] ?? []
        return try names.filter { try FileSystem.status(of: root + "/" + $0).isRegular }
            .map { try FileSystem.read(root + "/" + $0) }
    }

    @Test func aSoundArchiveStaysAsItIs() throws {
        let before = try contents()
        let result = try repair()
        #expect(result.status == 0)
        #expect(result.output == "3 records, 0 mended, all sound\n")
        #expect(try contents() == before)
        #expect(!FileSystem.exists(folder.file("state/damaged")))
    }

    @Test func recordsAreMadeAgainAsTheyWere() throws {
        let before = try contents()
        let paths = try paths()
        let cut = Array(try read(paths[0]).prefix(900))
        try write(cut, paths[0])
        try FileManager.default.removeItem(atPath: archive + "/" + paths[1])
        // A byte of the member's record is flipped, so that it is no JSON; address and container are told by the rest.
        var flipped = try read(paths[2])
        flipped[1] = 0x7F
        try write(flipped, paths[2])
        #expect(try verify() == 1)
        let dry = try repair(["--dry-run"])
        #expect(dry.status == 1)
        #expect(dry.output.hasSuffix("3 to mend, 0 that cannot be mended; nothing was changed\n"))
        #expect(try read(paths[0]) == cut)
        let result = try repair()
        #expect(result.status == 0, "\(result.output)")
        #expect(result.output.contains("3 records, 3 mended, all sound; what was replaced is in "))
        let after = try contents()
        #expect(after.keys.sorted() == before.keys.sorted())
        // The one whose beginning alone was left has lost what the record alone knew: how often it was judged.
        for (path, bytes) in before where path != paths[1] { #expect(after[path] == bytes, "\(path)") }
        #expect(Set(try aside()) == [cut, flipped])
        #expect(try repair().output == "3 records, 0 mended, all sound\n")
    }

    @Test func aSourceThatIsNowhereIsAskedFor() throws {
        let path = try paths()[0]
        let source = try source(path)
        let bytes = try read(source)
        var flipped = bytes
        flipped[bytes.count / 2] ^= 0x20
        try write(flipped, source)
        let result = try repair()
        #expect(result.status == 1)
        #expect(result.output.contains("give the file as it was to gouji repair"))
        #expect(try read(source) == flipped)
        try DurableFile.write(bytes, to: folder.file("copy.bin"))
        let offered = try repair([folder.file("copy.bin")])
        #expect(offered.status == 0, "\(offered.output)")
        #expect(try read(source) == bytes)
        #expect(try aside() == [flipped])
    }

    @Test func aMembersSourceIsTakenFromItsContainer() throws {
        let path = try paths()[2]
        let source = try source(path)
        let bytes = try read(source)
        try FileManager.default.removeItem(atPath: archive + "/" + source)
        let result = try repair()
        #expect(result.status == 0, "\(result.output)")
        #expect(result.output.contains("its bytes put back from " + archive + "/containers/sha256:"))
        #expect(try read(source) == bytes)
    }

    @Test func aContainerIsPutBackFromAFile() throws {
        let name = try #require(try ArchiveReader(root: archive).originals().containers.first)
        let bytes = try read(name)
        try write(Array(bytes.dropLast(5)), name)
        #expect(try repair().status == 1)
        try DurableFile.write(bytes, to: folder.file("crawl.jsonl"))
        #expect(try repair([folder.file("crawl.jsonl")]).status == 0)
        #expect(try read(name) == bytes)
    }

    @Test func whatWasMovedByHandIsMovedBack() throws {
        let path = try paths()[0]
        let wrong = "2001/elsewhere"
        try FileManager.default.createDirectory(atPath: archive + "/" + wrong, withIntermediateDirectories: true)
        for name in [path, try source(path)] {
            try DurableFile.rename(from: archive + "/" + name, to: archive + "/\(wrong)/" + FileSystem.name(of: name))
        }
        let before = try contents().count
        let result = try repair()
        #expect(result.status == 0, "\(result.output)")
        #expect(result.output.contains("\(wrong)/report-1.json: moved to \(path)"))
        #expect(try contents().count == before)
    }

    @Test func aRecordThatWasEditedIsMadeAgain() throws {
        let path = try paths()[0]
        let right = try read(path)
        let edited = String(decoding: right, as: UTF8.self).replacing(#""year": 2022"#, with: #""year": 2019"#)
        try write(Array(edited.utf8), path)
        #expect(try verify() == 1)
        #expect(try repair().status == 0)
        #expect(try read(path) == right)
        #expect(try aside() == [Array(edited.utf8)])
    }

    @Test func aCopyIsSetAsideAndARecordThatWasWrittenOverIsNot() throws {
        let (first, second) = (try paths()[0], try paths()[1])
        let twin = FileSystem.parent(of: first) + "/report-2"
        try FileManager.default.copyItem(atPath: archive + "/" + first, toPath: archive + "/\(twin).json")
        try FileManager.default.copyItem(
            atPath: archive + "/" + source(first),
            toPath: archive + "/\(twin).source.md"
        )
        // The other year's record was overwritten with this one's.
        let right = try read(second)
        try write(try read(first), second)
        let result = try repair()
        #expect(result.status == 0, "\(result.output)")
        #expect(result.output.contains("\(twin).json: set aside"))
        let made = try ArchiveReader(root: archive).record(at: second)
        #expect(String(decoding: right, as: UTF8.self).contains(made.id))
        #expect(try ArchiveReader(root: archive).entries().count == 3)
    }

    @Test func whatACrashLeftAndWhatDoesNotBelongIsSetAside() throws {
        let place = FileSystem.parent(of: try paths()[0])
        try folder.write("half", to: "state/archive/\(place)/.tmp.01JABCDEF")
        try folder.write("notes", to: "state/archive/\(place)/notes.txt")
        let result = try repair()
        #expect(result.status == 0, "\(result.output)")
        #expect(Set(try aside()) == [Array("half".utf8), Array("notes".utf8)])
    }

    @Test func theStoreOfSketchesIsMadeAgain() throws {
        let sketches = folder.file("state/resemblance/sketches")
        let before = try FileSystem.read(sketches)
        #expect(before.count > 184)
        var flipped = before
        flipped[200] ^= 1
        try DurableFile.write(flipped, to: sketches, replacing: true)
        let result = try repair()
        #expect(result.status == 0, "\(result.output)")
        #expect(result.output.contains("resemblance: made again"))
        #expect(try FileSystem.read(sketches).count == before.count)
        #expect(try aside().contains(flipped))
    }

    @Test func aLaterVersionsRecordIsLeft() throws {
        let path = try paths()[0]
        let later = String(decoding: try read(path), as: UTF8.self).replacing("gouji/report/1", with: "gouji/report/2")
        try write(Array(later.utf8), path)
        let result = try repair()
        #expect(result.status == 1)
        #expect(result.output.contains("a later version of gouji wrote it"))
        #expect(try read(path) == Array(later.utf8))
    }

    @Test func whereTheRecordCannotBeWrittenTheOldOneStays() throws {
        let path = try paths()[0]
        let place = archive + "/" + FileSystem.parent(of: path)
        try write([0x7B], path)
        // What is larger than the limit is refused as on a full disk; the shell's limit is in blocks of 512 bytes.
        let result = try Tool.run(
            "/bin/sh",
            ["-c", #"trap '' XFSZ; ulimit -f 2; exec "$0" repair --state "$1""#, Tool.path, folder.file("state")]
        )
        #expect(result.status == 3, "\(result.output) \(result.errors)")
        #expect(try read(path) == [0x7B])
        #expect(try FileSystem.list(place).allSatisfy { !$0.name.hasPrefix(DurableFile.temporaryPrefix) })
        #expect(try repair().status == 0)
    }

    @Test func itDoesNotWorkBesideADaemon() throws {
        let lock = try LockFile(folder.file("state/lock"))
        let result = try repair()
        #expect(result.status == 1)
        #expect(result.errors.contains("another gouji watch is running"))
        withExtendedLifetime(lock) {}
    }
}
