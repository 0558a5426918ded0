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

    /// The likeliest repair.
    var repair: Finding.Repair? { repairs.first }

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
