internal import Forms
internal import Model

/// Tells the columns of numbers by the heads above them, in a plain text that blanks align: where nobody filled in the columns
/// of the organisations, two numbers stand on each line, below 自然人 and below 总计, and none of the rows is full.
///
/// Each place must be below one head and beside no other, as narrow heads push each other to the right: 15 of 商业 may stand
/// half below 科研. And numbers must stand in it as exactly as a tool aligns them: of rows
/// that stand otherwise, on a page with other columns, nothing is told. There the totals may stand below 法律服务机构: so
/// nothing is told either of a row that does not end below the last head, or that stands below a full row's other columns.
struct HeadedColumns {
    /// The columns of each row's words, by the row's line.
    private let columns: [Int: [Int]]
    private let count: Int

    /// So many rows below each other are no accident.
    private static let fewest = 4
    /// Where more lines lie between the numbers of two rows, a page may end there, and the next one have other columns.
    private static let mostLines = 6
    /// So many words stand between the first head and the first row.
    private static let mostWords = 60

    /// Of the rows of a table that have the same `count` columns.
    init(_ readings: [TableParse.RowReading], of form: [ColumnForm], count: Int, flow: Flow) {
        self.count = count
        let rows = AlignedWord.rows(of: readings, flow)
        let filled = readings.count { !$0.slots.isEmpty }
        guard count == form.count, rows.count >= Self.fewest, rows.count == filled,
            rows.allSatisfy({ $0.count <= count && $0.allSatisfy(\.isFarOff) }), !AlignedWord.isJoined(rows),
            let first = readings.map(\.piece).min()
        else {
            columns = [:]
            return
        }
        let ways = [\TextColumn.characters, \TextColumn.cells].map { measure in
            let heads = Self.heads(form, before: first, flow, by: measure)
            let page = AlignedWord.pages(rows, flow)[0].count
            let told = Self.columns(of: rows, count, below: heads, onPage: page, by: measure)
            return Self.withoutClashes(told, rows, count: count, by: measure)
        }
        // Where both measures tell, they tell the same.
        columns = ways[0].merging(ways[1]) { $0 == $1 ? $0 : [] }
    }

    /// The slots with a blank wherever no number stands in a column; nil where that cannot be told.
    func fill(_ slots: [Slot]) -> [Slot]? {
        guard let first = slots.first, let columns = columns[first.line], columns.count == slots.count,
            columns.last == count - 1
        else { return nil }
        var result: [Slot] = Array(repeating: .blank(line: first.line, inDocument: first.inDocument), count: count)
        for (slot, column) in zip(slots, columns) { result[column] = slot }
        return result
    }

    private typealias Measure = KeyPath<TextColumn, Int>

    /// Where the heads of the columns stand above the first row, those that narrow columns break by their first line: 商业 over
    /// 企业. One that seems to stand at two places stands at none.
    private static func heads(
        _ form: [ColumnForm],
        before first: Int,
        _ flow: Flow,
        by measure: Measure
    ) -> [Int: Range<Int>] {
        let labels = form.map { Normaliser.normalised($0.label) }
        var found: [Int: [Range<Int>]] = [:]
        for index in max(0, first - mostWords)..<first {
            // What stands on the page before is above nothing here.
            if index > 0, AlignedWord.isPageBreak(between: index - 1, index, flow) { found = [:] }
            guard let start = flow.pieces[index].textColumn?[keyPath: measure] else { continue }
            let word = flow.bytes[flow.range(index)]
            guard word.count >= shortest, let column = labels.firstIndex(where: { $0.starts(with: word) }) else {
                continue
            }
            let characters = word.count { $0 & 0xC0 != 0x80 }
            let width = measure == \TextColumn.cells ? 2 * characters : characters
            found[column, default: []].append(start..<(start + width))
        }
        let heads = found.compactMapValues { ranges in ranges.count == 1 ? ranges[0] : nil }
        // Lines of heads that only follow each other stand above no columns: 自然人 over 商业企业, 总计 before 其他.
        let starts = heads.sorted { $0.key < $1.key }.map(\.value.lowerBound)
        return zip(starts, starts.dropFirst()).allSatisfy(<) ? heads : [:]
    }

