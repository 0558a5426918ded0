internal import Forms

/// Whether the rules of the configuration fit with each other and with the relations of the forms.
package enum OwnRuleCheck {
    /// Why `rule` cannot stand beside `others` and the catalogue; nil where it can.
    package static func objection(to rule: OwnRule, beside others: [OwnRule]) -> String? {
        if RuleCatalog.all.contains(where: { $0.identifier == rule.identifier }) {
            return "\(rule.identifier) is a rule of gouji itself; choose another id"
        }
        if let other = others.first(where: { $0.identifier == rule.identifier }) {
            return "\(rule.identifier) stands twice, also in \(other.source); rename or remove one"
        }
        for constraint in rule.constraints {
            let known = builtIn(constraint.forms.first ?? "") + others.flatMap(\.constraints)
            for other in known where other.forms.isEmpty || other.forms == constraint.forms {
                switch ConstraintAudit.clash(between: other, and: constraint) {
                case .repeats:
                    return "it repeats \(other.rule); remove it, or change that rule's severity with [[rule]]"
                case .contradicts: return "it contradicts \(other.rule): no report could satisfy both"
                case nil: break
                }
            }
        }
        return nil
    }

    private static func builtIn(_ form: String) -> [Constraint] {
        guard let form = FormCatalog.form(form) else { return [] }
        return CompiledForm(form) { $0.rows.map(\.id) }.constraints.map(\.source)
    }
}
