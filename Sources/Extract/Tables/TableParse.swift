internal import Bytes
internal import Forms
internal import Model

/// One attempt to read a table from an anchor on.
///
/// The labels of the table are known by their places in the text; what lies between two of them is either values, or
/// the number of the next label, or foreign. A value belongs to the row whose label stands last before it. The attempt
/// ends where the table does: at the heading of a section, at a sentence, or when its last row is full.
struct TableParse {
    /// What was read of one row.
    struct RowReading {
        var layout: TableLayout.Row
        /// The label as printed.
        var label: String
        var line: Int
        var place: GridPlace?
        var inDocument: DocumentPlace?
        var slots: [Slot] = []
        /// Where the heads of the columns stood above the row, by the column's index.
        var heads: [Int: GridPlace] = [:]
        /// Words that stand where its values would; where no value follows them, the row is not blank but unread.
        var words: [UInt8] = []
        /// Whether the values stand in a grid and the label outside of it, so that they may be another row's.
        var isTorn: Bool { place == nil && slots.contains { $0.place != nil } }
    }

    let flow: Flow
    let table: TableForm
    let layout: TableLayout
    /// The rows by the form's index, nil where a row was not seen; merged rows stand behind them. Its fields are asked
    /// for in place: a copy of a reading, for each piece of a table, cost more than all else that is done with it.
    private(set) var rows: [RowReading?]
    /// Runs of values, where the table prints its rows beside each other.
    private(set) var runs: [[Slot]] = []
    /// The columns whose heads were seen.
    private(set) var heads: Set<Int> = []
    /// Where in the document's own table each column's head stood last.
    private var headPlaces: [Int: GridPlace] = [:]
    /// Where the codes of the rows stand, where the table has such a column.
    private(set) var codes: RowCodes?
    private(set) var line: Int
    /// The bytes that the table takes.
    private(set) var region: Range<Int>

    private var current: Int?
    private var lastRow = -1
    private var piece: Int
    private var offset: Int
    private var foreign = 0
    private var isEnded = false

    /// The rows whose labels were seen, where the table prints its rows beside each other.
    private(set) var labelledRows: Set<Int> = []
    private let groupWords: Set<[UInt8]>

    private static let foreignLimit = 90
    /// Before the first row: narrow columns break the heads into words that nobody knows.
    private static let foreignLimitInHeads = 300
    private static let sentenceEnd = Array("。".utf8)

    init(flow: Flow, table: TableForm, layout: TableLayout, groupWords: Set<[UInt8]>, start: Int) {
        self.flow = flow
        self.table = table
        self.layout = layout
        self.groupWords = groupWords
        rows = Array(repeating: nil, count: layout.rows.count)
        piece = flow.piece(at: start)
        offset = start
        line = flow.pieces[piece].line
        region = start..<start
    }

    /// Reads on with the table's labels, which must begin with the one at `start`.
    mutating func read(_ labels: ArraySlice<TableLabel>) {
        var rest = labels
        while let label = rest.popFirst(), !isEnded {
            consume(before: label)
            guard !isEnded else { return }
            take(label, next: rest.first)
            if !isEnded { region = region.lowerBound..<max(offset, region.upperBound) }
        }
        if !isEnded { consume(before: nil) }
    }

    private var isBeforeRows: Bool { lastRow < 0 && rows.allSatisfy { $0 == nil } }

    private var rowCount: Int { table.rows.count }

    /// The runs in which a value stands.
    var valueRuns: [[Slot]] {
        runs.filter { run in run.contains { $0.isValue } }
    }

    private func form(_ row: Int) -> RowForm {
        row < rowCount ? table.rows[row] : table.mergedRows[row - rowCount].row
    }

    private func width(_ row: Int) -> Int { layout.rows[row].columns.count + (codes == nil ? 0 : 1) }

    /// Whether every row of the form was found, or another that stands for it.
    private var isComplete: Bool {
        let replaced = table.mergedRows.indices.filter { rows[rowCount + $0] != nil }
            .reduce(0) { $0 + table.mergedRows[$1].replaces.count }
        return rows[..<rowCount].count { $0 != nil } + replaced >= rowCount
    }

    private func isFull(_ row: Int) -> Bool { (rows[row]?.slots.count(where: \.isCertain) ?? 0) >= width(row) }
}

// MARK: - Between the labels

extension TableParse {
    /// Where a label begins with its number, if it has one.
    private func labelStart(_ label: TableLabel) -> Int {
        let piece = flow.starts[label.firstPiece]
        return Lead.start(flow.bytes, from: max(offset, piece), to: label.start, beginsPiece: piece >= offset)
    }

