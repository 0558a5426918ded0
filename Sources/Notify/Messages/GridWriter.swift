import Model

/// Shows the table of the report that a group of findings is about, with its cells marked.
struct GridWriter: Sendable {
    var report: Report
    var labels: PlaceLabels
    var tongue: Tongue
    /// Whether rows that take no part are shown too, where something stands in them.
    var isWhole: Bool

    private static let maximumRows = 32
    private static let maximumLabel = 40

    /// The table, or nil where the group's cells lie in none that could be read.
    func grid(_ group: FindingGroup) -> ReportGrid? {
        let cells = group.places.compactMap { CellPath($0.path, in: report) }
        guard let first = cells.first, let table = report.table(first.table) else { return nil }
        let involved = Set(cells.filter { $0.table == table.id })
        let changes = group.repair?.changes ?? []
        var wrong: [CellPath: String?] = [:]
        for change in changes {
            if let cell = CellPath(change.path, in: report), cell.table == table.id {
                wrong[cell] = change.to.description
            }
        }
        // Without a repair the cell that the finding names first is the most telling one.
        if changes.isEmpty { wrong[first] = .some(nil) }
        return ReportGrid(
            title: title(table),
            heads: table.columns.map { tongue(labels.column($0, of: table.id, in: report)).clipped(20) },
            rows: rows(table, involved, wrong),
            legend: legend(hasRepair: !changes.isEmpty)
        )
    }

    private func title(_ table: Table) -> String {
        let line = tongue("原文第 \(table.line) 行起", "from line \(table.line) of the source")
        return table.line > 0 ? line : ""
    }

    private func legend(hasRepair: Bool) -> String {
        hasRepair
            ? tongue("红底:最可能有误的单元格及或应为的数;黄底:同一关系中的其他单元格。", "Red: the cell most likely wrong, and what would fit. Yellow: the other cells of the relation.")
            : tongue("红底:关系不成立之处;黄底:同一关系中的其他单元格。", "Red: where the relation does not hold. Yellow: the other cells of the relation.")
    }

    private func rows(_ table: Table, _ involved: Set<CellPath>, _ wrong: [CellPath: String?]) -> [ReportGrid.Row] {
        let marked = Set(involved.map(\.row) + wrong.keys.map(\.row))
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
            result.append(cells(row, table, involved, wrong))
        }
        if left > 0 { result.append(gap(left)) }
        return result
    }

    private func gap(_ rows: Int) -> ReportGrid.Row {
        .gap(tongue("……(\(rows) 行未列)", rows == 1 ? "… (1 row not shown)" : "… (\(rows) rows not shown)"))
    }

    private func cells(
        _ row: Row,
        _ table: Table,
        _ involved: Set<CellPath>,
        _ wrong: [CellPath: String?]
    ) -> ReportGrid.Row {
        let label = tongue(labels.row(row.id, of: table.id, in: report)).clipped(Self.maximumLabel)
        let cells = zip(table.columns, row.cells).map { column, cell in
            let path = CellPath(table: table.id, row: row.id, column: column)
            let text = (cell?.text ?? "").clipped(20)
            if let fits = wrong[path] { return ReportGrid.Cell(text: text, mark: .wrong, fits: fits) }
            return ReportGrid.Cell(text: text, mark: involved.contains(path) ? .involved : .none)
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
