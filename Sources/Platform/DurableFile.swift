internal import Glibc

/// Files that are whole or not there, also after a power cut.
package enum DurableFile {
    /// How temporaries are named; a leading dot, so that no reader takes them.
    package static let temporaryPrefix = ".tmp."

    /// New inodes that are tried after the first, when the disk says that bytes were lost.
    private static let furtherTries = 2

    /// Writes `bytes` to `path`: a temporary beside it, fsync, rename, fsync of the folder.
    ///
    /// A file that is at `path` already may go only where `replacing` says so; else EEXIST is thrown. After a failure
    /// nothing is left behind, and what was at `path` still is.
    package static func write(
        _ bytes: [UInt8],
        to path: String,
        mode: UInt32 = 0o640,
        replacing: Bool = false
    ) throws(PlatformError) {
        let folder = FileSystem.parent(of: path)
        let temporary = try writeTemporary(bytes, in: folder, mode: mode)
        do throws(PlatformError) {
            try FileSystem.rename(temporary, to: path, replacing: replacing)
        } catch {
            try? FileSystem.remove(temporary)
            throw error
        }
        try FileSystem.synchronize(directory: folder)
    }

    /// Copies a file of any size to `path`, where none may be: whole or not there.
    package static func copy(_ source: String, to path: String, mode: UInt32 = 0o640) throws(PlatformError) {
        let folder = FileSystem.parent(of: path)
        let temporary = folder + "/" + temporaryPrefix + ULID.make()
        do throws(PlatformError) {
            let from = try OwnedDescriptor.open(source, O_RDONLY)
            let file = try OwnedDescriptor.create(temporary, mode: mode)
            while true {
                let bytes = try from.read(atMost: 1 << 20)
                if bytes.isEmpty { break }
                try file.write(bytes)
            }
            try file.synchronize()
            try file.close()
            try FileSystem.rename(temporary, to: path)
        } catch {
            try? FileSystem.remove(temporary)
            throw error
        }
        try FileSystem.synchronize(directory: folder)
    }

    /// Renames and sees to it that the new name lasts.
    package static func rename(
        from source: String,
        to target: String,
        replacing: Bool = false
    ) throws(PlatformError) {
        try FileSystem.rename(source, to: target, replacing: replacing)
        let folders = (FileSystem.parent(of: source), FileSystem.parent(of: target))
        // The new name first: a crash between the two may leave both, never neither.
        try FileSystem.synchronize(directory: folders.1)
        if folders.0 != folders.1 { try FileSystem.synchronize(directory: folders.0) }
    }

    /// Renames each of `names` from one folder to another, what is there may go, and sees to it that the new names last:
    /// all of them by one look at the disk.
    ///
    /// - Returns: those that could not be renamed, and why; the others are renamed.
    /// - Throws: where the folders cannot be synchronized; each name is then in one of the two, or after a crash in both.
    package static func rename(
        _ names: [String],
        from source: String,
        to target: String
    ) throws(PlatformError) -> [(name: String, error: PlatformError)] {
        var failures: [(name: String, error: PlatformError)] = []
        for name in names {
            do throws(PlatformError) {
                try FileSystem.rename(source + "/" + name, to: target + "/" + name, replacing: true)
            } catch {
                failures.append((name, error))
            }
        }
        guard failures.count < names.count else { return failures }
        try FileSystem.synchronize(directory: target)
        try FileSystem.synchronize(directory: source)
        return failures
    }

    /// Removes the file for good; one that is gone already is no error.
    package static func unlink(_ path: String) throws(PlatformError) {
        try FileSystem.remove(path)
        try FileSystem.synchronize(directory: FileSystem.parent(of: path))
    }

    /// The path of a temporary with `bytes` on the disk.
    private static func writeTemporary(
        _ bytes: [UInt8],
        in folder: String,
        mode: UInt32
    ) throws(PlatformError) -> String {
        var triesLeft = furtherTries
        while true {
            let path = folder + "/" + temporaryPrefix + ULID.make()
            do throws(PlatformError) {
                let file = try OwnedDescriptor.create(path, mode: mode)
                try file.write(bytes)
                try file.synchronize()
                try file.close()
                return path
            } catch {
                // The kernel has marked the lost pages as clean: only a new inode can be trusted with the bytes.
                try? FileSystem.remove(path)
                guard triesLeft > 0, error.isStorageTrouble else { throw error }
                triesLeft -= 1
            }
        }
    }
}
