internal import Forms
internal import Model

/// Whether a page was flattened into lines without regard to its columns, so that what stands behind a label may be
/// another row's: as tools do that write a PDF's words from top to bottom.
struct Scatter {
    private enum Extent {
        case none
        /// Rows of which some values stand on a line together and others on the next.
        case unevenRows
        /// All rows that take several lines.
        case severalLines
        /// Those, the first row, and the rows whose values stand on the line below their labels: others stood above.
        case aroundLabels
    }

    private let extent: Extent
    private let rows: [TableParse.RowReading?]
    private let flow: Flow
    /// Whether the table's last column is the others' total.
    private let hasTotals: Bool

    /// Where rows stand above their labels, it is known whose the values before the first label are.
    init(_ parse: TableParse, hasValuesAbove: Bool) {
        extent = hasValuesAbove ? .none : Self.extent(of: parse)
        rows = parse.rows
        flow = parse.flow
        hasTotals = parse.table.columns.last?.id == BrokenTotals.total
    }

    /// Whether the values of a row may be mixed with those of others.
    func mayMix(_ reading: TableParse.RowReading) -> Bool {
        if isBehindEmptyRow(reading) || isAboveEmptyRow(reading) || hasOthersValues(reading) { return true }
        return switch extent {
        case .none: false
        case .unevenRows: Self.isUneven(reading)
        case .severalLines: Self.lines(reading) > 1
        case .aroundLabels: Self.lines(reading) > 1 || isBelowLabel(reading) || isFirst(reading)
        }
    }

    /// Whether the row before has no values, and this one's may be that one's: they stand on a line below both labels, where
    /// other rows have theirs beside their labels; or the next row's values are strewn over lines, where others' are not; or
    /// more values than any row's stand behind them, of a page that was written column by column.
    private func isBehindEmptyRow(_ reading: TableParse.RowReading) -> Bool {
        guard reading.slots.count > 1, reading.place == nil,
            let index = rows.firstIndex(where: { $0?.layout === reading.layout }), index > 0,
            let before = rows[index - 1], before.slots.isEmpty, before.place == nil
        else { return false }
        let isBelow = isBelowLabel(reading)
        if isBelow, !reading.strays.isEmpty { return true }
        guard Self.lines(reading) == 1 else { return false }
        let isBesideStrewn = index + 1 < rows.count && rows[index + 1].map { Self.lines($0) > 1 } ?? false
        guard isBelow || isBesideStrewn else { return false }
        let filled = rows.compactMap { $0 }.filter { !$0.slots.isEmpty }
        return isBelow && filled.count(where: isBelowLabel) * 2 < filled.count
            || isBesideStrewn && filled.count { Self.lines($0) > 1 } * 2 < filled.count
    }

    /// Whether a row's values may be those of the next one, which has none: they stand on a line by themselves, below the row's
    /// label, where others have them beside theirs. At a page's end a tool writes the values of a row whose label begins the
    /// next page: 8.属于行政查询事项, then 2 1 3 of 1.本机关不掌握相关政府信息.
    private func isAboveEmptyRow(_ reading: TableParse.RowReading) -> Bool {
        guard reading.place == nil, let index = rows.firstIndex(where: { $0?.layout === reading.layout }) else {
            return false
        }
        // Then the next row is in doubt, too.
        if reading.slots.isEmpty, index > 0, let before = rows[index - 1], standsAlone(before, above: reading) {
            return true
        }
        guard index + 1 < rows.count, rows[index + 1]?.slots.isEmpty ?? true else { return false }
        return standsAlone(reading, above: rows[index + 1])
    }

    /// Whether the values of a row stand on a line by themselves, and others' do not, or a page ends behind them.
    private func standsAlone(_ reading: TableParse.RowReading, above next: TableParse.RowReading?) -> Bool {
        guard reading.slots.count > 1, reading.place == nil, next?.place == nil, Self.lines(reading) == 1,
            isBelowLabel(reading), let last = reading.slots.last?.piece, last + 1 < flow.pieces.count,
            flow.pieces[last + 1].gap >= .line
        else { return false }
        if let next, AlignedWord.isPageBreak(between: last, next.piece, flow) { return true }
        // The next row is not there, and no words are that its label may have been: （六）其他处理 stands for its rows.
        if next == nil, rows.contains(where: { $0?.piece == last + 1 && $0?.slots.isEmpty == false }) { return false }
        let filled = rows.compactMap { $0 }.filter { $0.slots.count > 1 }
        return filled.count { Self.lines($0) == 1 && isBelowLabel($0) } * 4 <= filled.count
    }

