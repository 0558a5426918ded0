internal import Model

/// The 无 of 无法提供, which stands upright beside its rows in a narrow column: it is a part of a word, and no cell's mark.
///
///     ）  2.没有现
///     无  成信息需  13  0  1  0  0  0  14
///     法  要另行制
extension Flow {
    private static let none = Array("无".utf8)
    private static let rest = Array("法".utf8)
    /// So many pieces on, at most, the word goes on: those of a row stand between.
    private static let farthest = 40
    /// Of 法提供 no more than three characters.
    private static let longestRest = 9

    /// Whether a piece is that character: it begins a line of words, or stands alone on one, and the word goes on below it.
    func isUprightWord(_ index: Int) -> Bool {
        let range = range(index)
        guard range.count == Self.none.count, pieces[index].place == nil, hasPrefix(Self.none, at: range.lowerBound),
            index + 1 < pieces.count, pieces[index].gap >= .line, !isCell(index + 1)
        else { return false }
        let isAlone = pieces[index + 1].gap >= .line
        if isAlone, index > 0, isCell(index - 1), pieces[index - 1].gap >= .line { return false }
        return pieces.indices[(index + 1)...].prefix(Self.farthest).contains { next in
            pieces[next].gap >= .line && self.range(next).count <= Self.longestRest
                && hasPrefix(Self.rest, at: self.range(next).lowerBound)
        }
    }

    private func isCell(_ index: Int) -> Bool {
        pieces[index].kind != .text || CellReader.content(bytes, range(index)) != nil
    }
}
