/// What a page has of a ruled table: the lines, and the words between them.
struct RuledPart {
    let page: Int
    let lines: [RuledLine]
    private(set) var grid: RuledGrid
    private let words: [WordBox]
    /// What stands in each of the grid's cells.
    private(set) var texts: [CellText] = []
    /// Which of the page's words stand in it.
    let taken: [Int]

    /// So far beyond its cell a word may reach.
    private static let tolerance = 2.5
    private static let fewestCells = 4
    /// So far a word may stand beyond the upper or lower line of its cell.
    private static let overlap = 1.2

    private static func mostStruck(of count: Int) -> Int { max(2, count / 5) }

    /// Nil where the lines make no table, or a word stands on a border: then they are not those of its cells.
    init?(_ lines: [RuledLine], page: Int, words: [WordBox]) {
        guard let grid = RuledGrid(lines), grid.columnCount > 1, grid.cells.count >= Self.fewestCells else {
            return nil
        }
        self.page = page
        self.lines = lines
        self.grid = grid
        taken = words.indices.filter { grid.cell(at: words[$0].center, words[$0].middle) != nil }
        self.words = taken.map { words[$0] }
        guard !Self.hasNeighbours(grid, words), fill(),
            texts.count(where: { !$0.isEmpty }) > (grid.rowCount > 1 ? 1 : 0), isTrusted,
            !goesOnWithoutLines(words)
        else { return nil }
    }

    var top: Double { grid.ys[0] }
    var bottom: Double { grid.ys[grid.rowCount] }
    var left: Double { grid.xs[0] }
    var right: Double { grid.xs[grid.columnCount] }

    /// The same with other edges of columns; nil where they do not fit.
    func with(edges: [Double]) -> RuledPart? {
        var part = self
        guard let grid = RuledGrid(lines, edges: edges) else { return nil }
        part.grid = grid
        return part.fill() ? part : nil
    }

    private mutating func fill() -> Bool {
        var inside: [[WordBox]] = Array(repeating: [], count: grid.cells.count)
        var struck = 0
        for word in words.flatMap(cut) {
            guard let index = grid.cell(at: word.center, word.middle) else { return false }
            let cell = grid.cells[index]
            guard word.left > grid.left(cell) - Self.tolerance, word.right < grid.right(cell) + Self.tolerance,
                word.middle > grid.top(cell), word.middle < grid.bottom(cell)
            else { return false }
            inside[index].append(word)
            if isStruck(word, in: cell) { struck += 1 }
        }
        // Lines that run through the words are not those between the rows.
        guard struck < Self.mostStruck(of: words.count) else { return false }
        texts = inside.map { CellText($0) }
        return true
    }

    /// Whether a line above or below a cell runs through a word in it.
    private func isStruck(_ word: WordBox, in cell: RuledGrid.Cell) -> Bool {
        let top = cell.rows.lowerBound == 0 && grid.isOpenAbove ? -.infinity : grid.top(cell)
        let bottom = cell.rows.upperBound == grid.rowCount && grid.isOpenBelow ? .infinity : grid.bottom(cell)
        return word.top < top - Self.overlap || word.bottom > bottom + Self.overlap
    }

    /// The word by the cells that it stands in: heads without room between them, and the borders, are one. Only of Chinese
    /// characters it is known where each stands.
    private func cut(_ word: WordBox) -> [WordBox] {
        guard word.length > 1, word.text.count == 3 * word.length, crosses(word), fillsCells(word) else {
            return [word]
        }
        let width = (word.right - word.left) / Double(word.length)
        var parts: [(cell: Int?, word: WordBox)] = []
        for index in 0..<word.length {
            let left = word.left + width * Double(index)
            let cell = grid.cell(at: left + width / 2, word.middle)
            let character = WordBox(
                left: left,
                right: left + width,
                top: word.top,
                bottom: word.bottom,
                text: Array(word.text[(3 * index)..<(3 * index + 3)])
            )
            if let last = parts.last, last.cell == cell {
                parts[parts.count - 1].word.join(character)
            } else {
                parts.append((cell, character))
            }
        }
        return parts.map(\.word)
    }

    private func crosses(_ word: WordBox) -> Bool {
        grid.xs.contains { $0 > word.left + Self.tolerance && $0 < word.right - Self.tolerance }
    }

    /// Whether a word begins and ends at borders, as no title does that stands over several columns.
    private func fillsCells(_ word: WordBox) -> Bool {
        [word.left, word.right].allSatisfy { end in grid.xs.contains { abs($0 - end) < 0.8 * word.em } }
    }
}
