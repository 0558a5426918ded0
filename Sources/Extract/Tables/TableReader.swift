internal import Bytes
internal import Forms
internal import Model

/// Reads the tables of a form out of a text.
struct TableReader {
    /// A table, and the bytes of the text that it takes.
    struct Found {
        var table: Table
        var region: Range<Int>

        /// How many cells are known for certain, blank ones counted in.
        var known: Int {
            table.rows.reduce(0) { sum, row in sum + row.cells.count { $0.map { $0.content != .ambiguous } ?? false } }
        }
    }

    let flow: Flow
    let lexicon: Lexicon
    /// The report year, where it is known.
    let year: Int?

    private static let mostLabels = 5_000
    /// 4 Chinese characters.
    private static let shortAnchor = 12
    /// So many rows without a trace of their blank cells are no slip.
    private static let telling = 2

    /// The tables that stand in the text, in the form's order.
    func tables() -> [Found] {
        let matches = lexicon.matcher.matches(in: flow.bytes, at: flow.places(of: .labels))
        var columnwise: [Found] = []
        let parses: [TableParse?] = lexicon.form.tables.indices.map { index in
            let labels = lexicon.labels(of: index, in: matches, flow: flow)
            var parse = best(of: labels, index)
            parse?.noteRowsBehind(labels)
            parse?.noteRowsBetween()
            if parse == nil, let other = self.columnwise(labels, index) { columnwise.append(other) }
            return parse
        }
        let found = zip(lexicon.form.tables, parses)
        let rhythm = LazyRhythm {
            let parses = parses.compactMap(\.self)
            return LineRhythm(fullRows: parses.flatMap { $0.fullRows() }, shortRows: parses.flatMap { $0.shortRows() })
                ?? parses.lazy.compactMap { LineRhythm(spans: $0.spans()) }.first
        }
        rhythm.tellDrop = { DroppedCells(parses).areDropped }
        rhythm.tellLoss = { parses.reduce(0) { $0 + ($1?.rowsWithoutTrace ?? 0) } >= Self.telling }
        return found.compactMap { form, parse in
            parse.map { parse in
                let rivals = parse.rivals.map { read($0, form, rhythm) }
                return Found(table: read(parse, form, rhythm).inDoubt(where: rivals), region: parse.region)
            }
                ?? columnwise.first { $0.table.id == form.id }
        }
    }

    private func read(_ parse: TableParse, _ form: TableForm, _ rhythm: LazyRhythm) -> Table {
        let table = parse.table(form, rhythm: rhythm.kept(by: parse))
        return RowsInOrder(parse, table)?.table(like: table) ?? table
    }

    private func columnwise(_ labels: [TableLabel], _ table: Int) -> Found? {
        ColumnwiseTable(labels, lexicon.form.tables[table], lexicon.layouts[table].relations, flow)?.found()
    }

    /// The best of the attempts from all anchors.
    private func best(of labels: [TableLabel], _ table: Int) -> TableParse? {
        var attempts: [Attempt] = []
        var passed = 0
        var spent = 0
        for (index, label) in labels.enumerated() where label.start >= passed && beginsTable(index, labels, table) {
            // Each attempt may read all labels behind it: of a text that is nothing but labels, a few must do.
            guard spent <= Self.mostLabels + 4 * labels.count else { break }
            let first = firstInGrid(index, labels, behind: passed, lexicon.form.tables[table])
            var parse = TableParse(
                flow: flow,
                layout: lexicon.layouts[table],
                groupWords: lexicon.groupWords,
                start: labels[first].start,
                year: year
            )
            spent += parse.read(labels[first...])
            guard parse.isTable else { continue }
            if isListed(index, labels) { parse.leaveHeading() }
            keep(Attempt(parse: parse, above: passed), among: &attempts)
            passed = parse.region.upperBound
        }
        return chosen(of: attempts)
    }

    /// The first label in the document's own table that the label at `index` stands in, of those behind `start`: heads may stand
    /// above an anchor.
    private func firstInGrid(_ index: Int, _ labels: [TableLabel], behind start: Int, _ form: TableForm) -> Int {
        func table(_ label: TableLabel) -> Int? { flow.pieces[flow.piece(at: label.start)].place?.table }
        guard let home = table(labels[index]) else { return index }
        var first = index
        // The heading of the section may stand in the table's first row: 四、…行政复议、提起行政诉讼情况.
        while first > 0, labels[first - 1].start >= start, table(labels[first - 1]) == home,
            !form.isOneLine || labels[first - 1].startsAligned
        {
            first -= 1
        }
        return first
    }

