package import Model

/// An official form: data only, no code. Extract and Validate know forms by what stands here, never by name.
package struct Form: Sendable {
    /// The identifier in the record: `2021`.
    package var identifier: String
    /// The report years that the form was made for.
    package var reportYears: ClosedRange<Int>
    /// The document that introduced it, in the official citation.
    package var citation: String
    /// A short English account of the form.
    package var summary: String
    /// The sections, in the form's order.
    package var sections: [SectionForm]
    package var tables: [TableForm]
    package var relations: [Relation]
    /// Words of the tables by which the form is told, without white space: they stand on no other form.
    package var evidence: [String]
}

/// A section of a form.
package struct SectionForm: Sendable {
    package var id: String
    /// The official heading, without its number.
    package var heading: String
    package var english: String
    package var isRequired: Bool
    /// How bad it is where a required section is not there.
    package var missingSeverity: Finding.Severity
    /// The report years in which the section is asked for; nil: all.
    package var requiredUntil: Int?
    /// The article that asks for the section.
    package var basis: String
    /// A heading is this section's where it holds all words of one of these groups.
    package var words: [[String]]
    /// A short chapter is this section where it holds all words of one of these groups and no other chapter is the section.
    package var briefWords: [[String]]
    /// No heading of the section holds one of these.
    package var otherWords: [String]
}

/// A table of a form.
package struct TableForm: Sendable {
    package var id: String
    /// The section in which the table stands.
    package var section: String
    package var title: String
    package var english: String
    package var columns: [ColumnForm]
    package var rows: [RowForm]
    /// Rows that some reports print in place of several of the form's.
    package var mergedRows: [MergedRow]
    /// Whether the table prints its rows beside each other, under heads, as one line of numbers without labels.
    package var isOneLine: Bool
    /// Words that stand in the table and carry no number: block titles, group lines, notes, heads, units.
    ///
    /// A prefix of a line is enough, where the word has three characters or more; a shorter one (件, 单位) must be the
    /// whole line. Heads that are also the beginning of a row's label (其他, 总计) stand in `columns` alone.
    package var furniture: [String]
    /// Words of which one begins the table wherever it stands.
    package var anchors: [String]
    /// Heads of a column that only numbers the rows: what stands in it are no values.
    package var codeHeads: [String] = []
    /// Heads that the form of other years prints above the same rows: what stands below them is another count.
    package var otherHeads: [String] = []
}

/// A row that stands for several rows of the form: the group line of those rows, printed with numbers of its own.
package struct MergedRow: Sendable {
    package var row: RowForm
    /// The rows that are not there where this one is; in a relation it takes their place.
    package var replaces: [String]
}

/// A column of a table.
package struct ColumnForm: Sendable {
    package var id: String
    /// The label as the form prints it.
    package var label: String
    package var english: String
    /// Other labels that real reports print.
    package var variants: [String]
    package var kind: ValueKind
    /// Whether some of the tables of this form do not have the column.
    package var isOptional = false
}

/// What a cell holds.
package enum ValueKind: Sendable, Equatable {
    /// A whole number, not negative.
    case count
    /// A whole number with a sign.
    case change
    /// A decimal number; the unit is the one that the form prints, or nil where it prints none.
    case money(unit: String?)
}

/// A row of a table.
package struct RowForm: Sendable {
    package var id: String
    /// The label as the form prints it, with its number.
    package var label: String
    package var english: String
    /// Other labels that real reports print, without their numbers.
    package var variants: [String]
    /// The block or group line above the row, without its number, where there is one.
    package var group: String?
    /// The columns in which the row has a cell; nil: all.
    package var columns: [String]?
    /// The kind of this row's cells, where it is not the column's.
    package var kind: ValueKind?
    /// The unit that the form prints for the row (条, 件, 万元), where it does.
    package var unit: String?
}