    /// 2 Chinese characters.
    private static let shortest = 6

    /// The column of each word of a row; nil where it stands otherwise than those before it.
    private static func own(
        _ row: [Range<Int>],
        in places: inout [Place],
        below heads: [Int: Range<Int>],
        mayAdd: Bool
    ) -> [Int]? {
        var own: [Int] = []
        for range in row {
            if let place = places.firstIndex(where: { $0.range.overlaps(range) }) {
                guard places[place].take(range) else { return nil }
                own.append(places[place].column)
            } else {
                let near = heads.filter { ($0.value.lowerBound - 1..<$0.value.upperBound + 1).overlaps(range) }
                guard mayAdd, near.count == 1, let head = near.first, head.value.overlaps(range),
                    !places.contains(where: { $0.column == head.key })
                else { return nil }
                places.append(Place(range, column: head.key))
                own.append(head.key)
            }
        }
        return zip(own, own.dropFirst()).allSatisfy(<) ? own : nil
    }

    /// The column of each word of each row, by its line, of the rows of which that can be told. So many of the rows stand on
    /// the first page.
    private static func columns(
        of rows: [[AlignedWord]],
        _ count: Int,
        below heads: [Int: Range<Int>],
        onPage first: Int,
        by measure: Measure
    ) -> [Int: [Int]] {
        var places: [Place] = []
        var result: [Int: [Int]] = [:]
        var isBehindPage = false
        for (index, row) in rows.enumerated() {
            if index > 0, row[0].line - rows[index - 1][0].line > mostLines { isBehindPage = true }
            // The first rows show which columns are filled in, where no page ended between the heads and them.
            let mayAdd = index < first && (index < fewest && !isBehindPage || row.count == heads.count)
            var next = places
            guard let own = own(row.map { $0.range(by: measure) }, in: &next, below: heads, mayAdd: mayAdd) else {
                // A row with a number in each column shows that the columns are not those of the heads, and so does the first
                // one, received, where most are: 4 beside the head 社会公, 5 before 其他.
                if row.count == count || index == 0 && row.count > 3, index < first { return [:] }
                continue
            }
            places = next
            result[row[0].line] = own
        }
        return result.count >= fewest ? result : [:]
    }

    /// The columns without those of rows that have a number right above or below a full row's number of another column.
    private static func withoutClashes(
        _ columns: [Int: [Int]],
        _ rows: [[AlignedWord]],
        count: Int,
        by measure: Measure
    ) -> [Int: [Int]] {
        let full = rows.filter { $0.count == count }.map { row in row.map { $0.range(by: measure) } }
        guard !full.isEmpty else { return columns }
        var result = columns
        for row in rows {
            guard let own = columns[row[0].line] else { continue }
            let clashes = zip(row, own).contains { word, column in
                let range = word.range(by: measure)
                return full.contains { other in
                    other.indices.contains { $0 != column && other[$0].overlaps(range) }
                }
            }
            if clashes { result[row[0].line] = [] }
        }
        return result
    }

    /// Where the numbers of a column stand.
    private struct Place {
        let column: Int
        private(set) var range: Range<Int>
        private let first: Range<Int>
        private var isLeft = true
        private var isRight = true
        private var isCentered = true

        init(_ range: Range<Int>, column: Int) {
            self.column = column
            self.range = range
            first = range
        }

        /// Takes another number in; false where it is not aligned with the others at either side or in the middle. Tools that
        /// round a page's points to characters are off by one.
        mutating func take(_ other: Range<Int>) -> Bool {
            isLeft = isLeft && abs(other.lowerBound - first.lowerBound) <= 1
            isRight = isRight && abs(other.upperBound - first.upperBound) <= 1
            let middles = other.lowerBound + other.upperBound - first.lowerBound - first.upperBound
            isCentered = isCentered && abs(middles) <= 2
            range = min(range.lowerBound, other.lowerBound)..<max(range.upperBound, other.upperBound)
            return isLeft || isRight || isCentered
        }
    }
}
