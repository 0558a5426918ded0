internal import Bytes
internal import Forms
internal import Model

/// Headings inside of lines.
extension HeadingFinder {
    /// Official headings with a chapter's number inside a line, as pages without line ends have them, and what stands
    /// like them between blanks. Other numbers than 一、 count only where neither such a heading nor one of `others`, which
    /// are lines, is a chapter.
    static func embedded(_ flow: Flow, besides others: [Heading]) -> [Heading] {
        let matches = HeadingCatalog.shared.matcher.matches(in: flow.bytes, at: flow.places(of: .headings))
        let official = matches.compactMap { heading($0, numbered: chapters, flow) }
        let all = official + between(official, flow)
        if !official.isEmpty || all.count >= fewestOfChain { return all }
        guard !others.contains(where: { $0.isChapter && $0.enumerator != nil }) else { return [] }
        for numbers in [ordinals, parts, items] {
            let chain = chain(matches.compactMap { heading($0, numbered: numbers, flow) })
            if chain.count >= fewestOfChain { return chain }
        }
        guard !others.contains(where: \.isChapter) else { return [] }
        let bare = matches.filter { isBare($0, flow) }
        return Set(bare.map(\.label)).count >= fewestOfChain ? bare.map { unnumbered($0, flow) } : []
    }

    /// What stands before a heading that has no number: a sentence's end, or the title's.
    private static let before = ["。", "报告"].map { Array($0.utf8) }
    /// The words that begin the forms' tables.
    private static let tables = ["第二十条第", "(本列数据", "申请人情况", "行政复议行政诉讼"].map { Array($0.utf8) }

    /// Whether official words stand between the end of a sentence, a title or a table, and a wide blank or a table, as the
    /// headings of a text without numbers and line ends do: …工作年度报告总体情况　　2022年，….
    private static func isBare(_ match: LabelMatcher.Match, _ flow: Flow) -> Bool {
        let isBehind =
            match.start > 0 && ASCII.isDigit(flow.bytes[match.start - 1])
            || flow.starts[flow.piece(at: match.start)] == match.start
            || before.contains { flow.hasPrefix($0, at: match.start - $0.count) }
        guard isBehind else { return false }
        return match.end == flow.bytes.count || flow.starts[flow.piece(at: match.end)] == match.end
            || tables.contains { flow.hasPrefix($0, at: match.end) }
    }

    private static func unnumbered(_ match: LabelMatcher.Match, _ flow: Flow) -> Heading {
        let line = flow.pieces[flow.piece(at: match.start)].line
        return make(match.start, match.start..<match.end, nil, line: line, isChapter: true, flow)
    }

    /// A way of numbering, with the bytes that such a number may take.
    private typealias Numbers = (style: Enumerator.Style, lengths: [Int], isOrdinal: Bool)

    /// 三、 and 十三、, and the same with a point.
    private static let chapters: Numbers = (.chapter, [6, 9, 4, 7], false)
    /// 第三部分, 第三章, and the same with a mark behind it.
    private static let ordinals: Numbers = (.chapter, [9, 10, 12, 13, 15], true)
    /// （三）, its brackets narrow, and （十三）.
    private static let parts: Numbers = (.part, [5, 8], false)
    /// 3. and 3、.
    private static let items: Numbers = (.item, [2, 4], false)
    /// So many sections show that the parts of a text are numbered so.
    private static let fewestOfChain = 4

    /// The heading that official words are together with the number before them; nil where none stands there.
    private static func heading(_ match: LabelMatcher.Match, numbered numbers: Numbers, _ flow: Flow) -> Heading? {
        for length in numbers.lengths where match.start >= length {
            let start = match.start - length
            let enumerator =
                numbers.isOrdinal
                ? Enumerator(looseAt: start, end: match.end, in: flow.bytes) { _ in false }
                : Enumerator(flow.bytes, at: start, end: match.start)
            // （一） holds 一）, which is no chapter's number.
            if enumerator?.style == .chapter, flow.bytes[match.start - 1] == UInt8(ascii: ")") { continue }
            guard let enumerator, enumerator.length == length, enumerator.style == numbers.style,
                !isCaption(at: start, flow), !isListed(start..<match.end, flow)
            else { continue }
            let line = flow.pieces[flow.piece(at: start)].line
            return make(start, match.start..<match.end, enumerator, line: line, isChapter: true, flow)
        }
        return nil
    }

    /// Those of `headings` that count 1, 2, 3 through the text.
    private static func chain(_ headings: [Heading]) -> [Heading] {
        headings.reduce(into: []) { chain, heading in
            if heading.enumerator?.number == chain.count + 1 { chain.append(heading) }
        }
    }

    private static let commas = [",", "、", ";"].map { Array($0.utf8) }

    /// 本报告分为六个部分:一、总体情况,二、主动公开政府信息情况,…: the parts that a sentence lists.
    private static func isListed(_ range: Range<Int>, _ flow: Flow) -> Bool {
        if commas.contains(where: { flow.hasPrefix($0, at: range.lowerBound - $0.count) }) { return true }
        guard let comma = commas.first(where: { flow.hasPrefix($0, at: range.upperBound) }) else { return false }
        let next = range.upperBound + comma.count
        let style = Enumerator(flow.bytes, at: next, end: min(flow.bytes.count, next + 12))?.style
        return style == .chapter || style == .part
    }

    private static let endings = ["情况", "事项", "措施", "问题"].map { Array($0.utf8) }

    /// The headings in other words which stand between two blanks of a line, or between a full stop and a blank, and go
    /// on with the numbers of official ones: …221条。三、依申请公开情况　　（一）….
    private static func between(_ official: [Heading], _ flow: Flow) -> [Heading] {
        var found: [Heading] = []
        var last = 0
        // The official ones are in the text's order, and so are the pieces.
        var next = 0
        for piece in flow.pieces.indices {
            guard let range = candidate(piece, flow), range.count >= shortest, range.count <= longest,
                let enumerator = Enumerator(flow.bytes, at: range.lowerBound, end: range.upperBound),
                enumerator.style == .chapter
            else { continue }
            while next < official.count, official[next].start < range.lowerBound { next += 1 }
            if next < official.count, official[next].start == range.lowerBound {
                last = enumerator.number
                continue
            }
            let before = next > 0 ? official[next - 1].enumerator?.number ?? 0 : 0
            guard enumerator.number == max(last, before) + 1 else { continue }
            let line = flow.pieces[piece].line
            let text = (range.lowerBound + enumerator.length)..<range.upperBound
            let heading = make(range.lowerBound, text, enumerator, line: line, isChapter: true, flow)
            guard
                endings.contains(where: { flow.hasPrefix($0, at: range.upperBound - $0.count) })
                    || HeadingRanks(flow: flow).section(heading) != nil
            else { continue }
            last = enumerator.number
            found.append(heading)
        }
        return found
    }

    /// What of a piece may be a heading between blanks: all of it where it begins behind a blank, and else what stands
    /// behind its last full stop.
    private static func candidate(_ piece: Int, _ flow: Flow) -> Range<Int>? {
        let range = flow.range(piece)
        // Most pieces of a flattened table are numbers.
        guard range.count >= shortest else { return nil }
        let first = max(range.lowerBound, range.upperBound - longest - sentenceEnd.count)
        let stop = flow.lastIndex(of: sentenceEnd, in: first..<range.upperBound)
        if let stop { return (stop + sentenceEnd.count)..<range.upperBound }
        return flow.pieces[piece].gap < .line ? range : nil
    }
}
