import Forms
import Model

/// A table as it is printed: cells with spans, row by row, the way HTML tells them.
package struct TableGrid: Sendable {
    package struct Cell: Sendable, Equatable {
        package var text: String
        package var columns = 1
        package var rows = 1
        /// Whether it is a head that narrow columns break into two lines.
        package var breaks = false
    }

    package var width: Int
    package var rows: [[Cell]]

    /// The table of `truth` as its form prints it; `year` stands in the heads of the annex.
    package init(_ truth: TableTruth, year: Int) {
        switch truth.form.id {
        case "applications": self = .applications(truth)
        case "disputes": self = .disputes(truth)
        case "statistics": self = .statistics(truth)
        case "annex": self = .annex(truth, year)
        default: self = .proactive(truth)
        }
    }

    init(width: Int, rows: [[Cell]]) {
        self.width = width
        self.rows = rows
    }

    /// What a cell prints: nothing for a blank, and a sign before a change for the better.
    static func print(_ value: Quantity?, _ kind: ValueKind = .count) -> String {
        guard let value else { return "" }
        return kind == .change && value > Quantity(0) ? "+\(value)" : "\(value)"
    }

    private static func applications(_ truth: TableTruth) -> TableGrid {
        let form = truth.form
        var rows = applicationHeads(form)
        let outcomes = form.rows.filter { Numbers.isOutcome($0.id) || $0.id == "processed_total" }
        var group: String?
        for row in form.rows {
            let numbers = form.columns.map { Cell(text: print(truth[row.id, $0.id])) }
            var heads: [Cell] = []
            if row.id == outcomes.first?.id { heads.append(Cell(text: "三、本年度办理结果", rows: outcomes.count)) }
            if let number = groupNumbers[row.group ?? ""] {
                let size = form.rows.filter { $0.group == row.group }.count
                if group != row.group { heads.append(Cell(text: number + (row.group ?? ""), rows: size)) }
                heads.append(Cell(text: row.label))
            } else {
                let isOutcome = outcomes.contains { $0.id == row.id }
                heads.append(Cell(text: row.label, columns: isOutcome ? 2 : 3))
            }
            group = row.group
            rows.append(heads + numbers)
        }
        return TableGrid(width: 10, rows: rows)
    }

    private static let groupNumbers = ["不予公开": "（三）", "无法提供": "（四）", "不予处理": "（五）", "其他处理": "（六）"]

    private static func applicationHeads(_ form: TableForm) -> [[Cell]] {
        let labels = form.columns.map(\.label)
        return [
            [
                Cell(text: "（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）", columns: 3, rows: 3),
                Cell(text: "申请人情况", columns: 7),
            ],
            [
                Cell(text: labels.first ?? "", rows: 2), Cell(text: "法人或其他组织", columns: 5),
                Cell(text: labels.last ?? "", rows: 2),
            ],
            labels.dropFirst().dropLast().map { Cell(text: $0, breaks: $0.count == 4) },
        ]
    }

    private static func disputes(_ truth: TableTruth) -> TableGrid {
        let labels = truth.form.columns.map(\.label)
        let heads = labels.map { Cell(text: $0, breaks: $0.count == 4) }
        let tall = heads.map { head in
            var head = head
            head.rows = 2
            return head
        }
        let numbers = truth.form.rows.flatMap { row in
            truth.form.columns.map { Cell(text: print(truth[row.id, $0.id])) }
        }
        let top = [Cell(text: "行政复议", columns: 5), Cell(text: "行政诉讼", columns: 10)]
        let middle = [Cell(text: "未经复议直接起诉", columns: 5), Cell(text: "复议后起诉", columns: 5)]
        return TableGrid(width: 15, rows: [top, tall + middle, heads + heads, numbers])
    }

    private static func proactive(_ truth: TableTruth) -> TableGrid {
        let form = truth.form
        var rows: [[Cell]] = []
        var group: String?
        for row in form.rows {
            let columns = form.columns.filter { truth.columns(of: row).contains($0.id) }
            if group != row.group {
                rows.append([Cell(text: row.group ?? "", columns: 4)])
                rows.append(fill([Cell(text: "信息内容")] + columns.map { Cell(text: $0.label) }, 4))
            }
            group = row.group
            rows.append(
                fill([Cell(text: row.label)] + columns.map { Cell(text: print(truth[row.id, $0.id], $0.kind)) }, 4)
            )
        }
        return TableGrid(width: 4, rows: rows)
    }

    /// Widens the last cell to the table's edge.
    private static func fill(_ cells: [Cell], _ width: Int) -> [Cell] {
        var cells = cells
        if let last = cells.indices.last { cells[last].columns += width - cells.count }
        return cells
    }

    private static let statisticsGroups = [
        "disclosed": "一、主动公开情况", "channel.gazette": "（二）通过不同渠道和方式公开政府信息的情况",
        "responses": "二、回应解读情况", "responses.press": "（二）通过不同渠道和方式回应解读的情况",
        "received": "三、依申请公开情况", "offices": "八、机构建设和保障经费情况", "meetings": "九、政府信息公开会议和培训情况",
    ]

    private static func statistics(_ truth: TableTruth) -> TableGrid {
        var rows = [["统计指标", "单位", "统计数"].map { Cell(text: $0) }]
        for row in truth.form.rows {
            if let group = statisticsGroups[row.id] { rows.append([Cell(text: group, columns: 3)]) }
            rows.append([row.label, row.unit ?? "", print(truth[row.id, "count"])].map { Cell(text: $0) })
        }
        return TableGrid(width: 3, rows: rows)
    }

    private static func annex(_ truth: TableTruth, _ year: Int) -> TableGrid {
        var rows = [["指标名称", "计量单位", "\(year)年度", "历年累计"].map { Cell(text: $0) }]
        for row in truth.form.rows {
            let numbers = ["year", "cumulative"].map { print(truth[row.id, $0]) }
            rows.append(([row.label, row.unit ?? ""] + numbers).map { Cell(text: $0) })
        }
        return TableGrid(width: 4, rows: rows)
    }

    /// The grid with a cell in every place; those that a span covers are nil.
    package var places: [[Cell?]] { places(repeated: false) }

    /// The grid with a cell in every place; a span fills all places that it covers.
    package var filledPlaces: [[Cell?]] { places(repeated: true) }

    private func places(repeated: Bool) -> [[Cell?]] {
        var taken: [[Bool]] = Array(repeating: Array(repeating: false, count: width), count: rows.count)
        var places: [[Cell?]] = Array(repeating: Array(repeating: nil, count: width), count: rows.count)
        for (y, row) in rows.enumerated() {
            var x = 0
            for cell in row {
                while x < width, taken[y][x] { x += 1 }
                guard x < width else { break }
                places[y][x] = cell
                for below in y..<min(rows.count, y + cell.rows) {
                    for beside in x..<min(width, x + cell.columns) {
                        taken[below][beside] = true
                        if repeated { places[below][beside] = cell }
                    }
                }
            }
        }
        return places
    }
}
