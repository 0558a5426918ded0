internal import Archive
internal import Platform

/// Which records are exported.
struct ExportSelection {
    var verdict: String?
    var year: Int?
    var agency: String?
    var isLatestOnly = false

    /// Those of `all` that are asked for, in the same order.
    func entries(of all: [ArchiveEntry]) -> [ArchiveEntry] {
        let latest = isLatestOnly ? Self.latestRevisions(of: all) : [:]
        return all.filter { entry in
            if isLatestOnly, latest[Self.thread(of: entry)] != entry.revision { return false }
            return (verdict == nil || entry.verdict == verdict) && (year == nil || entry.year == year)
                && (agency == nil || entry.agency == agency)
        }
    }

    /// The revisions of a report stand in one folder.
    private static func thread(of entry: ArchiveEntry) -> String {
        FileSystem.parent(of: entry.path) + "/" + entry.kind
    }

    private static func latestRevisions(of all: [ArchiveEntry]) -> [String: Int] {
        all.reduce(into: [:]) { latest, entry in
            latest[thread(of: entry)] = max(latest[thread(of: entry)] ?? 0, entry.revision)
        }
    }
}
