internal import Forms
internal import Model

/// The ways to cut a line of digits into rows that all add up: 143293491187026407920 is 14, 3, 29, 3 and 49, then 1, 18, 7, 0
/// and 26 or 11, 8, 7, 0 and 26, then 4, 0, 7, 9 and 20. Of the whole line there are thousands of ways, of its rows a few.
struct SoundLine {
    private let rows: Int
    private let width: Int
    private let tokens: [[UInt8]]
    /// Where each token begins in the line; one more at the end.
    private var starts = [0]

    /// The digits between two places as a row.
    private struct Segment {
        var start: Int
        var end: Int
        var ways: [CellSplitter.Way]
    }

    /// Longer lines are not tried.
    private static let longest = 60

    /// Nil where another thing is asked of the rows than that the last cell of each is the sum of the others.
    init?(rows: Int, width: Int, relations: [SplitSearch.IndexedRelation], tokens: [[UInt8]]) {
        let totals = relations.filter { relation in
            (0..<rows).contains { relation.isTotal(ofRow: $0, width: width) }
        }
        guard totals.count == rows, relations.count == rows, Set(totals.compactMap(\.left.first?.row)).count == rows
        else { return nil }
        self.rows = rows
        self.width = width
        self.tokens = tokens
        for token in tokens { starts.append((starts.last ?? 0) + token.count) }
        guard length <= Self.longest else { return nil }
    }

    private var length: Int { starts.last ?? 0 }

    /// The value of each cell, row after row, and nil where the ways differ; nil instead of all where no way adds up, or the
    /// ways are too many to tell.
    var values: [Quantity?]? {
        guard let found = segments(), let whole = joined(found) else { return nil }
        return whole.flatMap { segments in
            let ways = segments.flatMap(\.ways)
            return (0..<width).map { column in
                ways.allSatisfy { $0[column] == ways[0][column] } ? ways[0][column] : nil
            }
        }
    }

    /// By row those that begin where one of the row before ends; nil where they are too many to tell.
    private func segments() -> [[Segment]]? {
        var found: [[Segment]] = []
        var starts: Set<Int> = [0]
        for row in 0..<rows {
            var own: [Segment] = []
            let last = length - (rows - row - 1) * width
            for start in starts.sorted() where start + width <= last {
                for end in (row == rows - 1 ? length : start + width)...last {
                    guard let ways = ways(start..<end) else { return nil }
                    if !ways.isEmpty { own.append(Segment(start: start, end: end, ways: ways)) }
                }
            }
            found.append(own)
            starts = Set(own.map(\.end))
        }
        return found
    }

    /// Without those behind which no row goes on; nil where none are left.
    private func joined(_ segments: [[Segment]]) -> [[Segment]]? {
        var result = segments
        var ends: Set<Int> = [length]
        for row in segments.indices.reversed() {
            result[row].removeAll { !ends.contains($0.end) }
            guard !result[row].isEmpty else { return nil }
            ends = Set(result[row].map(\.start))
        }
        return result
    }

    private func ways(_ digits: Range<Int>) -> [CellSplitter.Way]? {
        let parts = tokens.indices.compactMap { index -> [UInt8]? in
            let own = digits.clamped(to: starts[index]..<starts[index + 1])
            return own.isEmpty
                ? nil : Array(tokens[index][(own.lowerBound - starts[index])..<(own.upperBound - starts[index])])
        }
        let kinds = Array(repeating: ValueKind.count, count: width)
        return SummingWays.all(parts, CellSplitter(kinds: kinds, isSeparated: false, allowsBlanks: false))
    }
}

extension SplitSearch.IndexedRelation {
    /// Whether it says that the last cell of a row is the sum of all others.
    func isTotal(ofRow row: Int, width: Int) -> Bool {
        comparison == .totalOfParts && isWithin(row) && left.map(\.column) == [width - 1]
            && right.map(\.column).sorted() == Array(0..<(width - 1))
    }
}
