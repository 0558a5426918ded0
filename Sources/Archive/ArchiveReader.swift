internal import FoundationEssentials
package import Platform
package import Record

/// Reads the archive, also while the daemon writes to it; writes nothing.
package struct ArchiveReader: Sendable {
    /// The archive's folder.
    package let root: String

    package init(root: String) { self.root = root }

    /// Every record that can be read, in path order; empty where there is no archive yet.
    package func entries() throws(PlatformError) -> [ArchiveEntry] {
        try contents().entries
    }

    /// Every record in path order, and those that cannot be read.
    package func contents() throws(PlatformError) -> (entries: [ArchiveEntry], damaged: [ArchiveError]) {
        guard FileSystem.exists(root) else { return ([], []) }
        let loaded = try ArchiveIndex.load(root)
        return (loaded.lines.map(\.entry), loaded.damaged)
    }

    /// The record that `reference` names: an id or its beginning (at least 4 digits, with or without `sha256:`), the
    /// record's path, or `AGENCY/YEAR`, which is the latest revision of the report.
    package func entry(for reference: String) throws -> ArchiveEntry {
        let all = try entries()
        if let found = all.first(where: { isPath(reference, of: $0.path) }) { return found }
        let fitting = all.filter { fits($0, reference) }
        let latest = fitting.max { $0.revision < $1.revision }
        guard let latest else { throw ArchiveError.notFound(reference) }
        // Revisions of one report stand in one folder; the latest speaks for them.
        let places = Set(fitting.map { FileSystem.parent(of: $0.path) + "/" + $0.kind })
        let isByID = fitting.allSatisfy { isID(reference, of: $0) }
        guard places.count == 1, !isByID || fitting.count == 1 else {
            throw ArchiveError.ambiguous(reference, fitting.map(\.path))
        }
        return latest
    }

    /// The record at `path` in the archive.
    package func record(at path: String) throws -> ArchivedRecord {
        let bytes = try bytes(at: path)
        do {
            return try JSONDecoder().decode(ArchivedRecord.self, from: Data(bytes))
        } catch {
            throw ArchiveError.damaged(path: path, reason: RecordHead.reason(error))
        }
    }

    /// The record's bytes as they stand in the archive.
    package func bytes(at path: String) throws(PlatformError) -> [UInt8] { try FileSystem.read(root + "/" + path) }

    /// The bytes that the record was read from, or nil where they are not there.
    package func source(of path: String) throws(PlatformError) -> [UInt8]? {
        guard let source = try sourcePath(of: path) else { return nil }
        return try FileSystem.read(root + "/" + source)
    }

    /// The path in the archive of the bytes that the record was read from, or nil where they are not there.
    package func sourcePath(of path: String) throws(PlatformError) -> String? {
        let folder = FileSystem.parent(of: path)
        let record = ArchiveLayout.record(named: FileSystem.name(of: path))
        for name in try FileSystem.list(root + "/" + folder).map(\.name) {
            guard let source = ArchiveLayout.source(named: name) else { continue }
            if source.kind == record?.kind, source.revision == record?.revision { return folder + "/" + name }
        }
        return nil
    }

    /// What the index file has of the records at `paths`, also where they are damaged or gone.
    package func indexed(_ paths: Set<String>) -> [String: ArchiveEntry] {
        guard !paths.isEmpty else { return [:] }
        return IndexFile.read(root + "/" + IndexFile.name).compactMapValues {
            paths.contains($0.entry.path) ? $0.entry : nil
        }
    }

    /// The paths in the archive of all sources and of all containers, sorted.
    package func originals() throws(PlatformError) -> (sources: [String], containers: [String]) {
        let listing = try ArchiveListing(of: root)
        return (listing.sources.sorted(), listing.containers.sorted())
    }

    private func isPath(_ reference: String, of path: String) -> Bool {
        reference == path || reference == "archive/" + path || reference == root + "/" + path
    }

    private func fits(_ entry: ArchiveEntry, _ reference: String) -> Bool {
        if isID(reference, of: entry) { return true }
        guard entry.kind == "report", let agency = entry.agency, let year = entry.year else { return false }
        return reference == "\(agency)/\(year)" || reference == "\(year)/\(agency)"
    }

    private func isID(_ reference: String, of entry: ArchiveEntry) -> Bool {
        let digits = ArchiveLayout.hex(ofID: reference)
        return digits.utf8.count >= 4 && ArchiveLayout.hex(ofID: entry.id).hasPrefix(digits.lowercased())
    }
}
