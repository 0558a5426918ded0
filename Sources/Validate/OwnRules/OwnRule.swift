package import Forms
package import Model

/// A rule of the configuration: a relation between cells and figures of the text that must hold.
package struct OwnRule: Sendable, Equatable {
    package var identifier: String
    package var severity: Finding.Severity
    /// What must hold, for people.
    package var statement: Finding.Message
    package var basis: String
    /// The relation as it was written.
    package var relation: String
    /// Where it was written: `FILE:LINE`.
    package var source: String
    /// The forms that it applies to.
    package var forms: [String]
    /// The relation, once for each form.
    package let constraints: [Constraint]

    /// Throws where the relation cannot be read or names what no such form has; without `forms` it is for those forms
    /// that have all its cells.
    package init(
        identifier: String,
        severity: Finding.Severity,
        statement: Finding.Message,
        basis: String,
        relation: String,
        forms: [String]?,
        source: String
    ) throws(RelationError) {
        self.identifier = identifier
        self.severity = severity
        self.statement = statement
        self.basis = basis
        self.relation = relation
        self.source = source
        let linear = try RelationCompiler(RelationText(relation)).relations(forms: forms)
        self.forms = linear.map(\.form)
        constraints = linear.map { linear in
            var constraint = Constraint(
                rule: identifier,
                severity: severity,
                basis: basis,
                left: linear.left,
                comparison: linear.comparison,
                right: linear.right,
                statement: statement,
                forms: [linear.form]
            )
            constraint.multiple = linear.multiple
            return constraint
        }
    }

    /// How the catalogue shows it.
    package var description: RuleDescription {
        let words: [Finding.Severity: Finding.Message] = [.error: .error, .warning: .warning, .info: .info]
        return RuleDescription(
            identifier,
            severity: words[severity] ?? .warning,
            statement: statement,
            basis: basis,
            forms: forms
        )
    }

    /// The constraints follow from the rest.
    package static func == (left: Self, right: Self) -> Bool {
        left.identifier == right.identifier && left.severity == right.severity && left.statement == right.statement
            && left.basis == right.basis && left.relation == right.relation && left.source == right.source
            && left.forms == right.forms
    }
}
