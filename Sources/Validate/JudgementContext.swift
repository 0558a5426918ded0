package import Forms
package import Model

/// What a report is judged by, beside itself.
package struct JudgementContext: Sendable {
    /// The other records of the archive that bear on it.
    package var neighbours: Neighbours
    /// The rules of the configuration that are relations; they are judged, and take part in localising faults, as the
    /// relations of the forms do.
    package var constraints: [Constraint]
    /// What the configuration says of single rules.
    package var settings: [RuleSetting]

    package init(
        neighbours: Neighbours = Neighbours(),
        constraints: [Constraint] = [],
        settings: [RuleSetting] = []
    ) {
        self.neighbours = neighbours
        self.constraints = constraints
        self.settings = settings
    }
}
