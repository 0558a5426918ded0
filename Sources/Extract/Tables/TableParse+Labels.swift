internal import Bytes
internal import Forms
internal import Model

/// What a label begins: a row, a column, or nothing.
extension TableParse {
    mutating func take(_ label: TableLabel, next: TableLabel?) {
        defer { advance(past: label) }
        foreign = 0
        isBehindGroup = label.meaning.isFurniture && label.rows.isEmpty && labelStart(label) < label.start
        if table.isOneLine { return takeHead(label) }
        if label.isCode {
            let place = flow.pieces[label.firstPiece].place
            // What stands before the labels is no slot of a row.
            let isLeading =
                next.map { flow.holds(Self.indicator, in: $0.start..<$0.end) } ?? false || isBeforeNames(label)
            isCoded = true
            if isBeforeRows, !isLeading { codes = RowCodes(index: heads.count, place: place) }
            return
        }
        let hasWord = hasWordForNumber(label, next)
        if !hasWord && isInHeads(label) || isRepeated(label) { return }
        let hasValue = hasWord || hasValue(after: label, before: next)
        if let row = row(label, hasValue: hasValue, next: next) { return begin(row, label) }
        if let column = label.column {
            heads.insert(column)
            takePlace(of: column, label)
            noteHead(column, label)
            closeUnlessEmpty()
        } else if !label.isUnit {
            current = nil
        }
    }

    /// Whether a label is the current row's once more: what a merged cell leaves in every column that it covers.
    private func isRepeated(_ label: TableLabel) -> Bool {
        guard let current, label.rows.contains(current), rows[current]?.slots.isEmpty == true else { return false }
        guard let place = flow.pieces[label.firstPiece].place else {
            return home == nil && numberStart(label) == offset
        }
        guard let home else { return false }
        return place.table == home.table && place.row == home.row
    }

    /// The head of a column that a row does not have stands between its label and what would be its values: those are of the
    /// rows below that head, of a page that was written from top to bottom.
    private mutating func noteHead(_ column: Int, _ label: TableLabel) {
        guard let current, home == nil, rows[current]?.slots.isEmpty == true,
            !layout.rows[current].columns.contains(column)
        else { return }
        rows[current]?.words += flow.bytes[label.start..<label.end]
    }

    /// Notes where a column's head stands. One that stands again in the next cell is merged over both columns, and a tool
    /// repeats it there as it repeats the merged cells below; outside of a grid the next word is the next cell.
    private mutating func takePlace(of column: Int, _ label: TableLabel) {
        defer { lastHead = (column, label.lastPiece) }
        guard let place = flow.pieces[label.firstPiece].place else {
            let isNext = lastHead.map { $0.column == column && $0.piece + 1 == label.firstPiece } ?? false
            repeatedHeads[column] = isNext ? (repeatedHeads[column] ?? 0) + 1 : nil
            headPlaces[column] = nil
            return
        }
        if let last = headPlaces[column], place.table == last.table, place.row == last.row,
            place.column == last.column + 1 + (repeatedHeads[column] ?? 0)
        {
            repeatedHeads[column] = place.column - last.column
            return
        }
        headPlaces[column] = place
        repeatedHeads[column] = nil
    }

    private static let indicator = Array("指标".utf8)
    private static let names = ["项目", "指标", "名称", "内容", "事项"].map { Array($0.utf8) }

    /// Whether the head of the labels stands right behind a code's: 序号 项目 单位 数量.
    private func isBeforeNames(_ label: TableLabel) -> Bool {
        let next = label.lastPiece + 1
        guard flow.range(label.lastPiece).upperBound == label.end, next < flow.pieces.count else { return false }
        let range = flow.range(next)
        return range.count <= Self.longestName && Self.names.contains { flow.holds($0, in: range) }
    }

    /// 4 Chinese characters.
    private static let longestName = 12

    /// In a table of one line, labels end a run of values.
    private mutating func takeHead(_ label: TableLabel) {
        if let column = label.column {
            heads.insert(column)
            if let place = flow.pieces[label.firstPiece].place { headCells.append((column, place)) }
        }
        labelledRows.formUnion(label.rows)
        if runs.last?.isEmpty == false { runs.append([]) }
    }

    /// What stands further on is no value of the row that has some.
    mutating func closeUnlessEmpty() {
        if let current, rows[current]?.slots.isEmpty == false { self.current = nil }
    }

