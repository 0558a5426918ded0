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

    /// Whether a line is the page's number: `- 3 -`, `第 3 页`, or a bare number far below the text.
    private func isNumber(_ line: BoxLine, _ page: Int, isFoot: Bool) -> Bool {
        let text = String(decoding: line.text, as: UTF8.self)
        var digits = ""
        var hasDashes = false
        for character in text {
            if character.isASCII, character.isNumber {
                digits.append(character)
            } else if "-—－–―·第页共/".contains(character) {
                hasDashes = true
            } else {
                return false
            }
        }
        guard !digits.isEmpty, digits.count <= 6, line.words.count <= 6 else { return false }
        if hasDashes, line.words.allSatisfy({ $0.kind != .value || $0.length <= 9 }), isAtEdge(line, page, isFoot) { return true }
        return line.words.count == 1 && digits.count <= 3 && isAlone(line, page, isFoot)
    }

    private func isAtEdge(_ line: BoxLine, _ page: Int, _ isFoot: Bool) -> Bool {
        isFoot ? line.top > heights[page] * 0.8 : line.bottom < heights[page] * 0.15
    }

    /// Whether a line stands in the page's margin, with room between it and the text.
    private func isAlone(_ line: BoxLine, _ page: Int, _ isFoot: Bool) -> Bool {
        guard isAtEdge(line, page, isFoot) else { return false }
        let others = lines[page]
        guard others.count > 1 else { return true }
        let gap = isFoot ? line.top - others[others.count - 2].bottom : others[1].top - line.bottom
        return gap > 0.8 * line.height
    }

    /// A line that stands at the same height of the page before, with the same words, is kept only there.
    private mutating func dropRunningLines() {
        let whole = lines
        for page in lines.indices.dropFirst() {
            let before = whole[page - 1]
            if let first = lines[page].first, isAtEdge(first, page, false), before.first.map({ isSame($0, first, height: true) }) == true {
                lines[page].removeFirst()
            }
            if let last = lines[page].last, isAtEdge(last, page, true), before.last.map({ isSame($0, last, height: true) }) == true {
                lines[page].removeLast()
            }
        }
    }

    /// The heads of a table that are printed again where it goes on.
    private mutating func dropRepeatedHeads() {
        for page in lines.indices.dropFirst() {
            let heads = lines[page].prefix { line in !line.words.contains { $0.kind == .value } }
            guard !heads.isEmpty, heads.count < lines[page].count, let first = heads.first else { continue }
            let before = lines[page - 1]
            let isRepeated = before.indices.contains { start in
                guard isSame(before[start], first, height: false), start + heads.count <= before.count else { return false }
                return zip(before[start...], heads).allSatisfy { isSame($0, $1, height: false) }
            }
            if isRepeated { lines[page].removeFirst(heads.count) }
        }
    }

    private func isSame(_ one: BoxLine, _ other: BoxLine, height: Bool) -> Bool {
        guard one.text == other.text, abs(one.left - other.left) < 2 else { return false }
        return !height || abs(one.top - other.top) < 3
    }
}
