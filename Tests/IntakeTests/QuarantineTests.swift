import Foundation
import Intake
import Model
import Platform
import TestSupport
import Testing

struct QuarantineTests {
    let folder: TemporaryFolder
    let claims: ClaimFolder
    let quarantine: Quarantine

    init() throws {
        folder = try TemporaryFolder()
        try FileSystem.makeDirectory(folder.file("drop"))
        claims = try ClaimFolder(root: folder.file("claim"), drop: folder.file("drop"))
        quarantine = try Quarantine(root: folder.file("quarantine"))
    }

    @discardableResult
    private func admit(_ name: String, _ text: String) throws -> String {
        try folder.write(text, to: "drop/" + name)
        let claim = try claims.claim(name)
        try claims.takeSidecar(of: claim)
        let rejection = Rejection(.empty, .init(zh: "空", en: "empty"), line: 3, excerpt: "\u{1}x")
        let id = "sha256:" + SHA256.hex(of: Array(text.utf8))
        let source = Source(name: name, bytes: text.utf8.count)
        let place = try quarantine.prepare(claim, rejection, source: source, id: id)
        // As after a crash: done again, it comes to the same.
        #expect(try quarantine.prepare(claim, rejection, source: source, id: id) == place)
        try quarantine.admit(claim, as: place)
        claims.removeCompanions(of: claim)
        return place
    }

    @Test func keepsTheFileAndSaysWhy() throws {
        try admit("s/a.jpg", "junk")
        #expect(folder.files("quarantine") == ["a.jpg", "a.jpg.reason.json"])
        #expect(folder.files("claim").isEmpty)
        let text = try #require(folder.read("quarantine/a.jpg.reason.json"))
        let reason = try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
        #expect(reason["code"] as? String == "empty")
        #expect(reason["name"] as? String == "s/a.jpg")
        #expect(reason["line"] as? Int == 3)
        #expect((reason["message"] as? [String: String])?["zh"] == "空")
    }

    @Test func theSameBytesDoNotPileUpAndOthersDoNotOverwrite() throws {
        #expect(try admit("a", "junk") == "a")
        #expect(try admit("t/a", "junk") == "a")
        let other = try admit("a", "other junk")
        #expect(other.hasPrefix("a.") && other != "a")
        #expect(folder.read("quarantine/a") == "junk")
        #expect(folder.read("quarantine/" + other) == "other junk")
    }

    @Test func takesNamesOfAnyLengthAndTheSidecarAlong() throws {
        let long = String(repeating: "长", count: 80)
        #expect(try admit(long, "junk").utf8.count < 220)
        try folder.write("{}", to: "drop/b.meta.json")
        try admit("b", "junk")
        #expect(folder.files("quarantine").contains("b.meta.json"))
    }
}
