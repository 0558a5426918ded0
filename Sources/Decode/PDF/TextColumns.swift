/// Tells pages whose text runs in two columns, and takes them apart: what stands side by side there is not one line.
///
/// The gutter is the same on all pages of a document. It is told by its prose alone: long words, as lines of Chinese text
/// are, begin at both columns' left edges, and nothing reaches over the room between. Pages with a table as wide as the
/// page have words there.
struct TextColumns {
    /// A part of a page that is read from top to bottom before the next one.
    struct Part {
        var lines: [BoxLine]
        var verticals: [WordBox]
    }

    /// The room between the columns; nil where the text has one column.
    private let gutter: ClosedRange<Double>?
    /// Where the left column begins, and the right one ends.
    private let left: Double
    private let right: Double

    /// 10 Chinese characters are no cell of numbers, and few labels are longer.
    private static let prose = 10
    /// Fewer lines on each side of a page prove nothing, nor fewer than many on one side alone.
    private static let fewest = 5
    private static let many = 10
    /// The gutter lies within these shares of the text's width.
    private static let middle = 0.35...0.65

    init(_ pages: [[BoxLine]]) {
        let words = pages.map { $0.flatMap(\.words) }
        let all = words.joined()
        let left = all.map(\.left).min() ?? 0
        let right = all.map(\.right).max() ?? 0
        self.left = left
        self.right = right
        gutter = words.lazy.compactMap { Self.gutter(of: $0, from: left, to: right) }.first
    }

    /// The parts of a page in the order in which they are read: the page itself where it has one column.
    func parts(of lines: [BoxLine], _ verticals: [WordBox]) -> [Part] {
        guard let gutter else { return [Part(lines: lines, verticals: verticals)] }
        let across = (gutter.lowerBound + gutter.upperBound) / 2
        let isCrossed = lines.map { line in line.words.contains { $0.left < across && $0.right > across } }
        var parts: [Part] = []
        var rest = verticals
        var isJoined = false
        var start = 0
        while start < lines.count {
            var end = start + 1
            while end < lines.count, isCrossed[end] == isCrossed[start] { end += 1 }
            let group = Array(lines[start..<end])
            let bottom = end < lines.count ? lines[end].top : .infinity
            let own = rest.filter { $0.middle < bottom }
            rest.removeAll { $0.middle < bottom }
            if !isCrossed[start], isInColumns(group, isWholePage: group.count == lines.count, gutter) {
                isJoined = false
                parts += [(left, across), (across, right + 1)].map { column($0, of: group, own, gutter) }
            } else if isJoined, let last = parts.indices.last {
                // What is not in columns keeps its distances.
                parts[last].lines += group
                parts[last].verticals += own
            } else {
                isJoined = true
                parts.append(Part(lines: group, verticals: own))
            }
            start = end
        }
        if lines.isEmpty { parts.append(Part(lines: [], verticals: verticals)) }
        return parts.filter { !$0.lines.isEmpty || !$0.verticals.isEmpty }
    }

    /// One column of a part of a page, moved to where the left one stands.
    private func column(
        _ edges: (from: Double, to: Double),
        of lines: [BoxLine],
        _ verticals: [WordBox],
        _ gutter: ClosedRange<Double>
    ) -> Part {
        let isRight = edges.from > left
        let distance = isRight ? left - gutter.upperBound : 0
        let isIn = { (word: WordBox) in word.center >= edges.from - 1 && word.center < edges.to }
        let moved = { (word: WordBox) in
            var word = word
            word.left += distance
            word.right += distance
            return word
        }
        var own = BoxLine.lines(of: lines.flatMap(\.words).filter(isIn).map(moved), page: lines.first?.page ?? 0)
        let margin = left...max(left, isRight ? right + distance : gutter.lowerBound)
        for index in own.indices { own[index].column = margin }
        return Part(lines: own, verticals: verticals.filter(isIn).map(moved))
    }

