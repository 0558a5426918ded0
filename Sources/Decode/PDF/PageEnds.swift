/// Where pages end between a row's cells and its label: the numbers of （二）部分公开 are the last of a page, and the whole label
/// is what the next page begins with; or the other way round.
///
/// It is asked for a whole line of cells only: rests of broken numbers have no label.
struct PageEnds {
    /// The pages of the fragments and of the rows.
    private let fragments: [Int]
    private let rows: [Int]
    private let isWhole: [Bool]

    init(fragments: [Int], rows: [ValueLine], pages: [Int]) {
        self.fragments = fragments
        self.rows = pages
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
        if page == own + 1 { return begins(label.lowerBound, in: fragments) && begins(row + 1, in: rows) }
        return page == own - 1 && begins(label.upperBound, in: fragments) && begins(row, in: rows)
    }

    /// Whether a page begins with what stands at a place, or ends before it.
    private func begins(_ index: Int, in pages: [Int]) -> Bool {
        index == 0 || index >= pages.count || pages[index - 1] != pages[index]
    }
}
