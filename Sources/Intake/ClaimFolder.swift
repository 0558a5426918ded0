package import Platform

/// The folder of claims: a file is in it from the moment it was taken in until all that follows from it is on the disk.
package struct ClaimFolder: Sendable {
    package let root: String
    private let drop: String
    /// Encoded names longer than this, in bytes, stand in a file of their own.
    private static let longestName = 200
    private static let longNameMark = "%%"

    /// Makes the folder where it is not there.
    package init(root: String, drop: String) throws(PlatformError) {
        self.root = root
        self.drop = drop
        try FileSystem.makeDirectory(root)
    }

    /// Takes the file in, by a rename that only one can win. The claim counts as begun to be read.
    ///
    /// No fsync: where a crash undoes the rename the file is in the drop folder again.
    package func claim(_ name: String) throws(PlatformError) -> ClaimedFile {
        let encoded = DropName.encode(name)
        let isLong = encoded.utf8.count > Self.longestName
        let claim = ClaimedFile(
            folder: root,
            ulid: ULID.make(),
            attempts: 1,
            sourceName: name,
            encodedName: isLong ? Self.longNameMark : encoded
        )
        if isLong { try DurableFile.write(FileName.encode(name), to: claim.longNamePath) }
        do throws(PlatformError) {
            try FileSystem.rename(drop + "/" + name, to: claim.path)
        } catch {
            if isLong { try? FileSystem.remove(claim.longNamePath) }
            throw error
        }
        return claim
    }

    /// Takes the claim's sidecar in, if there is one and it was not taken in before.
    package func takeSidecar(of claim: ClaimedFile) throws(PlatformError) {
        do throws(PlatformError) {
            try FileSystem.rename(drop + "/" + claim.sourceName + DropName.sidecarEnding, to: claim.sidecarPath)
        } catch {
            // Most files have none; one that came since then belongs to the next file of that name.
            if !error.isMissing, !error.isExisting { throw error }
        }
    }

    /// What a crash or a stop left in the folder, oldest first; removes what belongs to no claim.
    package func leftovers() throws(PlatformError) -> [ClaimedFile] {
        var claims: [ClaimedFile] = []
        var companions: [String] = []
        for name in try FileSystem.list(root).map(\.name) {
            if name.hasPrefix(DurableFile.temporaryPrefix) {
                try FileSystem.remove(root + "/" + name)
            } else if Self.isCompanion(name) {
                companions.append(name)
            } else if let claim = parse(name) {
                claims.append(claim)
            } else if let claim = try adopt(name) {
                claims.append(claim)
            }
        }
        let known = Set(claims.map(\.ulid))
        for name in companions where !known.contains(String(name.prefix(ULID.length))) {
            try FileSystem.remove(root + "/" + name)
        }
        return claims.sorted { $0.ulid < $1.ulid }
    }

    /// Notes in the name that reading begins, so that a reader that dies of it is found out.
    package func begin(_ claim: inout ClaimedFile) throws(PlatformError) { try count(&claim, claim.attempts + 1) }

    /// Notes in the name that reading came to an end.
    package func finish(_ claim: inout ClaimedFile) throws(PlatformError) { try count(&claim, 0) }

    /// Lets the claim go: everything that follows from it is on the disk.
    package func release(_ claim: ClaimedFile) throws(PlatformError) {
        try FileSystem.remove(claim.path)
        removeCompanions(of: claim)
    }

    /// Removes what lies beside a claim whose file has gone elsewhere.
    package func removeCompanions(of claim: ClaimedFile) {
        // What stays here is removed at the next start.
        try? FileSystem.remove(claim.sidecarPath)
        try? FileSystem.remove(claim.longNamePath)
        removeProgress(of: claim)
    }

    /// Forgets how far a container is, so that all of it is taken up again.
    package func removeProgress(of claim: ClaimedFile) { try? FileSystem.remove(claim.progressPath) }

    private func count(_ claim: inout ClaimedFile, _ attempts: Int) throws(PlatformError) {
        guard attempts != claim.attempts else { return }
        var next = claim
        next.attempts = attempts
        try FileSystem.rename(claim.path, to: next.path)
        claim = next
    }

    private func parse(_ name: String) -> ClaimedFile? {
        let parts = name.split(separator: ".", maxSplits: 2, omittingEmptySubsequences: false)
        guard parts.count == 3, ULID.time(of: parts[0]) != nil, let attempts = Int(parts[1]) else { return nil }
        let encoded = String(parts[2])
        var sourceName = DropName.decode(encoded)
        if encoded == Self.longNameMark {
            let stored = try? FileSystem.read(root + "/\(parts[0]).name")
            sourceName = stored.map(FileName.decode) ?? String(parts[0])
        }
        return ClaimedFile(
            folder: root,
            ulid: String(parts[0]),
            attempts: attempts,
            sourceName: sourceName,
            encodedName: encoded
        )
    }

    /// A file that somebody put here by hand becomes a claim; anything else is left alone.
    private func adopt(_ name: String) throws(PlatformError) -> ClaimedFile? {
        guard try FileSystem.status(of: root + "/" + name).isRegular else { return nil }
        let claim = ClaimedFile(
            folder: root,
            ulid: ULID.make(),
            attempts: 0,
            sourceName: name,
            encodedName: DropName.encode(name)
        )
        try FileSystem.rename(root + "/" + name, to: claim.path)
        return claim
    }

    /// Whether a file in the folder of claims is no claim but lies beside one.
    package static func isCompanion(_ name: String) -> Bool {
        guard ULID.time(of: name.prefix(ULID.length)) != nil else { return false }
        let ending = String(name.dropFirst(ULID.length))
        return [DropName.sidecarEnding, DropName.progressEnding, ".name"].contains(ending)
    }
}