    /// The gutter of a page: where lines of prose end that begin at its left edge, and other words begin behind it.
    private static func gutter(of words: [WordBox], from left: Double, to right: Double) -> ClosedRange<Double>? {
        let long = words.filter { $0.kind == .text && $0.length >= prose }
        let em = long.map(\.em).max() ?? 0
        let begun = long.filter { $0.left < left + 3 * em && middle.contains(($0.right - left) / max(right - left, 1)) }
        // Lines of one column end within a character or two of each other.
        let end = begun.map(\.right).max { one, other in
            begun.count { one - 2 * em...one ~= $0.right } < begun.count { other - 2 * em...other ~= $0.right }
        }
        guard let end, let top = begun.map(\.top).min() else { return nil }
        let below = words.filter { $0.top >= top - em }
        if let edge = below.filter({ $0.left > end }).map(\.left).min(), edge - end >= 0.8 * em,
            !below.contains(where: { $0.left < end && $0.right > end + 1 }),
            fullLines(of: words, beside: end...edge, from: left, to: right).before >= many,
            words.count(where: { $0.left >= edge }) >= many, !areCells(words.filter { $0.left >= edge })
        {
            return end...edge
        }
        return gutter(behind: end, of: words, long, from: left, to: right)
    }

    /// Whether words behind a gutter are the cells of the labels before it, as of a statistics table whose labels a narrow
    /// column breaks: 统计指标 | 条 | 22. A table that stands in a column of its own has its labels there.
    private static func areCells(_ words: [WordBox]) -> Bool {
        words.count { $0.kind != .text } * 5 >= words.count * 4
    }

    /// The same where a table as wide as the page stands on it too: then prose on both sides must tell.
    private static func gutter(
        behind end: Double,
        of words: [WordBox],
        _ long: [WordBox],
        from left: Double,
        to right: Double
    ) -> ClosedRange<Double>? {
        let begins = long.filter { $0.left > end + 0.8 * $0.em }.map(\.left)
        let edge = begins.max { one, other in
            begins.count { abs($0 - one) < 1.5 } < begins.count { abs($0 - other) < 1.5 }
        }
        guard let edge else { return nil }
        let full = fullLines(of: words, beside: end...edge, from: left, to: right)
        return min(full.before, full.behind) >= fewest ? end...edge : nil
    }

    /// Whether a part of a page that nothing crosses stands in columns: prose on both sides says so; on a page that nothing
    /// crosses at all, prose on one side, beside which a table may stand.
    private func isInColumns(_ lines: [BoxLine], isWholePage: Bool, _ gutter: ClosedRange<Double>) -> Bool {
        let words = lines.flatMap(\.words)
        let full = Self.fullLines(of: words, beside: gutter, from: left, to: right)
        if max(full.before, full.behind) >= (isWholePage ? Self.fewest : Self.many) {
            return !Self.areCells(words.filter { $0.left >= gutter.upperBound })
        }
        return min(full.before, full.behind) >= Self.fewest && Self.isMostlyProse(words)
    }

    /// How many long words fill the columns on both sides of a gutter from edge to edge, as lines of prose do and the
    /// labels of a table do not.
    private static func fullLines(
        of words: [WordBox],
        beside gutter: ClosedRange<Double>,
        from left: Double,
        to right: Double
    ) -> (before: Int, behind: Int) {
        let long = words.filter { $0.kind == .text && $0.length >= prose }
        let fills = { (from: Double, to: Double) in
            long.count { abs($0.left - from) < 3 * $0.em && abs($0.right - to) < 2.5 * $0.em }
        }
        return (fills(left, gutter.lowerBound), fills(gutter.upperBound, right))
    }

    private static func isMostlyProse(_ words: [WordBox]) -> Bool {
        let long = words.filter { $0.kind == .text && $0.length >= prose }
        return 2 * long.reduce(0) { $0 + $1.length } >= words.reduce(0) { $0 + $1.length }
    }
}
