internal import Glibc
internal import Platform

/// Standard output and standard error, written without the C library's streams, which Swift 6 holds to be unsafe.
enum Console {
    /// Writes all of `bytes` to standard output.
    ///
    /// - Throws: where it cannot be written: a full disk, a closed pipe.
    static func write(_ bytes: [UInt8]) throws(Failure) { try write(bytes, to: STDOUT_FILENO) }

    /// Writes `text` and a line feed to standard output.
    static func line(_ text: String) throws(Failure) { try write(Array((text + "\n").utf8)) }

    /// Writes one line to standard error; that there is nobody to read it is no failure.
    static func error(_ text: String) {
        let line = text.split(whereSeparator: \.isNewline).joined(separator: " ")
        try? write(Array((line + "\n").utf8), to: STDERR_FILENO)
    }

    /// Writes to standard error as it is: for the line that shows progress.
    static func progress(_ text: String) { try? write(Array(text.utf8), to: STDERR_FILENO) }

    /// Whether somebody watches standard error.
    static var isErrorTerminal: Bool { isatty(STDERR_FILENO) == 1 }

    private static func write(_ bytes: [UInt8], to descriptor: Int32) throws(Failure) {
        var start = 0
        while start < bytes.count {
            let written = unsafe bytes[start...].withUnsafeBytes {
                unsafe Glibc.write(descriptor, $0.baseAddress, $0.count)
            }
            if written > 0 { start += written }
            if written < 0, errno != EINTR {
                throw Failure(
                    "cannot write the output: \(PlatformError(operation: "write", path: "", errno: errno).remedy)"
                )
            }
        }
    }
}
