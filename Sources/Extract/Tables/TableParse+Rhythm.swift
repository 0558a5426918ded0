internal import Forms
internal import Model

/// Whether a table is set in the rhythm of lines that its own full rows, or those of another table, show.
extension TableParse {
    /// Whether two of its cells are as near to each other as the rhythm has them, and no row takes fewer lines than all of its
    /// cells would: else its blank cells left no trace, and the number of lines tells nothing.
    ///
    ///     规范性文件        二、上年结转政府信息公开申请数量
    ///     20
    ///     19                1
    ///     23
    ///     政府集中采购      3
    ///     24
    ///     251000            4
    func keeps(_ rhythm: LineRhythm) -> Bool {
        if table.isOneLine { return true }
        let last = rows.compactMap { $0?.labelEnd }.max()
        var isSeen = false
        for index in rows.indices
        where rows[index].map({ $0.place == nil && $0.layout.columns.count > 1 }) ?? false {
            guard let reading = rows[index] else { continue }
            let needed = rhythm.betweenCells * reading.layout.columns.count + rhythm.betweenRows
            if reading.slots.isEmpty {
                if reading.labelEnd != last, let ends = lineEnds(behindLabelOf: reading), ends < needed {
                    return false
                }
                continue
            }
            guard let gaps = flow.gaps(of: reading.slots) else { continue }
            if gaps.gaps.contains(rhythm.betweenCells) { isSeen = true }
            // One number may be several that ran together.
            guard reading.labelEnd != last, reading.slots.count > 1, reading.slots.allSatisfy(\.isNumber)
            else { continue }
            if gaps.gaps.reduce(gaps.after, +) < needed { return false }
        }
        return isSeen
    }

    /// The line ends between the label of a row without values and what stands behind it; nil where words are its own.
    private func lineEnds(behindLabelOf reading: RowReading) -> Int? {
        let next = flow.piece(at: reading.labelEnd)
        guard reading.words.isEmpty, flow.starts[next] == reading.labelEnd, next > reading.piece else {
            return nil
        }
        return flow.pieces[next].lineEnds
    }
}
