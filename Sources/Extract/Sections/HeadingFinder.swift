internal import Bytes
internal import Forms
internal import Model

/// Finds the headings of a text.
///
/// The lines are looked at once, whatever the tables take: what they take is known only when the headings have told the
/// form, and is left out then.
struct HeadingFinder {
    private let flow: Flow
    private let lines: [TextLine]
    /// The headings that lines are, with the index of the line.
    private let ofLines: [(line: Int, heading: Heading)]
    /// The official headings inside of lines.
    private let embedded: [Heading]
    /// Where the first chapter begins that a line of its own announces, or else the first one inside of a line; a title
    /// stands before it.
    let firstChapter: Int?
    /// Where the title stands, or 0: what stands before it is the page's, and no heading without a number.
    private let head: Int

    /// 45 Chinese characters: no heading is longer, and every paragraph is.
    static let longest = 135
    static let shortest = 6
    private static let tableWord = Array("表".utf8)
    static let sentenceEnd = Array("。".utf8)

    init(flow: Flow, lines: [TextLine]) {
        self.flow = flow
        self.lines = lines
        var found: [(Int, Heading)] = []
        var end = 0
        for index in lines.indices where lines[index].bytes.lowerBound >= end {
            guard let heading = Self.headingFrom(index, lines, flow) else { continue }
            found.append((index, heading))
            end = heading.end
        }
        embedded = Self.embedded(flow, besides: found.map(\.1))
        ofLines = Self.divided(found, embedded, lines, flow)
        firstChapter = Self.firstChapter(ofLines.map(\.heading), embedded, flow)
        head = Self.head(of: flow, lines, upTo: firstChapter ?? 0)
    }

    /// The heading that begins with the line at `index`, or nil.
    private static func headingFrom(_ index: Int, _ lines: [TextLine], _ flow: Flow) -> Heading? {
        // No heading of one character: most lines of a flattened table are numbers.
        let line = lines[index]
        let heading = line.bytes.count >= shortest ? heading(line, line.bytes, flow) : nil
        if let heading, isContents(heading, index, lines, flow) { return nil }
        return unfolded(heading, index, lines, flow) ?? heading.flatMap { isWrapped($0, index, lines, flow) ? nil : $0 }
    }

    /// A heading ends where the next one begins in its own line: two whose matter between them was lost.
    private static func divided(
        _ found: [(Int, Heading)],
        _ embedded: [Heading],
        _ lines: [TextLine],
        _ flow: Flow
    ) -> [(line: Int, heading: Heading)] {
        guard !embedded.isEmpty else { return found }
        let starts = embedded.map(\.start).sorted()
        var next = 0
        return found.map { index, whole in
            while next < starts.count, starts[next] <= whole.textStart { next += 1 }
            guard next < starts.count, starts[next] < whole.end,
                let heading = heading(lines[index], lines[index].bytes.lowerBound..<starts[next], flow)
            else { return (index, whole) }
            return (index, heading)
        }
    }

    /// The headings that stand outside of what the tables take: their rows' labels are no headings. Words that stand in
    /// a table of the form are none anywhere; before the form is known, that is any form.
    func headings(outside regions: [Range<Int>] = [], of form: Form? = nil) -> [Heading] {
        let isInTable = { (offset: Int) in regions.contains { $0.contains(offset) } }
        var found: [Heading] = ofLines.compactMap { index, heading in
            let bytes = lines[index].bytes
            if isInTable(bytes.lowerBound) || heading.enumerator == nil && heading.start < head { return nil }
            if heading.isTableLine, isTableLine(heading, of: form), !isBeforeProse(index, isInTable) { return nil }
            // A table that begins inside the line ends what can be its heading.
            let ends = regions.lazy.map(\.lowerBound).filter { $0 > bytes.lowerBound && $0 < bytes.upperBound }
            guard let end = ends.min() else { return heading }
            return Self.heading(lines[index], bytes.lowerBound..<end, flow)
        }
        found += cutHeadings(regions)
        if !embedded.isEmpty {
            let known = Set(found.map(\.start))
            found += embedded.filter { !known.contains($0.start) && !isInTable($0.textStart) }
        }
        let ranks = HeadingRanks(flow: flow)
        let ranked = ranks.ranked(found.sorted { $0.start < $1.start }) {
            PlainHeadings(flow: flow, lines: lines).found(outside: regions).filter { $0.start >= head }
        }
        return ContentsList(flow: flow, section: ranks.section).removed(from: ranked)
    }

