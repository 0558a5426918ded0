/// Where pages end between a row's cells and its label: the numbers of （二）部分公开 are the last of a page, and the whole label
/// is what the next page begins with; or the other way round.
///
/// It is asked for a whole line of cells only: rests of broken numbers have no label.
struct PageEnds {
    /// The pages of the fragments and of the rows, and where they begin and end from above.
    private let fragments: [Int]
    private let rows: [Int]
    private let pieces: [WordBox]
    private let cells: [ClosedRange<Double>]
    private let isWhole: [Bool]

    init(fragments: [LabelFragment], rows: [ValueLine], pages: [Int]) {
        self.fragments = fragments.map(\.page)
        self.rows = pages
        pieces = fragments.map(\.word)
        cells = rows.map { $0.top...max($0.top, $0.bottom) }
        isWhole = rows.indices.map { index in
            [index - 1, index + 1].allSatisfy {
                !rows.indices.contains($0) || rows[$0].values.count <= rows[index].values.count
            }
        }
    }

    /// Whether the end of a page parts a label from the row, and nothing else stands between them.
    func part(_ label: Range<Int>, from row: Int) -> Bool {
        guard isWhole[row], !label.isEmpty, fragments[label.lowerBound] == fragments[label.upperBound - 1] else {
            return false
        }
        let (page, own) = (fragments[label.lowerBound], rows[row])
        if page == own + 1 {
            return begins(label.lowerBound, in: fragments) && begins(row + 1, in: rows)
                && !isBeside(row, label, isBelow: true)
        }
        return page == own - 1 && begins(label.upperBound, in: fragments) && begins(row, in: rows)
            && !isBeside(row, label, isBelow: false)
    }

    /// Whether the labels on the row's page reach as far towards the page's end as its cells do: 3.危 over them, the first of a
    /// page, is their own label, and 2.其他法律行政法规禁止公开, the last of the page before, is that of a row with blank cells.
    private func isBeside(_ row: Int, _ label: Range<Int>, isBelow: Bool) -> Bool {
        let near =
            isBelow
            ? Array((max(0, label.lowerBound - Self.mostBeside)..<label.lowerBound).reversed())
            : Array(label.upperBound..<min(fragments.count, label.upperBound + Self.mostBeside))
        // What stands beside the labels is a group's.
        let next = near.first { pieces[$0].overlapsAcross(pieces[label.lowerBound]) }
        guard let next, fragments[next] == rows[row] else { return false }
        return isBelow
            ? pieces[next].bottom > cells[row].lowerBound + Self.tolerance
            : pieces[next].top < cells[row].upperBound - Self.tolerance
    }

    /// So many pieces of groups' names may stand between two labels.
    private static let mostBeside = 6
    /// In points.
    private static let tolerance = 1.0

    /// Whether a page begins with what stands at a place, or ends before it.
    private func begins(_ index: Int, in pages: [Int]) -> Bool {
        index == 0 || index >= pages.count || pages[index - 1] != pages[index]
    }
}
