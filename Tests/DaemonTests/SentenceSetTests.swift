import Foundation
import TestSupport
import Testing

/// The built program on narratives whose truth is known: it judges no set of them worse than before.
struct SentenceSetTests {
    private static let sets = Fixture.packageRoot.appending(path: "Fixtures/sentences")

    @Test func judgesSentencesAsWellAsBefore() throws {
        let names = try FileManager.default.contentsOfDirectory(atPath: Self.sets.path).filter { $0.hasPrefix("set-") }
        try #require(!names.isEmpty)
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/env")
        let script = Fixture.packageRoot.appending(path: "Tests/sentences.py").path
        let paths = names.sorted().map { Self.sets.appending(path: $0).path }
        process.arguments = ["python3", script, Tool.path] + paths
        let pipe = Pipe()
        process.standardOutput = pipe
        process.standardError = pipe
        try process.run()
        let output = String(decoding: pipe.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        process.waitUntilExit()
        #expect(process.terminationStatus == 0, "\(output)")
    }
}
