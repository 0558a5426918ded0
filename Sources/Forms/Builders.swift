import Model

// Short spellings of what most rows, columns and sections have in common, so that the forms read as tables.

extension RowForm {
    init(
        _ id: String,
        _ label: String,
        _ english: String,
        or variants: [String] = [],
        group: String? = nil,
        columns: [String]? = nil,
        kind: ValueKind? = nil,
        unit: String? = nil
    ) {
        self.init(
            id: id,
            label: label,
            english: english,
            variants: variants,
            group: group,
            columns: columns,
            kind: kind,
            unit: unit
        )
    }
}

extension ColumnForm {
    init(
        _ id: String,
        _ label: String,
        _ english: String,
        or variants: [String] = [],
        kind: ValueKind = .count,
        isOptional: Bool = false
    ) {
        self.init(
            id: id,
            label: label,
            english: english,
            variants: variants,
            kind: kind,
            isOptional: isOptional
        )
    }
}

extension Relation {
    /// The total in the row `total` is the sum of the rows `parts`, in each of `columns`.
    static func total(
        _ rule: String,
        _ code: String,
        in table: String,
        columns: [String],
        total: String,
        parts: [String],
        basis: String
    ) -> Self {
        Self(
            rule: rule,
            code: code,
            table: table,
            shape: .eachColumn(columns: columns, left: [total], right: parts),
            comparison: .totalOfParts,
            severity: .error,
            basis: basis
        )
    }
}