    /// The row that a label begins, or nil where it is a head or a group line.
    private func row(_ label: TableLabel, hasValue: Bool, next: TableLabel?) -> Int? {
        if let row = label.rows.first(where: { isHeadingOf($0, label) }) { return row }
        let known = label.rows.filter { rows[$0] == nil }
        let candidate = known.first { $0 > lastRow } ?? known.first
        // (六)其他 is not 3.其他.
        let merged = label.mergedRows.first { isNumbered(label, as: rowCount + $0) }
        if let candidate, merged == nil {
            if !label.hasOtherMeanings { return candidate }
            let isNear = candidate - lastRow <= 3 || isNumbered(label, as: candidate)
            if hasValue, label.isAligned, isNear, candidate > lastRow { return candidate }
            if isNumbered(label, as: candidate), candidate > lastRow,
                isBlankRow(behind: label, width: width(candidate)) || isBefore(next, of: candidate, label)
            {
                return candidate
            }
            if isCrossed(label, candidate) { return candidate }
        }
        // Before all rows 其他 is a head, whatever stands below it.
        guard let merged = merged ?? (isBeforeRows ? nil : label.mergedRows.first), hasValue,
            rows[rowCount + merged] == nil, !hasReplaced(merged)
        else { return nil }
        return rowCount + merged
    }

    /// Whether what began a row was only the heading of a small table, in which the row stands with its label again: a
    /// row of a grid whose cells are blank is none, and a table further on is another's.
    private func isHeadingOf(_ row: Int, _ label: TableLabel) -> Bool {
        guard row == current, let reading = rows[row], reading.place == nil else { return false }
        return reading.slots.allSatisfy { !$0.isValue } && flow.pieces[label.firstPiece].place != nil
    }

    /// Whether the next cell of a label's row is blank: a row with its own number and no values is a row. Outside of a grid
    /// all its cells must be, with a bar between each two.
    private func isBlankRow(behind label: TableLabel, width: Int) -> Bool {
        let next = label.lastPiece + 1
        if flow.pieces[label.lastPiece].place == nil {
            let cells = flow.pieces[min(next, flow.pieces.count)...].prefix(max(1, width - 1))
            return cells.count == max(1, width - 1) && cells.allSatisfy { $0.kind != .text }
        }
        guard next < flow.pieces.count, flow.pieces[next].kind == .blank, let home = flow.pieces[label.lastPiece].place,
            let place = flow.pieces[next].place
        else { return false }
        return place.table == home.table && place.row == home.row
    }

    /// Whether a label on a line of its own is followed by that of the next row: nobody filled the row in.
    private func isBefore(_ next: TableLabel?, of row: Int, _ label: TableLabel) -> Bool {
        guard let next, flow.range(label.lastPiece).upperBound == label.end else { return false }
        // A bar alone is what is left of its blank cells.
        let between = flow.pieces[(label.lastPiece + 1)..<max(next.firstPiece, label.lastPiece + 1)]
        return between.allSatisfy { $0.kind == .perhapsBlank }
            && next.rows.contains { $0 == row + 1 || $0 < row && rows[$0] == nil && isNumbered(next, as: $0) }
    }

    /// Whether a numbered label stands right behind that of a later row that has no values: （七）总计 above 3.其他, as tools
    /// write them that put words in the order of their places.
    private func isCrossed(_ label: TableLabel, _ row: Int) -> Bool {
        guard let newest, newest > row, newest < rowCount, let upper = rows[newest], upper.slots.isEmpty,
            upper.place == nil, label.firstPiece > 0
        else { return false }
        return flow.range(label.firstPiece - 1).upperBound == upper.labelEnd && isNumbered(label, as: row)
    }

    /// Whether the row's own number stands before a label: 3.其他 and (七)总计 are rows, 其他 and 总计 alone may be heads.
    private func isNumbered(_ label: TableLabel, as row: Int) -> Bool {
        guard let wanted = enumerator(of: row) else { return false }
        let start = numberStart(label)
        guard
            let found = Enumerator(flow.bytes, at: start, end: label.start)
                ?? Enumerator(circledAt: start, end: label.start, in: flow.bytes)
        else { return false }
        return found.style == wanted.style && found.number == wanted.number
    }

    /// The number that the form prints before a row's label.
    func enumerator(of row: Int) -> Enumerator? {
        let own = Normaliser.normalised(form(row).label)
        return Enumerator(own, at: 0, end: own.count)
    }

    /// Where the number of a label begins; a blank may stand between the two, or in a cell the end of a line: （六）<br>其他.
    private func numberStart(_ label: TableLabel) -> Int { numberStart(label, labelStart(label)) }

