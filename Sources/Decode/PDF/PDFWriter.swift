internal import Bytes
internal import Model

/// Writes what was rebuilt from a document's boxes into an outline, in the order in which it is read.
struct PDFWriter {
    var builder: OutlineBuilder
    private let page: EndlessPage
    private(set) var line = 0
    private var table = -1
    private var row = 0
    /// Beside how many tables each vertical word has been written.
    private var timesWritten: [Int]
    /// The tables that marks among the lines stand for.
    let ruled: [RuledTable]

    init(_ page: EndlessPage, _ ruled: [RuledTable] = []) {
        self.page = page
        self.ruled = ruled
        timesWritten = Array(repeating: 0, count: page.verticals.count)
        builder = OutlineBuilder(mediaType: "application/pdf", charset: .utf8)
    }

    mutating func write() {
        var next = 0
        for table in BoxTableFinder(page: page).tables() {
            while next < table.lines.lowerBound {
                writeLine(next)
                next += 1
            }
            write(table)
            // A mark between the lines of another table.
            for index in max(next, table.lines.lowerBound)...table.lines.upperBound { writeRuled(page.lines[index]) }
            next = table.lines.upperBound + 1
        }
        for index in min(next, page.lines.count)..<page.lines.count { writeLine(index) }
    }

    // MARK: Text

    private mutating func writeLine(_ index: Int) {
        let current = page.lines[index]
        if writeRuled(current) { return }
        line += 1
        builder.page = Self.number(current.page)
        if index > 0, continuesParagraph(page.lines[index - 1], current) {
            builder.separate(.space)
        } else {
            builder.endLine()
        }
        var previous: WordBox?
        for word in current.words {
            if let previous { builder.separate(word.left - previous.right > 1.8 * word.em ? .wide : .space) }
            builder.append(word.text.span, from: 0, to: word.text.count, line: line)
            previous = word
        }
    }

    /// Whether a line goes on with the paragraph of the line before: that one is full, and this one is not indented.
    private func continuesParagraph(_ before: BoxLine, _ line: BoxLine) -> Bool {
        guard let last = before.words.last, let first = line.words.first, !first.hasEnumerator,
            RuledTables.table(of: last) == nil
        else { return false }
        let em = max(last.em, first.em)
        let left = line.column?.lowerBound ?? page.left
        let right = before.column?.upperBound ?? page.right
        let isFull = before.right > right - 1.6 * em && before.left < left + 4 * em
        return isFull && line.left < left + 0.9 * em && abs(before.height - line.height) < 0.5 * em
    }

    // MARK: Tables

    /// What a table holds besides its cells, and the place between its rows where it is written.
    private enum Item {
        case row(BoxTable.Row)
        case other(BoxTable.Stack)
        case upper(WordBox)
        case heads
    }

    /// How many tables a vertical word may stand beside: where many end beside it, they are none.
    private static let maximumTables = 4

    private mutating func write(_ table: BoxTable) {
        beginTable()
        for item in items(of: table) {
            builder.separate(.row)
            row += 1
            switch item {
            case .row(let row): write(row, of: table)
            case .other(let stack): write(stack, of: table)
            case .upper(let word):
                writeCell(word.text, at: word.middle, column: Self.firstCell, width: table.columns.count)
            case .heads: writeHeads(of: table)
            }
            builder.endLine()
            line += 1
        }
        builder.separate(.row)
    }

    private mutating func verticals(beside table: BoxTable) -> [WordBox] {
        let edge = table.columns.first?.upperBound ?? 0
        let top = table.top
        let bottom = table.lastBottom
        var found: [WordBox] = []
        for (index, word) in page.verticals.enumerated() where timesWritten[index] < Self.maximumTables {
            guard word.right < edge, word.bottom > top, word.middle > top - word.height,
                word.middle < bottom + word.height
            else {
                continue
            }
            timesWritten[index] += 1
            found.append(word)
        }
        return found
    }

    private mutating func items(of table: BoxTable) -> [Item] {
        var items: [(Double, Item)] = table.rows.map { (min($0.line.top, $0.label?.top ?? .infinity), .row($0)) }
        items += table.others.map { ($0.top, .other($0)) }
        items += table.upper.map { ($0.top, .upper($0)) }
        let first = items.compactMap { item -> Double? in if case .row = item.1 { item.0 } else { nil } }.min() ?? 0
        if !table.heads.isEmpty { items.append((first - 0.01, .heads)) }
        for word in verticals(beside: table) {
            items.append((max(first, word.top) - 0.005, .other(BoxTable.Stack(words: [word]))))
        }
        return items.enumerated().sorted { ($0.element.0, $0.offset) < ($1.element.0, $1.offset) }.map(\.element.1)
    }

