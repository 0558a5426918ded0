import Foundation
import TestSupport
import Testing

/// The built program on real reports, where the variable `GOUJI_CORPUS` names a folder of them.
struct CorpusTests {
    private static let corpus = ProcessInfo.processInfo.environment["GOUJI_CORPUS"]

    @Test(.enabled(if: corpus != nil, "GOUJI_CORPUS names no folder of real reports"))
    func readsRealReportsWithoutAWrongNumber() throws {
        let run = try Tool.script("corpus.py", [Self.corpus ?? ""])
        #expect(run.status == 0, "\(run.output)\(run.errors)")
    }
}
