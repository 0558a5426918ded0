internal import ArgumentParser
internal import Forms

/// `gouji forms`: the official forms known.
struct FormsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "forms",
        abstract: "Lists the official forms that are known."
    )

    @Flag(help: "Lists the path of every cell, as records and rules name it, with its labels.")
    var cells = false

    func run() throws {
        for form in FormCatalog.all {
            try Console.line(Self.describe(form))
            if cells { for line in Self.cells(of: form) { try Console.line(line) } }
        }
    }

    /// One line a cell: its path, the label of its row and that of its column.
    static func cells(of form: Form) -> [String] {
        form.tables.flatMap { table in
            table.rows.flatMap { row in
                table.columns.filter { row.columns?.contains($0.id) ?? true }.map { column in
                    "    cell \(table.id).\(row.id).\(column.id): \(row.label) / \(column.label)"
                }
            }
        }
    }

    /// One form: its years and source, then a line for each section and each table.
    static func describe(_ form: Form) -> String {
        let years = form.reportYears
        let last = years.upperBound >= 9999 ? "" : String(years.upperBound)
        var lines = ["\(form.identifier)  \(years.lowerBound)–\(last)  \(form.citation)", "    \(form.summary)"]
        for section in form.sections {
            lines.append("    section \(section.id): \(section.heading)\(requirement(section))")
        }
        for table in form.tables {
            let size = "\(table.rows.count) rows, \(table.columns.count) columns"
            lines.append("    table \(table.id): \(table.title) (\(size))")
        }
        return lines.joined(separator: "\n")
    }

    private static func requirement(_ section: SectionForm) -> String {
        guard section.isRequired else { return "" }
        return section.requiredUntil.map { " (required up to report year \($0))" } ?? " (required)"
    }
}
