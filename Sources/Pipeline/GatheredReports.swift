package import Model

/// Reports that were given together: what the archive is to the daemon, to each of them.
package struct GatheredReports: Sendable {
    private struct Key: Hashable {
        let agency: String
        let year: Int
        let kind: Identity.Kind
    }

    private var reports: [Key: Report] = [:]
    private let names: AgencyNames

    /// - Parameter names: which names are one agency's, as the configuration joins them.
    package init(names: AgencyNames = AgencyNames()) { self.names = names }

    /// Takes a report in. Of two of the same agency and year the later one counts, as a revision does.
    package mutating func add(_ report: Report) {
        guard let agency = report.identity.agency, let year = report.identity.year else { return }
        var kept = report
        // The text is not needed beside another year, and would be most of the memory.
        kept.narrative = ""
        kept.narrativeLines = LineMap()
        kept.findings = []
        kept.unverified = []
        for index in kept.sections.indices { kept.sections[index].body = "" }
        reports[Key(agency: names.principal(of: agency), year: year, kind: report.identity.kind)] = kept
    }

    /// The reports among them that bear on `report`.
    package func neighbours(of report: Report) -> Neighbours {
        guard let agency = report.identity.agency, let year = report.identity.year else { return Neighbours() }
        let name = names.principal(of: agency)
        let other: Identity.Kind = report.identity.kind == .report ? .statistics : .report
        func neighbour(_ year: Int, _ kind: Identity.Kind) -> Report? {
            let found = reports[Key(agency: name, year: year, kind: kind)]
            return found.flatMap { names.areOne(agency, report.source, $0.source) ? $0 : nil }
        }
        return Neighbours(previous: neighbour(year - 1, report.identity.kind), sibling: neighbour(year, other))
    }
}
