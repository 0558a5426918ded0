/// Rows that share their columns, as they are rebuilt from the places of words.
struct BoxTable {
    /// A cell's words that stand one below the other; joined they are its text.
    struct Stack: Equatable {
        var words: [WordBox]
        var top: Double { words.map(\.top).min() ?? 0 }
        var bottom: Double { words.map(\.bottom).max() ?? 0 }
        var left: Double { words.map(\.left).min() ?? 0 }
        var right: Double { words.map(\.right).max() ?? 0 }
        var text: [UInt8] { words.flatMap { word -> [UInt8] in word.text } }
    }

    struct Row {
        /// The label of the row, nil where none could be told.
        var label: Stack?
        var line: ValueLine
    }

    var rows: [Row]
    /// The columns, from left to right, as the stretches that their cells take.
    var columns: [ClosedRange<Double>]
    /// The heads of the columns that have one.
    var heads: [Int: Stack]
    /// Other words above the cells: heads of several columns.
    var upper: [WordBox]
    /// What stands left of the cells and is no row's label: group lines, heads of labels.
    var others: [Stack]
    /// The right edge of the labels of groups, which stand left of their rows' labels; nil where there are none.
    var groupEdge: Double?
    /// The lines that are used up.
    var lines: ClosedRange<Int>

    var top: Double { (rows.first?.line.top ?? 0) }
    var lastBottom: Double { rows.last?.line.bottom ?? 0 }

    /// Whether a stack that is no row's label stands right above one that may go on with it, or right below.
    func goesOnWithLabel(_ stack: Stack) -> Bool {
        rows.contains { row in
            guard let label = row.label, let first = label.words.first, let last = label.words.last else {
                return false
            }
            return stack.words.contains { word in
                LabelFragment.goesOn(word, with: first) || LabelFragment.goesOn(last, with: word)
            }
        }
    }

    /// Whether the cells of a row that has but a group's name stand between the lines of a stack that is none.
    func isAroundCells(_ stack: Stack) -> Bool {
        rows.contains { row in
            row.line.middle > stack.top && row.line.middle < stack.bottom
                && row.label.map { $0.right <= stack.left + 1 } ?? true
        }
    }

    /// The column that a word stands in, nil where it is none or several.
    func column(of word: WordBox) -> Int? {
        let found = columns.indices.filter { columns[$0].lowerBound < word.right && word.left < columns[$0].upperBound }
        return found.count == 1 ? found[0] : nil
    }
}

extension BoxTable {
    /// The number that a narrow cell breaks into these words, from above; nil where nobody knows whether they are one.
    func number(of words: [WordBox], in column: Int, of row: ValueLine) -> [UInt8]? {
        guard row.isCertain, let first = words.first, isNarrow(column, for: first) else { return nil }
        let column = columns[column]
        var widest = 0.0
        for word in rows.lazy.flatMap(\.line.values)
        where word.isNumberPiece && word.left < column.upperBound && word.right > column.lowerBound {
            widest = max(widest, word.right - word.left)
        }
        return NumberPiece.joined(words, widest: widest)
    }

    /// In points: the room beside the text of two cells.
    private static let padding = 12.0

    /// Whether the next column is so near that a digit more has no room. Beside units nobody knows.
    private func isNarrow(_ column: Int, for word: WordBox) -> Bool {
        if columns.count < 2 || rows.contains(where: { $0.line.values.contains { $0.kind == .unit } }) { return true }
        let own = columns[column]
        let room = word.right - word.left + NumberPiece.width(ofDigitIn: word) + Self.padding
        return [column - 1, column + 1].contains { other in
            guard columns.indices.contains(other) else { return false }
            let (one, next) = (columns[other], own)
            let distance = min(abs(one.lowerBound - next.lowerBound), abs(one.upperBound - next.upperBound))
            return min(distance, abs(one.lowerBound + one.upperBound - next.lowerBound - next.upperBound) / 2) < room
        }
    }
}

/// Finds the tables of a document: runs of lines with cells, and what stands above and beside them.
struct BoxTableFinder {
    let page: EndlessPage

