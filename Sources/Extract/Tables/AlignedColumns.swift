internal import Model

/// Tells which columns the numbers of a row stand in, where blanks align the columns of a plain text, as `pdftotext -layout`
/// and converters write it: there a blank cell leaves no trace but the place where its number would stand.
///
/// It is trusted only where the numbers of all rows make exactly as many columns as the form has, which are kept apart, and
/// where the blanks between them differ: numbers that are always the same distance apart are not aligned. A page may begin
/// anew with other columns; what stands near its edge, between full rows of different columns, is not told, unless form feeds
/// show the edge: then a page's own full rows tell its columns.
struct AlignedColumns {
    /// The columns of each row's words by the row's line, as far as they are known.
    private let columns: [Int: [Int]]
    private let count: Int

    /// Of the rows of a table that have the same columns of the form, `count` of which are there.
    init(_ readings: [TableParse.RowReading], count: Int, flow: Flow) {
        let rows = AlignedWord.rows(of: readings, flow)
        self.count = count
        guard rows.contains(where: { $0.contains { $0.isFarOff } }), Self.isAligned(rows), !AlignedWord.isJoined(rows)
        else {
            columns = [:]
            return
        }
        let pages = AlignedWord.pages(rows, flow)
        let parts = [rows] + (pages.count > 1 ? pages.map(Array.init).filter(Self.isAligned) : [])
        let ways = [\TextColumn.characters, \TextColumn.cells].flatMap { measure in
            parts.map { Self.columns(of: $0, count: count, by: measure) }
        }
        // Where several tell, they tell the same.
        columns = ways.reduce(into: [:]) { $0.merge($1) { $0 == $1 ? $0 : [] } }
    }

    /// The slots with a blank wherever no number stands in a column; nil where that cannot be told.
    func fill(_ slots: [Slot]) -> [Slot]? {
        // A row that slid by a column among others that did ends before the last: one that ends there has all it should.
        guard let first = slots.first, let columns = columns[first.line], columns.count == slots.count,
            columns.last == count - 1
        else { return nil }
        var result: [Slot] = Array(repeating: .blank(line: first.line, inDocument: first.inDocument), count: count)
        for (slot, column) in zip(slots, columns) { result[column] = slot }
        return result
    }

    /// Whether the blanks between the numbers differ: where they never do, the numbers only follow each other.
    private static func isAligned(_ rows: [[AlignedWord]]) -> Bool {
        Set(rows.flatMap { $0.dropFirst().map(\.blanks) }).count > 1
    }

    /// The columns of the rows whose neighbours make `count` columns, by their lines.
    private static func columns(of rows: [[AlignedWord]], count: Int, by measure: KeyPath<TextColumn, Int>) -> [Int:
        [Int]]
    {
        let ranges = rows.map { row in row.map { $0.range(by: measure) } }
        var columns: [Int: [Int]] = [:]
        var start = 0
        while start < rows.count {
            let block = Block(ranges, from: start, count: count)
            for row in start..<block.end where block.tells(row, of: rows.count) {
                columns[rows[row][0].line] = block.grid.places(ranges[row])
            }
            start = block.end
        }
        return columns
    }

    /// Rows below each other that have the same columns.
    private struct Block {
        let start: Int
        private(set) var end: Int
        private(set) var grid = TextGrid()
        /// The rows that have a number in each column.
        private var full: [Int] = []

        /// The most of `rows` from `start` on that keep `count` columns.
        init(_ rows: [[Range<Int>]], from start: Int, count: Int) {
            self.start = start
            end = start
            while end < rows.count, let next = grid.adding(rows[end], most: count),
                next.columns.count == count || full.isEmpty && rows[end].count < count
            {
                grid = next
                if rows[end].count == count { full.append(end) }
                end += 1
            }
            // A row always stands in a block, if only in one that tells nothing.
            end = max(end, start + 1)
        }

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
