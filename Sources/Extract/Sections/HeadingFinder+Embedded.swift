internal import Forms
internal import Model

/// Headings inside of lines.
extension HeadingFinder {
    /// Official headings with a chapter's number inside a line, as pages without line ends have them, and what stands
    /// like them between blanks.
    static func embedded(_ flow: Flow) -> [Heading] {
        let official: [Heading] = HeadingCatalog.shared.matcher.matches(in: flow.bytes, at: flow.places(of: .headings))
            .compactMap { match in
                // 三、 and （三） alike take six or nine bytes before the heading.
                for length in [6, 9] where match.start >= length {
                    let start = match.start - length
                    if let enumerator = Enumerator(flow.bytes, at: start, end: match.start),
                        enumerator.length == length, enumerator.style == .chapter,
                        !isListed(start..<match.end, flow)
                    {
                        let line = flow.pieces[flow.piece(at: start)].line
                        return make(start, match.start..<match.end, enumerator, line: line, isChapter: true, flow)
                    }
                }
                return nil
            }
        return official.isEmpty ? [] : official + between(official, flow)
    }

    private static let commas = [",", "、", ";"].map { Array($0.utf8) }

    /// 本报告分为六个部分:一、总体情况,二、主动公开政府信息情况,…: the parts that a sentence lists.
    private static func isListed(_ range: Range<Int>, _ flow: Flow) -> Bool {
        if commas.contains(where: { flow.hasPrefix($0, at: range.lowerBound - $0.count) }) { return true }
        guard let comma = commas.first(where: { flow.hasPrefix($0, at: range.upperBound) }) else { return false }
        let next = range.upperBound + comma.count
        return Enumerator(flow.bytes, at: next, end: min(flow.bytes.count, next + 12))?.style == .chapter
    }

    private static let endings = ["情况", "事项", "措施", "问题"].map { Array($0.utf8) }

    /// The headings in other words between two blanks of a line, which go on with the numbers of official ones.
    private static func between(_ official: [Heading], _ flow: Flow) -> [Heading] {
        var found: [Heading] = []
        var last = 0
        for piece in flow.pieces.indices where flow.pieces[piece].gap < .line {
            let range = flow.range(piece)
            guard range.count >= shortest, range.count <= longest,
                let enumerator = Enumerator(flow.bytes, at: range.lowerBound, end: range.upperBound),
                enumerator.style == .chapter
            else { continue }
            if official.contains(where: { $0.start == range.lowerBound }) {
                last = enumerator.number
                continue
            }
            let before = official.last { $0.start < range.lowerBound }?.enumerator?.number ?? 0
            guard enumerator.number == max(last, before) + 1,
                endings.contains(where: { flow.hasPrefix($0, at: range.upperBound - $0.count) })
            else { continue }
            last = enumerator.number
            let text = (range.lowerBound + enumerator.length)..<range.upperBound
            let line = flow.pieces[piece].line
            found.append(make(range.lowerBound, text, enumerator, line: line, isChapter: true, flow))
        }
        return found
    }
}
