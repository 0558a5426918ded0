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

    private static let mostLabels = 5_000
    /// 4 Chinese characters.
    private static let shortAnchor = 12
    /// So many rows without a trace of their blank cells are no slip.
    private static let telling = 2

    /// The tables that stand in the text, in the form's order.
    func tables() -> [Found] {
        let matches = lexicon.matcher.matches(in: flow.bytes, at: flow.places(of: .labels))
        let parses: [TableParse?] = lexicon.form.tables.indices.map { index in
            let labels = lexicon.labels(of: index, in: matches, flow: flow)
            var parse = best(of: labels, index)
            parse?.noteRowsBehind(labels)
            parse?.noteRowsBetween()
            return parse
        }
        let found = zip(lexicon.form.tables, parses)
        let rhythm = LazyRhythm {
            let parses = parses.compactMap(\.self)
            return LineRhythm(fullRows: parses.flatMap { $0.fullRows() }, shortRows: parses.flatMap { $0.shortRows() })
        }
        rhythm.tellLoss = { parses.reduce(0) { $0 + ($1?.rowsWithoutTrace ?? 0) } >= Self.telling }
        return found.compactMap { form, parse in
            parse.map { Found(table: $0.table(form, rhythm: rhythm), region: $0.region) }
        }
    }

    /// The fullest of the attempts from all anchors, the first of equals.
    private func best(of labels: [TableLabel], _ table: Int) -> TableParse? {
        var best: TableParse?
        var passed = 0
        var spent = 0
        for (index, label) in labels.enumerated() where label.start >= passed && beginsTable(index, labels, table) {
            // Each attempt may read all labels behind it: of a text that is nothing but labels, a few must do.
            guard spent <= Self.mostLabels + 4 * labels.count else { break }
            let first = firstInGrid(index, labels, lexicon.form.tables[table])
            var parse = TableParse(
                flow: flow,
                table: lexicon.form.tables[table],
                layout: lexicon.layouts[table],
                groupWords: lexicon.groupWords,
                start: labels[first].start
            )
            spent += parse.read(labels[first...])
            guard parse.isTable else { continue }
            if isListed(index, labels) { parse.leaveHeading() }
            passed = parse.region.upperBound
            if parse.weight > best?.weight ?? 0 { best = parse }
        }
        return best
    }

    /// The first label in the document's own table that the label at `index` stands in: heads may stand above an anchor.
    private func firstInGrid(_ index: Int, _ labels: [TableLabel], _ form: TableForm) -> Int {
        func table(_ label: TableLabel) -> Int? { flow.pieces[flow.piece(at: label.start)].place?.table }
        guard let home = table(labels[index]) else { return index }
        var first = index
        // The heading of the section may stand in the table's first row: 四、…行政复议、提起行政诉讼情况.
        while first > 0, table(labels[first - 1]) == home, !form.isOneLine || labels[first - 1].startsAligned {
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

    /// The rows, in the form's order, as they wait to be fitted to the columns.
    func inputs(_ form: TableForm, _ rhythm: LazyRhythm) -> [RowFitter.Input] {
        if form.isOneLine { return OneLineRows.inputs(of: self, form, layout.relations, rhythm) }
        let printed = readings(form)
        let above = ValuesAbove.rows(printed, of: self)
        let scatter = Scatter(self, hasValuesAbove: above != nil)
        let readings = LostRows.marked(
            mended(LeadingCodes.removed(from: LeadingCodes.counted(above ?? printed, flow))),
            layout
        )
        if let inputs = MissingColumns.inputs(of: self, readings) { return inputs }
        let step = CellStep(readings)
        let broken = BrokenCells(readings, of: table, flow: flow, early: early.count + Scatter.before(self).count)
        var short = ShortRows(readings, of: form.columns, flow: flow)
        return readings.map { reading in
            var input = input(
                reading,
                form,
                rhythm,
                isTorn: reading.isTorn || reading.isLost || scatter.mayMix(reading) || broken.mayBeIn(reading)
            )
            if let step, !input.isTorn, !input.slots.isEmpty, codes == nil {
                input.fitted = step.cells(of: input.slots, count: input.columns.count)
                return input
            }
            guard input.fitted == nil, !input.isTorn, !input.isCutOff, input.slots.count < input.columns.count else {
                return input
            }
            short.complete(&input, reading.layout.columns)
            return input
        }
    }

    /// The readings without what is none of their cells.
    private func mended(_ readings: [RowReading]) -> [RowReading] {
        RepeatedCells.removed(
            from: ClosingBorders(flow: flow).removed(
                from: PageNumberSlots(flow: flow).removed(from: BrokenTotals.mended(readings, of: table))
            )
        )
    }

    /// The readings in the form's order; a merged row stands where the first of its rows would.
    func readings(_ form: TableForm) -> [RowReading] {
        let merged = form.mergedRows.indices.filter { !isGroupLine($0, form) }
        var result: [RowReading] = []
        for (index, row) in form.rows.enumerated() {
            if let reading = rows[index] { result.append(reading) }
            for position in merged where form.mergedRows[position].replaces.first == row.id {
                if let reading = rows[form.rows.count + position] { result.append(reading) }
            }
        }
        return result
    }

    /// Whether a merged row was not seen, or was only the line above the rows that it would replace. That line may have what
    /// they come to: then something other than 0 stands in them, which would else be counted twice.
    private func isGroupLine(_ merged: Int, _ form: TableForm) -> Bool {
        guard let reading = rows[form.rows.count + merged] else { return true }
        if hasReplaced(merged, where: { slot in slot.text.contains { ASCII.isDigit($0) && $0 != ASCII.zero } }) {
            return true
        }
        return hasReplaced(merged) && !reading.slots.contains { $0.isValue && $0.kind != .value(.ambiguous) }
    }

    /// Whether a row has values, of those that count, that a merged one would stand for.
    func hasReplaced(_ merged: Int, where counts: (Slot) -> Bool = \.isValue) -> Bool {
        let replaced = table.mergedRows[merged].replaces
        return table.rows.indices.contains { index in
            replaced.contains(table.rows[index].id) && rows[index]?.slots.contains(where: counts) == true
        }
    }

    /// Whether the columns are there that not every table of the form has: their heads, or a value in them.
    private var hasOptionalColumns: Bool {
        let optional = table.columns.indices.filter { table.columns[$0].isOptional }
        if optional.allSatisfy(heads.contains) { return true }
        let width = table.columns.count - optional.count + (codes == nil ? 0 : 1)
        return rows.contains { row in
            guard let slots = row?.slots else { return false }
            // A blank cell may be that of a unit which nobody wrote. 00 and 08 are two cells that ran together.
            return slots.count(where: \.isValue) > width || codes == nil && slots.contains(where: Self.isRunTogether)
        }
    }

    private static func isRunTogether(_ slot: Slot) -> Bool {
        slot.text.count > 1 && slot.text[0] == ASCII.zero && slot.text.allSatisfy(ASCII.isDigit)
    }

    private func input(
        _ given: RowReading,
        _ form: TableForm,
        _ rhythm: LazyRhythm,
        isTorn: Bool
    ) -> RowFitter.Input {
        var reading = given
        if let codes { reading.slots = codes.removed(from: reading.slots) }
        if reading.slots.isEmpty, !reading.words.isEmpty || reading.isLost {
            reading.slots = [
                Slot(
                    kind: .value(.ambiguous),
                    text: reading.words,
                    line: reading.line,
                    inDocument: reading.inDocument
                )
            ]
        }
        var columns = reading.layout.columns
        var kinds = reading.layout.kinds
        if layout.hasOptionalColumns, !hasOptionalColumns {
            columns.removeAll { form.columns[$0].isOptional }
            kinds = columns.map { reading.layout.kind ?? form.columns[$0].kind }
        }
        if let slots = NestedTables.read(reading.slots, columns: columns.count) { reading.slots = slots }
        return RowFitter.Input(
            id: reading.layout.id,
            label: reading.label,
            slots: reading.slots,
            columns: columns,
            kinds: kinds,
            line: reading.line,
            inDocument: reading.inDocument,
            fitted: isTorn ? nil : fitted(reading, columns, rhythm).flatMap { mayBe($0, kinds, reading) ? $0 : nil },
            isTorn: isTorn,
            isCutOff: reading.isCutOff,
            isApart: reading.slots.first?.piece.map { flow.range($0).count == reading.slots[0].text.count } ?? false,
            leftNoTrace: reading.slots.isEmpty && reading.place == nil
        )
    }

    /// Whether slots may be a row's: a number that its column cannot hold, as a decimal one among counts, is another column's
    /// where the row has cells that may be none, or the row above lacks its values.
    private func mayBe(_ slots: [Slot], _ kinds: [ValueKind], _ reading: RowReading) -> Bool {
        guard zip(slots, kinds).contains(where: { !Self.mayHold($1, $0) }) else { return true }
        if let home = reading.place {
            // Many rows on one line of a grid are no grid of the table's.
            return rows.count { $0?.place?.table == home.table && $0?.place?.row == home.row } <= 1
        }
        let index = rows.firstIndex { $0?.layout === reading.layout } ?? 0
        let isBelowEmpty = index > 0 && rows[index - 1]?.slots.isEmpty == true
        return reading.slots.allSatisfy(\.isCertain) && !isBelowEmpty
    }

    private static func mayHold(_ kind: ValueKind, _ slot: Slot) -> Bool {
        guard case .value(.number(let number)) = slot.kind else { return true }
        switch kind {
        case .count: return number.whole.map { $0 >= 0 } ?? false
        case .change: return number.whole != nil
        case .money: return true
        }
    }

    /// What stands in the row where it can be told which column each is, by the surest sign first.
    private func fitted(_ reading: RowReading, _ columns: [Int], _ rhythm: LazyRhythm) -> [Slot]? {
        if reading.slots.isEmpty {
            return Array(repeating: .blank(line: reading.line, inDocument: reading.inDocument), count: columns.count)
        }
        // A cell that a tool moved out of the grid leaves its row short.
        if strays > 0, reading.place != nil, reading.slots.count < columns.count { return nil }
        if isCutShort(reading, columns) { return nil }
        if isReordered(reading, columns), let slots = byHeads(reading, columns) { return slots }
        if let slots = SlotFitter.fit(reading.slots, to: columns.count), !SlotFitter.isInDoubt(slots) { return slots }
        if let slots = byHeads(reading, columns) { return slots }
        if let side = spareSide(besides: reading.slots.count, columns.count),
            let slots = SlotFitter.fit(reading.slots, to: columns.count, spare: side), !SlotFitter.isInDoubt(slots)
        {
            return slots
        }
        if let slots = SlotFitter.withoutRepeats(reading.slots, to: columns.count) { return slots }
        guard let rhythm = rhythm.value, let gaps = flow.gaps(of: reading.slots) else { return nil }
        let isLast = reading.slots.last?.piece.map { flow.range($0).upperBound >= region.upperBound } ?? false
        return rhythm.fill(
            reading.slots,
            gaps: gaps.gaps,
            after: gaps.after,
            count: columns.count,
            endsTable: isLast
        )
    }

    /// On which side the rows of `wide` slots have those that are none of their columns: other rows of that width show it,
    /// which have a value on one side only. Nil where none does, or both are seen.
    private func spareSide(besides wide: Int, _ count: Int) -> SlotFitter.SpareSide? {
        let alike = rows.compactMap { $0?.slots }.filter { $0.count == wide }
        let sides = Set(alike.compactMap { SlotFitter.spareSide(of: $0, for: count) })
        return sides.count == 1 ? sides.first : nil
    }

    /// Whether a row of a grid has blank cells before the first column, of a label that is merged over them, and ends before
    /// the last column: it lacks a cell, and nobody knows which.
    private func isCutShort(_ reading: RowReading, _ columns: [Int]) -> Bool {
        guard let home = reading.place, let first = reading.slots.first, first.kind == .blank,
            let start = first.place?.column, let end = reading.slots.last?.place?.column
        else { return false }
        let heads = columns.compactMap { reading.heads[$0] }.filter { $0.table == home.table }.map(\.column)
        guard heads.count == columns.count, let firstHead = heads.min(), let lastHead = heads.max() else {
            return false
        }
        return start < firstHead && end < lastHead
    }

    /// The slots that stand under their columns' heads in the document's own table; nil where a head was not seen.
    private func byHeads(_ reading: RowReading, _ columns: [Int]) -> [Slot]? {
        guard let home = reading.place else { return nil }
        // Where a tool dropped the merged cells of the heads, they stand above other columns, and some above one.
        let places = columns.compactMap { reading.heads[$0]?.column }
        guard Set(places).count == columns.count, places.allSatisfy({ $0 > home.column }) else { return nil }
        var slots: [Slot] = []
        for column in columns {
            guard let head = reading.heads[column], head.table == home.table else { return nil }
            let slot = reading.slots.first { $0.place?.column == head.column }
            slots.append(slot ?? .blank(line: reading.line, inDocument: reading.inDocument))
        }
        // A tool that lost the width of a label's cell moved the values by one, and filled the row up behind them.
        let isBlankBefore =
            reading.slots.first { $0.kind == .blank && $0.place?.column ?? 0 < places.min() ?? 0 } != nil
        if isBlankBefore, slots.last?.kind == .blank, slots.contains(where: \.isValue) { return nil }
        let used = slots.count { $0.kind != .blank }
        return used == reading.slots.count { $0.isCertain && $0.kind != .blank } ? slots : nil
    }

    /// The gaps of the rows that are full, from which the layout's rhythm is told.
    func fullRows() -> [(gaps: [Int], after: Int)] {
        rows.compactMap { reading in
            guard let reading else { return nil }
            let count = reading.layout.columns.count
            guard count > 1, reading.slots.count == count else { return nil }
            return flow.gaps(of: reading.slots)
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
        slots.indices.contains { slots[$0].kind == .value(.ambiguous) && !CellReader.isDamaged(slots[$0].text) }
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
