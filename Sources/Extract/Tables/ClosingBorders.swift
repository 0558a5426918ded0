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

    private func isBorder(_ piece: Int) -> Bool { piece >= 0 && flow.pieces[piece].kind == .perhapsBlank }

    /// Whether the label of a group stands before a row's, in the same row of the document's table.
    private func isBehindGroup(_ piece: Int) -> Bool {
        guard piece > 0, flow.pieces[piece - 1].kind == .text else { return false }
        return CellReader.content(flow.bytes, flow.range(piece - 1)) == nil
    }
}
