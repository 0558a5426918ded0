package import Archive
internal import Model
internal import Platform
internal import Record
package import Roster

/// What the archive has of the reports that a roster expects.
package enum RosterLook {
    /// The reports on `year` of those in `roster`.
    ///
    /// With `readsDates` the first revision of each is opened for the date that it states; else that stays unknown.
    package static func reports(
        _ roster: Roster,
        year: Int,
        in archive: ArchiveReader,
        readsDates: Bool
    ) throws -> [ArrivedReport] {
        let kind = Identity.Kind.report.rawValue
        var series: [String: [ArchiveEntry]] = [:]
        for entry in try archive.entries() where entry.year == year && entry.kind == kind {
            guard let agency = entry.agency, roster.entry(named: agency) != nil else { continue }
            series[agency, default: []].append(entry)
        }
        return series.sorted { $0.key < $1.key }.compactMap { agency, entries in
            guard let first = entries.min(by: { $0.revision < $1.revision }),
                let last = entries.max(by: { $0.revision < $1.revision })
            else { return nil }
            return ArrivedReport(
                agency: agency,
                published: readsDates ? (try? archive.record(at: first.path))?.identity.published : nil,
                received: first.received,
                verdict: last.verdict,
                errors: last.errors,
                path: "archive/" + last.path
            )
        }
    }
}