    /// Takes what stands between the label before and `label`, or the end of the text.
    private mutating func consume(before label: TableLabel?) {
        let end = label.map { labelStart($0) } ?? flow.bytes.count
        let last = label == nil ? flow.pieces.count : flow.piece(at: end)
        while piece < last, !isEnded {
            take(max(offset, flow.range(piece).lowerBound)..<flow.range(piece).upperBound)
            piece += 1
        }
        guard !isEnded, piece == last, last < flow.pieces.count else { return }
        let start = max(offset, flow.range(piece).lowerBound)
        if start < end { take(start..<end) }
    }

    private mutating func take(_ portion: Range<Int>) {
        if flow.pieces[piece].kind != .text {
            takeBlank(flow.pieces[piece])
        } else if !portion.isEmpty {
            takeText(portion, of: piece)
        }
    }

    private mutating func takeBlank(_ blank: Piece) {
        leaveRow(at: blank)
        guard !isEnded else { return }
        let kind: Slot.Kind = blank.kind == .blank ? .blank : .perhapsBlank
        add(slot(kind, [], blank, at: piece))
    }

    private mutating func takeText(_ range: Range<Int>, of index: Int) {
        let piece = flow.pieces[index]
        let isWhole = range == flow.range(index)
        if range.lowerBound == flow.range(index).lowerBound, isHeading(range, piece) { return end() }
        leaveRow(at: piece)
        guard !isEnded else { return }
        if let content = CellReader.content(flow.bytes, range) ?? CellReader.runTogether(flow.bytes, range) {
            foreign = 0
            let text = Array(flow.bytes[range])
            if joinsLast(piece) { return join(text) }
            add(slot(.value(content), text, piece, at: index))
            region = region.lowerBound..<range.upperBound
            endIfComplete()
        } else if let heading = headingBehindValue(range) {
            takeText(range.lowerBound..<heading, of: index)
            end()
        } else {
            takeForeign(range, piece, isWhole: isWhole)
        }
    }

    /// Where a chapter's number begins that digits run into, as in 0000000四、政府信息公开…; nil where there is none.
    private func headingBehindValue(_ range: Range<Int>) -> Int? {
        guard let end = range.first(where: { flow.bytes[$0] >= 0x80 }), end > range.lowerBound,
            let number = Enumerator(flow.bytes, at: end, end: range.upperBound), number.style == .chapter
        else { return nil }
        return CellReader.content(flow.bytes, range.lowerBound..<end) != nil
            || CellReader.runTogether(flow.bytes, range.lowerBound..<end) != nil ? end : nil
    }

    /// Text that is neither a label nor a value: a note in a cell, a page number's dashes, or the end of the table.
    private mutating func takeForeign(_ range: Range<Int>, _ piece: Piece, isWhole: Bool) {
        if !isHeadFragment(range) { foreign += range.count }
        let limit = isBeforeRows && !table.isOneLine ? Self.foreignLimitInHeads : Self.foreignLimit
        if foreign > limit || flow.firstIndex(of: Self.sentenceEnd, in: range) != nil && piece.place == nil {
            return end()
        }
        guard let current, rows[current] != nil else { return }
        guard let place = piece.place else { return interrupt(current, range, piece) }
        if joinsLast(piece) { return join(Array(flow.bytes[range])) }
        guard let home = rows[current]?.place, place.table == home.table, place.row == home.row, !isFull(current),
            isWhole, place != home
        else { return }
        let text = Array(flow.bytes[range])
        add(slot(.value(CellReader.foreign(text)), text, piece, at: nil))
    }

    /// Text in the run of a row's values: digits in it are the row's in some way that cannot be told, and what follows
    /// may be another row's, whose label was damaged. A note in brackets changes nothing.
    private mutating func interrupt(_ row: Int, _ range: Range<Int>, _ piece: Piece) {
        guard flow.bytes[range.lowerBound] != UInt8(ascii: "("), !table.isOneLine else { return }
        let text = Array(flow.bytes[range])
        if rows[row]?.slots.isEmpty == true, text.contains(where: ASCII.isDigit) || CellReader.isDamaged(text) {
            let doubt = slot(.value(.ambiguous), text, piece, at: self.piece)
            rows[row]?.slots.append(doubt)
        }
        if rows[row]?.slots.isEmpty == true, rows[row]?.words.isEmpty == true { rows[row]?.words = text }
        if rows[row]?.slots.isEmpty == false { current = nil }
    }

    /// Whether a text has no characters but those of the columns' heads, which a narrow page breaks and mixes.
    private func isHeadFragment(_ range: Range<Int>) -> Bool {
        guard table.isOneLine, range.count % 3 == 0 else { return false }
        return stride(from: range.lowerBound, to: range.upperBound, by: 3).allSatisfy { index in
            layout.headCharacters.contains(UTF8Character.at(index, in: flow.bytes.span).character)
        }
    }