    /// Whether a row is full by accident, of values on a line each: where the row before has none, or others have too many or do
    /// not add up, these are two rows' whose blank cells left no trace, and do not add up: 7 8 2 9 1 1 9 of 7 _ 2 _ _ _ 9 and 8 _ _ _ _ 1 9.
    private func hasOthersValues(_ reading: TableParse.RowReading) -> Bool {
        guard hasTotals, reading.place == nil, reading.slots.count == reading.layout.columns.count,
            Self.lines(reading) > 1, breaksTotal(reading),
            let index = rows.firstIndex(where: { $0?.layout === reading.layout })
        else { return false }
        // Where borders stand for blank cells, these leave a trace.
        guard !rows.contains(where: { $0?.slots.contains { !$0.isValue } ?? false }) else { return false }
        if index > 0, rows[index - 1]?.slots.isEmpty ?? true { return true }
        var broken = 0
        return rows.contains { row in
            guard let row, row.place == nil else { return false }
            if row.slots.count > row.layout.columns.count + 1 { return Self.lines(row) > 1 }
            // Who fills in a part fills in its total, be the other cells blank.
            if row.slots.count < row.layout.columns.count, breaksTotal(row) { broken += 1 }
            return broken > 1
        }
    }

    private func breaksTotal(_ reading: TableParse.RowReading) -> Bool {
        guard let total = reading.slots.last?.number else { return false }
        var sum = Quantity(0)
        for index in reading.slots.indices {
            guard let number = reading.slots[index].number else { return false }
            sum = sum + number
        }
        return sum != total + total
    }

    /// Whether what stands before a row's first value ends a line.
    private func isBelowLabel(_ reading: TableParse.RowReading) -> Bool {
        guard reading.place == nil, let index = reading.slots.first?.piece, index > 0 else { return false }
        return flow.pieces[index - 1].line < flow.pieces[index].line
    }

    /// Whether the values that stand before all labels may be the row's.
    private func isFirst(_ reading: TableParse.RowReading) -> Bool {
        reading.place == nil && rows.first { $0 != nil }??.layout === reading.layout
    }

    private static func extent(of parse: TableParse) -> Extent {
        if hasEarlyRow(parse) { return .aroundLabels }
        let indices = parse.rows.indices.filter {
            parse.rows[$0]?.place == nil && parse.rows[$0]?.slots.isEmpty == false
        }
        guard !indices.isEmpty else { return .none }
        let readings = indices.compactMap { parse.rows[$0] }
        // Where blank cells leave a trace, rows are told by it.
        guard readings.allSatisfy({ $0.slots.allSatisfy(\.isValue) }) else { return .none }
        let uneven = readings.count(where: isUneven)
        let lacking = readings.count { $0.slots.count < $0.layout.columns.count }
        guard uneven > 0, lacking > 1 else { return .none }
        return uneven > 1 && lacking * 2 > readings.count ? .severalLines : .unevenRows
    }

    /// Whether values stand before the first label that are no numbers of columns: the labels, which stand in the middle
    /// of their rows, are then behind their values, or among them.
    private static func hasEarlyRow(_ parse: TableParse) -> Bool {
        // The year that a column's head begins with is none of them.
        let whole = parse.early.filter { $0.piece.map { parse.flow.range($0).count } ?? 0 <= $0.text.count }
        let early = whole.map { CellReader.cell($0, kind: .count).number }
        return areValues(early) || areValues(before(parse))
    }

    private static func areValues(_ numbers: [Quantity?]) -> Bool {
        numbers.count > 1 && numbers != numbers.indices.map { Quantity($0 + 1) }
    }

    /// The numbers right before the table's first label, each by itself, with nothing between.
    static func before(_ parse: TableParse) -> [Quantity?] {
        let flow = parse.flow
        var numbers: [Quantity?] = []
        var index = parse.origin - 1
        while index >= 0, flow.pieces[index].kind == .text, flow.pieces[index].place == nil,
            let number = NumberReader.plain(flow.bytes, flow.range(index))
        {
            numbers.insert(number, at: 0)
            index -= 1
        }
        return numbers
    }

    private static func isUneven(_ reading: TableParse.RowReading) -> Bool {
        let lines = lines(reading)
        return lines > 1 && lines < reading.slots.count
    }

    private static func lines(_ reading: TableParse.RowReading) -> Int {
        // Values are read in order, so that a line's stand beside each other.
        reading.slots.indices.count { $0 == 0 || reading.slots[$0].line != reading.slots[$0 - 1].line }
    }
}
