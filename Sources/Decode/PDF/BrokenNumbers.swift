internal import Bytes

/// Puts what narrow cells break off their numbers back into the row: 13 over 32, where the row's label and its other cells
/// stand level with 32, or between the two, or where a page ends between them.
///
/// Nobody knows then what number it is, but that it is not 32: the cell holds two pieces.
struct BrokenNumbers {
    private let rows: [BoxTable.Row]
    /// How many columns the table has.
    private let columns: Int

    init(_ rows: [BoxTable.Row], columns: Int) {
        self.rows = rows
        self.columns = columns
    }

    /// The rows, those without a label in the one beside, if each of their numbers stands over or under another one there;
    /// in both, where they are as close to both.
    func gathered() -> [BoxTable.Row] {
        if rows.allSatisfy({ $0.label == nil }) { return gatheredWithoutLabels() }
        var result = rows
        var gone: Set<Int> = []
        // The rows that lines are the rests of, downwards and upwards.
        var above: [Int: Int] = [:]
        var below: [Int: Int] = [:]
        for index in rows.indices where rows[index].label == nil && rows[index].line.values.allSatisfy(\.isPiece) {
            let homes = homes(of: index)
            guard let least = homes.map({ distance(index, $0) }).min() else { continue }
            gone.insert(index)
            for home in homes where distance(index, home) < least + 0.15 * rows[index].line.height {
                add(rows[index], to: &result[home])
                if home < index { above[index] = home } else { below[index] = home }
            }
        }
        for index in rows.indices where !gone.contains(index) && (rows[index].label == nil || isTail(index)) {
            above[index] = rest(index, below: index - 1, above) ?? rest(index, below: index - 2, above)
            if let home = above[index], index - home == 2, rows[index - 1].label == nil, rows[index].label != nil {
                above[index - 1] = home
            }
            if above[index] == nil, rows[index].label != nil, goesOn(index - 1, in: index) { above[index] = index - 1 }
        }
        for index in rows.indices.reversed() where !gone.contains(index) && rows[index].label == nil {
            below[index] = beginning(index, above: index + 1, below) ?? beginning(index, above: index + 2, below)
        }
        for index in rows.indices where !gone.contains(index) {
            let homes = [above[index], below[index]].compactMap { $0 }
            for home in homes {
                add(rows[index], to: &result[home])
                result[home].label?.words += rows[index].label?.words ?? []
            }
            if !homes.isEmpty { gone.insert(index) }
        }
        return result.indices.filter { !gone.contains($0) }.map { result[$0] }
    }

    /// The rows of a table without labels, as that of 行政复议: fewer numbers closely under others, 9 under 132, are their rests.
    private func gatheredWithoutLabels() -> [BoxTable.Row] {
        var result: [BoxTable.Row] = []
        var home = 0
        for index in rows.indices {
            let isRest =
                index > 0 && isClose(index - 1, index)
                && rows[index].line.values.count < rows[home].line.values.count
                && rows[index].line.values.allSatisfy { rest in
                    rest.isPiece && rows[index - 1].line.values.contains { $0.isPiece && $0.overlapsAcross(rest) }
                }
            if isRest, !result.isEmpty {
                add(rows[index], to: &result[result.count - 1])
            } else {
                home = index
                result.append(rows[index])
            }
        }
        return result
    }

    private func add(_ part: BoxTable.Row, to row: inout BoxTable.Row) {
        row.line.values += part.line.values
        row.line.values.sort { ($0.left, $0.top) < ($1.left, $1.top) }
        row.line.isCertain = false
    }

    /// The row that a whole line of digits ends, each under digits of the line before, which are as long: 2 9 1 under 5 4 3.
    /// No number begins with the 0 that most rows of their own have somewhere.
    private func rest(_ index: Int, below upper: Int, _ homes: [Int: Int]) -> Int? {
        guard rows.indices.contains(upper), isClose(upper, index),
            rows[index].line.values.allSatisfy({ rest in
                rest.isPiece
                    && rows[upper].line.values.contains {
                        $0.isNumberBegun && $0.length >= rest.length && $0.overlapsAcross(rest)
                    }
            })
        else { return nil }
        return rows[upper].label == nil ? homes[upper] : upper
    }