    /// Whether a label is one of several words that a heading lists, of which each may stand by itself where a blank is
    /// between all characters: 行政复议、提起行政诉讼情况; the comma may be lost: 行政复议行政诉讼情况.
    private func isListed(_ index: Int, _ labels: [TableLabel]) -> Bool {
        let end = labels[index].end
        if index + 1 < labels.count, labels[index + 1].start == end,
            flow.hasPrefix(Lead.matter, at: labels[index + 1].end)
        {
            return true
        }
        return flow.hasPrefix(Lead.listComma, at: end) || flow.hasPrefix(Lead.matter, at: end)
    }

    /// Whether as many values as a table of one line has cells stand right behind the heading that the label at `index`
    /// is the last word of: its heads were lost.
    private func isBeforeWholeLine(_ index: Int, _ labels: [TableLabel], _ form: TableForm) -> Bool {
        let label = labels[index]
        guard form.isOneLine, flow.hasPrefix(Lead.matter, at: label.end),
            label.end + Lead.matter.count == flow.range(label.lastPiece).upperBound
        else { return false }
        let values = flow.pieces.indices[(label.lastPiece + 1)...].prefix {
            flow.pieces[$0].kind == .text && CellReader.content(flow.bytes, flow.range($0)) != nil
        }
        return values.count == form.rows.count * form.columns.count
    }

    /// Whether a label can be where the table begins: by itself, or with another one right behind it; not inside a
    /// sentence or a heading.
    private func beginsTable(_ index: Int, _ labels: [TableLabel], _ table: Int) -> Bool {
        guard labels[index].isAnchor else { return false }
        let form = lexicon.form.tables[table]
        if isListed(index, labels) { return isBeforeWholeLine(index, labels, form) }
        if index + 1 < labels.count, labels[index + 1].start == labels[index].end { return true }
        // A short word may begin a heading: 行政复议和行政诉讼情况.
        let isShort = labels[index].end - labels[index].start <= Self.shortAnchor
        return isShort ? labels[index].isAligned : labels[index].startsAligned
    }
}

extension TableParse {
    /// How much was read: what tells the table from a mention of its words.
    var weight: Int {
        rows.reduce(labelledRows.count) { $0 + ($1.map { 1 + $0.slots.count } ?? 0) } + runs.reduce(0) { $0 + $1.count }
    }

    /// Whether what was read can be the table at all.
    var isTable: Bool {
        if table.isOneLine {
            let isHeaded = heads.count >= 3 || labelledRows.count + 1 >= table.rows.count
            if isHeaded, !isBlank { return valueRuns.contains { $0.count >= table.columns.count || heads.count >= 3 } }
            return isWholeLine || isBlank
        }
        let isFilled = rows.contains { $0?.slots.isEmpty == false } || isBlank
        return isFilled && (rows.count { $0 != nil } >= max(2, table.rows.count / 5) || hasWideRow)
    }

    /// Whether all values of a table of one line stand in one run, and nothing else.
    private var isWholeLine: Bool {
        valueRuns.count == 1 && valueRuns[0].count == table.rows.count * table.columns.count
            && valueRuns[0].allSatisfy(\.isValue)
    }

    /// Whether a row is there with so many numbers that no sentence is taken for it.
    private var hasWideRow: Bool {
        table.columns.count >= Self.wide
            && rows.contains { row in
                row.map { $0.slots.count == table.columns.count && $0.slots.allSatisfy(\.isNumber) } ?? false
            }
    }

    private static let wide = 5

    /// Whether the table was printed and nobody filled it in: nearly all of its labels, one behind the other.
    private var isBlank: Bool {
        if table.isOneLine {
            return runs.allSatisfy(\.isEmpty) && heads.count == table.columns.count && labelledRows.count == rowCount
        }
        return strays == 0 && rows[..<rowCount].count { $0 != nil } * 5 >= rowCount * 4
    }

    /// Leaves the heading to the section that it begins: the table starts with its first value.
    mutating func leaveHeading() {
        guard let first = valueRuns.first?.first?.piece else { return }
        region = flow.range(first).lowerBound..<region.upperBound
        line = flow.pieces[first].line
    }

    /// The gaps of the rows that are full, from which the layout's rhythm is told.
    func fullRows() -> [(gaps: [Int], after: Int?)] {
        let last = rows.compactMap { $0?.labelEnd }.max()
        return rows.compactMap { reading in
            guard let reading else { return nil }
            let count = reading.layout.columns.count
            guard count > 1, reading.slots.count == count, let gaps = flow.gaps(of: reading.slots) else { return nil }
            // What stands behind the table need not be as far from it as its rows are from each other.
            return (gaps.gaps, reading.labelEnd == last ? nil : gaps.after)
        }
    }

