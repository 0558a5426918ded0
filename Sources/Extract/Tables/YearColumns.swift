internal import Bytes
internal import Model

/// Two years side by side in one table: tells which columns, or which rows, are the report year's.
struct YearColumns {
    let grid: CellGrid
    let flow: Flow
    let year: Int?

    /// What a head says of the year of the numbers below it or beside it.
    enum Head: Equatable {
        case report
        /// Another year's, or how one differs from the other.
        case other
    }

    /// The cells without those that other years' heads stand over; nil where no head names the report year, or none
    /// another one.
    func ofReportYear() -> [CellGrid.Cell]? {
        guard year != nil else { return nil }
        let heads = grid.cells.compactMap { cell in head(grid.text(cell, flow)).map { (cell: cell, head: $0) } }
        guard heads.contains(where: { $0.head == .report }), heads.contains(where: { $0.head == .other }) else {
            return nil
        }
        let rows = Set(heads.map(\.cell.row)).filter { row in isMixed(heads.filter { $0.cell.row == row }.map(\.head)) }
        if !rows.isEmpty { return withoutColumns(rows.sorted()) }
        let columns = Set(heads.map(\.cell.columns.lowerBound))
        guard
            let column = columns.sorted().first(where: { column in
                isMixed(heads.filter { $0.cell.columns.lowerBound == column }.map(\.head))
            })
        else { return nil }
        return withoutRows(heads.filter { $0.cell.columns.lowerBound == column })
    }

    private func isMixed(_ heads: [Head]) -> Bool { heads.contains(.report) && heads.contains(.other) }

    /// Leaves out what stands below the other heads of the lines `headRows`, each of which counts until the next.
    private func withoutColumns(_ headRows: [Int]) -> [CellGrid.Cell] {
        var dropped: [Int: Set<Int>] = [:]
        for row in headRows { dropped[row] = droppedColumns(grid.cells.filter { $0.row == row }) }
        return grid.cells.filter { cell in
            guard let row = headRows.last(where: { $0 <= cell.row }), let out = dropped[row] else { return true }
            return !cell.columns.allSatisfy(out.contains)
        }
    }

    /// The columns below heads of other years. A head that lost its width stands over the blank cells behind it too.
    private func droppedColumns(_ line: [CellGrid.Cell]) -> Set<Int> {
        var out: Set<Int> = []
        var isOut = false
        for cell in line {
            let text = grid.text(cell, flow)
            if !text.isEmpty { isOut = head(text) == .other }
            if isOut { out.formUnion(cell.columns) }
        }
        return out
    }

    /// Leaves out the rows that begin with the head of another year, up to the next head.
    private func withoutRows(_ heads: [(cell: CellGrid.Cell, head: Head)]) -> [CellGrid.Cell] {
        grid.cells.filter { cell in heads.last { $0.cell.row <= cell.row }?.head != .other }
    }

    private static let reportWords = words(["本年", "今年", "本年度", "本期", "报告年度"])
    private static let otherWords = words([
        "上年", "去年", "上年度", "上一年", "上一年度", "上期", "上年同期", "去年同期", "同期",
    ])
    private static let changeWords = Set(
        ["同比", "增减", "增幅", "变化", "增长率", "增减率", "同比增减", "同比增长", "同比变化", "比上年增减", "较上年增减", "增减数", "增减情况"].map {
            Array($0.utf8)
        }
    )
    private static let yearTails = words(["年", "年度", ""])
    private static let nouns = ["", "数", "数量", "统计数", "总计", "合计", "数据", "情况"]

    private static func words(_ stems: [String]) -> Set<[UInt8]> {
        Set(stems.flatMap { stem in nouns.map { Array((stem + $0).utf8) } })
    }

    private func head(_ text: ArraySlice<UInt8>) -> Head? { Self.head(text, year: year) }

    /// What a text says as a head in the report of `year`.
    static func head(_ text: ArraySlice<UInt8>, year: Int?) -> Head? {
        guard text.count >= 4, text.count <= 30 else { return nil }
        var bytes = Array(text)
        if bytes.first == UInt8(ascii: "("), bytes.last == UInt8(ascii: ")") {
            bytes = Array(bytes.dropFirst().dropLast())
        }
        if reportWords.contains(bytes) { return .report }
        if otherWords.contains(bytes) || changeWords.contains(bytes) { return .other }
        // A bare number is no year: it may be a count.
        guard let year, bytes.count > 4, let named = YearReader.year(bytes, at: 0),
            yearTails.contains(Array(bytes[4...]))
        else { return nil }
        return named == year ? .report : .other
    }
}
