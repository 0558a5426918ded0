internal import CPlatform
internal import Glibc

/// Runs a program that others wrote on bytes that others made: without environment, network or files of ours, and
/// within limits of time, memory and output.
struct ConfinedTool {
    struct Limits {
        /// Of address space: what the program's libraries map counts too.
        var memoryBytes = 512 << 20
        var outputBytes = 64 << 20
        var cpuSeconds = 20
        var wallMilliseconds = 30_000
    }

    /// How it ended.
    struct Result {
        var output: [UInt8]
        /// What it said of errors, at most 500 bytes.
        var message: String
        /// Its exit status, or the signal that ended it as a negative number.
        var status: Int
        var isTimedOut: Bool
    }

    var path: String
    var limits = Limits()

    /// The first of `paths` that is a program, or nil.
    static func first(of paths: [String]) -> ConfinedTool? {
        paths.first { unsafe access($0, X_OK) == 0 }.map { ConfinedTool(path: $0) }
    }

    /// - Parameters:
    ///   - arguments: at most fifteen.
    ///   - input: what it reads from standard input.
    /// - Returns: nil where no process or no memory was to be had.
    func run(_ arguments: [String], input: [UInt8]) -> Result? {
        let words = arguments.flatMap { argument -> [CChar] in Array(argument.utf8CString) } + [0]
        var bounds = gouji_tool_limits(
            memory: UInt64(limits.memoryBytes),
            output: UInt64(limits.outputBytes),
            cpu_seconds: UInt32(limits.cpuSeconds),
            wall_milliseconds: UInt32(limits.wallMilliseconds)
        )
        var result = gouji_tool_result()
        guard unsafe gouji_run_tool(path, words, input, input.count, &bounds, &result) == 0 else { return nil }
        defer { close(result.output) }
        let message = unsafe withUnsafeBytes(of: result.message) { raw in
            unsafe String(decoding: raw.prefix { $0 != 0 }, as: UTF8.self)
        }
        return Result(
            output: Self.content(of: result.output),
            message: message,
            status: Int(gouji_tool_exit(result.status)),
            isTimedOut: result.timed_out != 0
        )
    }

    private static func content(of descriptor: Int32) -> [UInt8] {
        let size = max(0, lseek(descriptor, 0, SEEK_END))
        return unsafe [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
            count = 0
            while count < size {
                let address = unsafe buffer.baseAddress.map { unsafe $0 + count }
                let got = unsafe pread(descriptor, address, size - count, count)
                if got < 0, errno == EINTR { continue }
                if got <= 0 { break }
                count += got
            }
        }
    }
}
