import Foundation
import TestSupport

/// The Python receiver, running for as long as this lives.
final class Receiver {
    let port: Int
    private let process = Process()
    private let log: String

    /// One request that it got.
    struct Visit: Decodable {
        var id: String
        var timestamp: String
        var type: String
        var verified: Bool?
        var hash: String
        var body: String
        var bytes: Int
        var path: String
        var answer: String
    }

    init(_ answers: [String], secret: String = "", certificate: String? = nil) throws {
        log = NSTemporaryDirectory() + "gouji-receiver-" + UUID().uuidString
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = ["python3", Self.script, log, secret] + answers
        if let certificate {
            process.environment = ProcessInfo.processInfo.environment.merging(["RECEIVER_CERTIFICATE": certificate]) {
                $1
            }
        }
        let output = Pipe()
        process.standardOutput = output
        try process.run()
        var line = ""
        while !line.hasSuffix("\n") {
            let bytes = output.fileHandleForReading.availableData
            if bytes.isEmpty { break }
            line += String(decoding: bytes, as: UTF8.self)
        }
        port = Int(line.dropLast()) ?? 0
    }

    deinit {
        // Not SIGTERM: a process that is started from a thread of the pool inherits its mask, where that is blocked.
        kill(process.processIdentifier, SIGKILL)
        process.waitUntilExit()
        try? FileManager.default.removeItem(atPath: log)
    }

    /// An address of the receiver, with a part that must never be seen in a log.
    var url: String { "http://127.0.0.1:\(port)/hook/geheim?key=hidden-key" }

    var visits: [Visit] {
        let text = (try? String(contentsOfFile: log, encoding: .utf8)) ?? ""
        return text.split(separator: "\n").compactMap { try? JSONDecoder().decode(Visit.self, from: Data($0.utf8)) }
    }

    private static let script = Fixture.packageRoot.appending(path: "Tests/NotifyTests/Receivers/receiver.py").path
}
