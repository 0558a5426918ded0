internal import Glibc

/// A lock that one process at a time holds, for as long as this value lives.
package struct LockFile: ~Copyable, Sendable {
    private let descriptor: OwnedDescriptor

    /// - Throws: EWOULDBLOCK where another process holds it.
    package init(_ path: String) throws(PlatformError) {
        descriptor = try Self.open(path)
    }

    private static func open(_ path: String) throws(PlatformError) -> OwnedDescriptor {
        let flags = O_CREAT | O_RDWR | O_CLOEXEC | O_NOFOLLOW
        let number = unsafe FileName.withPath(path) { unsafe Glibc.open($0, flags, 0o640) }
        guard number >= 0 else { throw .last("open the lock", path) }
        let file = OwnedDescriptor(number, path: path)
        guard flock(number, LOCK_EX | LOCK_NB) == 0 else { throw .last("lock", path) }
        return file
    }

    /// Whether a process holds the lock `path`; looks without waiting.
    package static func isHeld(_ path: String) -> Bool {
        guard let file = try? OwnedDescriptor.open(path, O_RDONLY | O_NOFOLLOW) else { return false }
        // A shared lock is refused exactly where somebody holds the exclusive one; it goes with the descriptor.
        return flock(file.rawValue, LOCK_SH | LOCK_NB) != 0 && errno == EWOULDBLOCK
    }
}
