internal import Glibc

/// Whose files they are: what root does for the daemon must be left to the daemon's user.
package enum FileOwner {
    /// Whether this process may give files away.
    package static var isRoot: Bool { geteuid() == 0 }

    /// Gives the file or folder at `path` to the user and group. What has another name too is left: it may be anybody's.
    ///
    /// - Returns: whether it was changed.
    package static func give(_ path: String, owner: UInt32, group: UInt32) throws(PlatformError) -> Bool {
        let file = try OwnedDescriptor.open(path, O_RDONLY | O_NOFOLLOW | O_NONBLOCK)
        let status = try file.status()
        guard status.owner != owner || status.group != group,
            status.isDirectory || status.isRegular && status.links == 1
        else { return false }
        guard fchown(file.rawValue, owner, group) == 0 else { throw .last("give to its user", path) }
        return true
    }

    /// From here on this process is the user and the group, and nothing else.
    package static func become(owner: UInt32, group: UInt32) throws(PlatformError) {
        var groups = [gid_t(group)]
        // Of root these set the saved and the effective one with it.
        let isDone = unsafe setgroups(1, &groups) == 0 && setgid(group) == 0 && setuid(owner) == 0
        guard isDone else { throw .last("become user \(owner)", "this process") }
    }
}
