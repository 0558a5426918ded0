internal import Bytes

/// Headings that a narrow page folded, or whose pieces a converter put on lines of their own.
extension HeadingFinder {
    /// So many lines more may one heading take.
    private static let mostRests = 8
    /// 12 Chinese characters.
    private static let longestRest = 36
    /// 第十部分: no number of a heading is longer.
    private static let longestNumber = 15
    private static let endings = ["情况", "事项", "措施", "问题", "打算"].map { Array($0.utf8) }

    /// The heading that the line at `index`, which is `first` or the number of one, is together with the next lines, where
    /// it is a section's only so, or official words; nil where it is none.
    static func unfolded(_ first: Heading?, _ index: Int, _ lines: [TextLine], _ flow: Flow) -> Heading? {
        if let first {
            guard first.isChapter, !first.isTableLine, first.end == lines[index].bytes.upperBound else { return nil }
        } else {
            guard isNumber(lines[index].bytes, flow) else { return nil }
        }
        let isTold = first.map { HeadingRanks(flow: flow).section($0) != nil } ?? false
        var best: Heading?
        for last in (index + 1)..<min(lines.count, index + 1 + mostRests) {
            guard isRest(lines[last].bytes, flow) else { break }
            guard let joined = joined(lines[index], lines[last], flow),
                first == nil ? joined.enumerator != nil : !joined.isTableLine
            else { continue }
            let (isOfficial, isWhole) = (isOfficial(joined, flow), endsWhole(joined, flow))
            let goesOn = isWhole && links.contains { flow.hasPrefix($0, at: lines[index + 1].bytes.lowerBound) }
            let isNew = !isTold && joined.isChapter && HeadingRanks(flow: flow).section(joined) != nil
            guard isOfficial || isNew || goesOn && isTold else { continue }
            if best == nil || isWhole { best = joined }
            if isOfficial || isWhole { break }
        }
        return best
    }

    /// No heading begins so: it goes on with the line before.
    private static let links = ["的", "和", "及", "与", "、"].map { Array($0.utf8) }

    /// Whether a heading's last word is one that headings end with.
    private static func endsWhole(_ heading: Heading, _ flow: Flow) -> Bool {
        endings.contains { flow.hasPrefix($0, at: heading.end - $0.count) }
    }

    /// Whether a line is the number of a chapter or a part, or the beginning of one: 二, 二、, （二）.
    private static func isNumber(_ line: Range<Int>, _ flow: Flow) -> Bool {
        guard line.count <= longestNumber,
            Enumerator.mayBeginChapter(flow.bytes, at: line.lowerBound, end: line.upperBound)
        else { return false }
        // A heading's words make it whole: 总体情况 stands for any.
        let (bytes, text) = (Array(flow.bytes[line]), Array("总体情况".utf8))
        for mark in [[], Array("、".utf8)] {
            let whole = bytes + mark + text
            let length =
                Enumerator(whole, at: 0, end: whole.count)?.length
                ?? Enumerator(looseAt: 0, end: whole.count, in: whole) { $0.count == text.count }?.length
            if length == bytes.count + mark.count { return true }
        }
        return false
    }

    /// Whether a line may go on with the heading before it: short, or a whole heading whose number stands before it.
    private static func isRest(_ line: Range<Int>, _ flow: Flow) -> Bool {
        (line.count <= longestRest || HeadingCatalog.shared.isOfficial(flow.bytes, line))
            && !flow.holds(sentenceEnd, in: line) && !flow.bytes[line].contains(where: ASCII.isDigit)
            && Enumerator(flow.bytes, at: line.lowerBound, end: line.upperBound) == nil
    }

    /// The heading that fills all lines from one to another; nil where they are none.
    private static func joined(_ first: TextLine, _ last: TextLine, _ flow: Flow) -> Heading? {
        let all = TextLine(
            pieces: first.pieces.lowerBound..<last.pieces.upperBound,
            bytes: first.bytes.lowerBound..<last.bytes.upperBound,
            line: first.line,
            headingLevel: first.headingLevel
        )
        guard let heading = heading(all, all.bytes, flow), heading.end == all.bytes.upperBound else { return nil }
        return heading
    }
}
