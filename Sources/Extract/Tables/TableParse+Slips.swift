internal import Forms
internal import Model

/// Labels that a report prints with a slip: a word too many, a character lost or misread.
extension TableParse {
    /// 4 Chinese characters; and no label is longer.
    private static let shortestLabel = 12
    private static let longestLabel = 180
    /// How many rows may be left out before the one that a label is taken for.
    private static let nearest = 3

    /// The row for whose label the text in `range` is nearly right, where a value or a blank cell follows it; nil where
    /// none is, or two are. Only one of the next rows that the table has not had yet is thought of.
    func slippedRow(_ range: Range<Int>, isWhole: Bool) -> Int? {
        guard isWhole, !table.isOneLine, table.rows.count > Self.nearest, range.count >= Self.shortestLabel,
            range.count <= Self.longestLabel, flow.bytes[range.lowerBound] != UInt8(ascii: "(") || isNumbered(range),
            let follower
        else { return nil }
        let number = Enumerator(flow.bytes, at: range.lowerBound, end: range.upperBound)
        // Nothing but its number tells a blank row from a note in the table.
        guard follower == .text || number != nil else { return nil }
        let text = characters(flow.bytes[(range.lowerBound + (number?.length ?? 0))..<range.upperBound])
        guard text.count * 3 >= Self.shortestLabel else { return nil }
        let isInGrid = flow.pieces[piece].place != nil
        var best: (row: Int, likeness: Int)?
        var second = 0
        let expected = (lastRow + 1)..<min(rowCount, lastRow + 1 + Self.nearest)
        for row in expected where rows[row] == nil {
            let label = Normaliser.normalised(table.rows[row].label)
            let own = Enumerator(label, at: 0, end: label.count)
            if let number, let own, number.number != own.number { continue }
            var likeness = likeness(text, characters(label[(own?.length ?? 0)...]))
            // The next row's own number in a grid of rows is half of its name.
            let isNext = row == lastRow + 1 && isInGrid && number != nil && number?.style == own?.style
            if isNext, number?.number == own?.number, likeness >= Self.alikeNext {
                likeness = max(likeness, Self.alike)
            }
            if likeness > best?.likeness ?? 0 {
                second = best?.likeness ?? 0
                best = (row, likeness)
            } else {
                second = max(second, likeness)
            }
        }
        guard let best, best.likeness >= Self.alike, best.likeness - second >= Self.margin else { return nil }
        return best.row
    }

    /// Of a hundred: so many of the characters of the longer text stand in the other one, in the same order.
    private static let alike = 75
    private static let alikeNext = 60
    private static let margin = 15

    private func isNumbered(_ range: Range<Int>) -> Bool {
        Enumerator(flow.bytes, at: range.lowerBound, end: range.upperBound) != nil
    }

    /// What the next piece is, where it may be the label's first cell: in a grid, one of the same row.
    private var follower: Piece.Kind? {
        guard piece + 1 < flow.pieces.count else { return nil }
        let (here, next) = (flow.pieces[piece].place, flow.pieces[piece + 1].place)
        guard here?.table == next?.table, here?.row == next?.row else { return nil }
        let kind = flow.pieces[piece + 1].kind
        if kind != .text { return here == nil ? nil : kind }
        return startsValue(flow.range(piece + 1)) ? .text : nil
    }

    private func characters(_ bytes: ArraySlice<UInt8>) -> [[UInt8]] {
        var result: [[UInt8]] = []
        for byte in bytes {
            if byte & 0xC0 == 0x80, !result.isEmpty {
                result[result.count - 1].append(byte)
            } else {
                result.append([byte])
            }
        }
        return result
    }

    /// The longest common subsequence in hundredths of the longer text.
    private func likeness(_ left: [[UInt8]], _ right: [[UInt8]]) -> Int {
        var lengths = Array(repeating: 0, count: right.count + 1)
        for character in left {
            var diagonal = 0
            for index in right.indices {
                let above = lengths[index + 1]
                lengths[index + 1] = character == right[index] ? diagonal + 1 : max(above, lengths[index])
                diagonal = above
            }
        }
        return lengths[right.count] * 100 / max(left.count, right.count, 1)
    }
}
