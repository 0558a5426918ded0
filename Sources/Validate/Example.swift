internal import Forms
internal import Model

// Reports for the rules' examples: every cell is 0 unless it is named, and nil is a blank.
extension Report {
    static func example(applications cells: [String: [String: Int?]]) -> Report {
        example(form: "2021", year: 2023, table: "applications", cells: cells)
    }

    static func example(disputes cells: [String: [String: Int?]]) -> Report {
        example(form: "2021", year: 2023, table: "disputes", cells: cells)
    }

    static func example(proactive cells: [String: [String: Int?]]) -> Report {
        example(form: "2021", year: 2023, table: "proactive", cells: cells)
    }

    static func example(statistics cells: [String: Int?]) -> Report {
        example(form: "2014", year: 2016, table: "statistics", cells: cells.mapValues { ["count": $0] })
    }

    static func example(annex cells: [String: (year: Int, cumulative: Int)]) -> Report {
        let cells = cells.mapValues { ["year": Optional($0.year), "cumulative": Optional($0.cumulative)] }
        return example(form: "2008", year: 2012, table: "annex", cells: cells)
    }

    /// A report of one table.
    static func example(form: String, year: Int, table id: String, cells: [String: [String: Int?]]) -> Report {
        var report = example(form: form, year: year)
        guard let form = FormCatalog.form(form)?.tables.first(where: { $0.id == id }) else { return report }
        let rows = form.rows.enumerated().map { index, row in
            Row(
                id: row.id,
                label: row.label,
                line: index + 1,
                cells: form.columns.map { column in
                    if let columns = row.columns, !columns.contains(column.id) { return nil }
                    return cell(cells[row.id], column.id, line: index + 1)
                }
            )
        }
        report.tables = [Table(id: id, state: .read, line: 1, columns: form.columns.map(\.id), rows: rows)]
        return report
    }

    private static func cell(_ row: [String: Int?]?, _ column: String, line: Int) -> Cell {
        guard let value = row?[column] ?? 0 else { return Cell(.blank, line: line) }
        return Cell(.number(Quantity(value)), text: String(value), line: line)
    }

    /// A report with these sections and nothing else; a body is given where it matters.
    static func example(
        form: String = "2021",
        year: Int? = 2023,
        agency: String? = "青禾市档案局",
        sections: [(id: String?, body: String)] = [],
        narrative: String = ""
    ) -> Report {
        let forms = FormCatalog.form(form)?.sections ?? []
        return Report(
            identity: Identity(agency: agency, year: year, form: form),
            sections: sections.enumerated().map { index, section in
                let heading = forms.first { $0.id == section.id }?.heading ?? section.id ?? "其他工作"
                return Section(id: section.id, heading: heading, line: index * 10 + 1, body: Prose(section.body))
            },
            narrative: Prose(narrative + sections.map(\.body).joined())
        )
    }

    /// All sections of a form, each with a body that says something.
    static func complete(
        _ form: String = "2021",
        year: Int = 2023,
        without missing: Set<String> = [],
        bodies: [String: String] = [:]
    ) -> Report {
        let sections = FormCatalog.form(form)?.sections ?? []
        return example(
            form: form,
            year: year,
            sections: sections.filter { !missing.contains($0.id) }.map { section in
                (section.id, bodies[section.id] ?? defaultBodies[section.id] ?? "本年度各项工作平稳有序。")
            }
        )
    }

    private static let defaultBodies = [
        "applications": "全年收到政府信息公开申请3件,均已答复。",
        "disputes": "全年没有发生行政复议、行政诉讼案件。",
        "problems": "公开的及时性有待提高,下一步将加强培训。",
    ]

    /// The report with a table that is only a heading.
    func losing(_ table: String) -> Report {
        var report = self
        report.tables.append(Table(id: table, state: .lost, line: 1, columns: [], rows: []))
        return report
    }

    /// The report with another cell in a table.
    func replacing(_ table: String, _ row: String, _ column: String, with cell: Cell) -> Report {
        var report = self
        guard let table = report.tables.firstIndex(where: { $0.id == table }),
            let column = report.tables[table].columns.firstIndex(of: column),
            let row = report.tables[table].rows.firstIndex(where: { $0.id == row })
        else { return report }
        report.tables[table].rows[row].cells[column] = cell
        return report
    }

    /// The report without some rows of a table.
    func dropping(_ rows: Set<String>, from table: String) -> Report {
        var report = self
        guard let table = report.tables.firstIndex(where: { $0.id == table }) else { return report }
        report.tables[table].rows.removeAll { rows.contains($0.id) }
        return report
    }
}
