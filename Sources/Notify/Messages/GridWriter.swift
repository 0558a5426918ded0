internal import Forms
import Model

/// Shows the tables of the report that findings are about, as they stand there, with their cells marked.
struct GridWriter: Sendable {
    var report: Report
    var labels: PlaceLabels
    var tongue: Tongue
    /// Whether rows that take no part are shown too, where something stands in them.
    var isWhole: Bool
    /// Whether every table is shown, with every row.
    var isComplete = false

    private static let maximumRows = 32
    private static let maximumLabel = 40

    /// The tables that `groups` are about, in the report's order, each with all that is to be marked in it.
    func grids(_ groups: [FindingGroup]) -> [ReportGrid] {
        var marks: [CellPath: Mark] = [:]
        for (index, group) in groups.enumerated() {
            let proposals = group.proposals(groups.count > 1 ? index + 1 : nil, tongue)
            let isCertain = group.repairs.count == 1
            for place in group.places { mark(place.path, .involved, &marks) }
            for (path, fits) in proposals { mark(path, isCertain ? .wrong(fits: fits) : .possible(fits: fits), &marks) }
            // Without a repair it is the cell whose value is not what was expected: the one that is named first.
            if proposals.isEmpty, group.first.expected != nil, let first = group.first.places.first {
                mark(first.path, .wrong(fits: nil), &marks)
            }
        }
        return report.tables.compactMap { table in
            let own = marks.filter { $0.key.table == table.id }
            return own.isEmpty && !isComplete ? nil : grid(table, own)
        }
    }

    private enum Mark {
        case involved
        case possible(fits: String)
        case wrong(fits: String?)

        /// What is wrong stays so, whatever else it takes part in.
        var weight: Int {
            switch self {
            case .involved: 0
            case .possible: 1
            case .wrong: 2
            }
        }
    }

    private func mark(_ path: String, _ mark: Mark, _ marks: inout [CellPath: Mark]) {
        guard let cell = CellPath(path, in: report) else { return }
        if case .possible(let fits)? = marks[cell], case .possible(let more) = mark {
            marks[cell] = .possible(fits: fits + tongue("、", ", ") + more)
        } else if mark.weight >= marks[cell]?.weight ?? 0 {
            marks[cell] = mark
        }
    }

    private func grid(_ table: Table, _ marks: [CellPath: Mark]) -> ReportGrid {
        ReportGrid(
            title: title(table),
            heads: table.columns.map { tongue(labels.column($0, of: table.id, in: report)).clipped(20) },
            rows: rows(table, marks),
            legend: legend(Array(marks.values))
        )
    }

    private func title(_ table: Table) -> String {
        let line = tongue("原文第 \(table.line) 行起", "from line \(table.line) of the source")
        let name = tongue(labels.table(table.id, in: report)).clipped(60)
        return [name, table.line > 0 ? line : ""].filter { !$0.isEmpty }.joined(separator: tongue("，", ", "))
    }

    /// What the marks that are there mean.
    private func legend(_ marks: [Mark]) -> String {
        var parts: [String] = []
        if marks.contains(where: { if case .wrong = $0 { true } else { false } }) {
            let hasFit = marks.contains { if case .wrong(_?) = $0 { true } else { false } }
            let fits = hasFit ? tongue("，箭头后为改后可成立的数", ", after the arrow what would fit") : ""
            parts.append(tongue("红底：不成立之处\(fits)", "Red: where it does not hold\(fits)"))
        }
        if marks.contains(where: { if case .possible = $0 { true } else { false } }) {
            parts.append(
                tongue(
                    "虚线框：可能有误的单元格，只需改其中一种（箭头后为改后可成立的数，编号同上文改法）",
                    "Dashed: may be wrong, one way of several is enough (after the arrow what would fit, numbered as above)"
                )
            )
        }
        if marks.contains(where: { if case .involved = $0 { true } else { false } }) {
            parts.append(tongue("黄底：所涉及的其他单元格", "Yellow: the other cells concerned"))
        }
        return parts.isEmpty ? "" : parts.joined(separator: tongue("；", ". ")) + tongue("。", ".")
    }

    private func rows(_ table: Table, _ marks: [CellPath: Mark]) -> [ReportGrid.Row] {
        let marked = Set(marks.keys.map(\.row))
        let mayShowOthers = isWhole && table.columns.count > 1
        let groups = isComplete ? groups(of: table) : [:]
        var result: [ReportGrid.Row] = []
        var left = 0
        var told: Set<String> = []
        for row in table.rows {
            if let group = groups[row.id], told.insert(group).inserted { result.append(.gap(group)) }
            let isShown = isComplete || marked.contains(row.id) || mayShowOthers && row.saysSomething
            guard isShown, isComplete || result.count < Self.maximumRows else {
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

    /// The form's group line above each row, where it has one that is no row itself; forms are in Chinese.
    private func groups(of table: Table) -> [String: String] {
        guard tongue == .zh else { return [:] }
        let rows = FormCatalog.form(report.identity.form)?.tables.first { $0.id == table.id }?.rows ?? []
        return rows.reduce(into: [:]) { result, row in
            guard let group = row.group, !rows.contains(where: { $0.label.contains(group) }) else { return }
            result[row.id] = group
        }
    }

    private func gap(_ rows: Int) -> ReportGrid.Row {
        .gap(tongue("……（\(rows) 行未列）", rows == 1 ? "… (1 row not shown)" : "… (\(rows) rows not shown)"))
    }

    private func cells(_ row: Row, _ table: Table, _ marks: [CellPath: Mark]) -> ReportGrid.Row {
        let label = tongue(labels.row(row.id, of: table.id, in: report)).clipped(Self.maximumLabel)
        let cells = zip(table.columns, row.cells).map { column, cell in
            let text = (cell?.text ?? "").clipped(20)
            return switch marks[CellPath(table: table.id, row: row.id, column: column)] {
            case .wrong(let fits): ReportGrid.Cell(text: text, mark: .wrong, fits: fits)
            case .possible(let fits): ReportGrid.Cell(text: text, mark: .possible, fits: fits)
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