    /// Those of the rows that lack values; a single one may be several that ran together.
    func shortRows() -> [(gaps: [Int], after: Int)] {
        rows.compactMap { reading in
            guard let reading, reading.slots.count > 1, reading.slots.count < reading.layout.columns.count,
                reading.slots.allSatisfy(\.isNumber)
            else { return nil }
            return flow.gaps(of: reading.slots)
        }
    }

    /// What the rows with values take that have several columns, but the last of the table: the lines behind it may be none of
    /// its cells.
    func spans() -> [LineRhythm.Span] {
        guard !table.isOneLine else { return [] }
        let last = rows.compactMap { $0?.labelEnd }.max()
        return rows.compactMap { reading in
            guard let reading, reading.layout.columns.count >= Self.wide, reading.labelEnd != last,
                let gaps = flow.gaps(of: reading.slots), !reading.slots.isEmpty
            else { return nil }
            return LineRhythm.Span(columns: reading.layout.columns.count, gaps: gaps.gaps, after: gaps.after)
        }
    }

    func table(_ form: TableForm, rhythm: LazyRhythm) -> Table {
        let inputs = inputs(form, rhythm)
        let fit = RowFitter(form: form, relations: layout.relations).fit(inputs)
        let rows = inputs.indices.map { row(inputs[$0], fit.cells[$0], form) }
        var table = Table(
            id: form.id,
            state: isRead(rows, form) ? .read : .partial,
            line: line,
            columns: form.columns.map(\.id),
            rows: rows
        )
        table.unsatisfied = fit.unsatisfied
        table.leaveOutMissing(of: inputs)
        return table
    }

    private func row(_ input: RowFitter.Input, _ cells: [Cell?], _ form: TableForm) -> Row {
        let label = input.label ?? form.rows.first { $0.id == input.id }?.label ?? input.id
        return Row(
            id: input.id,
            label: label,
            line: input.line,
            inDocument: input.inDocument ?? input.slots.first?.inDocument,
            cells: cells
        )
    }

    /// Notes whether rows that were not found stand behind where the table ended: a page's foot or a note cut it off.
    mutating func noteRowsBehind(_ labels: [TableLabel]) {
        let missing = Set(table.rows.indices.filter { rows[$0] == nil })
        hasRowsBehind = labels.contains { label in
            label.start >= region.upperBound && label.isAligned && label.end - label.start >= Self.telling
                && label.rows.contains(where: missing.contains)
        }
    }

    /// Shorter labels, 总计 and 其他, stand in other tables too.
    private static let telling = 15

    /// A row that the report left out is the report's fault; many that are not there are the reader's doubt.
    private func isRead(_ rows: [Row], _ form: TableForm) -> Bool {
        let merged = form.mergedRows.filter { merged in rows.contains { $0.id == merged.row.id } }
        let missing = form.rows.count - merged.reduce(0) { $0 + $1.replaces.count - 1 } - rows.count
        // A table that numbers its rows is another local one: what it has not is no fault of it.
        if isCoded, missing > 0 { return false }
        if missing > 0, hasRowsBehind || hasRowsBetween { return false }
        // Labels without a trace of cells: they may be blank, or have been lost on the way.
        if isBlank, self.rows.allSatisfy({ $0?.slots.isEmpty ?? true }) { return false }
        let isClear = rows.allSatisfy { row in row.cells.allSatisfy { $0?.content != .ambiguous } }
        return isClear && missing * 3 <= form.rows.count
    }
}

extension SlotFitter {
    /// Whether a value among the slots may be several that ran together.
    static func isInDoubt(_ slots: [Slot]) -> Bool {
        slots.contains { slot in
            slot.kind == .value(.ambiguous) && !CellReader.isDamaged(slot.text) && !InexactNumber.holds(slot.text)
        }
    }

    /// `count` slots that say that they could not be told apart.
    static func doubts(_ slots: [Slot], count: Int, line: Int) -> [Slot] {
        let text = Array(slots.map(\.shown).filter { !$0.isEmpty }.joined(separator: [UInt8(ascii: " ")]))
        let line = slots.first?.line ?? line
        let place = slots.first?.inDocument
        return Array(
            repeating: Slot(kind: .value(.ambiguous), text: text, line: line, inDocument: place),
            count: count
        )
    }
}
