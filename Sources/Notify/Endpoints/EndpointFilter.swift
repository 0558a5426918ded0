package import Model

/// Which reports an endpoint is told of; an empty list lets everything through.
///
/// What is not about a report or a dropped file (`daemon.degraded`, `digest`) is not filtered here: `wants` says whether
/// it goes to the endpoint.
package struct EndpointFilter: Sendable, Equatable {
    /// At least one announced finding is of one of these; what closes a thread goes where its errors or warnings went.
    package var severities: [Finding.Severity] = []
    /// Patterns of `source.name`.
    package var sources: [Glob] = []
    /// Patterns of the agency's name; an agency that is not known has the empty name, which `*` fits.
    package var agencies: [Glob] = []
    /// Report years; one that is not known fits none.
    package var years: [ClosedRange<Int>] = []

    package init(
        severities: [Finding.Severity] = [],
        sources: [Glob] = [],
        agencies: [Glob] = [],
        years: [ClosedRange<Int>] = []
    ) {
        self.severities = severities
        self.sources = sources
        self.agencies = agencies
        self.years = years
    }

    /// Whether a message on `occasion` goes through.
    package func allows(_ occasion: Occasion) -> Bool {
        switch occasion {
        case .report(let notice):
            let identity = notice.report.identity
            return allows(source: notice.report.source.name, agency: identity.agency, year: identity.year)
                && allows(Self.severities(of: notice))
        case .unreadable(let notice): return allows(source: notice.source.name, agency: nil, year: nil)
        case .overdue(let notice): return allows(source: nil, agency: notice.agency, year: notice.year)
        case .arrived(let notice): return allows(source: nil, agency: notice.last.agency, year: notice.last.year)
        case .degraded, .digest, .trial: return true
        }
    }

    /// Whether what concerns this report goes through; a source that there is none of (nil) fits every pattern.
    package func allows(source: String?, agency: String?, year: Int?) -> Bool {
        (sources.isEmpty || source.map { name in sources.contains { $0.matches(name) } } ?? true)
            && (agencies.isEmpty || agencies.contains { $0.matches(agency ?? "") })
            && (years.isEmpty || year.map { year in years.contains { $0.contains(year) } } ?? false)
    }

    private func allows(_ found: Set<Finding.Severity>) -> Bool {
        severities.isEmpty || severities.contains(where: found.contains)
    }

    private static func severities(of notice: ReportNotice) -> Set<Finding.Severity> {
        guard notice.type == .resolved, let last = notice.last else {
            return Set(AlertPolicy.announced(notice.report).map(\.severity))
        }
        return [last.errors.isEmpty ? .warning : .error]
    }
}
