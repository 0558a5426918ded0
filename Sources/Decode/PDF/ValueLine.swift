/// A line that ends in the cells of a table's row.
struct ValueLine: Equatable {
    /// Its place among the lines of the endless page.
    var index: Int
    /// The cells: numbers, marks, units.
    var values: [WordBox]
    /// What stands left of them.
    var labels: [WordBox]
    /// The lines that it was.
    private(set) var lines: ClosedRange<Int>
    /// Whether nobody else's pieces of numbers are among its cells.
    var isCertain = true

    var left: Double { values.first?.left ?? 0 }
    var top: Double { values.map(\.top).min() ?? 0 }
    var bottom: Double { values.map(\.bottom).max() ?? 0 }
    var middle: Double { (top + bottom) / 2 }
    var height: Double { values.map(\.height).max() ?? 1 }

    /// Whether its cells stand on one line.
    var isOneLine: Bool { lines.count == 1 }

    /// How many cells stand beside each other.
    var columns: Int {
        values.indices.count { place in !values[..<place].contains { $0.overlapsAcross(values[place]) } }
    }

    /// Takes the cells of a line above or below that holds pieces of its numbers.
    mutating func add(_ part: ValueLine) {
        values = (values + part.values).sorted { ($0.left, $0.top) < ($1.left, $1.top) }
        lines = min(lines.lowerBound, part.lines.lowerBound)...max(lines.upperBound, part.lines.upperBound)
    }

    private static let stop = Array("。".utf8)

    /// The lines of `page` that end in cells.
    static func all(of page: EndlessPage) -> [ValueLine] {
        let lines = page.lines.indices.compactMap { ValueLine(page.lines[$0], at: $0, page) }
        let known = lines.filter { line in line.values.contains { $0.kind == .value } }
        let units = known.compactMap { line in line.values.first { $0.kind == .unit }?.center }
        // A unit with nothing behind it is a row's, with a blank cell, where other rows have their unit there too.
        let rows = lines.filter { line in
            if line.values.contains(where: { $0.kind == .value }) { return true }
            return line.values.contains { unit in
                units.count { abs($0 - unit.center) < 4 } >= 2
                    && (!line.labels.isEmpty || !isBroken(unit, at: line.index, page))
            }
        }
        return withLabelEnds(joined(rows, page))
    }

    /// The rows, with the last character of a label among the label's words that might be a unit elsewhere: 8.属于行政查询事 | 项.
    private static func withLabelEnds(_ lines: [ValueLine]) -> [ValueLine] {
        var rows = lines
        for index in rows.indices.dropFirst() where rows[index].labels.isEmpty && rows[index].values.count > 1 {
            guard let unit = rows[index].values.first, unit.kind == .unit, let label = rows[index - 1].labels.last,
                unit.right <= rows[index - 1].left, LabelFragment.goesOn(label, with: unit)
            else { continue }
            rows[index].labels = [unit]
            rows[index].values.removeFirst()
        }
        return rows
    }

    /// The lines, with those in one that reach into each other's height: a number that a narrow cell breaks stands above and
    /// below the others of its row. No two rows do.
    private static func joined(_ lines: [ValueLine], _ page: EndlessPage) -> [ValueLine] {
        var result: [ValueLine] = []
        for line in lines {
            guard let last = result.last, last.lines.count < mostJoined,
                last.sharesHeight(line),
                last.labels.isEmpty || line.labels.isEmpty || last.isBroken(inside: line),
                page.lines[last.index].page == page.lines[line.index].page
            else {
                result.append(line)
                continue
            }
            // It stands where its label does, or where most of its cells do.
            let isFirst = line.labels.isEmpty && (!last.labels.isEmpty || last.values.count >= line.values.count)
            var row = isFirst ? last : line
            row.values = (last.values + line.values).sorted { ($0.left, $0.top) < ($1.left, $1.top) }
            row.lines = last.lines.lowerBound...line.index
            result[result.count - 1] = row
        }
        return result
    }

    /// A cell that breaks its number into more lines is none.
    private static let mostJoined = 8

