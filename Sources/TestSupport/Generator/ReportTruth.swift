package import Forms
package import Model

/// An invented report and all that is true of it: what a reader must find, whatever it is printed as.
package struct ReportTruth: Sendable {
    package var form: Form
    package var agency: String
    package var year: Int
    /// The date of signing as `YYYY-MM-DD`.
    package var published: String
    package var title: String
    /// What stands between the title and the first heading.
    package var preamble: [String]
    package var kind: Identity.Kind
    package var sections: [SectionTruth]
    package var tables: [TableTruth]
    /// How the tables are printed otherwise than the form has them.
    package var noise: [Noise] = []
    /// The required sections that are not there.
    package var missing: [String]
    /// What is wrong with the report: empty for a sound one.
    package var faults: [FaultTruth]

    /// What the faults come to.
    package var verdict: Verdict {
        if faults.contains(where: { $0.severity == .error }) { return .fail }
        return faults.isEmpty ? .pass : .warn
    }

    package func table(_ id: String) -> TableTruth? { tables.first { $0.form.id == id } }

    /// The number in a cell of `table`; a blank counts as nothing.
    package func count(_ table: String, _ row: String, _ column: String) -> Int {
        self.table(table)?[row, column]?.whole ?? 0
    }

    /// Changes one cell; nil makes it a blank.
    package mutating func set(_ table: String, _ row: String, _ column: String, to value: Quantity?) {
        guard let index = tables.firstIndex(where: { $0.form.id == table }) else { return }
        tables[index][row, column] = value
    }
}

/// A section of an invented report.
package struct SectionTruth: Sendable {
    package var id: String
    /// The heading without its number.
    package var heading: String
    package var paragraphs: [String]
}

/// The cells of a table of an invented report.
package struct TableTruth: Sendable {
    package var form: TableForm
    /// By row and column; a cell of the form without a value is a blank.
    private var values: [String: [String: Quantity]] = [:]

    package init(_ form: TableForm) {
        self.form = form
    }

    package subscript(_ row: String, _ column: String) -> Quantity? {
        get { values[row]?[column] }
        set { values[row, default: [:]][column] = newValue }
    }

    /// The columns in which `row` has a cell, in the form's order.
    package func columns(of row: RowForm) -> [String] { row.columns ?? form.columns.map(\.id) }

    mutating func set(_ row: String, _ column: String, _ count: Int) { self[row, column] = Quantity(count) }

    func count(_ row: String, _ column: String) -> Int { self[row, column]?.whole ?? 0 }
}

/// Something that is wrong with an invented report, and what must be found.
package struct FaultTruth: Sendable, Equatable {
    package var rule: String
    package var severity: Finding.Severity
    /// Every place that the broken rule speaks of; a finding names some of them and no others of that table.
    package var paths: [String]
}
