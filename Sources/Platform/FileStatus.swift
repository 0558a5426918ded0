internal import Glibc

/// What the system says of a file.
package struct FileStatus: Sendable, Hashable {
    package let inode: UInt64
    /// In bytes.
    package let size: Int
    /// Nanoseconds since 1970.
    package let modified: Int
    /// Nanoseconds since 1970, of the last change of the inode.
    package let changed: Int
    /// Type and permissions, as in inode(7).
    package let mode: UInt32
    package let links: Int
    /// The numbers of the user and the group that it belongs to.
    package let owner: UInt32
    package let group: UInt32

    init(_ found: stat) {
        inode = UInt64(found.st_ino)
        size = Int(found.st_size)
        modified = found.st_mtim.tv_sec * 1_000_000_000 + found.st_mtim.tv_nsec
        changed = found.st_ctim.tv_sec * 1_000_000_000 + found.st_ctim.tv_nsec
        mode = found.st_mode
        links = Int(found.st_nlink)
        owner = found.st_uid
        group = found.st_gid
    }

    package var isRegular: Bool { mode & S_IFMT == S_IFREG }
    package var isDirectory: Bool { mode & S_IFMT == S_IFDIR }

    /// For people: `a folder`, `a FIFO`.
    package var kind: String {
        switch mode & S_IFMT {
        case S_IFREG: "a regular file"
        case S_IFDIR: "a folder"
        case S_IFLNK: "a symbolic link"
        case S_IFIFO: "a FIFO"
        case S_IFSOCK: "a socket"
        default: "a device"
        }
    }
}

/// What the system says of the file system that a folder is on.
package struct VolumeStatus: Sendable, Hashable {
    /// The magic number of statfs(2).
    package let type: Int
    /// Bytes that an ordinary user may still write.
    package let free: Int

    package init(type: Int, free: Int) {
        self.type = type
        self.free = free
    }

    /// Whether files may be changed unseen by inotify: network file systems, FUSE, 9p, and overlay, where a change may
    /// be made to the layer below.
    package var isRemote: Bool { isNetwork || type & 0xFFFF_FFFF == 0x794C_7630 }

    /// Whether other machines may hold files open: NFS, SMB, FUSE, 9p, Ceph, AFS.
    var isNetwork: Bool {
        let types = [0x6969, 0x517B, 0xFF53_4D42, 0xFE53_4D42, 0x6573_5546, 0x0102_1997, 0x00C3_6400, 0x5346_414F]
        return types.contains(type & 0xFFFF_FFFF)
    }
}
