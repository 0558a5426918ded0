/// One report as every stage after Extract sees it, and as the archive keeps it (schema `gouji/report/1`).
package struct Report: Sendable, Equatable {
    /// `sha256:` and the hex digest of the source bytes.
    package var id: String
    /// When the bytes were taken in: RFC 3339, UTC, whole seconds.
    package var received: String
    package var source: Source
    package var identity: Identity
    /// The headings, in the order in which they stand.
    package var sections: [Section]
    /// The tables that were found, in the form's order.
    package var tables: [Table]
    /// The figures that the text states.
    package var claims: [Claim]
    /// The lists that the text breaks a figure down by. Rules read them; the record does not keep them.
    package var claimLists: [ClaimList] = []
    /// The percentages that the text gives beside a count. Rules read them; the record does not keep them.
    package var claimShares: [ClaimShare] = []
    /// The growth figures that the text gives beside what has grown. Rules read them; the record does not keep them.
    package var claimGrowths: [ClaimGrowth] = []
    package var findings: [Finding]
    /// What could not be judged, and why: never a failure and never a pass.
    package var unverified: [Unverified]
    /// The whole text outside the tables, normalised, without white space. Rules read it; the record does not keep it.
    package var narrative: Prose
    /// Where the source's lines begin in the narrative.
    package var narrativeLines: LineMap
    /// By whom and when it was signed and published.
    package var imprint: Imprint
    /// The records that it was judged beside.
    package var beside: Beside

    package init(
        id: String = "",
        received: String = "",
        source: Source = Source(),
        identity: Identity = Identity(),
        sections: [Section] = [],
        tables: [Table] = [],
        claims: [Claim] = [],
        findings: [Finding] = [],
        unverified: [Unverified] = [],
        narrative: Prose = "",
        narrativeLines: LineMap = LineMap(),
        imprint: Imprint = Imprint(),
        beside: Beside = Beside()
    ) {
        self.id = id
        self.received = received
        self.source = source
        self.identity = identity
        self.sections = sections
        self.tables = tables
        self.claims = claims
        self.findings = findings
        self.unverified = unverified
        self.narrative = narrative
        self.narrativeLines = narrativeLines
        self.imprint = imprint
        self.beside = beside
    }

    /// What the findings come to; a finding that the configuration accepts does not count.
    package var verdict: Verdict {
        let announced = findings.filter { $0.accepted == nil }
        if announced.contains(where: { $0.severity == .error }) { return .fail }
        return announced.contains { $0.severity == .warning } ? .warn : .pass
    }

    package func table(_ id: String) -> Table? { tables.first { $0.id == id } }
}

/// What a report comes to.
package enum Verdict: String, Sendable, Codable {
    case pass
    case warn
    case fail
    /// No report could be made of the bytes.
    case unreadable
}

/// A rule that could not be judged, or a place that could not be read for certain.
package struct Unverified: Sendable, Hashable {
    /// The identifier of the rule.
    package var rule: String
    /// A sentence for people, in English, naming the place.
    package var reason: String

    package init(rule: String, reason: String) {
        self.rule = rule
        self.reason = reason
    }
}
