package import Model

/// A report as a page shows it: what was found, and its tables with the cells marked, as messages show them.
///
/// HTML with classes for a style sheet: `heading`, `note`, `grid`, `caption`, `legend`, `gap`, and for cells `wrong`,
/// `possible` and `involved`. Everything from the report is escaped.
package struct ReportSheet {
    private let report: Report
    private let tongue: Tongue
    private let groups: [FindingGroup]

    package init(_ report: Report, tongue: Tongue) {
        self.report = report
        self.tongue = tongue
        groups = FindingGroup.groups(of: report.findings.enumerated().sorted(by: Self.isBefore).map(\.element))
    }

    /// The worst first, and else as the report has them.
    private static func isBefore(_ one: (offset: Int, element: Finding), _ other: (offset: Int, element: Finding))
        -> Bool
    {
        one.element.severity != other.element.severity
            ? one.element.severity > other.element.severity : one.offset < other.offset
    }

    /// What one repair explains, as one.
    package struct Group {
        package let html: String
        /// The rules that are broken, each once.
        package let rules: [String]
        /// Why the configuration accepts it, where it does.
        package let accepted: [String]
    }

    package var findings: [Group] {
        groups.enumerated().map { index, group in
            let letter = FindingLetter(
                group: group,
                report: report,
                labels: .official,
                tongue: tongue,
                isInGrid: group.places.contains { CellPath($0.path, in: report) != nil },
                number: index + 1,
                isOnly: groups.count == 1,
                isKnown: nil
            )
            var rules: [String] = []
            for rule in group.findings.map(\.rule) where !rules.contains(rule) { rules.append(rule) }
            return Group(
                html: letter.blocks.map { HTMLRenderer.html($0, look: .classes) }.joined(separator: "\n"),
                rules: rules,
                accepted: Set(group.findings.compactMap(\.accepted)).sorted()
            )
        }
    }

    /// All tables, whole.
    package var tables: [String] {
        GridWriter(report: report, labels: .official, tongue: tongue, isWhole: true, isComplete: true).grids(groups)
            .map { HTMLRenderer.html(.grid($0), look: .classes) }
    }
}
