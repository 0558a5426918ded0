import Foundation
import Glibc
import TestSupport

/// A process that a test starts.
///
/// Not Foundation's `Process`: a child keeps the signal mask of the thread that starts it, tests run on threads that block
/// SIGTERM, and `Process` cannot clear the mask.
struct Child: Sendable {
    let pid: pid_t

    /// Starts `arguments`, the first of which is the executable; the three paths are its standard files.
    init(_ arguments: [String], input: String = "/dev/null", output: String, errors: String) throws {
        var actions = unsafe posix_spawn_file_actions_t()
        unsafe posix_spawn_file_actions_init(&actions)
        defer { unsafe _ = posix_spawn_file_actions_destroy(&actions) }
        unsafe posix_spawn_file_actions_addopen(&actions, 0, input, O_RDONLY, 0)
        unsafe posix_spawn_file_actions_addopen(&actions, 1, output, O_WRONLY | O_CREAT | O_APPEND, 0o600)
        unsafe posix_spawn_file_actions_addopen(&actions, 2, errors, O_WRONLY | O_CREAT | O_APPEND, 0o600)
        var attributes = posix_spawnattr_t()
        unsafe posix_spawnattr_init(&attributes)
        defer { unsafe _ = posix_spawnattr_destroy(&attributes) }
        var noSignals = sigset_t()
        unsafe sigemptyset(&noSignals)
        unsafe posix_spawnattr_setsigmask(&attributes, &noSignals)
        unsafe posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGMASK))
        let words = unsafe arguments.map { unsafe strdup($0) } + [nil]
        defer { unsafe words.forEach { unsafe free($0) } }
        var pid: pid_t = 0
        let result = unsafe posix_spawn(&pid, arguments[0], &actions, &attributes, words, environ)
        guard result == 0 else { throw CocoaError(.executableNotLoadable) }
        self.pid = pid
    }

    /// The exit status, or 128 and the signal that ended it.
    func wait() -> Int32 {
        var status: Int32 = 0
        while unsafe waitpid(pid, &status, 0) < 0, errno == EINTR {}
        return status & 0x7F == 0 ? status >> 8 & 0xFF : 128 + status & 0x7F
    }

    func terminate() { kill(pid, SIGTERM) }
}

/// The executable `gouji` that the test run has just built.
enum Tool {
    struct Result {
        var status: Int32
        var output: String
        var errors: String
    }

    static var path: String {
        URL(filePath: "/proc/self/exe").resolvingSymlinksInPath().deletingLastPathComponent()
            .appending(path: "gouji").path
    }

    /// Runs it to its end, in `folder` where one is given.
    static func run(_ arguments: [String], input: [UInt8] = [], folder: URL? = nil) throws -> Result {
        try run(path, arguments, input: input, folder: folder)
    }

    /// Runs a script of `Tests` on it.
    static func script(_ name: String, _ arguments: [String]) throws -> Result {
        let script = Fixture.packageRoot.appending(path: "Tests/\(name)").path
        return try run("/usr/bin/env", ["python3", script, path] + arguments)
    }

    /// Runs another program to its end.
    static func run(
        _ program: String,
        _ arguments: [String],
        input: [UInt8] = [],
        folder: URL? = nil
    ) throws -> Result {
        let scratch = try TemporaryFolder()
        try Data(input).write(to: URL(filePath: scratch.file("in")))
        let inFolder = folder.map { ["/bin/sh", "-c", #"cd "$0" && exec "$@""#, $0.path] } ?? []
        let child = try Child(
            inFolder + [program] + arguments,
            input: scratch.file("in"),
            output: scratch.file("out"),
            errors: scratch.file("err")
        )
        let status = child.wait()
        return Result(status: status, output: scratch.read("out") ?? "", errors: scratch.read("err") ?? "")
    }
}
