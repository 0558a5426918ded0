internal import Model

/// A number on a line of text.
struct AlignedWord {
    var line: Int
    var start: TextColumn
    var length: Int
    /// How many characters lie between it and the word before it on its line, or the line's beginning.
    var blanks: Int
    /// Whether there is such a word.
    var isBehindWord: Bool
    /// Whether more than one blank does.
    var isFarOff: Bool
    /// The piece that it is.
    var piece: Int

    func range(by measure: KeyPath<TextColumn, Int>) -> Range<Int> {
        start[keyPath: measure]..<(start[keyPath: measure] + length)
    }

    /// The words of a row; nil where they do not stand on one line, each by itself.
    static func line(of slots: [Slot], _ flow: Flow) -> [AlignedWord]? {
        guard let line = slots.first?.line else { return nil }
        var words: [AlignedWord] = []
        for slot in slots {
            guard slot.line == line, slot.isValue, let index = slot.piece,
                let start = flow.pieces[index].textColumn,
                flow.range(index).count == slot.text.count
            else { return nil }
            let before = end(ofPiece: index - 1, line, flow)
            words.append(
                AlignedWord(
                    line: line,
                    start: start,
                    length: slot.text.count,
                    blanks: start.characters - (before ?? 0),
                    isBehindWord: before != nil,
                    isFarOff: flow.pieces[index].gap == .wide,
                    piece: index
                )
            )
        }
        return words
    }

    /// The rows, in the order of their lines, whose words stand on one line each; none where two share a line: then no
    /// columns stand below each other.
    static func rows(of readings: [TableParse.RowReading], _ flow: Flow) -> [[AlignedWord]] {
        let rows = readings.compactMap { line(of: $0.slots, flow) }.sorted { $0[0].line < $1[0].line }
        return zip(rows, rows.dropFirst()).contains { $0[0].line == $1[0].line } ? [] : rows
    }

    /// Whether the first number of each of the rows stands as far behind its label as all others', whatever the label's
    /// length: then blanks join the cells, and align none.
    static func isJoined(_ rows: [[AlignedWord]]) -> Bool {
        let firsts = rows.compactMap(\.first)
        return firsts.count > 1 && firsts.allSatisfy { $0.isBehindWord && $0.blanks == firsts[0].blanks }
            && Set(firsts.map(\.start.characters)).count > 1
    }

    /// The rows, which are in the order of their lines, page by page: `pdftotext` ends each of its pages with a form feed.
    static func pages(_ rows: [[AlignedWord]], _ flow: Flow) -> [ArraySlice<[AlignedWord]>] {
        var pages: [ArraySlice<[AlignedWord]>] = []
        var start = 0
        for index in rows.indices.dropFirst()
        where isPageBreak(between: rows[index - 1][0].piece, rows[index][0].piece, flow) {
            pages.append(rows[start..<index])
            start = index
        }
        return pages + [rows[start...]]
    }

    static func isPageBreak(between first: Int, _ second: Int, _ flow: Flow) -> Bool {
        first < second && flow.pieces[(first + 1)...second].contains(where: \.beginsPage)
    }

    /// Nil where the piece does not stand on the line.
    private static func end(ofPiece index: Int, _ line: Int, _ flow: Flow) -> Int? {
        guard index >= 0, flow.pieces[index].line == line, let start = flow.pieces[index].textColumn else {
            return nil
        }
        let text = flow.outline.text[flow.pieces[index].start..<flow.pieces[index].end]
        return start.characters + text.count { $0 & 0xC0 != 0x80 }
    }
}
