internal import Bytes

/// Joins the lines of a table's rows that hold but pieces of numbers, which narrow cells break: 1734 over 8.
///
/// Such a line has fewer cells than the row's own, each of them right below a number that fills its line, or right above the
/// rest of its number, where the cells stand at the bottom. It has no label, or the next line of the row's: 一、本年新收政府
/// 信息公开申请数 | 量. Were it a row of its own, its label would stand on its line, or above it, between the two.
struct RestLines {
    private let page: EndlessPage
    private let rows: [ValueLine]
    /// The least room between the labels of two rows in the document: lines of one cell are closer, where rows have a border.
    private let rowGap: Double

    init(_ rows: [ValueLine], page: EndlessPage, rowGap: Double) {
        self.rows = rows
        self.page = page
        self.rowGap = rowGap
    }

    func joined() -> [ValueLine] {
        guard rows.count > 1 else { return rows }
        // For each line the row below that it is a piece of, and for each all that it is a piece of.
        var below: [Int: Int] = [:]
        for index in rows.indices.dropLast().reversed() where begins(index, below[index + 1] != nil) {
            below[index] = below[index + 1] ?? index + 1
        }
        var homes: [Int: [Int]] = [:]
        for index in rows.indices {
            homes[index] = nearest(home(ofRest: index, homes), below[index], to: index)
        }
        return gathered(homes)
    }

    /// The row that a line is the rest of: the one above, or that which the line above is the rest of.
    private func home(ofRest index: Int, _ homes: [Int: [Int]]) -> Int? {
        guard index > 0 else { return nil }
        let upper = homes[index - 1]?.first
        guard ends(index, upper.map { $0 < index } ?? false) else { return nil }
        return upper.map { $0 < index ? $0 : nil } ?? index - 1
    }

    /// Of two rows that a line may be a piece of, the one that is clearly nearer. Where neither is, or the nearer one has no
    /// number to fit it, nobody knows: both.
    private func nearest(_ above: Int?, _ below: Int?, to index: Int) -> [Int] {
        guard above != nil || below != nil else { return [] }
        let upper = index > 0 ? gap(index - 1, index) : .infinity
        let lower = index + 1 < rows.count ? gap(index, index + 1) : .infinity
        let margin = Self.tolerance * rows[index].height
        let isTie = abs(upper - lower) <= margin
        if let above, upper < lower - margin || below == nil && isTie && !mayTouch(index, index + 1) { return [above] }
        if let below, lower < upper - margin || above == nil && isTie && !mayTouch(index - 1, index) { return [below] }
        return [above ?? index - 1, below ?? index + 1]
    }

    /// Whether a line's number may begin or end one of the other's, be it that a program breaks off the first digit alone.
    private func mayTouch(_ upper: Int, _ lower: Int) -> Bool {
        rows[upper].values.contains { one in
            rows[lower].values.contains { other in
                NumberPiece.isOver(one, other) && (isFull(one, upper) || isFull(other, upper))
            }
        }
    }

    /// In the height of a line: rows are farther from each other than lines of one cell by a border, or by nothing.
    private static let tolerance = 0.03

    /// The room between two lines; infinite between pages.
    private func gap(_ upper: Int, _ lower: Int) -> Double {
        let (one, other) = (rows[upper], rows[lower])
        return page.lines[one.index].page == page.lines[other.index].page ? other.top - one.bottom : .infinity
    }

    private func gathered(_ homes: [Int: [Int]]) -> [ValueLine] {
        var result = rows
        for index in rows.indices {
            let own = homes[index] ?? []
            for home in own {
                result[home].add(rows[index])
                // A line that is another's piece itself has none.
                if own.count > 1 || !isSure(index, home) || !(homes[home] ?? []).isEmpty {
                    result[home].isCertain = false
                }
            }
        }
        return result.indices.filter { (homes[$0] ?? []).isEmpty }.map { result[$0] }
    }

    /// Whether a line that fits a row is known to be no row of its own: it has fewer numbers, or one of them begins as none
    /// does, 20 over 06; the row's label or unit stands between the two; or, in a table without labels, all numbers above are
    /// as long, as cells of one width break them.
    private func isSure(_ index: Int, _ home: Int) -> Bool {
        let (upper, lower) = (rows[min(index, home)], rows[max(index, home)])
        // Without labels one number alone tells too little.
        if isBare, rows[index].values.count == 1 { return false }
        if isShorter(index, home) || lower.values.contains(where: \.hasLeadingZero) { return true }
        if areAroundOne(index - (index < home ? 0 : 1), index + (index < home ? 1 : 0)) { return true }
        return isBare && upper.values.count >= Self.fewest
            && upper.values.allSatisfy { $0.length == upper.values[0].length }
    }

    private func isShorter(_ index: Int, _ other: Int) -> Bool { rows[index].values.count < rows[other].columns }

    /// So many numbers as long as each other are no accident.
    private static let fewest = 3

    // MARK: Pieces

