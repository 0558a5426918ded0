internal import Bytes

/// Markdown tables in a line that holds several of their rows, as tools leave them that make every run of white space one
/// blank. The line below a table's heads, `|---|---|`, tells how many cells a row has, and so where each one ends.
struct CollapsedRows {
    /// The heads, the rule and the rows of one table, as indices of bars.
    private struct Rule {
        /// The bar that the rule begins with.
        var first: Int
        var cells: Int

        var headStart: Int { first - cells - 1 }
        var end: Int { first + cells }
    }

    /// The lines that `start..<end` was, in order; the whole range alone where no rule of a table is in it.
    static func lines(_ text: borrowing Span<UInt8>, from start: Int, to end: Int) -> [Range<Int>] {
        guard hasRule(text, from: start, to: end) else { return [start..<end] }
        let bars = (start..<end).filter { text[$0] == ASCII.bar }
        let rules = rules(text, bars)
        var lines: [Range<Int>] = []
        var next = start
        for (index, rule) in rules.enumerated() {
            // A rule without as many heads before it is none, or its line was cut.
            guard rule.headStart >= 0, bars[rule.headStart] >= next,
                LineShape.isBlank(text, from: bars[rule.first - 1] + 1, to: bars[rule.first])
            else { continue }
            let limit = index + 1 < rules.count ? rules[index + 1].headStart : bars.count
            lines.append(next..<bars[rule.headStart])
            lines.append(bars[rule.headStart]..<(bars[rule.first - 1] + 1))
            lines.append(bars[rule.first]..<(bars[rule.end] + 1))
            var last = rule.end
            while last + 1 + rule.cells < limit, LineShape.isBlank(text, from: bars[last] + 1, to: bars[last + 1]) {
                lines.append(bars[last + 1]..<(bars[last + 1 + rule.cells] + 1))
                last += 1 + rule.cells
            }
            next = bars[last] + 1
        }
        lines.append(next..<end)
        return lines.filter { !$0.isEmpty }
    }

    /// Nearly every line has none.
    private static func hasRule(_ text: borrowing Span<UInt8>, from start: Int, to end: Int) -> Bool {
        var hyphens = 0
        for index in start..<end {
            hyphens = text[index] == UInt8(ascii: "-") ? hyphens + 1 : 0
            if hyphens == fewestHyphens { return true }
        }
        return false
    }

    private static let fewestHyphens = 3

    private static func rules(_ text: borrowing Span<UInt8>, _ bars: [Int]) -> [Rule] {
        var rules: [Rule] = []
        var index = 0
        while index + 1 < bars.count {
            var last = index
            while last + 1 < bars.count, isDelimiter(text, bars[last] + 1, bars[last + 1]) { last += 1 }
            if last > index { rules.append(Rule(first: index, cells: last - index)) }
            index = last + 1
        }
        return rules
    }

    /// Three hyphens or more, with or without colons.
    private static func isDelimiter(_ text: borrowing Span<UInt8>, _ start: Int, _ end: Int) -> Bool {
        var hyphens = 0
        for index in start..<end {
            switch text[index] {
            case UInt8(ascii: "-"): hyphens += 1
            case UInt8(ascii: ":"), ASCII.space: break
            default: return false
            }
        }
        return hyphens >= fewestHyphens
    }
}
