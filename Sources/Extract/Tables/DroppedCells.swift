internal import Forms
internal import Model

/// Tells whether a tool left the blank cells of tables out, and wrote bars for them at the ends of the rows, as it does for
/// the columns of merged cells:
///
///     一、本年新收政府信息公开申请数量 | 85 | 1 | 31 | 117 | |||||
///     行政规范性文件 | 6 | 31 | |
///
/// Others write one bar behind each cell that they leave, so that rows of one table differ in their cells:
///
///     一、本年新收政府信息公开申请数量 | 85 | 1 | 31 | 117 |
///     二、上年结转政府信息公开申请数量 | 2 | 2 |
///
/// What is left of a row may then stand in any of its columns. It is so where rows have bars behind the cells that they can
/// have, or too few cells and not equally many, and no row of any table has a blank cell before a value.
struct DroppedCells {
    /// Whether bars stand behind all cells that a row can have: several, as one may be a column's without a head, or one behind
    /// a full row of a plain text.
    private var hasBarsBehind = false
    /// By the columns that rows have, how many cells those have that end in one bar and lack others.
    private var closed: [Int: Set<Int>] = [:]
    /// The most columns that a row of the table has.
    private var widest = 0
    /// Whether a blank cell stands before a value.
    private var hasBlanksInPlace = false

    init(_ parses: [TableParse?]) {
        for parse in parses.compactMap(\.self) {
            widest = parse.rows.reduce(0) { max($0, $1?.layout.columns.count ?? 0) }
            for reading in parse.rows.compactMap(\.self) {
                note(reading.slots, reading.layout.columns.count, parse.flow)
            }
            // Before the values of a table of one line stand the bars behind its heads.
            for run in parse.runs {
                note(
                    Array(run.drop(while: { !$0.isValue })),
                    parse.table.rows.count * parse.table.columns.count,
                    parse.flow
                )
            }
        }
    }

    var areDropped: Bool { (hasBarsBehind || areUneven) && !hasBlanksInPlace }

    /// Whether rows lack cells, each as many as it has no values for.
    private var areUneven: Bool {
        closed.contains { columns, counts in counts.count > 1 && counts.contains { $0 < columns - 1 } }
    }

    private mutating func note(_ all: [Slot], _ columns: Int, _ flow: Flow) {
        let slots = Self.withoutClosingBars(all, flow)
        // A document's own tables have all their cells.
        guard let last = slots.last, last.inDocument == nil, let lastValue = slots.lastIndex(where: \.isValue) else {
            return
        }
        // A full row with a bar behind it: such a bar is no cell.
        let isClosed = slots.count == columns + 1 && lastValue == columns - 1 && columns > 1 && last.place == nil
        if isClosed { hasBarsBehind = true }
        // A row of one column is filled up to the frame that others fill with their cells: 行政许可 | 12 | | below 规章 | 0 | 2 | 59.
        let isFramed = last.place != nil && slots.count <= widest
        if slots.count > columns + 1, !isFramed, !last.isValue, !slots[slots.count - 2].isValue {
            hasBarsBehind = true
        }
        if lastValue == slots.count - 2, last.place == nil, slots.count <= columns {
            closed[columns, default: []].insert(slots.count - 1)
        }
        if columns > 1, slots[..<lastValue].contains(where: { !$0.isValue }) { hasBlanksInPlace = true }
    }

    /// Whether a row of such a table lacks values. Behind the last row of a table nothing may be written.
    static func mayBeIn(_ slots: [Slot], _ columns: Int) -> Bool {
        (1..<columns).contains(slots.count(where: \.isValue))
    }

    /// The cells, where a bar on a line of its own closes the label and each value.
    private static func withoutClosingBars(_ slots: [Slot], _ flow: Flow) -> [Slot] {
        var closing = Set(
            slots.indices.dropLast().filter { slots[$0].isValue && flow.hasClosingBar(behind: slots[$0]) }.map {
                $0 + 1
            }
        )
        guard !closing.isEmpty, closing.count + 1 >= slots.count(where: \.isValue) else { return slots }
        if let first = slots.first, first.kind == .perhapsBlank, slots.count > 1, slots[1].isValue { closing.insert(0) }
        return slots.indices.filter { !closing.contains($0) }.map { slots[$0] }
    }
}
