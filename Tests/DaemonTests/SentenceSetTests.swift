import Foundation
import TestSupport
import Testing

/// The built program on narratives whose truth is known: it judges no set of them worse than before.
struct SentenceSetTests {
    private static let sets = Fixture.packageRoot.appending(path: "Fixtures/sentences")

    @Test func judgesSentencesAsWellAsBefore() throws {
        let names = try FileManager.default.contentsOfDirectory(atPath: Self.sets.path).filter { $0.hasPrefix("set-") }
        try #require(!names.isEmpty)
        let run = try Tool.script("sentences.py", names.sorted().map { Self.sets.appending(path: $0).path })
        #expect(run.status == 0, "\(run.output)\(run.errors)")
    }
}
