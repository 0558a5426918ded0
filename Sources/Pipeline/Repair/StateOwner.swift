package import Platform

/// Lets root mend an archive that is another user's: what is made must be that user's, too.
package struct StateOwner {
    private let folders: StateFolders

    package init(_ folders: StateFolders) { self.folders = folders }

    /// Where root runs this and the state directory is another user's: gives every file of the archive to that user, and
    /// goes on as that user. Else nothing.
    ///
    /// - Returns: the paths in the archive that were, or would be, given back.
    package func takeOver(isDry: Bool) throws(PlatformError) -> [String] {
        let state = try FileSystem.status(of: folders.state)
        guard FileOwner.isRoot, state.owner != 0 else { return [] }
        var given: [String] = []
        if FileSystem.exists(folders.archive) { try giveBack(folders.archive, state, isDry, &given) }
        for path in [folders.lock, folders.resemblance] where FileSystem.exists(path) {
            try giveBack(path, state, isDry, &given)
        }
        // Who only looks needs root's eyes for what is not yet given back.
        if !isDry { try FileOwner.become(owner: state.owner, group: state.group) }
        return given
    }

    private func giveBack(
        _ path: String,
        _ state: FileStatus,
        _ isDry: Bool,
        _ given: inout [String]
    ) throws(PlatformError) {
        let status = try FileSystem.status(of: path)
        guard status.isDirectory || status.isRegular else { return }
        if status.owner != state.owner || status.group != state.group {
            if try isDry ? true : FileOwner.give(path, owner: state.owner, group: state.group) {
                given.append(String(path.dropFirst(folders.archive.count + 1)))
            }
        }
        guard status.isDirectory else { return }
        for entry in try FileSystem.list(path).sorted(by: { $0.name < $1.name }) {
            try giveBack(path + "/" + entry.name, state, isDry, &given)
        }
    }
}
