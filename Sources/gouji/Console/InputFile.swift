internal import Glibc

/// Why a file could not be read.
struct InputError: Error, Equatable {
    /// The error of the system, or `EFBIG` where the file is larger than allowed.
    var code: Int32
    /// What is wrong and what to do, without the file's name.
    var reason: String

    init(_ code: Int32) {
        self.code = code
        reason = Self.reason(code)
    }

    /// A sentence with the remedy for the errors that people meet, the system's own words for the others.
    static func reason(_ code: Int32) -> String {
        switch code {
        case ENOENT: "no such file; check the name"
        case EACCES: "not readable for this user; change its mode or run as another user"
        case EISDIR: "a folder; name the files in it"
        case EFBIG: "larger than allowed"
        case ENOSPC: "no space left; free some"
        case EPIPE: "the reader has gone"
        default: unsafe String(cString: strerror(code))
        }
    }
}

/// Reads what the command line names.
enum InputFile {
    /// The whole content of `path`; `-` is standard input. What is larger than `limit` bytes is refused without being
    /// read to its end.
    static func bytes(of path: String, atMost limit: Int) throws(InputError) -> [UInt8] {
        if path == "-" { return try read(STDIN_FILENO, atMost: limit) }
        let descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw InputError(errno) }
        defer { close(descriptor) }
        return try read(descriptor, atMost: limit)
    }

    private static func read(_ descriptor: Int32, atMost limit: Int) throws(InputError) -> [UInt8] {
        var status = stat()
        guard unsafe fstat(descriptor, &status) == 0 else { throw InputError(errno) }
        // What the file says of its size is only a hint: a pipe says 0, and a file may still grow.
        let hint = max(0, min(Int(status.st_size), limit))
        var bytes = [UInt8](repeating: 0, count: hint + 1)
        var count = 0
        while true {
            if count == bytes.count { bytes.append(contentsOf: repeatElement(0, count: max(65_536, count))) }
            let got = unsafe bytes.withUnsafeMutableBytes { buffer in
                unsafe Glibc.read(descriptor, buffer.baseAddress.map { unsafe $0 + count }, buffer.count - count)
            }
            if got < 0, errno == EINTR { continue }
            guard got >= 0 else { throw InputError(errno) }
            if got == 0 { break }
            count += got
            guard count <= limit else { throw InputError(EFBIG) }
        }
        bytes.removeLast(bytes.count - count)
        return bytes
    }
}
