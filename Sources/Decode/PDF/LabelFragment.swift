/// A piece of a label: what stands of it on one line.
struct LabelFragment: Equatable {
    var word: WordBox
    /// The line that it stands on.
    var index: Int
    var page: Int
    /// Tells it from the others of its table.
    var number: Int

    /// How far down its middle is, in tenths of a point: what stands on one level shall not be parted by a rounding.
    var level: Double { (word.middle * 10).rounded() }

    /// Whether this may be the next line of the cell that `other` is in.
    func goesOn(_ other: LabelFragment) -> Bool { Self.goesOn(other.word, with: word) }

    static func goesOn(_ upper: WordBox, with lower: WordBox) -> Bool {
        goesOn(upper, with: lower, within: max(upper.em, lower.em))
    }

    /// The same where lines of one cell are known to stand less than `limit` apart.
    static func goesOn(_ upper: WordBox, with lower: WordBox, within limit: Double) -> Bool {
        let gap = lower.top - upper.bottom
        let em = max(upper.em, lower.em)
        guard gap < limit, lower.middle > upper.middle, gap > -0.6 * em, !lower.hasEnumerator,
            !lower.beginsParts
        else { return false }
        // The lines below a numbered one may begin where its text does.
        let indent = lower.left - upper.left
        if upper.hasEnumerator, indent > -em, indent < 3 * em { return true }
        return abs(indent) < 1.5 * em || abs(upper.center - lower.center) < 0.7 * em
            || abs(upper.right - lower.right) < 0.7 * em
    }
}

extension WordBox {
    func sharesHeight(_ other: WordBox) -> Bool {
        min(bottom, other.bottom) - max(top, other.top) > 0.2 * min(height, other.height)
    }
}

/// Tells labels of groups from labels of rows, where groups stand in a column of their own.
enum GroupEdge {
    /// The right edge of the groups' labels that stand beside rows' labels, or nil where none does.
    static func find(_ labels: [LabelFragment]) -> Double? {
        var edge: Double?
        for (position, label) in labels.enumerated() {
            let near = labels[max(0, position - 12)..<min(labels.count, position + 12)]
            let beside = near.filter { $0.word.left >= label.word.right - 1 && $0.word.sharesHeight(label.word) }
            guard let wall = beside.map(\.word.left).min(), label.word.kind == .text else { continue }
            // The line before may be wider, with no row's label beside it: （五）不 over 予处理.
            let before = near.filter { label.goesOn($0) && $0.word.right <= wall }
            edge = max(edge ?? 0, label.word.right, before.map(\.word.right).max() ?? 0)
        }
        return edge
    }
}
