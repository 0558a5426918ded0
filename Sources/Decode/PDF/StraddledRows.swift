/// Rows whose cells stand between two lines of their label, level with neither, where the lines are farther from each other
/// than lines of one cell mostly are, or a group's name stands level with the cells:
///
///                 2.申请人逾期未按收费通知要求缴纳费用、行
///     （六）其他处理                                  2  0  0  0  0  0  2
///                 政机关不再处理其政府信息公开申请
///
/// Two rows' labels do not stand so: each would be level with cells of its own.
struct StraddledRows {
    /// For the number of a fragment, that of the one above it which it goes on with.
    private var uppers: [Int: Int] = [:]
    /// The lines of the rows.
    private var lines: Set<Int> = []
    /// The most room between two such lines; 0 where there are none.
    private(set) var gap = 0.0

    /// - Parameters:
    ///   - labels: the pieces of labels, in the order of their middles.
    ///   - rows: the table's rows, in their order.
    init(_ labels: [LabelFragment], rows: [ValueLine]) {
        let levels = Set(rows.map(\.index))
        var next = 0
        for (position, row) in rows.enumerated() {
            while next < labels.count, labels[next].word.middle < row.middle { next += 1 }
            let above = labels[max(0, next - Self.mostBeside)..<next].reversed()
            let below = labels[next..<min(labels.count, next + Self.mostBeside)]
            let level = (above + below).filter { $0.index == row.index }
            let top = position > 0 ? rows[position - 1].middle : -.infinity
            let bottom = position + 1 < rows.count ? rows[position + 1].middle : .infinity
            for upper in above where upper.word.middle > top && !levels.contains(upper.index) {
                // What stands level with the cells is a group's, where all of it stands left of the lines.
                guard level.allSatisfy({ $0.word.right <= upper.word.left + 1 }) else { continue }
                let lower = below.first { lower in
                    lower.word.middle < bottom && Self.straddle(upper, lower, row) && !levels.contains(lower.index)
                }
                guard let lower, upper.page == lower.page else { continue }
                uppers[lower.number] = upper.number
                lines.insert(row.index)
                gap = max(gap, lower.word.top - upper.word.bottom)
                break
            }
        }
    }

    /// So many pieces stand beside each other and around a row, in the columns of groups.
    private static let mostBeside = 8

    /// Whether the cells of the row on a line stand so.
    func contains(_ line: Int) -> Bool { lines.contains(line) }

    /// Whether a fragment is the lower line of such a row's label.
    func endsLabel(_ fragment: LabelFragment) -> Bool { uppers[fragment.number] != nil }

    /// Whether one fragment goes on with another, as such lines do, or as far from it as they are.
    func joins(_ upper: LabelFragment, _ lower: LabelFragment) -> Bool {
        uppers[lower.number] == upper.number
            || gap > 0 && LabelFragment.goesOn(upper.word, with: lower.word, within: 1.1 * gap)
    }

    /// Whether two fragments stand as far above and below a row's cells, and may be lines of one cell.
    private static func straddle(_ upper: LabelFragment, _ lower: LabelFragment, _ row: ValueLine) -> Bool {
        let (one, other) = (upper.word, lower.word)
        return abs((one.top + other.bottom) / 2 - row.middle) < 0.25 * row.height
            && LabelFragment.goesOn(one, with: other, within: farthest * max(one.em, other.em))
    }

    /// In characters: a line's height that is set to twice its type's.
    private static let farthest = 1.8
}
