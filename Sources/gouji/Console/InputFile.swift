internal import Glibc
internal import Platform

/// Reads what the command line names.
enum InputFile {
    /// The whole content of `path`; `-` is standard input. What is larger than `limit` bytes is refused without being
    /// read to its end.
    static func bytes(of path: String, atMost limit: Int) throws(PlatformError) -> [UInt8] {
        // What the file says of its size is only a hint: a pipe says 0, and a file may still grow.
        let file =
            path == "-"
            ? OwnedDescriptor(dup(STDIN_FILENO), path: path) : try OwnedDescriptor.open(path, O_RDONLY | O_CLOEXEC)
        return try file.readAll(limit: limit, expecting: min(limit, file.status().size))
    }
}

extension PlatformError {
    /// What is wrong and what to do, without the file's name: a remedy for the errors that people meet, the system's
    /// own words for the others.
    var remedy: String {
        switch errno {
        case ENOENT: "no such file; check the name"
        case EACCES: "not readable for this user; change its mode or run as another user"
        case EISDIR: "a folder; name the files in it"
        case EFBIG: "larger than allowed"
        case ENOSPC: "no space left; free some"
        case EPIPE: "the reader has gone"
        default: unsafe String(cString: strerror(errno))
        }
    }
}
