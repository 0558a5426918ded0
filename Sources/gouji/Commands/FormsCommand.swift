internal import ArgumentParser
internal import Forms

/// `gouji forms`: the official forms known.
struct FormsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "forms",
        abstract: "Lists the official forms that are known."
    )

    func run() throws {
        for form in FormCatalog.all { try Console.line(Self.describe(form)) }
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
