internal import Model

/// Findings put together as people are shown them: those that one repair explains are one.
struct FindingGroups {
    /// Findings with one cause, the first in front.
    struct Group: Equatable {
        var first: Finding
        var others: [Finding] = []
    }

    /// In the order of each group's first finding.
    private(set) var groups: [Group] = []

    init(_ findings: [Finding]) {
        var positions: [String: Int] = [:]
        for finding in findings {
            // The finding that a group is named after need not name the group itself.
            let name = finding.group ?? finding.fingerprint
            if let position = positions[name], finding.group != nil || groups[position].first.group != nil {
                groups[position].others.append(finding)
            } else {
                positions[name] = groups.count
                groups.append(Group(first: finding))
            }
        }
    }
}
