internal import Bytes
internal import Forms
internal import Model

/// What stands between the labels: values, notes, and the end of the table.
extension TableParse {
    /// Where a label begins with its number, if it has one.
    func labelStart(_ label: TableLabel) -> Int {
        // A line that ends within the number stands in its cell: （七 | ）总计.
        let home = label.start == flow.starts[label.firstPiece] || label.firstPiece == 0 ? nil : label.firstPiece
        let piece = flow.starts[home.map { flow.beginningOfCell($0) } ?? label.firstPiece]
        let start = Lead.start(flow.bytes, from: max(offset, piece), to: label.start, beginsPiece: piece >= offset)
        return numberBefore(label, start) ?? spacedNumber(before: label) ?? chapterNumber(before: label) ?? start
    }

    /// Where the numeral of a label begins that a blank divides from it: 二、 上年结转政府信息公开申请数量. Else it would seem to
    /// be the number of a section. Of other numbers one that digits run into, 0000000(六) 其他: else these would be no cells.
    private func chapterNumber(before label: TableLabel) -> Int? {
        let first = label.firstPiece
        guard first > 0, label.start == flow.starts[first], flow.pieces[first].gap <= .wide,
            flow.pieces[first - 1].place == flow.pieces[first].place, flow.starts[first] > offset
        else { return nil }
        let piece = flow.starts[first - 1]
        // Digits that ran together may stand before it: 0000000二、.
        let start = Lead.start(
            flow.bytes,
            from: max(offset, piece),
            to: label.start,
            beginsPiece: piece >= offset
        )
        guard let number = Enumerator(flow.bytes, at: start, end: label.start),
            number.style == .chapter || number.style == .part && start > max(offset, piece)
        else { return nil }
        return number.length == label.start - start ? start : nil
    }

    /// Where the form's number of a label begins whose characters have blanks between them: 5 . 属 于 三 类.
    private func spacedNumber(before label: TableLabel) -> Int? {
        let first = label.firstPiece
        guard first > 1, label.start == flow.starts[first], flow.starts[first - 2] >= offset,
            flow.pieces[first].gap <= .wide, flow.pieces[first - 1].gap <= .wide,
            Self.points.contains(where: {
                flow.range(first - 1).count == $0.count && flow.hasPrefix($0, at: flow.starts[first - 1])
            }),
            let digits = Int(String(decoding: flow.bytes[flow.range(first - 2)], as: UTF8.self))
        else { return nil }
        return label.rows.contains { enumerator(of: $0)?.number == digits } ? flow.starts[first - 2] : nil
    }

    private static let points = [".", "、"].map { Array($0.utf8) }

    /// Where the form's number of a label stands on a line of its own, and the label goes on with its point: 2 over
    /// .同意公开.
    private func numberBefore(_ label: TableLabel, _ start: Int) -> Int? {
        let (index, piece) = (label.firstPiece, flow.starts[label.firstPiece])
        guard index > 0, flow.pieces[index].place == nil, flow.starts[index - 1] >= offset,
            flow.pieces[index - 1].kind == .text, start >= piece,
            Self.points.contains(where: { flow.hasPrefix($0, at: piece) && start <= piece + $0.count })
        else { return nil }
        let number = flow.range(index - 1)
        guard let digits = Int(String(decoding: flow.bytes[number], as: UTF8.self)) else { return nil }
        return label.rows.contains { enumerator(of: $0)?.number == digits } ? number.lowerBound : nil
    }

    /// Takes what stands between the label before and `label`, or the end of the text.
    mutating func consume(before label: TableLabel?) {
        let end = label.map { labelStart($0) } ?? flow.bytes.count
        let last = label == nil ? flow.pieces.count : flow.piece(at: end)
        isBeforeRow = label.map { $0.isAligned && isNextInGrid($0) } ?? false
        while piece < last, !isEnded {
            take(max(offset, flow.range(piece).lowerBound)..<flow.range(piece).upperBound)
            piece += 1
        }
        // 2 over .同意公开 is that label's number, or the value of a row that has no other; 二、 is no value.
        if let label, end < flow.starts[label.firstPiece], ASCII.isDigit(flow.bytes[end]), let current,
            rows[current]?.slots.isEmpty == true
        {
            rows[current]?.isLost = true
        }
        guard !isEnded, piece == last, last < flow.pieces.count else { return }
        let start = max(offset, flow.range(piece).lowerBound)
        if start < end { take(start..<end) }
    }

    /// Whether a label stands in a grid and begins a row behind all that were seen.
    private func isNextInGrid(_ label: TableLabel) -> Bool {
        label.rows.contains { $0 > lastRow } && flow.pieces[label.firstPiece].place != nil
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
        guard !isEnded, !isOfOtherRow(blank) else { return }
        let kind: Slot.Kind = blank.kind == .blank ? .blank : .perhapsBlank
        add(slot(kind, offset..<offset, blank, at: piece))
    }

