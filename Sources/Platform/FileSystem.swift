internal import CPlatform
internal import Glibc

/// Files and folders. Every path is a string as `FileName` makes it; nothing here follows a symbolic link at its end.
package enum FileSystem {
    /// One entry of a folder.
    package struct Entry: Sendable, Hashable {
        package let name: String
        /// Whether it is a folder; nil where only `status(of:)` can tell.
        package let isDirectory: Bool?
    }

    /// The status of what is at `path`.
    package static func status(of path: String) throws(PlatformError) -> FileStatus {
        var found = stat()
        let result = unsafe FileName.withPath(path) { unsafe lstat($0, &found) }
        guard result == 0 else { throw .last("look at", path) }
        return FileStatus(found)
    }

    /// Whether anything is at `path`.
    package static func exists(_ path: String) -> Bool { (try? status(of: path)) != nil }

    /// The absolute path without symbolic links; nil where nothing is at `path`.
    package static func resolved(_ path: String) -> String? {
        guard let found = unsafe FileName.withPath(path, { unsafe realpath($0, nil) }) else { return nil }
        defer { unsafe free(found) }
        return unsafe FileName.decode(Array(UnsafeRawBufferPointer(start: found, count: strlen(found))))
    }

    /// The whole file.
    ///
    /// - Throws: EFBIG where it is longer than `limit`.
    package static func read(_ path: String, limit: Int = .max - 1) throws(PlatformError) -> [UInt8] {
        let file = try OwnedDescriptor.open(path, O_RDONLY | O_NOFOLLOW | O_NONBLOCK)
        return try file.readAll(limit: limit, expecting: file.status().size)
    }

    /// The entries of the folder, without `.` and `..`, in no order.
    package static func list(_ path: String) throws(PlatformError) -> [Entry] {
        guard let directory = unsafe FileName.withPath(path, { unsafe opendir($0) }) else { throw .last("list", path) }
        defer { unsafe _ = closedir(directory) }
        var entries: [Entry] = []
        var type: UInt8 = 0
        while let name = unsafe gouji_readdir(UnsafeMutableRawPointer(directory), &type) {
            let bytes = unsafe Array(UnsafeRawBufferPointer(start: name, count: strlen(name)))
            if bytes == [0x2E] || bytes == [0x2E, 0x2E] { continue }
            let isDirectory = type == UInt8(DT_UNKNOWN) ? nil : type == UInt8(DT_DIR)
            entries.append(Entry(name: FileName.decode(bytes), isDirectory: isDirectory))
        }
        guard errno == 0 else { throw .last("list", path) }
        return entries
    }

    /// Makes the folder and those above it, and sees to it that they last.
    package static func makeDirectory(_ path: String, mode: UInt32 = 0o750) throws(PlatformError) {
        if (try? status(of: path))?.isDirectory == true { return }
        let above = parent(of: path)
        if above != path { try makeDirectory(above, mode: mode) }
        let result = unsafe FileName.withPath(path) { unsafe mkdir($0, mode) }
        // A symbolic link to a folder is as good as one.
        guard result == 0 || errno == EEXIST else { throw .last("make the folder", path) }
        if result == 0 { try synchronize(directory: above) }
    }

    /// Asks the disk to keep the names in the folder.
    package static func synchronize(directory path: String) throws(PlatformError) {
        try OwnedDescriptor.open(path, O_RDONLY | O_DIRECTORY).synchronize()
    }

    /// Renames, without a word on how long it lasts. What is at `target` may go only where `replacing` says so; else
    /// EEXIST is thrown.
    package static func rename(
        _ source: String,
        to target: String,
        replacing: Bool = false
    ) throws(PlatformError) {
        let result = unsafe FileName.withPath(source) { from in
            unsafe FileName.withPath(target) { to in
                replacing ? unsafe Glibc.rename(from, to) : unsafe gouji_rename_noreplace(from, to)
            }
        }
        guard result == 0 else { throw .last("rename to \(target)", source) }
    }

    /// Removes the file; one that is gone already is no error.
    package static func remove(_ path: String) throws(PlatformError) {
        let result = unsafe FileName.withPath(path) { unsafe unlink($0) }
        guard result == 0 || errno == ENOENT else { throw .last("remove", path) }
    }

    /// Removes the folder where it is empty.
    package static func removeEmptyDirectory(_ path: String) throws(PlatformError) {
        let result = unsafe FileName.withPath(path) { unsafe rmdir($0) }
        guard result == 0 || [ENOENT, ENOTEMPTY].contains(errno) else { throw .last("remove the folder", path) }
    }

    /// The file system that `path` is on.
    package static func volume(of path: String) throws(PlatformError) -> VolumeStatus {
        var found = gouji_volume()
        let result = unsafe FileName.withPath(path) { unsafe gouji_volume($0, &found) }
        guard result == 0 else { throw .last("look at the file system of", path) }
        return VolumeStatus(type: Int(found.type), free: Int(clamping: found.free))
    }

    /// The folder that `path` is in; `.` for a bare name.
    package static func parent(of path: String) -> String {
        guard let slash = path.lastIndex(of: "/") else { return "." }
        return slash == path.startIndex ? "/" : String(path[..<slash])
    }

    /// The last component of `path`.
    package static func name(of path: String) -> String {
        guard let slash = path.lastIndex(of: "/") else { return path }
        return String(path[path.index(after: slash)...])
    }
}
