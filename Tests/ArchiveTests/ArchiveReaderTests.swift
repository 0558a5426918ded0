import Archive
import Model
import Platform
import Record
import TestSupport
import Testing

struct ArchiveReaderTests {
    let folder: TemporaryFolder
    var root: String { folder.file("archive") }

    init() throws {
        folder = try TemporaryFolder()
        var writer = ArchiveWriter(index: try ArchiveIndex(opening: root))
        _ = try writer.store(.make("甲局", 2023, "eins"), source: Array("eins".utf8))
        _ = try writer.store(.make("甲局", 2023, "zwei"), source: Array("zwei".utf8))
        _ = try writer.store(.make("乙局", 2022, "drei"), source: Array("drei".utf8))
    }

    @Test func findsAReportByEveryKindOfReference() throws {
        let reader = ArchiveReader(root: root)
        let hex = SHA256.hex(of: Array("drei".utf8))
        for reference in [
            "2022/乙局/report-1.json", "archive/2022/乙局/report-1.json", root + "/2022/乙局/report-1.json", "乙局/2022",
            "2022/乙局", hex, "sha256:" + hex, String(hex.prefix(8)), "sha256:" + hex.prefix(4).uppercased(),
        ] {
            #expect(try reader.entry(for: reference).id == .idOf("drei"))
        }
        #expect(try reader.entry(for: "甲局/2023").revision == 2)
        #expect(throws: ArchiveError.notFound("丙局/2023")) { try reader.entry(for: "丙局/2023") }
        #expect(throws: ArchiveError.notFound("abc")) { try reader.entry(for: "abc") }
    }

    @Test func givesTheRecordAndItsSource() throws {
        let reader = ArchiveReader(root: root)
        #expect(try reader.record(at: "2023/甲局/report-2.json").id == .idOf("zwei"))
        #expect(try reader.source(of: "2023/甲局/report-2.json") == Array("zwei".utf8))
        #expect(try ArchiveReader(root: folder.file("none")).entries().isEmpty)
    }

    @Test func verifyFindsWhatAHandOrADiskDid() throws {
        let verifier = ArchiveVerifier(root: root)
        let sound = try verifier.verify()
        #expect(sound.records == 3 && sound.problems.isEmpty)
        try folder.write("drei!", to: "archive/2022/乙局/report-1.source.html")
        try folder.write("{", to: "archive/2023/甲局/report-1.json")
        try FileSystem.remove(root + "/2023/甲局/report-2.source.html")
        try folder.write("x", to: "archive/2023/甲局/report-7.source.html")
        try folder.write("x", to: "archive/2023/甲局/.tmp.X")
        try folder.write("x", to: "archive/2023/甲局/notes.txt")
        try FileSystem.makeDirectory(root + "/2021/丙局")
        try DurableFile.write(FileSystem.read(root + "/2022/乙局/report-1.json"), to: root + "/2021/丙局/report-1.json")
        let problems = try verifier.verify().problems.map(\.description)
        for (path, words) in [
            ("2022/乙局/report-1.json", "does not hash"), ("2022/乙局/report-1.json", "has 5 bytes"),
            ("2023/甲局/report-1.json", "not JSON"), ("2023/甲局/report-2.json", "source is missing"),
            ("2023/甲局/report-7.source.html", "without its record"), ("2023/甲局/.tmp.X", "left by a crash"),
            ("2023/甲局/notes.txt", "does not belong"), ("2021/丙局/report-1.json", "belong in 2022/乙局"),
            ("2022/乙局/report-1.json", "the same source as 2021/丙局/report-1.json"),
        ] {
            #expect(problems.contains { $0.hasPrefix(path) && $0.contains(words) }, "\(path) \(words)")
        }
    }
}
