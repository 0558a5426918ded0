internal import Bytes
internal import Forms

/// Rows that were not found although their words stand in the table.
extension TableParse {
    /// 4 Chinese characters: the words of shorter labels stand in others too.
    private static let shortestLabel = 12
    /// So far behind its last row a table is looked over for one more.
    private static let mostBehind = 400

    /// Notes whether the label of a row that was not found stands between those of its neighbours, mixed with others, cut by
    /// its own values or by a page: 5.属于三 | 0 | 0 over 类内部事务信息; or whether a damaged byte stands there, which its label
    /// may have lost. Such a row was not read; the report has it.
    mutating func noteRowsBetween() {
        guard !table.isOneLine, table.rows.indices.contains(where: { rows[$0] == nil }) else { return }
        hasRowsBetween = table.rows.indices.contains { index in
            guard rows[index] == nil else { return false }
            if flow.holds(CellReader.replacement, in: wideGap(at: index)) { return true }
            guard let gap = gap(at: index) else { return false }
            return holdsBeginning(of: Lexicon.core(table.rows[index].label), in: gap)
        }
    }

    /// The same as `gap`; before the first row that was found, what stands above it in the table, or right before it.
    private func wideGap(at index: Int) -> Range<Int> {
        if let gap = gap(at: index) { return gap }
        let next = rows[..<rowCount].first { $0 != nil }.flatMap(\.self).map { flow.starts[$0.piece] } ?? 0
        let start = min(region.lowerBound, max(0, next - Self.mostBehind))
        return rows[..<index].contains { $0 != nil } ? next..<next : start..<max(start, next)
    }

    /// What stands between the label of the last row that was found before a row, and of the first one behind it.
    private func gap(at index: Int) -> Range<Int>? {
        guard let before = rows[..<index].last(where: { $0 != nil }).flatMap(\.self) else { return nil }
        let next = rows[(index + 1)..<rowCount].first { $0 != nil }.flatMap(\.self)
        let end = next.map { flow.starts[$0.piece] } ?? min(flow.bytes.count, region.upperBound + Self.mostBehind)
        return before.labelEnd < end ? before.labelEnd..<end : nil
    }

    /// Whether the first half of a label's characters, and four of them, stand in a text, one behind the other.
    private func holdsBeginning(of label: [UInt8], in range: Range<Int>) -> Bool {
        guard label.count >= Self.shortestLabel else { return false }
        let wanted = max(Self.shortestLabel, label.count / 2)
        var taken = 0
        var index = range.lowerBound
        while index < range.upperBound, taken < wanted {
            let (character, length) = flow.character(at: index)
            // Commas and brackets may have been taken for signs between cells.
            while taken < wanted, label[taken] < 0x80 { taken += 1 }
            guard taken < wanted else { break }
            let next = UTF8Character.at(taken, in: label.span)
            if character == next.character { taken += next.length }
            index += length
        }
        return taken >= wanted
    }
}
