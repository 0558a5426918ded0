internal import Archive
internal import Model
internal import Platform

/// The archive's records by agency and thread, and what their pages have to say to others.
struct SiteCatalog {
    /// The reports of one agency, under all its names.
    struct Agency {
        /// Nil where the agency is not known.
        let name: String?
        /// By year, kind and revision.
        var entries: [ArchiveEntry]

        /// The last revision of each thread, the latest year first.
        var latest: [ArchiveEntry] {
            guard name != nil else { return entries }
            var seen: Set<String> = []
            return entries.reversed().filter { seen.insert("\($0.year ?? 0) \($0.kind)").inserted }
        }

        /// The last revision for a year: of the report, else of its statistics page.
        func entry(of year: Int, kind: String? = nil) -> ArchiveEntry? {
            let all = entries.filter { $0.year == year && (kind == nil || $0.kind == kind) }
            return all.last { $0.kind == "report" } ?? all.last
        }
    }

    /// By name, the unknown ones last.
    let agencies: [Agency]
    /// Every year of which there is a report, the latest first.
    let years: [Int]

    init(_ entries: [ArchiveEntry], names: AgencyNames) {
        var groups: [String: [ArchiveEntry]] = [:]
        var unknown: [ArchiveEntry] = []
        for var entry in entries {
            // No page shows them, and they need not stay in memory.
            entry.errorFingerprints = []
            if let agency = entry.agency, entry.year != nil {
                groups[names.principal(of: agency), default: []].append(entry)
            } else {
                unknown.append(entry)
            }
        }
        var agencies = groups.sorted { $0.key < $1.key }.map { name, entries in
            Agency(name: name, entries: entries.sorted { Self.key($0) < Self.key($1) })
        }
        if !unknown.isEmpty { agencies.append(Agency(name: nil, entries: unknown.sorted { $0.path < $1.path })) }
        self.agencies = agencies
        years = Set(entries.compactMap { $0.agency == nil ? nil : $0.year }).sorted(by: >)
    }

    private static func key(_ entry: ArchiveEntry) -> (Int, String, Int, String) {
        (entry.year ?? 0, entry.kind, entry.revision, entry.path)
    }
}