    /// Whether a heading's words are a line of a table of the form; before the form is known, of any.
    private func isTableLine(_ heading: Heading, of form: Form?) -> Bool {
        let words = Self.withoutValues(heading.textStart..<heading.end, flow)
        return form.map { HeadingCatalog.shared.isTableLine(flow.bytes, words, of: $0) } ?? true
    }

    /// Whether a sentence follows a chapter's heading, as none follows the line of a table.
    private func isBeforeProse(_ index: Int, _ isInTable: (Int) -> Bool) -> Bool {
        guard index + 1 < lines.count else { return false }
        let next = lines[index + 1].bytes
        return next.count >= Self.longest && !isInTable(next.lowerBound)
            || flow.holds(Self.sentenceEnd, in: next)
                && !isInTable(next.lowerBound)
    }

    /// The headings of lines that are too long for one, but for the table that begins inside of them.
    private func cutHeadings(_ regions: [Range<Int>]) -> [Heading] {
        regions.compactMap { region in
            guard let index = lines.lastIndex(startingBefore: region.lowerBound),
                !ofLines.contains(where: { $0.line == index })
            else { return nil }
            let bytes = lines[index].bytes
            guard bytes.upperBound > region.lowerBound else { return nil }
            let start = startBefore(region, bytes, regions)
            guard !embedded.contains(where: { $0.start == start }) else { return nil }
            let end = flow.firstIndex(of: Self.note, in: start..<region.lowerBound) ?? region.lowerBound
            let heading = Self.heading(lines[index], start..<end, flow)
            return start == bytes.lowerBound || heading?.enumerator?.style == .chapter ? heading : nil
        }
    }

    /// （本列数据的勾稽关系为：…）, which the form prints above the table.
    private static let note = Array("(本列数据".utf8)
    /// In bytes.
    private static let longestNote = 120

    /// Where what stands before a table in its line begins: with the line, behind the table before, or behind a full
    /// stop: …没有收到申请。二、主动公开政府信息工作情况第二十条第（一）项….
    private func startBefore(_ region: Range<Int>, _ line: Range<Int>, _ regions: [Range<Int>]) -> Int {
        let others = regions.lazy.map(\.upperBound).filter { $0 > line.lowerBound && $0 <= region.lowerBound }
        let first = max(others.max() ?? line.lowerBound, region.lowerBound - Self.longest - Self.longestNote)
        let room = min(first, region.lowerBound)..<region.lowerBound
        let stop = flow.lastIndex(of: Self.sentenceEnd, in: room)
        return stop.map { $0 + Self.sentenceEnd.count } ?? first
    }

