internal import Model

extension TableParse {
    /// Whether two separators stand between each two heads of a line, as a tool writes cells that stand beside each other,
    /// each between separators of its own: what looks like a blank cell between two of them is none.
    ///
    ///     结果维持\t\t结果纠正\t\t其他结果\t\t尚未审结\t\t总计
    ///
    /// A head that is merged over several columns has its separators behind it, and the heads below it do not.
    func hasDoubledHeads(before end: Int) -> Bool {
        var doubled = 0
        var last: (piece: Int, line: Int)?
        for index in origin..<max(origin, end) {
            let piece = flow.pieces[index]
            guard piece.kind == .text, flow.outline.documentPlace(of: piece) == nil else { continue }
            defer { last = (index, piece.line) }
            guard let last, last.line == piece.line else { continue }
            // Words of one head that blanks part are one cell.
            guard index - last.piece > 1 || piece.gap >= .cell else { continue }
            if index - last.piece == 1 { return false }
            if index - last.piece == 2 { doubled += 1 }
        }
        return doubled >= Self.fewestDoubled
    }

    /// The piece that a run of values begins with.
    func piece(of run: [Slot]) -> Int { run.lazy.compactMap(\.piece).first ?? origin }

    /// 信息内容, 本年制发件数, 本年废止件数, 现行有效件数.
    private static let fewestDoubled = 3
}
