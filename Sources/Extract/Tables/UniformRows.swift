internal import Bytes
internal import Forms
internal import Model

/// Tells the columns of the numbers where every row of a plain text shows as many of them, at the same places: where nobody
/// filled in the columns of the organisations, each row has 14 below 自然人 and 14 below 总计.
///
/// `pdftotext -layout` writes what stands behind a head on the page behind it on every line, however narrow the heads are.
/// So a number that begins before a head ends is in its column or before it, and one that ends behind a head's beginning is in its
/// column or behind it. The one holds of heads that several blanks stand behind, the other of those with several before them:
/// heads with one blank between are pushed to each other.
struct UniformRows {
    /// The columns of all rows' words, empty where they cannot be told.
    private var columns: [Int] = []
    private var lines: Set<Int> = []
    private let count: Int

    /// So many rows below each other are no accident.
    private static let fewest = 4
    /// So many of them stand on the page of the heads.
    private static let fewestBelowHeads = 2
    /// So many words stand between the first head and the first row.
    private static let mostWords = 60

    /// Of the rows of a table that have the same `count` columns.
    init(_ readings: [TableParse.RowReading], of form: [ColumnForm], count: Int, flow: Flow) {
        self.count = count
        let rows = AlignedWord.rows(of: readings, flow)
        guard count == form.count, rows.count >= Self.fewest, let words = rows.first?.count, words > 1, words < count,
            rows.count == readings.count(where: { !$0.slots.isEmpty }), rows.allSatisfy({ $0.count == words }),
            !AlignedWord.isJoined(rows), let first = readings.map(\.piece).min()
        else { return }
        let pages = AlignedWord.pages(rows, flow).compactMap { Self.places(of: $0) }
        let areEqual = Self.areEqual(rows, flow)
        guard let told = pages.first, told.rows >= Self.fewestBelowHeads,
            pages.reduce(0, { $0 + $1.rows }) == rows.count, areEqual || pages.allSatisfy({ $0.isLike(told) }),
            let columns = Self.columns(
                of: told.ranges,
                count,
                below: Self.heads(form, before: first, flow),
                endsInTotal: areEqual
            )
        else { return }
        self.columns = columns
        lines = Set(rows.map { $0[0].line })
    }

    /// The slots with a blank wherever no number stands in a column; nil where that cannot be told.
    func fill(_ slots: [Slot]) -> [Slot]? {
        guard let first = slots.first, lines.contains(first.line), columns.count == slots.count else { return nil }
        var result: [Slot] = Array(repeating: .blank(line: first.line, inDocument: first.inDocument), count: count)
        for (slot, column) in zip(slots, columns) { result[column] = slot }
        return result
    }

    /// Where the numbers of the rows of one page stand.
    private struct Places {
        var ranges: [Range<Int>]
        var rows: Int

        /// Whether the numbers of another page stand as far from each other: a page may begin elsewhere, but of two other columns
        /// one would be nearer to the total.
        func isLike(_ other: Places) -> Bool {
            zip(distances, other.distances).allSatisfy { 10 * min($0, $1) >= 9 * max($0, $1) }
        }

        private var distances: [Int] { zip(ranges, ranges.dropFirst()).map { $1.lowerBound - $0.upperBound } }
    }

    /// The places that the words of all `rows` share; nil where one stands beside those before it, or only behind one blank:
    /// then its place says nothing.
    private static func places(of rows: ArraySlice<[AlignedWord]>) -> Places? {
        guard let model = rows.first(where: { $0.allSatisfy(\.isFarOff) }) else { return nil }
        var ranges = model.map { $0.range(by: \.characters) }
        for row in rows {
            for (index, word) in row.enumerated() {
                let range = word.range(by: \.characters)
                // Tools that round a page's points to characters are off by one.
                let near = (ranges[index].lowerBound - 1)..<(ranges[index].upperBound + 1)
                guard index == 0 || word.isFarOff, range.overlaps(near) else { return nil }
                ranges[index] =
                    min(range.lowerBound, ranges[index].lowerBound)..<max(range.upperBound, ranges[index].upperBound)
            }
        }
        return Places(ranges: ranges, rows: rows.count)
    }

    /// The column of each place; nil where one may stand in several.
    private static func columns(
        of places: [Range<Int>],
        _ count: Int,
        below heads: [Head],
        endsInTotal: Bool
    ) -> [Int]? {
        var columns: [Int] = []
        for (index, place) in places.enumerated() {
            if endsInTotal, index == places.count - 1 {
                columns.append(count - 1)
                continue
            }
            let least = heads.lazy.filter { $0.isFirst && place.upperBound > $0.range.lowerBound }.map(\.column).max()
            let most = heads.lazy.filter { $0.isLast && place.lowerBound < $0.range.upperBound }.map(\.column).min()
            guard least ?? 0 == most ?? count - 1 else { return nil }
            columns.append(least ?? 0)
        }
        return zip(columns, columns.dropFirst()).allSatisfy(<) && columns.last == count - 1 ? columns : nil
    }

    /// Whether each row but few has the same number twice, and not all of them 0: one of applicants, and the total. Then they
    /// are the same two columns on every page: 14 received from natural persons were not processed for businesses.
    private static func areEqual(_ rows: [[AlignedWord]], _ flow: Flow) -> Bool {
        guard rows.allSatisfy({ $0.count == 2 }) else { return false }
        let texts = rows.map { row in row.map { flow.bytes[flow.range($0.piece)] } }
        let equal = texts.filter { $0[0] == $0[1] }
        return equal.count * 8 >= texts.count * 7 && equal.contains { !$0[0].elementsEqual([ASCII.zero]) }
    }

    /// A head of a column that no other is pushed to on one side or both.
    private struct Head {
        var column: Int
        var range: Range<Int>
        var isFirst: Bool
        var isLast: Bool
    }

    /// The heads of columns above the first row, on its page, broken ones by their first line: 自然 over 人.
    private static func heads(_ form: [ColumnForm], before first: Int, _ flow: Flow) -> [Head] {
        let labels = form.map { Normaliser.normalised($0.label) }
        var found: [Head] = []
        for index in max(1, first - mostWords)..<max(1, first) {
            if AlignedWord.isPageBreak(between: index - 1, index, flow) { found = [] }
            let word = flow.bytes[flow.range(index)]
            guard let start = flow.pieces[index].textColumn?.characters, !word.isEmpty,
                let column = labels.firstIndex(where: { $0.starts(with: word) })
            else { continue }
            let range = start..<(start + word.count { $0 & 0xC0 != 0x80 })
            found.append(
                Head(
                    column: column,
                    range: range,
                    isFirst: standsApart(index, flow),
                    isLast: index + 1 >= flow.pieces.count || standsApart(index + 1, flow)
                )
            )
        }
        // One that seems to stand at two places stands at none.
        let heads = found.filter { head in found.count { $0.column == head.column } == 1 }
        // Lines of heads that only follow each other stand above no columns.
        let starts = heads.sorted { $0.column < $1.column }.map(\.range.lowerBound)
        return zip(starts, starts.dropFirst()).allSatisfy(<) ? heads : []
    }

    /// Whether several blanks, or a line's beginning, stand before a word.
    private static func standsApart(_ index: Int, _ flow: Flow) -> Bool {
        flow.pieces[index].gap == .wide || flow.pieces[index].line != flow.pieces[index - 1].line
    }
}