    /// The same of a line above the one where the row's label stands.
    private func beginning(_ index: Int, above lower: Int, _ homes: [Int: Int]) -> Int? {
        guard rows.indices.contains(lower), goesOn(index, in: lower) else { return nil }
        return rows[lower].label == nil ? homes[lower] : lower
    }

    /// Whether the numbers of a line go on in the line below.
    private func goesOn(_ index: Int, in lower: Int) -> Bool {
        isClose(index, lower)
            && rows[index].line.values.allSatisfy { part in
                part.isNumberBegun
                    && rows[lower].line.values.contains {
                        $0.isPiece && $0.length <= part.length && $0.overlapsAcross(part)
                    }
            }
    }

    /// Whether a label seems to be the second line of the one before, which has a number as all labels of such a table have:
    /// 再处理其政府信息公开申请 below 1.申请人无正当理由逾期不补正、行政机关不.
    private func isTail(_ index: Int) -> Bool {
        guard columns >= Self.manyColumns, index > 0, let first = rows[index].label?.words.first, !first.hasNumber,
            let upper = rows[index - 1].label ?? (index > 1 ? rows[index - 2].label : nil),
            upper.words.first?.hasNumber == true, let last = upper.words.last
        else { return false }
        return LabelFragment.goesOn(last, with: first)
    }

    /// Tables with fewer have rows without a number.
    private static let manyColumns = 5

    private func isClose(_ upper: Int, _ lower: Int) -> Bool {
        distance(upper, lower) < 0.8 * max(rows[upper].line.height, rows[lower].line.height)
    }

    /// The rows beside that a row without a label may be a part of.
    private func homes(of index: Int) -> [Int] {
        [index - 1, index + 1].filter { home in
            guard rows.indices.contains(home), let label = rows[home].label,
                distance(index, home) < 0.8 * rows[home].line.height
            else { return false }
            // The pieces of a number may stand above and below the row's other cells.
            let opposite = 2 * home - index
            let isBetween = rows.indices.contains(opposite) && rows[opposite].label == nil
            let others = rows[home].line.values + (isBetween ? rows[opposite].line.values : [])
            let hasMore = rows[index].line.values.count < rows[home].line.values.count
            return (hasMore || isBetween && isBegunAbove(index, opposite) || isBetweenLines(label, index, home))
                && rows[index].line.values.allSatisfy { piece in
                    others.contains { $0.isPiece && $0.overlapsAcross(piece) }
                }
        }
    }

    /// Whether of two lines the upper one's numbers may go on in the lower one.
    private func isBegunAbove(_ one: Int, _ other: Int) -> Bool {
        rows[min(one, other)].line.values.allSatisfy(\.isNumberBegun)
    }

    /// Whether a label stands between two lines of values, level with neither: then both are its row's.
    private func isBetweenLines(_ label: BoxTable.Stack, _ one: Int, _ other: Int) -> Bool {
        let middle = (label.top + label.bottom) / 2
        let height = rows[other].line.height
        return abs(middle - (rows[one].line.middle + rows[other].line.middle) / 2) < 0.25 * height
            && abs(middle - rows[other].line.middle) > 0.3 * height
    }

    private func distance(_ one: Int, _ other: Int) -> Double {
        max(rows[one].line.top - rows[other].line.bottom, rows[other].line.top - rows[one].line.bottom)
    }
}

extension WordBox {
    /// Whether it is a number or a piece of one.
    fileprivate var isPiece: Bool { isDigits || isNumberPiece }
    /// Whether it may be the beginning of a number that goes on below.
    fileprivate var isNumberBegun: Bool { isPiece && text.first != ASCII.zero }
}
