internal import Platform

extension ArchiveReader {
    /// The path of the last revision for an agency, a year and a kind, or nil: one look into one folder.
    package func latestRevision(agency: String, year: Int, kind: String) -> String? {
        let folder = ArchiveLayout.folder(id: "", agency: agency, year: year)
        guard !folder.hasPrefix(ArchiveLayout.unknown), let entries = try? FileSystem.list(root + "/" + folder) else {
            return nil
        }
        let revisions = entries.compactMap { ArchiveLayout.record(named: $0.name) }.filter { $0.kind == kind }
        return revisions.map(\.revision).max().map {
            folder + "/" + ArchiveLayout.recordName(kind: kind, revision: $0)
        }
    }
}