    /// The heading that a line is whose text takes `range`, or nil.
    static func heading(_ line: TextLine, _ range: Range<Int>, _ flow: Flow) -> Heading? {
        let bytes = withoutStars(range, flow)
        guard bytes.count >= shortest, line.headingLevel > 0 || mayBegin(flow.bytes, bytes.lowerBound) else {
            return nil
        }
        let all = flow.bytes
        let enumerator =
            Enumerator(all, at: bytes.lowerBound, end: bytes.upperBound)
            ?? Enumerator(looseAt: bytes.lowerBound, end: bytes.upperBound, in: all) {
                HeadingCatalog.shared.isOfficial(all, $0) || isBehindBlank($0, flow)
            }
        // Without a number or a mark of the format a line is a heading only as an official one, and those are short.
        let isBare = enumerator == nil && line.headingLevel == 0
        let longest = isBare ? HeadingCatalog.shared.longest : Self.longest
        let textStart = bytes.lowerBound + (enumerator?.length ?? 0)
        // A full stop further on ends no heading: paragraphs are not searched to their ends.
        let reach = min(bytes.upperBound, textStart + longest + sentenceEnd.count)
        let before = endBeforeSentence(textStart..<bytes.upperBound, enumerator, flow)
        let textEnd =
            before ?? flow.firstIndex(of: sentenceEnd, in: textStart..<max(textStart, reach)) ?? bytes.upperBound
        guard textEnd - textStart >= shortest, textEnd - textStart <= longest else { return nil }
        let text = textStart..<textEnd
        let isOfficial = HeadingCatalog.shared.isOfficial(flow.bytes, text)
        if isBare, !isOfficial { return nil }
        let isTableLine = HeadingCatalog.shared.isTableLine(flow.bytes, withoutValues(text, flow))
        let isMarked = line.headingLevel > 0 && isNoCaption(text, isOfficial, flow)
        let isChapter = enumerator.map { $0.style == .chapter } ?? (isOfficial || isMarked)
        // A sentence that goes on behind its first full stop is a paragraph, however short its beginning is.
        if isChapter, before == nil, textEnd < bytes.upperBound - 3, !isOfficial, !isRunIn(text, enumerator, flow) {
            return nil
        }
        guard enumerator != nil || isChapter && !isTableLine else { return nil }
        var heading = make(bytes.lowerBound, text, enumerator, line: line.line, isChapter: isChapter, flow)
        heading.isTableLine = isTableLine
        heading.endsInSentence = before != nil
        heading.isMarked = line.headingLevel > 0
        return heading
    }

    /// Whether words that name a section stand behind a blank: 一　总体概述, 六　其他有关情况.
    private static func isBehindBlank(_ text: Range<Int>, _ flow: Flow) -> Bool {
        guard flow.starts[flow.piece(at: text.lowerBound)] == text.lowerBound else { return false }
        return HeadingRanks(flow: flow).section(in: text, isBrief: flow.hasPrefix(others, at: text.lowerBound)) != nil
    }

    private static let others = Array("其他".utf8)

    /// Whether a heading that no format marks may begin at `start`: with a number, or as an official one does.
    private static func mayBegin(_ bytes: [UInt8], _ start: Int) -> Bool {
        let byte = bytes[start]
        if byte < 0x80 { return byte == UInt8(ascii: "(") || ASCII.isDigit(byte) }
        return HeadingCatalog.shared.mayBegin(bytes, start)
    }

    /// Whether what the format marks as a heading is one of the text, not of a table, and not the title.
    private static func isNoCaption(_ text: Range<Int>, _ isOfficial: Bool, _ flow: Flow) -> Bool {
        let isCaption = flow.hasPrefix(tableWord, at: text.lowerBound) && !isOfficial
        return !isCaption && TitleReader.title(Array(flow.bytes[text]), written: "") == nil
    }

    static func make(
        _ start: Int,
        _ text: Range<Int>,
        _ enumerator: Enumerator?,
        line: Int,
        isChapter: Bool,
        _ flow: Flow
    ) -> Heading {
        let end = text.upperBound
        let pieces = flow.piece(at: start)..<(flow.piece(at: end - 1) + 1)
        let isWhole = flow.starts[pieces.lowerBound] == start && flow.starts[pieces.upperBound] == end
        return Heading(
            start: start,
            end: end,
            textStart: text.lowerBound,
            enumerator: enumerator,
            line: line,
            written: isWhole ? flow.written(pieces) : flow.string(start..<end),
            isChapter: isChapter
        )
    }

    /// Without the stars that Markdown sets words in bold with: those around a heading are none of its section's text.
    static func withoutStars(_ range: Range<Int>, _ flow: Flow) -> Range<Int> {
        var start = range.lowerBound
        var end = range.upperBound
        while start < end, flow.bytes[start] == UInt8(ascii: "*") { start += 1 }
        while end > start, flow.bytes[end - 1] == UInt8(ascii: "*") { end -= 1 }
        return start..<end
    }
}