    /// Whether a blank cell of a grid stands behind a label outside of it: what a merged label leaves in the next row,
    /// |  |  | 3.补正后….
    private func isOfOtherRow(_ blank: Piece) -> Bool {
        guard let current, !table.isOneLine, blank.place != nil else { return false }
        return rows[current]?.place == nil
    }

    private mutating func takeText(_ text: Range<Int>, of index: Int) {
        let piece = flow.pieces[index]
        guard text.upperBound > noteEnd else { return }
        let own = max(text.lowerBound, noteEnd)..<text.upperBound
        let range = own.lowerBound > flow.range(index).lowerBound ? behindUnit(own) : own
        guard !range.isEmpty else { return }
        let isWhole = range == flow.range(index)
        if range.lowerBound == flow.range(index).lowerBound, isHeading(range, piece) { return end() }
        leaveRow(at: piece)
        guard !isEnded else { return }
        if isWhole, flow.isUprightWord(index) { return takeForeign(range, piece, isWhole: true) }
        if let content = content(range) {
            foreign = 0
            if joinsLast(piece) { return join(range, of: index) }
            add(slot(.value(content), range, piece, at: index))
            region = region.lowerBound..<range.upperBound
            endIfComplete()
        } else if let heading = headingBehindValue(range) {
            takeText(range.lowerBound..<heading, of: index)
            let rest = heading..<range.upperBound
            // 三、 alone is also the beginning of 三、本年度办理结果, which stands upright beside the rows.
            if beginsGroup(rest), !isComplete { takeForeign(rest, piece, isWhole: false) } else { end() }
        } else {
            takeForeign(range, piece, isWhole: isWhole)
        }
    }

    private func content(_ range: Range<Int>) -> Cell.Content? {
        if let content = CellReader.content(flow.bytes, range) ?? CellReader.runTogether(flow.bytes, range) {
            return content
        }
        // Marks and numbers of a whole line ran together: ////0////0////0.
        guard table.isOneLine, let marks = GluedMark.count(flow.bytes, range), marks > 0 else { return nil }
        let cells = marks + flow.bytes[range].count(where: ASCII.isDigit)
        return cells >= table.rows.count * table.columns.count ? .ambiguous : nil
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
        if isNote(piece) { return closeUnlessEmpty() }
        if isBeforeRows, takeExtraHead(range, piece, isWhole: isWhole) { return }
        if cutsNumber(range) { return }
        if let current, rows[current]?.slots.isEmpty == true, piece.place != nil, isTotalOfGroup(range) { return }
        if let row = slippedRow(range, isWhole: isWhole) { return begin(row, at: range) }
        if isWhole, takeWord(range, piece) { return }
        if !isHeadFragment(range) { foreign += withoutNote(range).count }
        let limit =
            table.isOneLine
            ? Self.foreignLimit
            : isBeforeRows ? Self.foreignLimitInHeads : isBeforeRow ? Self.foreignLimitBeforeRow : Self.foreignLimit
        if foreign > limit || flow.firstIndex(of: Self.sentenceEnd, in: range) != nil && piece.place == nil {
            return end()
        }
        guard let current, rows[current] != nil else { return }
        guard let place = piece.place else { return interrupt(current, range, piece) }
        if joinsLast(piece) { return join(range, of: self.piece) }
        guard let home, place.table == home.table, place.row == home.row, !isFull(current) || isBelowHeads(place),
            isWhole, place != home
        else { return }
        let text = Array(flow.bytes[range])
        add(slot(.value(CellReader.foreign(text)), range, piece, at: nil))
    }

    /// Whether a cell stands below a column's head or before one: blank cells beside a label that is merged over them make a
    /// row look full before its last values.
    private func isBelowHeads(_ place: GridPlace) -> Bool {
        headPlaces.values.contains { $0.table == place.table && $0.row < place.row && $0.column >= place.column }
    }

    /// Whether a text is the decimals of the number right before it, which a tool cut at their point, 341 over .18: then
    /// nobody knows where that number ends.
    private mutating func cutsNumber(_ range: Range<Int>) -> Bool {
        guard areDecimals(range), let current, var slot = rows[current]?.slots.last, slot.isNumber,
            slot.piece == piece - 1
        else { return false }
        slot.text += flow.bytes[range]
        slot.kind = .value(.ambiguous)
        rows[current]?.slots.removeLast()
        rows[current]?.slots.append(slot)
        return true
    }

    private func areDecimals(_ range: Range<Int>) -> Bool {
        range.count > 1 && flow.bytes[range.lowerBound] == UInt8(ascii: ".")
            && ASCII.isDigit(flow.bytes[range.lowerBound + 1])
    }