    func tables() -> [BoxTable] {
        let lines = ValueLine.all(of: page)
        let gap = ValueLine.leastGap(of: lines)
        var tables: [BoxTable] = []
        var start = 0
        while start < lines.count {
            var end = start + 1
            var edges = Edges(lines[start])
            while end < lines.count, continues(lines[end - 1], edges, with: lines[end]) {
                edges.add(lines[end])
                end += 1
            }
            let after = tables.last.map { $0.lines.upperBound + 1 } ?? 0
            let before = end < lines.count ? lines[end].lines.lowerBound : page.lines.count
            tables.append(
                BoxTableBuilder(
                    page: page,
                    rows: RestLines(Array(lines[start..<end]), page: page, rowGap: gap).joined(),
                    range: after..<before,
                    rowGap: gap
                ).table()
            )
            start = end
        }
        return tables
    }

    /// Where the cells of the rows so far begin, and where their labels end.
    private struct Edges {
        var left: Double
        var labelRight: Double?
        /// The stretches that the cells take.
        private var columns: [ClosedRange<Double>] = []

        init(_ row: ValueLine) {
            left = row.left
            add(row)
        }

        mutating func add(_ row: ValueLine) {
            left = min(left, row.left)
            for label in row.labels { labelRight = max(labelRight ?? label.right, label.right) }
            for value in row.values where column(of: value) == nil {
                columns.append(value.left...max(value.left, value.right))
            }
        }

        private func column(of value: WordBox) -> Int? {
            columns.firstIndex { $0.lowerBound < value.right && value.left < $0.upperBound }
        }

        /// Whether all cells of a row stand below others.
        func hold(_ row: ValueLine) -> Bool { row.values.allSatisfy { column(of: $0) != nil } }
    }

    /// Whether a line is a further row of the table whose last row is `last`.
    private func continues(_ last: ValueLine, _ edges: Edges, with next: ValueLine) -> Bool {
        let left = edges.left
        guard
            next.top - last.bottom < 8 * next.height || isOneLabel(between: last, and: next)
                || edges.hold(next) && areBlankRows(between: last, and: next)
        else { return false }
        // A label that reaches under the cells, or a cell that reaches under the labels, is of another table.
        guard next.labels.allSatisfy({ $0.right <= left + 2 }), next.left >= (edges.labelRight ?? 0) - 2 else {
            return false
        }
        // So is whatever comes after a head.
        return page.lines[(last.lines.upperBound + 1)..<next.lines.lowerBound].allSatisfy { line in
            line.words.allSatisfy { $0.right <= left + 2 || Self.isNote($0) || $0.isUnitPart }
        }
    }

    /// So many lines a label has at most in the narrowest column, and a group's name beside it.
    private static let longestLabel = 48

    /// Whether nothing but the lines of a label stand between two rows, in a column of two characters: 1.申 | 请人 | 无正 |
    /// 当理 | 由逾 | 期不 | 补正. They follow each other without more room than lines have, the next row after little more,
    /// and begin a group and a row at most.
    private func isOneLabel(between last: ValueLine, and next: ValueLine) -> Bool {
        let lines = page.lines[(last.lines.upperBound + 1)..<next.lines.lowerBound]
        guard lines.count <= Self.longestLabel else { return false }
        var bottom = last.bottom
        var begun = 0
        for line in lines {
            guard line.top - bottom < 0.8 * line.height else { return false }
            begun += line.words.count(where: \.hasEnumerator)
            bottom = max(bottom, line.bottom)
        }
        return begun <= 2 && next.top - bottom < 1.3 * next.height
    }

    /// So many rows whose cells are all blank may follow each other, with labels of two lines.
    private static let mostBlank = 40

    /// Whether labels of rows stand between two rows: where zeros are left blank, a dozen rows may have no cell, and the next
    /// one with cells stands on the next page.
    private func areBlankRows(between last: ValueLine, and next: ValueLine) -> Bool {
        let lines = page.lines[(last.lines.upperBound + 1)..<next.lines.lowerBound]
        let begun = lines.count { $0.words.first?.hasEnumerator ?? false }
        return lines.count <= Self.mostBlank && 3 * begun >= lines.count
    }

    /// A note below a cell's number: `（其中修订 16 件）`.
    static func isNote(_ word: WordBox) -> Bool {
        word.text.starts(with: "（".utf8) || word.text.first == UInt8(ascii: "(")
    }
}
