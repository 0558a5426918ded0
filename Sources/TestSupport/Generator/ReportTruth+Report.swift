import Forms
package import Model

extension ReportTruth {
    /// The report as a reader that makes no mistake would hand it on: tables alone, without sections and narrative.
    package var report: Report {
        Report(
            identity: Identity(agency: agency, year: year, title: title, form: form.identifier, kind: kind),
            tables: tables.enumerated().map { index, table in table.table(firstLine: index * 100 + 1) }
        )
    }
}

extension TableTruth {
    fileprivate func table(firstLine: Int) -> Table {
        let rows = form.rows.enumerated().map { index, row in
            let line = firstLine + index
            return Row(
                id: row.id,
                label: row.label,
                line: line,
                cells: form.columns.map { column in
                    guard row.columns?.contains(column.id) ?? true else { return nil }
                    guard let value = self[row.id, column.id] else { return Cell(.blank, line: line) }
                    return Cell(.number(value), text: value.description, line: line)
                }
            )
        }
        return Table(id: form.id, state: .read, line: firstLine, columns: form.columns.map(\.id), rows: rows)
    }
}
