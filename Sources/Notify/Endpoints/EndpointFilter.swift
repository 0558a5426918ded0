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
        default: return true
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

/// A pattern of a whole name: `*` stands for any characters or none (also `/`), `?` for one; all others for themselves.
package struct Glob: Sendable, Equatable {
    package let pattern: String
    private let scalars: [Unicode.Scalar]

    package init(_ pattern: String) {
        self.pattern = pattern
        scalars = Array(pattern.unicodeScalars)
    }

    /// Whether the pattern fits `name`; the work is at most the product of their lengths.
    package func matches(_ name: String) -> Bool {
        let name = Array(name.unicodeScalars)
        var (place, at) = (0, 0)
        /// Where the last star stands, and up to where it has swallowed.
        var star: (place: Int, at: Int)?
        while at < name.count {
            if place < scalars.count, scalars[place] == "*" {
                star = (place, at)
                place += 1
            } else if place < scalars.count, scalars[place] == "?" || scalars[place] == name[at] {
                place += 1
                at += 1
            } else if let last = star {
                star = (last.place, last.at + 1)
                (place, at) = (last.place + 1, last.at + 1)
            } else {
                return false
            }
        }
        return scalars[place...].allSatisfy { $0 == "*" }
    }
}
