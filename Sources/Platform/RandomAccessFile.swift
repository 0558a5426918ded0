internal import Glibc

/// A file that is read and written at any place. Nothing is synced: for data that can be made again.
package final class RandomAccessFile: Sendable {
    private let file: OwnedDescriptor

    /// Opens the file, which is made where it is not there.
    package init(opening path: String) throws(PlatformError) {
        if !FileSystem.exists(path) {
            do throws(PlatformError) {
                try OwnedDescriptor.create(path, mode: 0o640).close()
            } catch  where error.isExisting {}
        }
        file = try OwnedDescriptor.open(path, O_RDWR | O_NOFOLLOW)
    }

    package func size() throws(PlatformError) -> Int { try file.status().size }

    /// The bytes at `offset`: fewer than `count` at the end of the file.
    package func read(_ count: Int, at offset: Int) throws(PlatformError) -> [UInt8] {
        var got = 0
        let descriptor = file.rawValue
        var bytes: [UInt8] = []
        bytes.append(addingCapacity: count) { span in
            unsafe span.withUnsafeMutableBufferPointer { buffer, filled in
                repeat {
                    got = unsafe pread(descriptor, buffer.baseAddress, buffer.count, off_t(offset))
                } while got < 0 && errno == EINTR
                filled += max(got, 0)
            }
        }
        guard got >= 0 else { throw .last("read", file.path) }
        return bytes
    }

    /// Writes all of `bytes` at `offset`.
    package func write(_ bytes: [UInt8], at offset: Int) throws(PlatformError) {
        var start = 0
        while start < bytes.count {
            let written = unsafe bytes.withUnsafeBytes { buffer in
                let rest = unsafe UnsafeRawBufferPointer(rebasing: buffer[start...])
                return unsafe pwrite(file.rawValue, rest.baseAddress, rest.count, off_t(offset + start))
            }
            if written >= 0 {
                start += written
            } else if errno != EINTR {
                throw .last("write", file.path)
            }
        }
    }

    package func truncate(to size: Int) throws(PlatformError) {
        guard ftruncate(file.rawValue, off_t(size)) == 0 else { throw .last("truncate", file.path) }
    }
}
