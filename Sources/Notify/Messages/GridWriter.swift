import Model

/// Shows the tables of the report that findings are about, as they stand there, with their cells marked.
struct GridWriter: Sendable {
    var report: Report
    var labels: PlaceLabels
    var tongue: Tongue
    /// Whether rows that take no part are shown too, where something stands in them.
    var isWhole: Bool

    private static let maximumRows = 32
    private static let maximumLabel = 40

    /// The tables that `groups` are about, in the report's order, each with all that is to be marked in it.
    func grids(_ groups: [FindingGroup]) -> [ReportGrid] {
        var marks: [CellPath: Mark] = [:]
        for group in groups {
            let changes = group.repair?.changes ?? []
            for place in group.places { mark(place.path, .involved, &marks) }
            for change in changes { mark(change.path, .wrong(fits: change.to.description), &marks) }
            // Without a repair it is the cell whose value is not what was expected: the one that is named first.
            if changes.isEmpty, group.first.expected != nil, let first = group.first.places.first {
                mark(first.path, .wrong(fits: nil), &marks)
            }
        }
        return report.tables.compactMap { table in
            let own = marks.filter { $0.key.table == table.id }
            return own.isEmpty ? nil : grid(table, own)
        }
    }

    private enum Mark {
        case involved
        case wrong(fits: String?)
    }

    /// What is wrong stays so, whatever else it takes part in.
    private func mark(_ path: String, _ mark: Mark, _ marks: inout [CellPath: Mark]) {
        guard let cell = CellPath(path, in: report) else { return }
        if case .involved = mark, marks[cell] != nil { return }
        marks[cell] = mark
    }

    private func grid(_ table: Table, _ marks: [CellPath: Mark]) -> ReportGrid {
        let hasFit = marks.values.contains { if case .wrong(_?) = $0 { true } else { false } }
        return ReportGrid(
            title: title(table),
            heads: table.columns.map { tongue(labels.column($0, of: table.id, in: report)).clipped(20) },
            rows: rows(table, marks),
            legend: legend(hasFit)
        )
    }

    private func title(_ table: Table) -> String {
        let line = tongue("原文第 \(table.line) 行起", "from line \(table.line) of the source")
        return table.line > 0 ? line : ""
    }

    private func legend(_ hasFit: Bool) -> String {
        let fits = hasFit ? tongue(",箭头后为或应为的数", ", and after the arrow what would fit") : ""
        return tongue(
            "红底:不成立之处\(fits);黄底:所涉及的其他单元格。",
            "Red: where it does not hold\(fits). Yellow: the other cells concerned."
        )
    }

    private func rows(_ table: Table, _ marks: [CellPath: Mark]) -> [ReportGrid.Row] {
        let marked = Set(marks.keys.map(\.row))
        let mayShowOthers = isWhole && table.columns.count > 1
        var result: [ReportGrid.Row] = []
        var left = 0
        for row in table.rows {
            let isShown = marked.contains(row.id) || mayShowOthers && row.saysSomething
            guard isShown, result.count < Self.maximumRows else {
                left += 1
                continue
            }
            if left > 0 { result.append(gap(left)) }
            left = 0
            result.append(cells(row, table, marks))
        }
        if left > 0 { result.append(gap(left)) }
        return result
    }

    private func gap(_ rows: Int) -> ReportGrid.Row {
        .gap(tongue("……(\(rows) 行未列)", rows == 1 ? "… (1 row not shown)" : "… (\(rows) rows not shown)"))
    }

    private func cells(_ row: Row, _ table: Table, _ marks: [CellPath: Mark]) -> ReportGrid.Row {
        let label = tongue(labels.row(row.id, of: table.id, in: report)).clipped(Self.maximumLabel)
        let cells = zip(table.columns, row.cells).map { column, cell in
            let text = (cell?.text ?? "").clipped(20)
            return switch marks[CellPath(table: table.id, row: row.id, column: column)] {
            case .wrong(let fits): ReportGrid.Cell(text: text, mark: .wrong, fits: fits)
            case .involved: ReportGrid.Cell(text: text, mark: .involved)
            case nil: ReportGrid.Cell(text: text)
            }
        }
        return .cells(label: label, cells)
    }
}

/// A cell's address: `<table>.<row>.<column>`, where the row's identifier may hold points.
struct CellPath: Hashable, Sendable {
    var table: String
    var row: String
    var column: String

    init(table: String, row: String, column: String) {
        self.table = table
        self.row = row
        self.column = column
    }

    /// Nil where `path` names no cell of a table that `report` has.
    init?(_ path: String, in report: Report) {
        let parts = path.split(separator: ".").map(String.init)
        guard parts.count > 2, let table = report.table(parts[0]), table.columns.contains(parts[parts.count - 1])
        else { return nil }
        let row = parts[1..<parts.count - 1].joined(separator: ".")
        guard table.row(row) != nil else { return nil }
        self.init(table: table.id, row: row, column: parts[parts.count - 1])
    }
}

extension Row {
    /// Whether a cell holds more than a zero, a blank or a mark.
    fileprivate var saysSomething: Bool {
        cells.contains { cell in
            switch cell?.content {
            case .number(let value): value != Quantity(0)
            case .invalid, .ambiguous: true
            case .blank, .mark, nil: false
            }
        }
    }
}