    /// Whether the numbers of a line end those of the line above; of a rest, if that is one.
    private func ends(_ index: Int, _ isChained: Bool) -> Bool {
        let upper = index - 1
        guard isChained && isNext(upper, index) || mayBeOne(upper, index),
            isShorter(index, upper) || mayBeWhole(upper, index)
        else { return false }
        return rows[index].values.allSatisfy { piece in
            rows[upper].values.contains { goesOn($0, in: piece, upper) }
        }
    }

    /// Whether the numbers of a line all go on in the line below; in a beginning, if that is one.
    private func begins(_ index: Int, _ isChained: Bool) -> Bool {
        let lower = index + 1
        guard isChained && isNext(index, lower) || mayBeOne(index, lower),
            isShorter(index, lower) || mayBeWhole(index, lower)
        else { return false }
        return rows[index].values.allSatisfy { piece in
            rows[lower].values.contains { goesOn(piece, in: $0, index) }
        }
    }

    private func goesOn(_ upper: WordBox, in lower: WordBox, _ index: Int) -> Bool {
        NumberPiece.goesOn(upper, in: lower) && isFull(upper, index)
    }

    /// Whether two lines without labels are as close as lines of one cell.
    private func isNext(_ upper: Int, _ lower: Int) -> Bool {
        rows[upper].labels.isEmpty && rows[lower].labels.isEmpty && between(upper, lower).isEmpty
            && gap(upper, lower) < NumberPiece.farthest * max(rows[upper].height, rows[lower].height)
    }

    /// Whether all numbers of a row may be broken: one of its lines has no label then, or it stands between both.
    private func mayBeWhole(_ upper: Int, _ lower: Int) -> Bool {
        rows[upper].labels.isEmpty || rows[lower].labels.isEmpty || areAroundOne(upper, lower)
    }

    /// Whether two lines may be one row's: as close to each other as lines of one cell, with one label.
    private func mayBeOne(_ upper: Int, _ lower: Int) -> Bool {
        let (one, other) = (rows[upper], rows[lower])
        guard gap(upper, lower) < NumberPiece.farthest * max(one.height, other.height),
            !isFarAsRows(upper, lower)
        else { return false }
        let own = (label(of: one, beside: other), label(of: other, beside: one))
        let between = between(upper, lower)
        if own.0 == nil, own.1 == nil { return between.isEmpty ? isBare : areAroundOne(upper, lower) }
        // A label that stands between them on a line of its own is the lower one's.
        guard between.allSatisfy({ $0.words.allSatisfy { $0.kind == .unit } }) else { return false }
        guard let first = own.0, let second = own.1 else { return true }
        return first.hasNumber && !second.hasNumber && LabelFragment.goesOn(first, with: second)
    }

    /// Whether a line with a number of its own is as far below another one with a label as rows are from each other: 四、结转
    /// 下年度继续办理 left of （七）总计, which is no group's name beside rests of the numbers above.
    private func isFarAsRows(_ upper: Int, _ lower: Int) -> Bool {
        guard let label = rows[lower].labels.last, label.hasEnumerator, label.length > Self.longestGroup,
            let above = rows[upper].labels.last
        else { return false }
        return label.top - above.bottom > rowGap - Self.tolerance * rows[upper].height
    }

    /// In characters: so many the first line of a group's name has beside the rests of numbers.
    private static let longestGroup = 4

    private func between(_ upper: Int, _ lower: Int) -> ArraySlice<BoxLine> {
        let first = rows[upper].lines.upperBound + 1
        return page.lines[first..<max(first, rows[lower].lines.lowerBound)]
    }

    /// Whether the label or the unit of a row stands between two lines of cells, as far from both: then both are the row's.
    private func areAroundOne(_ upper: Int, _ lower: Int) -> Bool {
        let (one, other) = (rows[upper], rows[lower])
        let middle = (one.middle + other.middle) / 2
        return between(upper, lower).contains { line in
            abs((line.top + line.bottom) / 2 - middle) < 0.25 * one.height
                && line.words.allSatisfy { $0.right <= min(one.left, other.left) + 2 }
        }
    }

    /// The label on a line; nil where it is but the name of a group, left of the label on the other one's.
    private func label(of line: ValueLine, beside other: ValueLine) -> WordBox? {
        guard let label = line.labels.last else { return nil }
        if let next = other.labels.last, label.right <= next.left + 1 { return nil }
        return label
    }

    /// Whether no row has a label, as in the table of 行政复议.
    private var isBare: Bool { rows.allSatisfy(\.labels.isEmpty) }

    /// Rows farther away tell nothing more.
    private static let near = 60

    /// Whether no number of the rows around one is wider in this place.
    private func isFull(_ word: WordBox, _ index: Int) -> Bool {
        rows[max(0, index - Self.near)..<min(rows.count, index + Self.near)].allSatisfy { row in
            row.values.allSatisfy { other in
                !other.overlapsAcross(word) || !other.isNumberPiece
                    || NumberPiece.isFull(word, widest: other.right - other.left)
            }
        }
    }
}

extension WordBox {
    /// Whether it begins with a 0 that no number of its own begins with.
    fileprivate var hasLeadingZero: Bool {
        text.count > 1 && text[0] == ASCII.zero && text.allSatisfy(ASCII.isDigit)
    }
}
