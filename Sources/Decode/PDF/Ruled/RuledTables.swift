internal import Bytes

/// Finds the tables that a document draws with lines, and takes their words off the pages.
///
/// On a page whose words are left, a mark stands for each table, so that what is around it stays in its place: a word that
/// ends a sentence, and is like no other.
struct RuledTables {
    private(set) var tables: [RuledTable] = []
    /// The pages without the tables' words.
    private(set) var pages: [WordBoxReader.Page]
    private let lines: [[RuledLine]]

    private static let sign = Array("。⬚".utf8)

    init(_ pages: [WordBoxReader.Page], _ lines: [[RuledLine]]) {
        self.pages = pages
        self.lines = zip(pages, lines).map { page, lines in
            RuledLine.joined(lines.compactMap { $0.clipped(to: page.height) })
        }
        let parts = zip(pages, self.lines).enumerated().flatMap { number, page in
            RuledPart.isSideways(page.0.words)
                ? []
                : RuledGrid.groups(page.1).compactMap { RuledPart($0, page: number, words: page.0.words) }
                    .sorted { $0.top < $1.top }
        }
        tables = joined(parts).map { RuledTable($0) }
        take(tables.flatMap(\.parts))
        for index in tables.indices { mark(index) }
    }

    /// Which table a word stands for.
    static func table(of word: WordBox) -> Int? {
        let name = word.text.dropFirst(sign.count)
        guard word.text.starts(with: sign), (1...longestName).contains(name.count),
            name.allSatisfy({ (firstLetter..<firstLetter + UInt8(letters)).contains($0) })
        else { return nil }
        return name.reduce(0) { $0 * letters + Int($1 - firstLetter) }
    }

    /// A number in letters: of lines that differ by their digits alone some are taken for those of margins.
    private static func name(_ index: Int) -> [UInt8] {
        (index < letters ? [] : name(index / letters)) + [firstLetter + UInt8(index % letters)]
    }

    private static let letters = 26
    private static let firstLetter = UInt8(ascii: "a")
    private static let longestName = 4

    private mutating func take(_ parts: [RuledPart]) {
        for (page, parts) in Dictionary(grouping: parts, by: \.page) {
            let gone = Set(parts.flatMap(\.taken))
            pages[page].words = pages[page].words.indices.filter { !gone.contains($0) }.map { pages[page].words[$0] }
        }
    }

    private mutating func mark(_ index: Int) {
        guard let part = tables[index].parts.first else { return }
        let word = WordBox(
            left: part.left,
            right: part.right,
            top: part.top,
            bottom: min(part.bottom, part.top + Self.markHeight),
            text: Self.sign + Self.name(index)
        )
        pages[part.page].words.append(word)
    }

    /// A line's.
    private static let markHeight = 12.0

    // MARK: Over pages

    /// The parts of each table.
    private func joined(_ parts: [RuledPart]) -> [[RuledPart]] {
        var result: [[RuledPart]] = []
        for part in parts {
            guard let last = result.last?.last, goesOn(last, in: part),
                let edges = RuledGrid.edges(of: last.grid.xs, and: part.grid.xs),
                let before = Self.all(result[result.count - 1], edges), let next = part.with(edges: edges)
            else {
                result.append([part])
                continue
            }
            result[result.count - 1] = before + [next]
        }
        return result
    }

    private static func all(_ parts: [RuledPart], _ edges: [Double]) -> [RuledPart]? {
        let changed = parts.compactMap { $0.with(edges: edges) }
        return changed.count == parts.count ? changed : nil
    }

    private static let tolerance = 3.0

    /// Whether a table goes on at the beginning of the next page: as wide, and nothing but margins between.
    private func goesOn(_ part: RuledPart, in next: RuledPart) -> Bool {
        guard next.page == part.page + 1, abs(part.left - next.left) < Self.tolerance,
            abs(part.right - next.right) < Self.tolerance
        else { return false }
        let below = pages[part.page].words.filter { $0.middle > part.bottom }
        let above = pages[next.page].words.filter { $0.middle < next.top }
        return isMargin(above, next.page) && (isMargin(below, part.page) || areFootnotes(below, part))
    }

    /// Whether a short line stands between a table and the words below it.
    private func areFootnotes(_ words: [WordBox], _ part: RuledPart) -> Bool {
        lines[part.page].contains { line in
            line.isAcross && line.place > part.bottom + RuledLine.thickest
                && line.range.upperBound - line.range.lowerBound < Self.longestRule * (part.right - part.left)
                && words.allSatisfy { $0.middle > line.place }
        }
    }

    /// Of the table's width, as the line above footnotes may be long.
    private static let longestRule = 0.6

    /// Whether words are no more than a page's number, or a line at its edge that other pages have, too.
    private func isMargin(_ words: [WordBox], _ page: Int) -> Bool {
        guard let first = words.first else { return true }
        let height = pages[page].height
        let isAtEdge = words.allSatisfy { word in
            word.sharesLine(first) && (word.bottom < Self.margin * height || word.top > (1 - Self.margin) * height)
        }
        guard isAtEdge else { return false }
        return words.allSatisfy { word in
            PageFurniture.isPartOfNumber(word.text) || pages.indices.contains { $0 != page && has(word, on: $0) }
        }
    }

    private func has(_ word: WordBox, on page: Int) -> Bool {
        pages[page].words.contains { abs($0.top - word.top) < Self.tolerance && $0.text == word.text }
    }

    private static let margin = 0.12
}

extension RuledGrid {
    /// The edges of the columns of two parts of one table; nil where there are too many to be those of one.
    static func edges(of one: [Double], and other: [Double]) -> [Double]? {
        var edges: [Double] = []
        for place in (one + other).sorted() where edges.last.map({ place - $0 > RuledLine.thickest }) ?? true {
            edges.append(place)
        }
        return edges.count <= one.count + other.count - 2 ? edges : nil
    }
}
