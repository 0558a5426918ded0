internal import Model

/// Tells which columns the numbers of a row stand in, where blanks align the columns of a plain text, as `pdftotext -layout`
/// and converters write it: there a blank cell leaves no trace but the place where its number would stand.
///
/// It is trusted only where the numbers of all rows make exactly as many columns as the form has, which are kept apart, and
/// where the blanks between them differ: numbers that are always the same distance apart are not aligned. A page may begin
/// anew with other columns; what stands near its edge, between full rows of different columns, is not told.
struct AlignedColumns {
    /// The rows that have the same columns of the form, from the top.
    private let rows: [[Word]]
    private let flow: Flow

    /// The rows of `readings` that have the same columns as one of them; nil where no line is aligned.
    init?(_ readings: [TableParse.RowReading], like reading: TableParse.RowReading, flow: Flow) {
        guard reading.slots.allSatisfy({ $0.place == nil && $0.piece != nil }) else { return nil }
        let alike = readings.filter { $0.layout.columns == reading.layout.columns }
        let rows = alike.compactMap { Word.line(of: $0.slots, flow) }.sorted { $0[0].line < $1[0].line }
        guard rows.contains(where: { $0.contains { $0.isFarOff } }), Self.isAligned(rows) else { return nil }
        self.rows = rows
        self.flow = flow
    }

    /// The slots with a blank wherever no number stands in a column; nil where that cannot be told.
    func fill(_ slots: [Slot], count: Int) -> [Slot]? {
        guard let words = Word.line(of: slots, flow) else { return nil }
        let ways = [\TextColumn.characters, \TextColumn.cells].compactMap { columns(of: words, count: count, by: $0) }
        // A row that slid by a column among others that did ends before the last: one that ends there has all it should.
        guard let columns = ways.first, ways.allSatisfy({ $0 == columns }), columns.last == count - 1 else {
            return nil
        }
        var result: [Slot] = Array(
            repeating: .blank(line: slots[0].line, inDocument: slots[0].inDocument),
            count: count
        )
        for (slot, column) in zip(slots, columns) { result[column] = slot }
        return result
    }

    /// Whether the blanks between the numbers differ: where they never do, the numbers only follow each other.
    private static func isAligned(_ rows: [[Word]]) -> Bool {
        Set(rows.flatMap { $0.dropFirst().map(\.blanks) }).count > 1
    }

    /// The column of each word of a row, where the rows around it make `count` columns.
    private func columns(of words: [Word], count: Int, by measure: KeyPath<TextColumn, Int>) -> [Int]? {
        guard let row = rows.firstIndex(where: { $0[0].line == words[0].line }) else { return nil }
        var start = 0
        while start < rows.count {
            let block = block(from: start, count: count, by: measure)
            if row < block.end {
                return block.tells(row, of: rows.count) ? block.grid.places(words.map { $0.range(by: measure) }) : nil
            }
            start = block.end
        }
        return nil
    }

    /// The most rows from `start` on that keep `count` columns.
    private func block(from start: Int, count: Int, by measure: KeyPath<TextColumn, Int>) -> Block {
        var block = Block(start: start, end: start, grid: TextGrid())
        while block.end < rows.count,
            let next = block.grid.adding(rows[block.end].map { $0.range(by: measure) }, most: count),
            next.columns.count == count || block.full.isEmpty && rows[block.end].count < count
        {
            block.grid = next
            if rows[block.end].count == count { block.full.append(block.end) }
            block.end += 1
        }
        // A row always stands in a block, if only in one that tells nothing.
        block.end = max(block.end, start + 1)
        return block
    }

    /// Rows below each other that have the same columns.
    private struct Block {
        var start: Int
        var end: Int
        var grid: TextGrid
        /// The rows that have a number in each column.
        var full: [Int] = []

        /// Whether the columns of a row are known: one full row tells them where all rows of the table keep them, and two
        /// those of the rows between, or up to the table's edge.
        func tells(_ row: Int, of count: Int) -> Bool {
            guard let first = full.first, let last = full.last else { return false }
            if start == 0, end == count { return true }
            return first < last && (start == 0 || row > first) && (end == count || row < last)
        }
    }
}

/// The columns that the words of some lines take, as far as they overlap.
private struct TextGrid {
    private(set) var columns: [Range<Int>] = []
    private var rows: [[Range<Int>]] = []

    /// The columns with those of another row; nil where there are more than `most`, or a row has two words in one.
    func adding(_ row: [Range<Int>], most: Int) -> TextGrid? {
        var grid = self
        grid.rows.append(row)
        grid.columns = []
        for range in (columns + row).sorted(by: { $0.lowerBound < $1.lowerBound }) {
            if let last = grid.columns.last, range.lowerBound < last.upperBound {
                grid.columns[grid.columns.count - 1] = last.lowerBound..<max(last.upperBound, range.upperBound)
            } else {
                grid.columns.append(range)
            }
        }
        return grid.columns.count <= most && grid.rows.allSatisfy { grid.places($0) != nil } ? grid : nil
    }

    /// The column of each word of a row; nil where two have the same.
    func places(_ row: [Range<Int>]) -> [Int]? {
        let places = row.compactMap { word in columns.firstIndex { $0.contains(word.lowerBound) } }
        return places.count == row.count && zip(places, places.dropFirst()).allSatisfy { $0 < $1 } ? places : nil
    }
}

extension AlignedColumns {
    /// A number on a line of text.
    private struct Word {
        var line: Int
        var start: TextColumn
        var length: Int
        /// How many characters lie between it and the word before it on its line.
        var blanks: Int
        /// Whether more than one blank does.
        var isFarOff: Bool

        func range(by measure: KeyPath<TextColumn, Int>) -> Range<Int> {
            start[keyPath: measure]..<(start[keyPath: measure] + length)
        }

        /// The words of a row; nil where they do not stand on one line, each by itself.
        static func line(of slots: [Slot], _ flow: Flow) -> [Word]? {
            guard let line = slots.first?.line else { return nil }
            var words: [Word] = []
            for slot in slots {
                guard slot.line == line, slot.isValue, let index = slot.piece,
                    let start = flow.pieces[index].textColumn,
                    flow.range(index).count == slot.text.count
                else { return nil }
                words.append(
                    Word(
                        line: line,
                        start: start,
                        length: slot.text.count,
                        blanks: start.characters - end(ofPiece: index - 1, line, flow),
                        isFarOff: flow.pieces[index].gap == .wide
                    )
                )
            }
            return words
        }

        private static func end(ofPiece index: Int, _ line: Int, _ flow: Flow) -> Int {
            guard index >= 0, flow.pieces[index].line == line, let start = flow.pieces[index].textColumn else {
                return 0
            }
            let text = flow.outline.text[flow.pieces[index].start..<flow.pieces[index].end]
            return start.characters + text.count { $0 & 0xC0 != 0x80 }
        }
    }
}
