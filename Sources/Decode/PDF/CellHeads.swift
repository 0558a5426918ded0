/// The words that stand over a table's cells, and those left of them that may be heads of columns in which all cells are blank.
///
/// Where 制发件数 is blank in all rows, its head is the last thing behind that of the labels, 信息内容, and left of the first
/// number: it stands right of all labels. Where there are no labels, as under 结果维持 and 结果纠正, all heads are the cells'.
struct CellHeads {
    let words: [WordBox]
    /// A head of a blank column stands right of it.
    let edge: Double

    /// - Parameters:
    ///   - above: the words of the lines above the first row that are the table's.
    ///   - left: where the cells begin.
    ///   - labels: the pieces of the rows' labels.
    ///   - isBare: whether nothing at all stands beside the rows.
    init(_ above: [WordBox], left: Double, labels: [WordBox], isBare: Bool) {
        let over = above.filter { $0.right > left + 1 }
        var edge = left
        if isBare, labels.isEmpty {
            if above.count >= Self.manyHeads { edge = -.infinity }
        } else if let begin = labels.map(\.left).min(), let end = labels.map(\.right).max() {
            // The labels have a head, and it stands over them: else the first head may be theirs, beside short labels.
            let own = above.filter { head in
                head.right <= left + 1 && head.left < end && head.right > begin
                    && over.contains { $0.sharesHeight(head) }
            }
            if let last = own.map(\.right).max() { edge = min(left, max(end, last) - 1) }
        }
        self.edge = edge
        words = above.filter { $0.right > left + 1 || $0.left >= edge }
    }

    /// A table with fewer heads has labels, which were not found.
    private static let manyHeads = 5
}