    private func numberStart(_ label: TableLabel, _ start: Int) -> Int {
        let index = label.firstPiece
        guard start == flow.range(index).lowerBound, start == label.start, index > 0,
            flow.pieces[index].gap == .space
                || flow.pieces[index].place.map({ $0 == flow.pieces[index - 1].place }) ?? false
        else { return start }
        return max(flow.range(index - 1).lowerBound, offset)
    }

    /// Where a label begins with its own number, also where a blank divides the two: 2. 重复申请.
    private func startWithNumber(_ label: TableLabel) -> Int {
        let start = labelStart(label)
        let number = numberStart(label, start)
        guard number < start, let found = Enumerator(flow.bytes, at: number, end: start) else { return start }
        return found.length == start - number ? number : start
    }

    private mutating func begin(_ row: Int, _ label: TableLabel) {
        let first = labelStart(label)
        // A note in the label may stand in the table's row, below a line outside of it: （不同渠道和方式公开相同信息计1条）.
        let isOutside = flow.pieces[label.firstPiece].place == nil
        begin(row, written(label, from: first), flow.piece(at: first), isOutside ? label.lastPiece : label.firstPiece)
        rows[row]?.endPlace = flow.pieces[label.lastPiece].place
        rows[row]?.labelEnd = label.end
        noteEnd = noteEnd(behind: label.end, in: label.lastPiece)
    }

    /// Begins a row with a label that is not written as the form has it.
    mutating func begin(_ row: Int, at label: Range<Int>) {
        foreign = 0
        begin(row, flow.written(piece..<(piece + 1)), piece, piece)
        rows[row]?.labelEnd = label.upperBound
        if region.upperBound < label.upperBound { region = region.lowerBound..<label.upperBound }
    }

    private mutating func begin(_ row: Int, _ label: String, _ home: Int, _ first: Int) {
        let head = RowHead(
            layout: layout.rows[row],
            label: label,
            line: flow.pieces[home].line,
            place: flow.pieces[first].place,
            piece: home,
            inDocument: flow.outline.documentPlace(of: flow.pieces[home]),
            heads: headPlaces,
            repeatedHeads: repeatedHeads
        )
        var reading = RowReading(head: head)
        reading.slots.reserveCapacity(width(row))
        reading.hasOrphans = takeOrphans(reading.place)
        if let newest, let place = reading.place, rows[newest]?.place == place {
            reading.sharesCell = rows[newest]?.slots.isEmpty == true
        }
        reading.isLost = isBelowOtherHeads(reading.layout.columns, at: flow.starts[home])
        rows[row] = reading
        newest = row
        lastRow = row < rowCount ? row : max(lastRow, lastReplaced(by: row - rowCount))
        current = row
    }

    /// A row's label as printed: the pieces that it takes, or what is its own of them where a text without breaks holds
    /// other labels and values too.
    private func written(_ label: TableLabel, from first: Int) -> String {
        let home = flow.piece(at: first)
        let rest = label.end..<flow.range(label.lastPiece).upperBound
        let isMarked = GluedMark.beginCells(flow.bytes, at: label.end, end: rest.upperBound)
        let value = isMarked ? label.end : rest.first { ASCII.isDigit(flow.bytes[$0]) }
        if first == flow.starts[home], value == nil { return flow.written(home..<(label.lastPiece + 1)) }
        return flow.string(first..<(value ?? rest.upperBound))
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
        let end = next.map { startWithNumber($0) } ?? flow.bytes.count
        let restEnd = min(flow.range(last).upperBound, end)
        let rest = label.end < restEnd ? behindUnit(label.end..<restEnd) : label.end..<label.end
        if !rest.isEmpty {
            return startsValue(rest) || GluedMark.beginCells(flow.bytes, at: rest.lowerBound, end: rest.upperBound)
        }
        var index = last + 1
        while index < flow.pieces.count {
            let piece = flow.pieces[index]
            if piece.kind == .text {
                let range = flow.range(index)
                let valueEnd = min(range.upperBound, end)
                return range.lowerBound < end
                    && (startsValue(range.lowerBound..<valueEnd)
                        || GluedMark.beginCells(flow.bytes, at: range.lowerBound, end: valueEnd))
            }
            index += 1
        }
        return false
    }

    func startsValue(_ range: Range<Int>) -> Bool {
        CellReader.content(flow.bytes, range) != nil
            || NumberReader.begins(flow.bytes, at: range.lowerBound, end: range.upperBound)
    }
}
