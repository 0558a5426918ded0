import Archive
import Model
import Platform
import TestSupport
import Testing

struct ArchiveTests {
    let folder: TemporaryFolder
    var root: String { folder.file("archive") }

    init() throws { folder = try TemporaryFolder() }

    @Test func putsTheSourceBesideTheRecord() throws {
        var writer = ArchiveWriter(index: try ArchiveIndex(opening: root))
        let stored = try writer.store(.make("某市司法局", 2023, "eins"), source: Array("eins".utf8))
        #expect(stored.isNew)
        #expect(stored.entry.path == "2023/某市司法局/report-1.json")
        #expect(folder.files("archive/2023/某市司法局") == ["report-1.json", "report-1.source.html"])
        #expect(folder.read("archive/2023/某市司法局/report-1.source.html") == "eins")
        #expect(folder.read("archive/2023/某市司法局/report-1.json")?.hasSuffix("}\n") == true)
    }

    @Test func theSameBytesAreStoredOnceAlsoAfterARestart() throws {
        let report = Report.make("某局", 2023, "eins")
        var writer = ArchiveWriter(index: try ArchiveIndex(opening: root))
        let first = try writer.store(report, source: Array("eins".utf8))
        let again = try writer.store(report, source: Array("eins".utf8))
        #expect(again.entry == first.entry && !again.isNew)
        var second = ArchiveWriter(index: try ArchiveIndex(opening: root))
        #expect(try second.store(report, source: Array("eins".utf8)).isNew == false)
        #expect(folder.files("archive/2023/某局").count == 2)
    }

    @Test func otherBytesAreTheNextRevisionAndAStatisticsPageIsNone() throws {
        var writer = ArchiveWriter(index: try ArchiveIndex(opening: root))
        _ = try writer.store(.make("某局", 2023, "eins"), source: Array("eins".utf8))
        let second = try writer.store(.make("某局", 2023, "zwei"), source: Array("zwei".utf8))
        let page = try writer.store(.make("某局", 2023, "drei", kind: .statistics), source: Array("drei".utf8))
        #expect(second.entry.path == "2023/某局/report-2.json")
        #expect(page.entry.path == "2023/某局/statistics-1.json")
    }

    @Test func reportsOfUnknownAgencyOrYearStandAlone() throws {
        var writer = ArchiveWriter(index: try ArchiveIndex(opening: root))
        let one = try writer.store(.make(nil, 2023, "eins"), source: Array("eins".utf8))
        let two = try writer.store(.make("某局", nil, "zwei"), source: Array("zwei".utf8))
        #expect(one.entry.path == "unknown/\(SHA256.hex(of: Array("eins".utf8)).prefix(16))/report-1.json")
        #expect(two.entry.path == "unknown/\(SHA256.hex(of: Array("zwei".utf8)).prefix(16))/report-1.json")
    }

    /// `isCut`: a crash left the old record beside the new one.
    @Test(arguments: [false, true])
    func aReportWhoseAgencyIsKnownNowMovesThere(_ isCut: Bool) throws {
        let bytes = Array("eins".utf8)
        var writer = ArchiveWriter(index: try ArchiveIndex(opening: root))
        let unknown = "archive/unknown/\(SHA256.hex(of: bytes).prefix(16))"
        _ = try writer.store(.make(nil, 2023, "eins"), source: bytes)
        let record = try #require(folder.read(unknown + "/report-1.json"))
        let known = Report.make("某局", 2023, "eins")
        #expect(try writer.move(known, source: bytes).path == "2023/某局/report-1.json")
        if isCut {
            try folder.write("eins", to: unknown + "/report-1.source.html")
            try folder.write(record, to: unknown + "/report-1.json")
            writer = ArchiveWriter(index: try ArchiveIndex(opening: root))
        }
        let again = try writer.store(known, source: bytes)
        #expect(!again.isNew && again.entry.path == "2023/某局/report-1.json")
        #expect(!FileSystem.exists(folder.file(unknown)))
        #expect(folder.files("archive/2023/某局") == ["report-1.json", "report-1.source.html"])
        #expect(try ArchiveVerifier(root: root).verify().problems.isEmpty)
    }

