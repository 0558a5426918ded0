internal import Model

/// A table in which each cell stands on a line with a bar, and each row begins with one on a line of its own: the bar of
/// the next row is read as one more cell of each.
struct ClosingBorders {
    typealias Reading = TableParse.RowReading

    let flow: Flow

    private static let fewest = 3

    /// The rows without it, where such a bar stands before the first row and all others.
    func removed(from readings: [Reading]) -> [Reading] {
        guard readings.count >= Self.fewest, readings.allSatisfy({ $0.place == nil }),
            let first = readings.first, isBorder(first.piece - 1),
            readings.count(where: { isBorder($0.piece - 1) }) >= Self.fewest,
            readings.allSatisfy({ isBorder($0.piece - 1) || isBehindGroup($0.piece) })
        else { return readings }
        return readings.map { reading in
            guard let last = reading.slots.last?.piece, isBorder(last), last + 1 < flow.pieces.count,
                flow.pieces[last + 1].kind == .text, CellReader.content(flow.bytes, flow.range(last + 1)) == nil
            else { return reading }
            var result = reading
            result.slots.removeLast()
            return result
        }
    }

    /// The rows without the bar that closes their last cell, where one closes that of every line with several cells, of heads too:
    ///
    ///     信息内容 | 本年制发件数 | 本年废止件数 | 现行有效件数 |
    ///     规章 |  |  | 25 |
    func removedBehindCells(from readings: [Reading]) -> [Reading] {
        guard let first = readings.first, readings.contains(where: isClosed),
            areLinesClosed(from: first, readings)
        else { return readings }
        return readings.map { reading in
            guard isClosed(reading) else { return reading }
            var result = reading
            result.slots.removeLast()
            return result
        }
    }

    /// Whether a row on one line has one cell more than columns, and that one blank, if it is one.
    private func isClosed(_ reading: Reading) -> Bool {
        guard reading.place == nil, let last = reading.slots.last, last.kind == .perhapsBlank else {
            return false
        }
        return reading.slots.count == reading.layout.columns.count + 1
            && reading.slots.allSatisfy { $0.line == reading.line }
            && reading.slots.contains(where: \.isValue)
    }

    private static let fewestCells = 3

    /// Whether each line with several cells, from the heads right above the first row to the last row, ends with a bar, and one of
    /// them is a line of heads.
    private func areLinesClosed(from first: Reading, _ readings: [Reading]) -> Bool {
        var start = first.piece
        while start > 0, flow.pieces[start - 1].place == nil, flow.pieces[start - 1].line == first.line - 1 {
            start -= 1
        }
        var hasHeads = false
        var line = start
        let end = readings.map(\.piece).max() ?? start
        while line <= end {
            var next = line + 1
            while next < flow.pieces.count, flow.pieces[next].gap >= .cell,
                flow.pieces[next].line == flow.pieces[line].line
            {
                next += 1
            }
            let cells = flow.pieces[line..<next]
            line = next
            guard cells.count > Self.fewestCells else { continue }
            guard cells.last?.kind == .perhapsBlank else { return false }
            if cells.dropLast().allSatisfy({ $0.kind == .text }), cells.startIndex < first.piece {
                hasHeads = true
            }
        }
        return hasHeads
    }

    private func isBorder(_ piece: Int) -> Bool { piece >= 0 && flow.pieces[piece].kind == .perhapsBlank }

    /// Whether the label of a group stands before a row's, in the same row of the document's table.
    private func isBehindGroup(_ piece: Int) -> Bool {
        guard piece > 0, flow.pieces[piece - 1].kind == .text else { return false }
        return CellReader.content(flow.bytes, flow.range(piece - 1)) == nil
    }
}
