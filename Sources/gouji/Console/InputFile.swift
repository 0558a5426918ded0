internal import Glibc
internal import Intake
internal import Model
internal import Pipeline
internal import Platform

/// Reads what the command line names; `-` is standard input.
enum InputFile {
    /// What a name stands for.
    enum Content {
        case document([UInt8])
        /// A file that holds several documents; its bytes only where they came by a pipe and cannot be read again.
        case container(piped: [UInt8]?)
    }

    /// The largest container that is read from standard input, which has to be in memory as a whole.
    private static let largestPipedContainer = 1 << 30

    /// The whole content of `path`.
    ///
    /// - Throws: what keeps it from being read; EFBIG where it is larger than `limit` bytes.
    static func bytes(of path: String, atMost limit: Int) throws(PlatformError) -> [UInt8] {
        // What the file says of its size is only a hint: a pipe says 0, and a file may still grow.
        let file = try open(path)
        return try file.readAll(limit: limit, expecting: min(limit, file.status().size))
    }

    /// The identity of a regular file that is too large to be read; nil of anything else, which may have no end.
    static func tooLarge(_ path: String) -> (id: String, size: Int)? {
        guard path != "-", let file = FileSystem.resolved(path), let status = try? FileSystem.status(of: file),
            status.isRegular, let digest = try? SHA256.hex(ofFile: file)
        else { return nil }
        return ("sha256:" + digest, status.size)
    }

    private static func open(_ path: String) throws(PlatformError) -> OwnedDescriptor {
        path == "-" ? OwnedDescriptor(dup(STDIN_FILENO), path: path) : try .open(path, O_RDONLY | O_CLOEXEC)
    }

    /// Reads a document whole, and of a container only the beginning.
    ///
    /// - Throws: what keeps it from being read; EFBIG where it is larger than `limit` bytes, which is found without
    ///   reading it to its end.
    static func content(of path: String, atMost limit: Int) throws(PlatformError) -> Content {
        let isPipe = path == "-"
        let file = try open(path)
        let size = min(limit, try file.status().size)
        var bytes = try head(of: file, expecting: size)
        let isContainer = ContainerInput.isContainer(head: bytes)
        if isContainer, !isPipe { return .container(piped: nil) }
        let most = isContainer ? max(limit, largestPipedContainer) : limit
        bytes += try file.readAll(limit: max(0, most - bytes.count), expecting: max(0, size - bytes.count))
        guard bytes.count <= most else { throw PlatformError(operation: "read", path: path, errno: EFBIG) }
        return isContainer ? .container(piped: bytes) : .document(bytes)
    }

    private static func head(of file: borrowing OwnedDescriptor, expecting size: Int) throws(PlatformError) -> [UInt8] {
        var bytes: [UInt8] = []
        while bytes.count < ContainerInput.headLength {
            let room = size > 0 ? size + 1 - bytes.count : ContainerInput.headLength
            let portion = try file.read(atMost: min(ContainerInput.headLength, max(room, 64)))
            if portion.isEmpty { break }
            bytes = bytes.isEmpty ? portion : bytes + portion
        }
        return bytes
    }

    /// The documents of a container that `content` found; nil where the file is none any more.
    static func container(_ path: String, piped: [UInt8]?, atMost limit: Int) throws -> ContainerInput? {
        guard let piped else {
            var source = Source(name: path)
            Sidecar.apply(beside: path, to: &source) { Console.error("gouji: \($0)") }
            return try ContainerInput.open(path, name: path, maximumBytes: limit, sidecar: source)
        }
        return ContainerInput(bytes: piped, source: Source(name: path), maximumBytes: limit)
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

    /// The same of a folder.
    var remedyOfFolder: String {
        switch errno {
        case ENOENT: "no such folder; check the name"
        case ENOTDIR: "not a folder; check the name"
        default: remedy
        }
    }

    /// What to do about what the state directory cannot be used for, as the end of a line; empty where that is not known.
    var advice: String {
        switch errno {
        case EACCES, EPERM: "; run gouji as the user who owns it, or change its owner or mode"
        case EROFS: "; mount it for writing, or name another state directory with --state"
        case ENOSPC, EDQUOT: "; free some space"
        default: ""
        }
    }
}
