extension [Finding] {
    /// Names the group of each finding that is explained together with others, by the fingerprint of the first of them;
    /// fingerprints must stand already. A finding that is explained by itself has no group.
    package mutating func setGroups() {
        var members: [Int: [Int]] = [:]
        for index in indices {
            if let cluster = self[index].cluster { members[cluster, default: []].append(index) }
        }
        for group in members.values where group.count > 1 {
            let first = self[group[0]].fingerprint
            for index in group { self[index].group = first }
        }
    }
}