    /// Whether the decimals of the value that was read last stand behind it.
    var isCutBehind: Bool { piece + 1 < flow.pieces.count && areDecimals(flow.range(piece + 1)) }

    /// Whether a text is a note between a table's lines, 注:…, which is no end of it; among the values of a table of one
    /// line none stands.
    private func isNote(_ piece: Piece) -> Bool {
        flow.hasPrefix(Self.note, at: flow.range(self.piece).lowerBound) && piece.place == nil && valueRuns.isEmpty
    }

    /// Text in the run of a row's values: digits in it are the row's in some way that cannot be told, and what follows
    /// may be another row's, whose label was damaged. A note in brackets changes nothing.
    private mutating func interrupt(_ row: Int, _ range: Range<Int>, _ piece: Piece) {
        guard flow.bytes[range.lowerBound] != UInt8(ascii: "("), !table.isOneLine else { return }
        let text = Array(flow.bytes[range])
        if rows[row]?.slots.isEmpty == true, text.contains(where: ASCII.isDigit) || CellReader.isDamaged(text) {
            let doubt = slot(.value(.ambiguous), range, piece, at: self.piece)
            rows[row]?.slots.append(doubt)
        }
        if rows[row]?.slots.isEmpty == true { rows[row]?.words += text }
        closeUnlessEmpty()
    }

    /// Whether a text has no characters but those of the columns' heads, which a narrow page breaks and mixes.
    private func isHeadFragment(_ range: Range<Int>) -> Bool {
        guard table.isOneLine, range.count % 3 == 0 else { return false }
        return stride(from: range.lowerBound, to: range.upperBound, by: 3).allSatisfy { index in
            layout.headCharacters.contains(flow.character(at: index).character)
        }
    }

    /// Whether a piece continues the cell of the last value.
    private func joinsLast(_ piece: Piece) -> Bool {
        guard let place = piece.place, let current, let count = rows[current]?.slots.count, count > 0 else {
            return false
        }
        // The slot is asked in place: it is done for each piece of a grid.
        return rows[current]?.slots[count - 1].place == place && rows[current]?.slots[count - 1].kind != .blank
    }

    private mutating func join(_ range: Range<Int>, of piece: Int) {
        guard let current, var slot = rows[current]?.slots.popLast() else { return }
        let text = Array(flow.bytes[range])
        let written = slot.shown + flow.blank(before: piece) + (flow.written(range, of: piece) ?? text)
        // Digits that white space divides inside one cell are not one number, but those of 2,1 and 81 are.
        let isDivided =
            (slot.text.last.map(ASCII.isDigit) ?? false) && (text.first.map(ASCII.isDigit) ?? false)
            && (isSeveral(slot) || CellReader.content(slot.text, 0..<slot.text.count) != nil)
        let isParted = isDivided && goesOn(slot, with: text, of: piece)
        if isDivided { slot.holdsSeveral = true }
        slot.text += text
        let content = CellReader.content(slot.text, 0..<slot.text.count)
        if case .number(let number) = content, isParted { slot.parted = number } else { slot.parted = nil }
        slot.kind = .value(isDivided ? .ambiguous : content ?? CellReader.foreign(slot.text))
        // 1 0 is not shown as 10, which nobody wrote; 2,1 and 81 are one number.
        if isDivided || !slot.isNumber { slot.written = written }
        rows[current]?.slots.append(slot)
    }

    /// Whether a cell is known to hold several numbers.
    private func isSeveral(_ slot: Slot) -> Bool {
        slot.holdsSeveral || slot.kind == .value(.ambiguous) && slot.text.allSatisfy(ASCII.isDigit)
    }

    func slot(_ kind: Slot.Kind, _ range: Range<Int>, _ piece: Piece, at index: Int?) -> Slot {
        Slot(
            kind: kind,
            text: Array(flow.bytes[range]),
            written: range.isEmpty ? nil : flow.written(range, of: index ?? self.piece),
            line: piece.line,
            place: piece.place,
            inDocument: flow.outline.documentPlace(of: piece),
            piece: index
        )
    }

    mutating func add(_ slot: Slot) {
        if table.isOneLine {
            // In a grid each line is a run of its own: the heads leave blank cells too.
            if runs.last?.last?.place.map({ $0.row != slot.place?.row }) ?? runs.isEmpty { runs.append([]) }
            runs[runs.count - 1].append(slot)
        } else if let current {
            let isDoubtful = isBehindWords(current, slot) || isBesideSeveral(current, slot)
            rows[current]?.slots.append(isDoubtful ? slot.inDoubt : slot)
        } else if slot.isValue {
            addStray(slot)
        }
    }
}