    private static let groupCell = 0
    private static let labelCell = 1
    private static let firstCell = 2

    private mutating func write(_ item: BoxTable.Row, of table: BoxTable) {
        if let label = item.label { writeCell(label.text, at: label.top, column: Self.labelCell) }
        var byColumn: [Int: [WordBox]] = [:]
        for word in item.line.values {
            guard let column = table.column(of: word) else { return writeInOrder(item.line.values, of: table) }
            byColumn[column, default: []].append(word)
        }
        for column in byColumn.keys { byColumn[column]?.sort { ($0.top, $0.left) < ($1.top, $1.left) } }
        for column in table.columns.indices {
            let words = byColumn[column] ?? []
            if words.isEmpty { writeBlank(column, at: item.line.middle) }
            if words.count > 1, let number = table.number(of: words, in: column, of: item.line) {
                writeCell(number, at: item.line.middle, column: Self.firstCell + column)
                continue
            }
            // Several numbers in one column's cell stay several pieces: nobody knows whether they are one number.
            for word in words { writeCell(word.text, at: word.middle, column: Self.firstCell + column) }
        }
    }

    /// Writes a row of which a word stands under no column, or under several: nobody knows which cells are blank, but the
    /// words keep their order.
    private mutating func writeInOrder(_ words: [WordBox], of table: BoxTable) {
        for (index, word) in words.enumerated() {
            writeCell(word.text, at: word.middle, column: Self.firstCell + table.columns.count + index)
        }
    }

    private mutating func write(_ stack: BoxTable.Stack, of table: BoxTable) {
        let isVertical = stack.words.count == 1 && stack.words[0].isVertical
        let isBetween = stack.top > table.top && stack.bottom < table.lastBottom
        // The number of a group would pass for a heading's where the group's name is torn.
        let text = isVertical || isBetween ? Self.withoutEnumerator(stack.text) : stack.text
        writeCell(text, at: stack.top, column: Self.groupCell)
        // A row with nothing in its cells; unless there are cells beside which no label was found, or only a part of one: they
        // may be its own.
        if isBetween, !isVertical, table.rows.allSatisfy({ $0.label != nil }), !table.goesOnWithLabel(stack),
            !table.isAroundCells(stack)
        {
            for column in table.columns.indices { writeBlank(column, at: stack.top) }
        }
    }

    private mutating func writeHeads(of table: BoxTable) {
        for column in table.columns.indices {
            guard let stack = table.heads[column] else { continue }
            writeCell(stack.text, at: stack.top, column: Self.firstCell + column)
        }
    }

    private mutating func writeBlank(_ column: Int, at top: Double) {
        builder.page = Self.number(page.page(at: top))
        builder.separate(.cell)
        builder.appendBlank(.blank, line: line, place: place(Self.firstCell + column))
    }

    private mutating func writeCell(_ text: [UInt8], at top: Double, column: Int, width: Int = 1) {
        builder.page = Self.number(page.page(at: top))
        builder.separate(.cell)
        builder.append(text.span, from: 0, to: text.count, line: line, place: place(column, width))
    }

    /// The page's number as people count, from 1.
    private static func number(_ page: Int) -> UInt16 { UInt16(clamping: page + 1) }

    func place(_ column: Int, _ width: Int = 1, height: Int = 1) -> GridPlace {
        GridPlace(table: table, row: row, column: column, width: width, height: height)
    }

    mutating func beginTable() {
        table += 1
        row = -1
        line += 1
        builder.endLine()
    }

    mutating func beginRow() {
        builder.separate(.row)
        row += 1
        line += 1
    }

    mutating func beginCell(page: Int) {
        builder.page = Self.number(page)
        builder.separate(.cell)
    }

    mutating func beginLine() {
        builder.endLine()
        line += 1
    }

    mutating func endTable() {
        builder.endLine()
        builder.separate(.row)
    }

    private static let comma = Array("、".utf8)

    private static func withoutEnumerator(_ text: [UInt8]) -> [UInt8] {
        guard text.count > 6, text[3..<6].elementsEqual(comma) else { return text }
        return Array(text[6...])
    }
}
