import Model

/// Findings that one repair explains, told as one.
struct FindingGroup: Sendable {
    /// The finding that the others follow from, or the only one.
    var first: Finding
    /// The others, in the report's order.
    var others: [Finding]

    var severity: Finding.Severity { first.severity }

    /// Every finding of the group.
    var findings: [Finding] { [first] + others }

    /// The repairs, the likeliest first: those of the first finding that has any, since the group shares them.
    var repairs: [Finding.Repair] { findings.lazy.map(\.repairs).first { !$0.isEmpty } ?? [] }

    /// More ways to mend it than these are not shown; the record has them.
    static let mostRepairs = 5

    /// The signs by which a list and a table name the same repair.
    private static let signs = ["①", "②", "③", "④", "⑤"]

    /// How the repair at `index` is named in a message where this is group `number`; nil where it is the only one.
    ///
    /// `number` is nil where the message tells of no other group.
    func sign(_ index: Int, _ number: Int?) -> String? {
        guard repairs.count > 1, index < Self.signs.count else { return nil }
        return (number.map { "\($0)-" } ?? "") + Self.signs[index]
    }

    /// What would fit in each cell that a shown repair changes, by its path: `0`, of several repairs `0 ①、5 ③`.
    func proposals(_ number: Int?, _ tongue: Tongue) -> [String: String] {
        var proposals: [String: [String]] = [:]
        for (index, repair) in repairs.prefix(Self.mostRepairs).enumerated() {
            let sign = sign(index, number).map { " " + $0 } ?? ""
            for change in repair.changes { proposals[change.path, default: []].append(change.to.description + sign) }
        }
        return proposals.mapValues { $0.joined(separator: tongue("、", ", ")) }
    }

    /// The places of all its findings, each once.
    var places: [Finding.Place] {
        var seen: Set<String> = []
        return findings.flatMap(\.places).filter { seen.insert($0.path).inserted }
    }

    /// The groups of `findings`, in the order of their first findings.
    static func groups(of findings: [Finding]) -> [FindingGroup] {
        var groups: [FindingGroup] = []
        var places: [String: Int] = [:]
        for finding in findings {
            let key = finding.group ?? finding.fingerprint
            if let place = places[key], finding.group != nil || groups[place].first.group != nil {
                groups[place].others.append(finding)
            } else {
                places[key] = groups.count
                groups.append(FindingGroup(first: finding, others: []))
            }
        }
        return groups
    }
}
