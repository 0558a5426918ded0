internal import Bytes

/// What stands on the pages and is no part of the text: page numbers, running heads, repeated heads of tables.
struct PageFurniture {
    private var lines: [[BoxLine]]
    private let heights: [Double]

    init(_ pages: [WordBoxReader.Page]) {
        lines = pages.enumerated().map { BoxLine.lines(of: $1.words, page: $0) }
        heights = pages.map(\.height)
        dropNumbers()
        dropRunningLines()
        dropRepeatedHeads()
    }

    /// The lines of a page without its furniture.
    func body(of page: Int) -> [BoxLine] { lines[page] }

    private mutating func dropNumbers() {
        for page in lines.indices {
            if let last = lines[page].last, isNumber(last, page, isFoot: true) { lines[page].removeLast() }
            if let first = lines[page].first, isNumber(first, page, isFoot: false) { lines[page].removeFirst() }
        }
    }

    /// Whether a line is the page's number: `- 3 -`, `第 3 页`, or a bare number far from the text.
    private func isNumber(_ line: BoxLine, _ page: Int, isFoot: Bool) -> Bool {
        let text = String(decoding: line.text, as: UTF8.self)
        let digits = text.count { $0.isASCII && $0.isNumber }
        guard (1...6).contains(digits), Self.isPartOfNumber(line.text) else { return false }
        // A row of a table that a page ends with is wider.
        guard line.right - line.left < 60 || text.contains("页"), isAtEdge(line, page, isFoot, share: 0.2) else {
            return false
        }
        return digits < text.count || digits <= 3 && isAlone(line, page, isFoot)
    }

    /// Whether a text has nothing but what the numbers of pages are written with: `- 3 -`, `第 3 页 共 5 页`.
    static func isPartOfNumber(_ text: [UInt8]) -> Bool {
        String(decoding: text, as: UTF8.self)
            .allSatisfy { $0.isASCII && $0.isNumber || "-—－–―·第页共/".contains($0) }
    }

    private func isAtEdge(_ line: BoxLine, _ page: Int, _ isFoot: Bool, share: Double) -> Bool {
        isFoot ? line.top > heights[page] * (1 - share) : line.bottom < heights[page] * share
    }

    /// Whether there is room between a line of the margin and the text.
    private func isAlone(_ line: BoxLine, _ page: Int, _ isFoot: Bool) -> Bool {
        let others = lines[page]
        guard others.count > 1 else { return true }
        let gap = isFoot ? line.top - others[others.count - 2].bottom : others[1].top - line.bottom
        return gap > 0.8 * line.height
    }

    /// A line in the margin that the page before has too is kept only there; one that counts the pages is kept nowhere.
    private mutating func dropRunningLines() {
        for isFoot in [false, true] {
            let edges = lines.indices.map { page in isFoot ? lines[page].last : lines[page].first }
            var gone: Set<Int> = []
            for page in edges.indices.dropFirst() {
                guard let line = edges[page], let before = edges[page - 1], isRunning(line, like: before, page, isFoot)
                else {
                    continue
                }
                gone.insert(page)
                if line.text != before.text { gone.insert(page - 1) }
            }
            for page in gone {
                if isFoot { lines[page].removeLast() } else { lines[page].removeFirst() }
            }
        }
    }

    private func isRunning(_ line: BoxLine, like before: BoxLine, _ page: Int, _ isFoot: Bool) -> Bool {
        guard isAtEdge(line, page, isFoot, share: 0.1), abs(line.top - before.top) < 3,
            abs(line.left - before.left) < 3,
            line.words.count(where: { $0.kind == .value }) <= 2
        else { return false }
        let words = withoutDigits(line)
        return words.count >= 6 && words == withoutDigits(before)
    }

    private func withoutDigits(_ line: BoxLine) -> [UInt8] { line.text.filter { !ASCII.isDigit($0) } }

    /// No table's head has more.
    private static let maximumHeadLines = 40

    /// The heads of a table that are printed again where it goes on.
    private mutating func dropRepeatedHeads() {
        // A page's own repeated head is gone when the next page is asked.
        let all = lines
        for page in lines.indices.dropFirst() {
            let heads = lines[page].prefix { line in !line.words.contains { $0.kind == .value } }
            guard heads.count <= Self.maximumHeadLines, heads.count < lines[page].count,
                let first = heads.first?.words.first,
                let left = lines[page][heads.count].words.first(where: { $0.kind == .value })?.left
            else { continue }
            let before = all[page - 1]
            let starts = before.indices.filter { index in before[index].words.contains { Self.isSame($0, first) } }
            let rests = starts.map { Self.rest(of: heads, besides: Self.heads(in: before, from: $0), left) }
            guard let rest = rests.first(where: { $0 != nil }) ?? nil else { continue }
            lines[page].replaceSubrange(..<heads.count, with: rest)
        }
    }

    /// What stands above a table's first values from a line on.
    private static func heads(in lines: [BoxLine], from start: Int) -> [WordBox] {
        lines[start...].prefix(maximumHeadLines).prefix { line in !line.words.contains { $0.kind == .value } }
            .flatMap(\.words)
    }

    /// What is left of a page's first lines without the heads that the page before has; nil where these are no heads, which
    /// stand over the cells, or where more is left than the rest of a label, that of a row which the page's end cut:
    /// 5.要求行政机关确认或重新 | 出具已获取信息.
    ///
    /// Such a rest alone is no head, be it the same as another label's: 一、本年新收政府信息 | 公开申请数量, 二、上年结转政府信息
    /// | 公开申请数量.
    private static func rest(of lines: ArraySlice<BoxLine>, besides heads: [WordBox], _ left: Double) -> [BoxLine]? {
        var standsOverCells = false
        var rest: [BoxLine] = []
        for var line in lines {
            line.words.removeAll { word in
                guard heads.contains(where: { isSame($0, word) }) else { return false }
                if word.right > left { standsOverCells = true }
                return true
            }
            if !line.words.isEmpty { rest.append(line) }
        }
        let isLabel = rest.allSatisfy { $0.right < left && $0.words.count <= 2 }
        return standsOverCells && rest.count <= longestRest && isLabel ? rest : nil
    }

    /// So many lines of a label stand behind a page's end at most.
    private static let longestRest = 24

    private static func isSame(_ one: WordBox, _ other: WordBox) -> Bool {
        abs(one.left - other.left) < 2 && one.text == other.text
    }
}
