package import Archive
package import Model
internal import Platform
internal import Record

/// Finds the records that bear on a report: those of the same agency, of the year before and after, and its statistics
/// page. Where they stand in the archive tells them, so that the time does not grow with the archive.
package struct NeighbourArchive: Sendable {
    /// A record that a new one bears on.
    struct Affected {
        let path: String
        /// Where it names the new one among those that it was judged beside.
        let role: WritableKeyPath<Beside, String?>
    }

    private let archive: ArchiveReader
    private let names: AgencyNames
    private let resemblance: ResemblanceStore?

    package init(root: String, names: AgencyNames = AgencyNames(), resemblance: ResemblanceStore? = nil) {
        archive = ArchiveReader(root: root)
        self.names = names
        self.resemblance = resemblance
    }

    /// The reports that bear on `report`. A record that cannot be read is none: `gouji verify` tells of it.
    package func neighbours(of report: Report) -> Neighbours {
        let identity = report.identity
        guard let agency = identity.agency, let year = identity.year, let other = identity.kind.other else {
            return Neighbours()
        }
        func neighbour(_ year: Int, _ kind: Identity.Kind) -> Report? {
            let found = latest(agency, year, kind).flatMap(self.report)
            return found.flatMap { names.areOne(agency, report.source, $0.source) ? $0 : nil }
        }
        let resemblances = resemblance?.resemblances(to: report, of: names.principal(of: agency)) ?? []
        return Neighbours(
            previous: neighbour(year - 1, identity.kind),
            sibling: neighbour(year, other),
            // A sketch does not say where its text came from.
            resemblances: names.isShared(agency) ? resemblances.filter { $0.agency != agency } : resemblances
        )
    }

    /// The records for which `report` is the year before, or the other page.
    func affected(by report: Report) -> [Affected] {
        let identity = report.identity
        guard let agency = identity.agency, let year = identity.year, let other = identity.kind.other else { return [] }
        let found = [
            latest(agency, year + 1, identity.kind).map { Affected(path: $0, role: \.previous) },
            latest(agency, year, other).map { Affected(path: $0, role: \.sibling) },
        ].compactMap(\.self)
        guard names.isShared(agency) else { return found }
        return found.filter { affected in
            guard let source = try? archive.provenance(at: affected.path).source else { return false }
            return names.areOne(agency, report.source, source)
        }
    }

    /// The path of the last revision, under any of the agency's names.
    func latest(_ agency: String, _ year: Int, _ kind: Identity.Kind) -> String? {
        names.all(of: agency).lazy.compactMap { name in
            archive.latestRevision(agency: name, year: year, kind: kind.rawValue)
        }.first
    }

    private func report(at path: String) -> Report? { (try? archive.record(at: path)).map { Report($0) } }
}

extension Identity.Kind {
    /// The kind of the page that belongs to a page of this kind.
    fileprivate var other: Identity.Kind? {
        switch self {
        case .report: .statistics
        case .statistics: .report
        case .notAReport: nil
        }
    }
}