    /// Whether a piece continues the cell of the last value.
    private func joinsLast(_ piece: Piece) -> Bool {
        guard let place = piece.place, let current, let last = rows[current]?.slots.last else { return false }
        return last.place == place && last.kind != .blank
    }

    private mutating func join(_ text: [UInt8]) {
        guard let current, var slot = rows[current]?.slots.popLast() else { return }
        // Digits that white space divides inside one cell are not one number.
        let isDivided = (slot.text.last.map(ASCII.isDigit) ?? false) && (text.first.map(ASCII.isDigit) ?? false)
        slot.text += text
        let content = CellReader.content(slot.text, 0..<slot.text.count)
        slot.kind = .value(isDivided ? .ambiguous : content ?? CellReader.foreign(slot.text))
        rows[current]?.slots.append(slot)
    }

    private func slot(_ kind: Slot.Kind, _ text: [UInt8], _ piece: Piece, at index: Int?) -> Slot {
        Slot(
            kind: kind,
            text: text,
            line: piece.line,
            place: piece.place,
            inDocument: flow.outline.documentPlace(of: piece),
            piece: index
        )
    }

    private mutating func add(_ slot: Slot) {
        if table.isOneLine {
            // In a grid each line is a run of its own: the heads leave blank cells too.
            if runs.last?.last?.place.map({ $0.row != slot.place?.row }) ?? runs.isEmpty { runs.append([]) }
            runs[runs.count - 1].append(slot)
        } else if let current {
            rows[current]?.slots.append(slot)
        }
    }

    /// In a grid, a row ends with its line, unless nothing of it stood there yet.
    private mutating func leaveRow(at piece: Piece) {
        guard let place = piece.place, let current, let home = rows[current]?.place else { return }
        if place.table != home.table || place.row != home.row,
            piece.kind == .blank || rows[current]?.slots.isEmpty == false
        {
            self.current = nil
            if current == rowCount - 1, isComplete { isEnded = true }
        }
    }

    /// Whether a piece is the heading of a section: a chapter's number that no label of this table follows.
    private func isHeading(_ range: Range<Int>, _ piece: Piece) -> Bool {
        guard piece.gap >= .line || piece.gap == .wide,
            let number = Enumerator(flow.bytes, at: range.lowerBound, end: range.upperBound)
        else { return false }
        return number.style == .chapter && number.length < range.count && !beginsGroup(range)
    }

    /// Whether a text is the beginning of a group line, which stands upright beside its rows: 三、本, with 年度办 below.
    private func beginsGroup(_ range: Range<Int>) -> Bool {
        groupWords.contains { $0.count > range.count && flow.bytes[range].elementsEqual($0.prefix(range.count)) }
    }

    private mutating func end() {
        isEnded = true
        if region.isEmpty { region = region.lowerBound..<offset }
    }

    /// Whether another value follows on the same line, of which the last one may be a part, or as many as the row has:
    /// then the row was not read right.
    private var isFollowedByValues: Bool {
        let width = table.isOneLine ? table.rows.count * table.columns.count : current.map(width) ?? 1
        var index = piece + 1
        while index < flow.pieces.count, index - piece <= width, flow.pieces[index].kind == .text,
            CellReader.content(flow.bytes, flow.range(index)) != nil
        {
            if index == piece + 1, flow.pieces[index].gap < .line { return true }
            index += 1
        }
        return index - piece > width
    }

    private mutating func endIfComplete() {
        if hasAllValues, !isFollowedByValues { isEnded = true }
    }

    /// Whether the table's last value was read.
    private var hasAllValues: Bool {
        if table.isOneLine {
            let wanted = table.rows.count * table.columns.count
            let count = runs.reduce(0) { sum, run in
                run.contains { $0.isValue } ? sum + run.count(where: \.isCertain) : sum
            }
            return count >= wanted
        }
        guard let current, current == rowCount - 1 else { return false }
        return rows[current]?.place == nil && isFull(current) && isComplete
    }
}

// MARK: - Labels

extension TableParse {
    private mutating func take(_ label: TableLabel, next: TableLabel?) {
        defer { advance(past: label) }
        foreign = 0
        if table.isOneLine { return takeHead(label) }
        if label.isCode {
            let place = flow.pieces[label.firstPiece].place
            if isBeforeRows { codes = RowCodes(index: heads.count, place: place) }
            return
        }
        if isInHeads(label) { return }
        let hasValue = hasValue(after: label, before: next)
        if let row = row(label, hasValue: hasValue) { return begin(row, label) }
        if let column = label.column {
            heads.insert(column)
            headPlaces[column] = flow.pieces[label.firstPiece].place
            closeUnlessEmpty()
        } else if !label.isUnit {
            current = nil
        }
    }

