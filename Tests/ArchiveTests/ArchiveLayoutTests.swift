import Archive
import Model
import Testing

struct ArchiveLayoutTests {
    @Test(arguments: ["某市司法局", "国家税务总局 某市税务局", "Bureau (第二)", "a-1"])
    func keepsAnOrdinaryName(name: String) {
        #expect(ArchiveLayout.component(name) == name)
    }

    @Test(arguments: [
        "..", ".", ".hidden", "a/b", "a\0b", "a\nb", "../../etc", String(repeating: "局", count: 67), "a\u{202E}b",
    ])
    func makesAnyOtherNameSafe(name: String) {
        let component = ArchiveLayout.component(name)
        #expect(component.utf8.count <= 200)
        #expect(!component.hasPrefix("."))
        #expect(!component.unicodeScalars.contains { $0 == "/" || $0.value < 0x20 })
        #expect(component != name)
    }

    @Test func twoAgenciesNeverShareAFolder() {
        #expect(ArchiveLayout.component("a/b") != ArchiveLayout.component("a\nb"))
        #expect(ArchiveLayout.component("a/b") != ArchiveLayout.component("a_b"))
        let long = String(repeating: "局", count: 70)
        #expect(ArchiveLayout.component(long + "甲") != ArchiveLayout.component(long + "乙"))
    }

    @Test func tellsRecordsFromSources() throws {
        let record = try #require(ArchiveLayout.record(named: "not-a-report-12.json"))
        #expect(record.kind == "not-a-report" && record.revision == 12)
        #expect(ArchiveLayout.record(named: "report-1.source.json") == nil)
        #expect(ArchiveLayout.record(named: "report.json") == nil)
        #expect(ArchiveLayout.record(named: "report-0.json") == nil)
        #expect(ArchiveLayout.source(named: "report-3.source.html")?.revision == 3)
        #expect(ArchiveLayout.source(named: "report-3.json") == nil)
    }

    @Test func namesTheSourceByWhatItIs() {
        #expect(ArchiveLayout.sourceExtension(of: Source(name: "x.asp", mediaType: "text/html")) == "html")
        #expect(ArchiveLayout.sourceExtension(of: Source(name: "x.TXT")) == "txt")
        #expect(ArchiveLayout.sourceExtension(of: Source(name: "x.../../")) == "bin")
        #expect(ArchiveLayout.sourceExtension(of: Source(name: "none")) == "bin")
    }
}
