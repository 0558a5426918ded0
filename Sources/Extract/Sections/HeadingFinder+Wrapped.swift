internal import Bytes
internal import Model

/// Paragraphs that begin with a number like headings and go on in the next line, where the page was full.
extension HeadingFinder {
    /// 20 Chinese characters: no page is narrower.
    private static let narrowest = 40
    /// What the line before is shorter by, where a word or a number did not fit.
    private static let slack = 4
    /// What follows a number within a sentence.
    private static let units = [
        "件", "条", "项", "个", "次", "篇", "份", "人", "家", "期", "万", "亿", "元", "余", "多", "场", "批", "名", "件次", "。", ",", ".",
        "%",
    ].map { Array($0.utf8) }
    private static let commas = [",", "、"].map { Array($0.utf8) }
    /// What divides a list, with its number.
    private static let marks = [",", "、", ":", ";", "("].map { Array($0.utf8) }

    /// Whether what begins like a heading is a paragraph's first line: the next goes on with its number or its list, or it fills
    /// the page as no heading does.
    static func isWrapped(_ heading: Heading, _ index: Int, _ lines: [TextLine], _ flow: Flow) -> Bool {
        let line = lines[index]
        guard heading.enumerator != nil, line.headingLevel == 0, heading.end == line.bytes.upperBound,
            index + 1 < lines.count, isNext(lines[index + 1], behind: line, flow)
        else { return false }
        let next = lines[index + 1].bytes
        if goesOn(next, behindDigit: ASCII.isDigit(flow.bytes[heading.end - 1]), flow) { return true }
        if commas.contains(where: { flow.hasPrefix($0, at: heading.end - $0.count) }) { return true }
        return HeadingRanks(flow: flow).section(heading) == nil && isFull(heading, line, lines[index + 1], flow)
    }

    /// Whether a line stands right below another, and neither in a table.
    private static func isNext(_ next: TextLine, behind line: TextLine, _ flow: Flow) -> Bool {
        let first = flow.pieces[next.pieces.lowerBound]
        return first.place == nil && flow.pieces[line.pieces.lowerBound].place == nil
            && first.line - flow.pieces[line.pieces.upperBound - 1].line <= 1 && next.headingLevel == 0
            && Enumerator(flow.bytes, at: next.bytes.lowerBound, end: next.bytes.upperBound) == nil
    }

    /// Whether a line begins with the rest of a number, or with one and what it counts, as no paragraph does.
    private static func goesOn(_ next: Range<Int>, behindDigit isBehindDigit: Bool, _ flow: Flow) -> Bool {
        var start = next.lowerBound
        while start < next.upperBound, ASCII.isDigit(flow.bytes[start]) { start += 1 }
        guard start < next.upperBound, isBehindDigit || start > next.lowerBound else { return false }
        return units.contains { flow.hasPrefix($0, at: start) }
    }

    /// Whether the line is as wide as the next, which is not indented as it is; where none is, the line must hold a list or
    /// a count.
    private static func isFull(_ heading: Heading, _ line: TextLine, _ next: TextLine, _ flow: Flow) -> Bool {
        let (left, below) = (column(line, flow), column(next, flow))
        let width = left + width(line, flow)
        guard width >= narrowest, width + slack >= below + self.width(next, flow), left >= below else { return false }
        if left > below { return true }
        let text = heading.textStart..<heading.end
        return text.contains { ASCII.isDigit(flow.bytes[$0]) } && marks.contains { flow.holds($0, in: text) }
    }

    private static func column(_ line: TextLine, _ flow: Flow) -> Int {
        flow.pieces[line.pieces.lowerBound].textColumn?.cells ?? 0
    }

    /// In columns, of which a Chinese character takes two.
    private static func width(_ line: TextLine, _ flow: Flow) -> Int {
        line.bytes.reduce(0) { $0 + (flow.bytes[$1] < 0x80 ? 1 : flow.bytes[$1] & 0xC0 == 0x80 ? 0 : 2) }
    }
}
