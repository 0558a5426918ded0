import Foundation

/// The executable `gouji` that the test run has just built.
enum Tool {
    struct Result {
        var status: Int32
        var output: String
        var errors: String
    }

    static var url: URL {
        URL(filePath: "/proc/self/exe").resolvingSymlinksInPath().deletingLastPathComponent().appending(path: "gouji")
    }

    /// Runs it to its end.
    static func run(_ arguments: [String], input: [UInt8] = [], folder: URL? = nil) throws -> Result {
        try withFolder { scratch in
            let process = Process()
            process.executableURL = url
            process.arguments = arguments
            process.currentDirectoryURL = folder
            let files = try ["in", "out", "err"].map { name in
                let file = scratch.appending(path: name)
                try Data(name == "in" ? input : []).write(to: file)
                return try FileHandle(forUpdating: file)
            }
            process.standardInput = files[0]
            process.standardOutput = files[1]
            process.standardError = files[2]
            try process.run()
            process.waitUntilExit()
            return Result(
                status: process.terminationStatus,
                output: try String(contentsOf: scratch.appending(path: "out"), encoding: .utf8),
                errors: try String(contentsOf: scratch.appending(path: "err"), encoding: .utf8)
            )
        }
    }
}

/// Gives `body` a folder of its own and takes it away afterwards.
func withFolder<Result>(_ body: (URL) throws -> Result) throws -> Result {
    let folder = FileManager.default.temporaryDirectory.appending(path: "gouji-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    return try body(folder)
}
