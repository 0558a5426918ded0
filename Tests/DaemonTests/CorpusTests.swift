import Foundation
import TestSupport
import Testing

/// The built program on real reports, where the variable `GOUJI_CORPUS` names a folder of them.
struct CorpusTests {
    private static let corpus = ProcessInfo.processInfo.environment["GOUJI_CORPUS"]

    @Test(.enabled(if: corpus != nil, "GOUJI_CORPUS names no folder of real reports"))
    func readsRealReportsWithoutAWrongNumber() throws {
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/env")
        let script = Fixture.packageRoot.appending(path: "Tests/corpus.py").path
        process.arguments = ["python3", script, Tool.path, Self.corpus ?? ""]
        let pipe = Pipe()
        process.standardOutput = pipe
        try process.run()
        let output = String(decoding: pipe.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        process.waitUntilExit()
        #expect(process.terminationStatus == 0, "\(output)")
    }
}
