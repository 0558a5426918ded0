import Forms
import Model

/// Faults in what the form asks for, rather than in its sums.
extension ReportTruth {
    /// The row's applications go to another row, so that every sum still holds.
    mutating func removeRow() {
        let row = "not_processed.excessive"
        guard let index = tables.firstIndex(where: { $0.form.id == "applications" }) else { return }
        for column in tables[index].form.columns.map(\.id) {
            change("applications", "unavailable.not_held", column, by: tables[index].count(row, column))
            set("applications", row, column, to: nil)
        }
        tables[index].form.rows.removeAll { $0.id == row }
        blame("form.incomplete", .warning, ["applications." + row])
    }

    /// What the count loses goes to another outcome, so that the sum still holds.
    mutating func breakSign() {
        change("disputes", "review", "upheld", by: count("disputes", "review", "other") + 1)
        set("disputes", "review", "other", to: Quantity(-1))
        blame("number.invalid", .error, ["disputes.review.other"])
    }

    mutating func breakOrder() {
        guard let disputes = sections.firstIndex(where: { $0.id == "disputes" }),
            let problems = sections.firstIndex(where: { $0.id == "problems" })
        else { return }
        sections.swapAt(disputes, problems)
        blame("section.order", .warning, ["sections.disputes", "sections.problems"])
    }

    mutating func denyProblems() {
        guard let problems = sections.firstIndex(where: { $0.id == "problems" }) else { return }
        sections[problems].paragraphs = ["无。"]
        blame("section.empty", .error, ["sections.problems"])
    }

    /// The report with its tables lost, as where they were images: nothing can be judged, and nothing is wrong.
    package func withoutTables() -> ReportTruth {
        var report = self
        report.tables = []
        return report
    }
}