    /// Whether a label stands among the heads of a small table: the next cell of its line is another word.
    private func isInHeads(_ label: TableLabel) -> Bool {
        guard !label.rows.isEmpty, label.column == nil else { return false }
        let index = label.lastPiece
        guard let place = flow.pieces[index].place, index + 1 < flow.pieces.count,
            let beside = flow.pieces[index + 1].place, beside.table == place.table, beside.row == place.row,
            beside.column != place.column
        else { return false }
        let range = flow.range(index + 1)
        return range.count >= 6 && !startsValue(range) && !NumberReader.isMark(flow.bytes, range)
            && !NumberReader.isUnit(flow.bytes[range])
    }

    /// In a table of one line, labels end a run of values.
    private mutating func takeHead(_ label: TableLabel) {
        if let column = label.column { heads.insert(column) }
        labelledRows.formUnion(label.rows)
        if runs.last?.isEmpty == false { runs.append([]) }
    }

    private mutating func closeUnlessEmpty() {
        if let current, rows[current]?.slots.isEmpty == false { self.current = nil }
    }

    /// The row that a label begins, or nil where it is a head or a group line.
    private func row(_ label: TableLabel, hasValue: Bool) -> Int? {
        let known = label.rows.filter { rows[$0] == nil }
        let candidate = known.first { $0 > lastRow } ?? known.first
        // (六)其他 is not 3.其他.
        let merged = label.mergedRows.first { isNumbered(label, as: rowCount + $0) }
        if let candidate, merged == nil {
            if !label.hasOtherMeanings { return candidate }
            let isNear = candidate - lastRow <= 3 || isNumbered(label, as: candidate)
            if hasValue, label.isAligned, isNear, candidate > lastRow { return candidate }
        }
        guard let merged = merged ?? label.mergedRows.first, hasValue, rows[rowCount + merged] == nil else {
            return nil
        }
        return rowCount + merged
    }

    /// Whether the row's own number stands before a label: 3.其他 and (七)总计 are rows, 其他 and 总计 alone may be heads.
    private func isNumbered(_ label: TableLabel, as row: Int) -> Bool {
        let own = Normaliser.normalised(form(row).label)
        guard let wanted = Enumerator(own, at: 0, end: own.count) else { return false }
        let start = numberStart(label)
        guard let found = Enumerator(flow.bytes, at: start, end: label.start) else { return false }
        return found.style == wanted.style && found.number == wanted.number
    }

    /// Where the number of a label begins; a blank may stand between the two.
    private func numberStart(_ label: TableLabel) -> Int {
        let start = labelStart(label)
        let index = label.firstPiece
        guard start == flow.range(index).lowerBound, start == label.start, index > 0, flow.pieces[index].gap == .space
        else { return start }
        return max(flow.range(index - 1).lowerBound, offset)
    }

    private mutating func begin(_ row: Int, _ label: TableLabel) {
        let first = labelStart(label)
        let home = flow.piece(at: first)
        var reading = RowReading(
            layout: layout.rows[row],
            label: flow.written(home..<(label.lastPiece + 1)),
            line: flow.pieces[home].line,
            place: flow.pieces[label.firstPiece].place,
            inDocument: flow.outline.documentPlace(of: flow.pieces[home]),
            heads: headPlaces
        )
        reading.slots.reserveCapacity(width(row))
        rows[row] = reading
        lastRow = row < rowCount ? row : max(lastRow, lastReplaced(by: row - rowCount))
        current = row
    }

    private mutating func advance(past label: TableLabel) {
        offset = label.end
        piece = label.lastPiece
        if flow.range(piece).upperBound == label.end { piece += 1 }
    }

    /// The last of the form's rows that a merged row takes the place of.
    private func lastReplaced(by merged: Int) -> Int {
        let ids = table.mergedRows[merged].replaces
        return table.rows.lastIndex { ids.contains($0.id) } ?? lastRow
    }

    /// Whether a value or a certainly blank cell follows a label before the next one.
    private func hasValue(after label: TableLabel, before next: TableLabel?) -> Bool {
        let last = label.lastPiece
        let end = next.map { labelStart($0) } ?? flow.bytes.count
        let restEnd = min(flow.range(last).upperBound, end)
        if label.end < restEnd { return startsValue(label.end..<restEnd) }
        var index = last + 1
        while index < flow.pieces.count {
            let piece = flow.pieces[index]
            if piece.kind == .text {
                let range = flow.range(index)
                return range.lowerBound < end && startsValue(range.lowerBound..<min(range.upperBound, end))
            }
            index += 1
        }
        return false
    }

    private func startsValue(_ range: Range<Int>) -> Bool {
        CellReader.content(flow.bytes, range) != nil
            || NumberReader.number(flow.bytes, at: range.lowerBound, end: range.upperBound) != nil
    }
}
