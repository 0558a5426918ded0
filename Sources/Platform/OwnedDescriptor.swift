internal import CPlatform
internal import Glibc

/// A file descriptor with one owner, closed at the latest when it goes out of scope.
package struct OwnedDescriptor: ~Copyable, Sendable {
    /// The number, for calls during the owner's life.
    package private(set) var rawValue: Int32
    /// What was opened, for errors.
    package let path: String

    package init(_ rawValue: Int32, path: String) {
        self.rawValue = rawValue
        self.path = path
    }

    deinit {
        if rawValue >= 0 { _ = Glibc.close(rawValue) }
    }

    /// Opens `path`, which must exist; close-on-exec is added.
    package static func open(_ path: String, _ flags: Int32) throws(PlatformError) -> OwnedDescriptor {
        let descriptor = unsafe FileName.withPath(path) { unsafe gouji_open($0, flags | O_CLOEXEC) }
        guard descriptor >= 0 else { throw .last("open", path) }
        return OwnedDescriptor(descriptor, path: path)
    }

    /// Makes the file `path`, which must not exist yet, for writing.
    package static func create(_ path: String, mode: UInt32) throws(PlatformError) -> OwnedDescriptor {
        let flags = O_CREAT | O_EXCL | O_WRONLY | O_CLOEXEC | O_NOFOLLOW
        let descriptor = unsafe FileName.withPath(path) { unsafe Glibc.open($0, flags, mode) }
        guard descriptor >= 0 else { throw .last("create", path) }
        return OwnedDescriptor(descriptor, path: path)
    }

    /// Writes all of `bytes`, however many calls that takes.
    package borrowing func write(_ bytes: [UInt8]) throws(PlatformError) {
        var start = 0
        while start < bytes.count {
            let written = unsafe bytes.withUnsafeBytes { buffer in
                unsafe Glibc.write(
                    rawValue,
                    UnsafeRawBufferPointer(rebasing: buffer[start...]).baseAddress,
                    buffer.count - start
                )
            }
            if written >= 0 {
                start += written
            } else if errno != EINTR {
                throw .last("write", path)
            }
        }
    }

    /// Reads to the end.
    ///
    /// - Throws: EFBIG where there are more than `limit` bytes.
    package borrowing func readAll(limit: Int, expecting size: Int = 0) throws(PlatformError) -> [UInt8] {
        var bytes: [UInt8] = []
        // One byte more than expected, so that the end of the file needs no second growth.
        bytes.reserveCapacity(min(size, limit) + 1)
        while true {
            let before = bytes.count
            let room = before <= size && size > 0 ? size + 1 - before : 65_536
            let got = append(to: &bytes, room: room)
            if got == 0 { return bytes }
            if got < 0 {
                if errno == EINTR { continue }
                throw .last("read", path)
            }
            if bytes.count > limit { throw PlatformError(operation: "read", path: path, errno: EFBIG) }
        }
    }

    /// Reads the next bytes; empty at the end.
    package borrowing func read(atMost count: Int) throws(PlatformError) -> [UInt8] {
        var bytes: [UInt8] = []
        while append(to: &bytes, room: count) < 0 {
            if errno != EINTR { throw .last("read", path) }
        }
        return bytes
    }

    private borrowing func append(to bytes: inout [UInt8], room: Int) -> Int {
        var got = 0
        let descriptor = rawValue
        bytes.append(addingCapacity: room) { span in
            unsafe span.withUnsafeMutableBufferPointer { buffer, count in
                got = unsafe Glibc.read(descriptor, buffer.baseAddress, buffer.count)
                count += max(got, 0)
            }
        }
        return got
    }

    /// What stands behind the descriptor now.
    package borrowing func status() throws(PlatformError) -> FileStatus {
        var found = stat()
        guard unsafe fstat(rawValue, &found) == 0 else { throw .last("look at", path) }
        return FileStatus(found)
    }

    /// Whether somebody has the file open for writing; nil where the system does not tell, as for another user's file.
    package borrowing func hasWriter() -> Bool? {
        // NFS refuses every lease, as if there were a writer.
        guard let volume = volume(), !volume.isNetwork else { return nil }
        return switch gouji_has_writer(rawValue) {
        case 0: false
        case 1: true
        default: nil
        }
    }

    private borrowing func volume() -> VolumeStatus? {
        var found = gouji_volume()
        guard unsafe gouji_volume_of(rawValue, &found) == 0 else { return nil }
        return VolumeStatus(type: Int(found.type), free: Int(clamping: found.free))
    }

    /// Asks the disk to keep what was written.
    ///
    /// Never to be called again on this descriptor after it failed: the kernel reports a lost page once, and the second
    /// call would say that all is well.
    package borrowing func synchronize() throws(PlatformError) {
        guard fsync(rawValue) == 0 else { throw .last("sync", path) }
    }

    /// Closes and tells of an error: network file systems and quotas report late.
    package consuming func close() throws(PlatformError) {
        let number = rawValue
        rawValue = -1
        guard Glibc.close(number) == 0 || errno == EINTR else { throw .last("close", path) }
    }
}
