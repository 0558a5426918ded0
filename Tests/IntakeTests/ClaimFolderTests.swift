import Intake
import Model
import Platform
import TestSupport
import Testing

struct ClaimFolderTests {
    let folder: TemporaryFolder
    let claims: ClaimFolder

    init() throws {
        folder = try TemporaryFolder()
        try FileSystem.makeDirectory(folder.file("drop"))
        claims = try ClaimFolder(root: folder.file("claim"), drop: folder.file("drop"))
    }

    private static let strange = FileName.decode([0xC4, 0xEA, 0xB1, 0xA8] + Array(".html".utf8))

    @Test(arguments: ["a.html", "源/报告 100%.html", "x%2Fy", "a\nb", strange, "深/" + String(repeating: "长", count: 80)])
    func theSourcesNameSurvivesARestart(name: String) throws {
        try FileSystem.makeDirectory(FileSystem.parent(of: folder.file("drop/" + name)))
        try DurableFile.write([1], to: folder.file("drop/" + name))
        let claim = try claims.claim(name)
        #expect(FileSystem.exists(claim.path) && !FileSystem.exists(folder.file("drop/" + name)))
        let again = try claims.leftovers()
        #expect(again == [claim])
        #expect(again.first?.sourceName == name)
        try claims.release(claim)
        #expect(folder.files("claim").isEmpty)
    }

    @Test func onlyOneClaimWins() throws {
        try folder.write("x", to: "drop/a")
        _ = try claims.claim("a")
        let error = #expect(throws: PlatformError.self) { try claims.claim("a") }
        #expect(error?.isMissing == true)
    }

    @Test func countsReadingsThatDidNotEnd() throws {
        try folder.write("x", to: "drop/a")
        var claim = try claims.claim("a")
        #expect(claim.attempts == 1)
        for expected in 2...3 {
            claim = try #require(try claims.leftovers().first)
            try claims.begin(&claim)
            #expect(claim.attempts == expected)
        }
        try claims.finish(&claim)
        #expect(try claims.leftovers().first?.attempts == 0)
    }

    @Test func theSidecarTravelsWithTheFile() throws {
        try folder.write("x", to: "drop/s/a.html")
        try folder.write(#"{"url":"https://x.gov.cn/1","agency":"某局","year":2023}"#, to: "drop/s/a.html.meta.json")
        let claim = try claims.claim("s/a.html")
        try claims.takeSidecar(of: claim)
        try claims.takeSidecar(of: claim)
        #expect(folder.files("drop").isEmpty)
        var source = Source(name: "s/a.html")
        Sidecar.apply(claim, to: &source, log: Log(threshold: .critical))
        #expect(source.url == "https://x.gov.cn/1" && source.fetched == nil)
        #expect(source.hint == Source.Hint(agency: "某局", year: 2023))
    }

    @Test(arguments: ["{", "[]", #"{"year":"soon"}"#, ""])
    func aBadSidecarSaysNothing(text: String) throws {
        try folder.write("x", to: "drop/a")
        try folder.write(text, to: "drop/a.meta.json")
        var source = Source(name: "a")
        let claim = try claims.claim("a")
        try claims.takeSidecar(of: claim)
        #expect(FileSystem.exists(claim.sidecarPath))
        Sidecar.apply(claim, to: &source, log: Log(threshold: .critical))
        #expect(source == Source(name: "a"))
    }

    @Test func aCrashLeavesNoLitter() throws {
        try folder.write("x", to: "drop/a")
        try folder.write("{}", to: "drop/a.meta.json")
        let claim = try claims.claim("a")
        try claims.takeSidecar(of: claim)
        try FileSystem.remove(claim.path)
        try folder.write("half", to: "claim/.tmp.X")
        #expect(try claims.leftovers().isEmpty)
        #expect(folder.files("claim").isEmpty)
    }

    @Test func aFilePutThereByHandBecomesAClaim() throws {
        try folder.write("x", to: "claim/by hand.html")
        let claim = try #require(try claims.leftovers().first)
        #expect(claim.sourceName == "by hand.html" && claim.attempts == 0)
        #expect(FileSystem.exists(claim.path))
    }

    @Test func readsTheFileOnceAndWhole() throws {
        try folder.write("12345", to: "drop/a")
        let claim = try claims.claim("a")
        guard case .bytes(let bytes, let status) = try claim.read(limit: 5) else { throw Unexpected() }
        #expect(bytes == Array("12345".utf8) && status.size == 5)
        guard case .tooLarge = try claim.read(limit: 4) else { throw Unexpected() }
        let writer = try OwnedDescriptor.open(claim.path, 1)
        guard case .changing = try claim.read(limit: 5) else { throw Unexpected() }
        _ = consume writer
    }

    private struct Unexpected: Error {}
}