    /// Whether the line below holds the rest of numbers that narrow cells break, 16 over 3, and reaches into this row's height,
    /// beside the next line of its label: no two rows do.
    private func isBroken(inside next: ValueLine) -> Bool {
        next.values.count < values.count && sharesHeight(next) && !next.labels.contains(where: \.hasNumber)
            && holdsRests(of: next)
    }

    private func holdsRests(of next: ValueLine) -> Bool {
        next.values.allSatisfy { rest in
            rest.isDigits && values.contains { $0.isDigits && $0.overlapsAcross(rest) && $0.length >= rest.length }
        }
    }

    private func sharesHeight(_ next: ValueLine) -> Bool {
        values.contains { value in next.values.contains { value.sharesHeight($0) } }
    }

    /// Whether a unit is a part of one that a narrow column breaks: 万 over 元.
    private static func isBroken(_ unit: WordBox, at index: Int, _ page: EndlessPage) -> Bool {
        page.lines[max(0, index - 3)..<min(page.lines.count, index + 4)].contains { line in
            line.page == page.lines[index].page
                && line.words.contains { word in
                    guard word != unit, word.length <= 2, word.kind != .value, abs(word.center - unit.center) < 4 else {
                        return false
                    }
                    return max(word.top - unit.bottom, unit.top - word.bottom) < 0.8 * unit.em
                }
        }
    }

    /// The least room between the labels of two rows that follow each other directly; infinite where none do.
    static func leastGap(of lines: [ValueLine]) -> Double {
        var least = Double.infinity
        for (line, next) in zip(lines, lines.dropFirst()) where next.index == line.index + 1 {
            guard let label = line.labels.last, let below = next.labels.last else { continue }
            let gap = below.top - label.bottom
            if gap > 0 { least = min(least, gap) }
        }
        return least
    }

    private init?(_ line: BoxLine, at index: Int, _ page: EndlessPage) {
        var start = line.words.count
        while start > 0, line.words[start - 1].kind != .text { start -= 1 }
        // A number that touches the word before it belongs to that word.
        if start > 0, start < line.words.count {
            let word = line.words[start - 1]
            if line.words[start].left - word.right < 0.25 * word.em { start += 1 }
        }
        start += Self.labelWords(line.words[start...])
        guard start < line.words.count else { return nil }
        let labels = Array(line.words[..<start])
        guard !labels.contains(where: { $0.text.suffix(3).elementsEqual(Self.stop) }) else { return nil }
        self.init(index: index, values: Self.withUnits(line.words[start...]), labels: labels)
        if isProse(line, page) { return nil }
    }

    /// How many of the words at the beginning are a label's: its number, and a word behind it that may be a mark elsewhere:
    /// 4. and 无 over 正当理由大量反复申请.
    private static func labelWords(_ words: ArraySlice<WordBox>) -> Int {
        guard let first = words.first, first.isItemNumber else { return 0 }
        guard let next = words.dropFirst().first, next.left - first.right < 0.6 * next.height else { return 1 }
        return 2
    }

    /// The cells with the units that are printed in them: 187 and 件 close behind it.
    private static func withUnits(_ words: ArraySlice<WordBox>) -> [WordBox] {
        var cells: [WordBox] = []
        for word in words {
            if word.kind == .unit, let number = cells.last, number.isDigits, word.left - number.right < 0.4 * word.em {
                cells[cells.count - 1].join(word)
                cells[cells.count - 1].kind = .value
            } else {
                cells.append(word)
            }
        }
        return cells
    }

    private init(index: Int, values: [WordBox], labels: [WordBox]) {
        self.index = index
        lines = index...index
        self.values = values
        self.labels = labels
    }

    /// Whether the line is a full one of a paragraph that happens to end in a number.
    private func isProse(_ line: BoxLine, _ page: EndlessPage) -> Bool {
        guard values.count == 1, let last = labels.last, let first = labels.first else { return false }
        let isFull = line.right > page.right - 2 * last.em && first.left < page.left + 4 * last.em
        return isFull && left - last.right < last.em
    }
}
