internal import Model

/// A line that stands as a heading.
struct Heading {
    /// Where it begins, with its number.
    var start: Int
    var end: Int
    /// Where its text begins, behind its number.
    var textStart: Int
    /// The number, where it has one.
    var enumerator: Enumerator?
    var line: Int
    /// As printed, without white space.
    var written: String
    /// Whether it is one of the report's main parts.
    var isChapter: Bool
}

/// Finds the headings of a text.
struct HeadingFinder {
    let flow: Flow
    let lines: [TextLine]
    /// What the tables take; their rows' labels are no headings.
    let regions: [Range<Int>]

    /// 45 Chinese characters: no heading is longer, and every paragraph is.
    private static let longest = 135
    private static let tableWord = Array("表".utf8)
    private static let sentenceEnd = Array("。".utf8)

    func headings() -> [Heading] {
        var found: [Heading] = lines.compactMap(heading)
        let known = Set(found.map(\.start))
        for heading in embedded() where !known.contains(heading.start) { found.append(heading) }
        return found.sorted { $0.start < $1.start }
    }

    /// Where the first chapter begins that a line of its own announces; a title stands before it.
    func firstChapter() -> Int? { lines.lazy.compactMap(heading).first(where: \.isChapter)?.start }

    /// The heading that a line is, or nil.
    private func heading(_ line: TextLine) -> Heading? {
        guard !isInTable(line.bytes.lowerBound) else { return nil }
        let end = regions.map(\.lowerBound).filter { $0 > line.bytes.lowerBound && $0 < line.bytes.upperBound }.min()
        let bytes = withoutStars(line.bytes.lowerBound..<(end ?? line.bytes.upperBound))
        let enumerator =
            Enumerator(flow.bytes, at: bytes.lowerBound, end: bytes.upperBound)
            ?? Enumerator(looseAt: bytes.lowerBound, end: bytes.upperBound, in: flow.bytes) {
                HeadingCatalog.shared.isOfficial($0)
            }
        let textStart = bytes.lowerBound + (enumerator?.length ?? 0)
        var textEnd = bytes.upperBound
        if let stop = flow.firstIndex(of: Self.sentenceEnd, in: textStart..<textEnd) { textEnd = stop }
        guard textEnd > textStart, textEnd - textStart <= Self.longest else { return nil }
        // No heading of one character: most lines of a flattened table are numbers.
        guard textEnd - textStart >= 6 else { return nil }
        let text = flow.bytes[textStart..<textEnd]
        if HeadingCatalog.shared.isTableLine(text) { return nil }
        let isOfficial = HeadingCatalog.shared.isOfficial(text)
        let isCaption = flow.hasPrefix(Self.tableWord, at: textStart) && !isOfficial
        let isMarked = line.headingLevel > 0 && !isCaption && TitleReader.title(Array(text), written: "") == nil
        let isChapter = enumerator.map { $0.style == .chapter } ?? (isOfficial || isMarked)
        // A sentence that goes on behind its first full stop is a paragraph, however short its beginning is.
        if isChapter, textEnd < bytes.upperBound - 3, !isOfficial { return nil }
        guard enumerator != nil || isChapter else { return nil }
        return make(bytes.lowerBound, textStart, textEnd, enumerator, line: line.line, isChapter: isChapter)
    }

    /// Official headings with a chapter's number inside a line, as pages without line ends have them.
    private func embedded() -> [Heading] {
        HeadingCatalog.shared.matcher.matches(in: flow.bytes).compactMap { match in
            guard !isInTable(match.start) else { return nil }
            // 三、 and （三） alike take six or nine bytes before the heading.
            for length in [6, 9] where match.start >= length {
                let start = match.start - length
                if let enumerator = Enumerator(flow.bytes, at: start, end: match.start), enumerator.length == length,
                    enumerator.style == .chapter
                {
                    let line = flow.pieces[flow.piece(at: start)].line
                    return make(start, match.start, match.end, enumerator, line: line, isChapter: true)
                }
            }
            return nil
        }
    }

    private func make(
        _ start: Int,
        _ textStart: Int,
        _ end: Int,
        _ enumerator: Enumerator?,
        line: Int,
        isChapter: Bool
    ) -> Heading {
        let pieces = flow.piece(at: start)..<(flow.piece(at: end - 1) + 1)
        let isWhole = flow.starts[pieces.lowerBound] == start && flow.starts[pieces.upperBound] == end
        return Heading(
            start: start,
            end: end,
            textStart: textStart,
            enumerator: enumerator,
            line: line,
            written: isWhole ? flow.written(pieces) : flow.string(start..<end),
            isChapter: isChapter
        )
    }

    private func isInTable(_ offset: Int) -> Bool { regions.contains { $0.contains(offset) } }

    /// Without the stars that Markdown sets words in bold with.
    private func withoutStars(_ range: Range<Int>) -> Range<Int> {
        var start = range.lowerBound
        var end = range.upperBound
        while start < end, flow.bytes[start] == UInt8(ascii: "*") { start += 1 }
        while end > start, flow.bytes[end - 1] == UInt8(ascii: "*") { end -= 1 }
        return start..<end
    }
}