    @Test func aCrashBetweenSourceAndRecordLeavesNoSecondSource() throws {
        try folder.write("eins", to: "archive/2023/某局/report-1.source.html")
        try folder.write("half", to: "archive/2023/某局/.tmp.01K")
        var writer = ArchiveWriter(index: try ArchiveIndex(opening: root))
        let stored = try writer.store(.make("某局", 2023, "eins"), source: Array("eins".utf8))
        #expect(stored.entry.revision == 1)
        #expect(folder.files("archive/2023/某局") == ["report-1.json", "report-1.source.html"])
    }

    @Test func theSourceThatACrashLeftIsNeverOverwrittenByAnotherReport() throws {
        try folder.write("eins", to: "archive/2023/某局/report-1.source.html")
        var writer = ArchiveWriter(index: try ArchiveIndex(opening: root))
        #expect(try writer.store(.make("某局", 2023, "zwei"), source: Array("zwei".utf8)).entry.revision == 2)
        #expect(try writer.store(.make("某局", 2023, "eins"), source: Array("eins".utf8)).entry.revision == 1)
        #expect(try ArchiveVerifier(root: root).verify().problems.isEmpty)
    }

    @Test func theIndexIsRebuiltFromTheRecordsAndTrustsNoStaleLine() throws {
        var writer = ArchiveWriter(index: try ArchiveIndex(opening: root))
        for text in ["eins", "zwei", "drei"] {
            _ = try writer.store(.make("某局", 2023, text), source: Array(text.utf8))
        }
        #expect(try ArchiveIndex(opening: root).readRecords == 0)
        // A record that is gone, a line that was cut off, an index that is garbage, none at all.
        try FileSystem.remove(root + "/2023/某局/report-2.json")
        let pruned = try ArchiveIndex(opening: root)
        #expect(pruned.count == 2 && pruned.path(of: .idOf("zwei")) == nil)
        let whole = try #require(folder.read("archive/.index"))
        for (text, unknown) in [(String(whole.dropLast(7)), 1), ("\0\0\0\0", 2), ("", 2)] {
            try folder.write(text, to: "archive/.index")
            let index = try ArchiveIndex(opening: root)
            #expect(index.readRecords == unknown)
            #expect(index.path(of: .idOf("drei")) == "2023/某局/report-3.json")
        }
        #expect(try ArchiveIndex(opening: root).readRecords == 0)
    }

    @Test func theIndexSaysWhatTheRecordsSay() throws {
        var writer = ArchiveWriter(index: try ArchiveIndex(opening: root))
        var report = Report.make("某\t局\\n", 2023, "eins")
        report.findings = [
            Finding(rule: "a", severity: .error, message: .init(zh: "", en: ""), fingerprint: "ff01"),
            Finding(rule: "b", severity: .error, message: .init(zh: "", en: ""), fingerprint: "ff00"),
            Finding(rule: "c", severity: .error, message: .init(zh: "", en: ""), fingerprint: "aa", accepted: "known"),
            Finding(rule: "d", severity: .warning, message: .init(zh: "", en: ""), fingerprint: "bb"),
        ]
        let stored = try writer.store(report, source: Array("eins".utf8)).entry
        let fromIndex = try ArchiveReader(root: root).entries()
        try FileSystem.remove(root + "/.index")
        let fromRecord = try ArchiveReader(root: root).entries()
        #expect(fromIndex == [stored])
        #expect(fromRecord == [stored])
        #expect(stored.errorFingerprints == ["ff00", "ff01"])
        #expect(stored.errors == 2 && stored.warnings == 1 && stored.verdict == "fail")
    }
}
