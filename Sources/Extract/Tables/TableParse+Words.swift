internal import Bytes
internal import Forms
internal import Model

/// Words that stand where a number must: 若干, 待定, 详见附件. They are no numbers, and their cells are known all the same.
extension TableParse {
    /// 8 Chinese characters.
    private static let longestWord = 24

    /// Whether the first cell of a label's row is a word, and no head or part of the label: （一）予以公开 | 若干 | 3 | 0 | 19.
    func hasWordForNumber(_ label: TableLabel, _ next: TableLabel?) -> Bool {
        let index = label.lastPiece + 1
        guard !label.rows.isEmpty || !label.mergedRows.isEmpty, label.isAligned, index < flow.pieces.count,
            let home = flow.pieces[label.lastPiece].place, let place = flow.pieces[index].place,
            isSameLine(place, home), place.column != home.column, isWord(index), next?.firstPiece != index
        else { return false }
        let row = label.rows.first { rows[$0] == nil } ?? label.mergedRows.first.map { rowCount + $0 }
        guard let row else { return false }
        var numbers = 0
        var cells = 0
        var last = index
        for cell in index..<flow.pieces.count {
            guard let other = flow.pieces[cell].place, isSameLine(other, home) else { break }
            cells += 1
            guard flow.pieces[cell].kind == .text else { continue }
            // Two texts in one cell, a label or a note: the row is more than its cells.
            if cell > last, flow.pieces[last].place == other || !isValue(cell) && !isWord(cell) { return false }
            if isValue(cell) { numbers += 1 }
            last = cell
        }
        let used = last - index + 1
        guard used <= width(row), cells >= width(row) else { return false }
        return numbers > 0 && numbers * 2 >= used - 1 || used == 1 && isBelowRow(label, place)
    }

    /// Whether a label and the word behind it stand in the columns of the newest row and of its first value.
    private func isBelowRow(_ label: TableLabel, _ place: GridPlace) -> Bool {
        guard let newest, let reading = rows[newest], let home = reading.place,
            let first = reading.slots.first(where: { $0.kind != .blank })?.place,
            let own = flow.pieces[label.firstPiece].place
        else { return false }
        return home.table == own.table && home.column == own.column && home.row < own.row
            && first.column == place.column && label.rows.contains { $0 > lastRow }
    }

    /// Takes a word as the value of a cell, where it is one of exactly as many tokens on a line as the row has columns, and
    /// nearly all others are numbers.
    mutating func takeWord(_ range: Range<Int>, _ piece: Piece) -> Bool {
        guard table.isOneLine || piece.place == nil, isWord(self.piece),
            isAmongNumbers(piece) || isLookalike(self.piece) && isAmongLines(piece)
        else { return false }
        if !table.isOneLine, !isLookalike(self.piece) || !isAmongLines(piece) {
            guard let current, let slots = rows[current]?.slots, rows[current]?.words.isEmpty == true,
                slots.allSatisfy({ $0.isValue && $0.line == piece.line })
            else { return false }
        }
        let text = Array(flow.bytes[range])
        foreign = 0
        add(slot(.value(CellReader.foreign(text)), range, piece, at: self.piece))
        region = region.lowerBound..<range.upperBound
        endIfComplete()
        return true
    }

    /// Whether the line of a word has as many tokens as the row that it stands in, and two of three are numbers.
    private func isAmongNumbers(_ piece: Piece) -> Bool {
        let width = table.isOneLine ? table.rows.count * table.columns.count : current.map { self.width($0) } ?? 0
        guard width >= Self.fewestTokens else { return false }
        var first = self.piece
        while first > origin, flow.starts[first - 1] >= offset, isSameLine(first - 1, piece) { first -= 1 }
        if !table.isOneLine, let current, let count = rows[current]?.slots.count {
            first = min(first, self.piece - count)
        }
        var numbers = 0
        var index = first
        while index < flow.pieces.count, isSameLine(index, piece), index - first <= width {
            if flow.pieces[index].kind == .text {
                if isValue(index) { numbers += 1 } else if !isWord(index) { return false }
            } else if piece.place == nil {
                return false
            }
            index += 1
        }
        return index - first == width && numbers * 3 >= width * 2
    }

    /// Whether as many lines as the row has cells, and no more, hold a number each, or what looks like one; two of three are
    /// numbers: 2 | O | 0 | 0 | 0 | 0 | 2 below each other.
    private func isAmongLines(_ piece: Piece) -> Bool {
        let width = table.isOneLine ? table.rows.count * table.columns.count : current.map { self.width($0) } ?? 0
        guard width >= Self.fewestTokens, piece.place == nil else { return false }
        var first = self.piece
        while first > origin, flow.starts[first - 1] >= offset, isLine(first - 1) { first -= 1 }
        if !table.isOneLine, let current, let slots = rows[current]?.slots {
            guard rows[current]?.words.isEmpty == true, slots.allSatisfy({ $0.isValue && $0.place == nil }) else {
                return false
            }
            first = min(first, self.piece - slots.count)
        }
        var numbers = 0
        var index = first
        while index < flow.pieces.count, index - first <= width, isLine(index) {
            if isValue(index) { numbers += 1 }
            index += 1
        }
        return index - first == width && numbers * 3 >= width * 2
    }

    /// Whether a number, or what looks like one, stands on a line by itself.
    private func isLine(_ index: Int) -> Bool {
        let piece = flow.pieces[index]
        return piece.kind == .text && piece.place == nil && piece.gap == .line
            && (index + 1 >= flow.pieces.count || flow.pieces[index + 1].gap >= .line)
            && (isValue(index) || isLookalike(index))
    }

    /// Whether a reader of pictures may have taken digits for a piece's letters.
    private func isLookalike(_ index: Int) -> Bool { CellReader.looksLikeDigits(flow.bytes[flow.range(index)]) }

    private static let fewestTokens = 3

    private func isValue(_ index: Int) -> Bool { CellReader.content(flow.bytes, flow.range(index)) != nil }

    /// Whether a piece is a short text that begins neither with a digit nor with a bracket, and is no unit.
    private func isWord(_ index: Int) -> Bool {
        let range = flow.range(index)
        guard flow.pieces[index].kind == .text, range.count <= Self.longestWord, !range.isEmpty,
            flow.bytes[range.lowerBound] != UInt8(ascii: "("), !startsValue(range)
        else { return false }
        return !NumberReader.isUnit(flow.bytes[range]) && !isTotalOfGroup(range)
            && CellReader.runTogether(flow.bytes, range) == nil
            && Enumerator(flow.bytes, at: range.lowerBound, end: range.upperBound) == nil
    }

    private func isSameLine(_ one: GridPlace, _ other: GridPlace) -> Bool {
        one.table == other.table && one.row == other.row
    }

    private func isSameLine(_ index: Int, _ piece: Piece) -> Bool {
        guard let place = piece.place else {
            return flow.pieces[index].place == nil && flow.pieces[index].line == piece.line
        }
        return flow.pieces[index].place.map { isSameLine($0, place) } ?? false
    }
}
