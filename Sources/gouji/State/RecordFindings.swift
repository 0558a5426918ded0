internal import Record

/// The findings of a record as people are shown them: those that one repair explains are one, the worst first, those
/// of the same severity in the order in which they stand in the report.
struct RecordFindings {
    typealias Finding = ArchivedRecord.Finding

    /// Findings with one cause, the worst in front.
    struct Group {
        var first: Finding
        var others: [Finding] = []

        var all: [Finding] { [first] + others }

        /// The places of all of them, each once.
        var places: [Finding.Place] {
            var seen: Set<String> = []
            return all.flatMap(\.where).filter { seen.insert($0.path).inserted }
        }
    }

    private(set) var groups: [Group] = []

    init(_ findings: [Finding]) {
        let sorted = findings.enumerated().sorted { Self.key($0) < Self.key($1) }.map(\.element)
        var positions: [String: Int] = [:]
        for finding in sorted {
            if let name = finding.group, let position = positions[name] {
                groups[position].others.append(finding)
            } else {
                if let name = finding.group { positions[name] = groups.count }
                groups.append(Group(first: finding))
            }
        }
    }

    /// Severity, line, and where it stood: what has no line, because it is not there, comes first.
    private static func key(_ item: (offset: Int, element: Finding)) -> (Int, Int, Int) {
        let severity = ["error", "warning", "info"].firstIndex(of: item.element.severity) ?? 3
        return (severity, item.element.where.compactMap(\.line).min() ?? 0, item.offset)
    }
}
