internal import Glibc

/// A call to the system that failed: what was tried, on what, and the system's reason.
package struct PlatformError: Error, Sendable, Hashable {
    /// A verb, as in "cannot open".
    package let operation: String
    /// The file, folder or descriptor; empty where there is none.
    package let path: String
    /// The number of the error, as in errno(3).
    package let errno: Int32

    package init(operation: String, path: String, errno: Int32) {
        self.operation = operation
        self.path = path
        self.errno = errno
    }

    /// The error of the call that has just failed; to be made before anything else is called.
    static func last(_ operation: String, _ path: String) -> PlatformError {
        PlatformError(operation: operation, path: path, errno: Glibc.errno)
    }

    /// Whether the disk is full, over quota or failing: what a later try may not find.
    package var isStorageTrouble: Bool { [ENOSPC, EDQUOT, EIO, EROFS].contains(errno) }

    /// Whether there is no more room.
    package var isFull: Bool { errno == ENOSPC || errno == EDQUOT }
    package var isMissing: Bool { errno == ENOENT }
    package var isExisting: Bool { errno == EEXIST }

    /// Whether another process holds the lock.
    package var isBusy: Bool { errno == EWOULDBLOCK }
    package var isDenied: Bool { errno == EACCES || errno == EPERM }
}

extension PlatformError: CustomStringConvertible {
    package var description: String {
        let reason = unsafe String(cString: strerror(errno))
        return path.isEmpty ? "cannot \(operation): \(reason)" : "\(path): cannot \(operation): \(reason)"
    }
}
