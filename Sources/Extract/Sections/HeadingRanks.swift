internal import Bytes
internal import Forms

/// Tells which of a text's headings are its main parts, where the usual sign of it, 一、, is not there.
struct HeadingRanks {
    let flow: Flow

    /// The words of the form that has the most sections: those of the others are among them.
    private static let teller = Lexicon.all.max { $0.form.sections.count < $1.form.sections.count }?.sections

    /// So many sections make a report.
    private static let fewest = 3

    /// `headings`, in order, those that stand for the main parts marked as chapters; `plain` gives lines without a number
    /// that may be headings, and is asked only where the numbers do not tell.
    func ranked(_ headings: [Heading], plain: () -> [Heading]) -> [Heading] {
        let chapters = headings.filter(\.isChapter)
        // Numbered chapters, or such as the format marks, show that the others would be so, too.
        let isBare = sections(of: chapters.filter { $0.enumerator != nil || $0.isMarked }) < 2
        guard sections(of: chapters) < Self.fewest else {
            return isBare ? joined(headings, plain()) : completed(headings, plain)
        }
        for style in [Enumerator.Style.part, .item] {
            let chain = chain(of: headings, style)
            guard sections(of: chain.map { headings[$0] }) >= Self.fewest else { continue }
            var result = headings
            for index in chain { result[index].isChapter = true }
            return result
        }
        return isBare ? joined(headings, plain()) : headings
    }

    /// The sections that every form asks for.
    private static let common: Set = ["proactive", "applications", "disputes", "problems"]

    /// Where a section has no heading among those that are numbered, a line without a number may be it, and is none of
    /// the main parts then.
    private func completed(_ headings: [Heading], _ plain: () -> [Heading]) -> [Heading] {
        let missing = Self.common.subtracting(headings.compactMap { section($0) })
        guard !missing.isEmpty else { return headings }
        let found = plain().filter { section($0).map(missing.contains) ?? false }.map { heading in
            var heading = heading
            heading.isChapter = false
            return heading
        }
        return found.isEmpty ? headings : (headings + found).sorted { $0.start < $1.start }
    }

    private func joined(_ headings: [Heading], _ plain: [Heading]) -> [Heading] {
        let known = Set(headings.map(\.start))
        let others = plain.filter { !known.contains($0.start) }
        guard !others.isEmpty else { return headings }
        let all = (headings + others).sorted { $0.start < $1.start }
        return sections(of: all.filter(\.isChapter)) >= Self.fewest ? all : headings
    }

    func section(_ heading: Heading) -> String? {
        section(in: heading.textStart..<heading.end, isBrief: heading.isChapter)
    }

    /// The section that the words in `text` name; `isBrief` says that one word alone may.
    func section(in text: Range<Int>, isBrief: Bool) -> String? {
        Self.teller?.section(in: flow, text) ?? (isBrief ? Self.teller?.sectionInBrief(in: flow, text) : nil)
    }

    private func sections(of headings: [Heading]) -> Int {
        var ids: Set<String> = []
        for heading in headings where ids.count < Self.fewest {
            if let id = section(heading) { ids.insert(id) }
        }
        return ids.count
    }

    private func isOfficial(_ heading: Heading) -> Bool {
        HeadingCatalog.shared.isOfficial(flow.bytes, heading.textStart..<heading.end)
    }

    /// The headings of a style that count 1, 2, 3 through the text: of several with the next number the one in official
    /// words, else one that is a section's, else the first.
    private func chain(of headings: [Heading], _ style: Enumerator.Style) -> [Int] {
        let own = headings.indices.filter { headings[$0].enumerator?.style == style }
        var chain: [Int] = []
        var position = 0
        while true {
            let next = own[position...].filter { headings[$0].enumerator?.number == chain.count + 1 }
            guard
                let found = next.first(where: { isOfficial(headings[$0]) })
                    ?? next.first(where: { section(headings[$0]) != nil }) ?? next.first,
                let place = own.firstIndex(of: found)
            else { return chain }
            chain.append(found)
            position = place + 1
        }
    }
}

/// Finds headings that have neither a number nor official words: short lines that name a section, with a paragraph or a
/// table behind them.
struct PlainHeadings {
    let flow: Flow
    let lines: [TextLine]

    /// 24 Chinese characters.
    private static let longest = 72
    private static let shortest = 6
    /// A paragraph's line is longer, 20 Chinese characters; a word of a menu is not.
    private static let shortestParagraph = 60
    private static let sentenceEnd = Array("。".utf8)
    private static let foreign = ["。", ",", ";", "《", "》", ">", "|", "年", "…"].map { Array($0.utf8) }

    func found(outside regions: [Range<Int>]) -> [Heading] {
        lines.indices.compactMap { index in
            let bytes = lines[index].bytes
            guard bytes.count >= Self.shortest, bytes.count <= Self.longest else { return nil }
            let text = behindYear(bytes)
            guard isPlain(text),
                !regions.contains(where: { $0.overlaps(bytes) }), isBeforeText(index, regions)
            else { return nil }
            let heading = Heading(
                start: bytes.lowerBound,
                end: bytes.upperBound,
                textStart: text.lowerBound,
                enumerator: nil,
                line: lines[index].line,
                written: flow.written(lines[index].pieces),
                isChapter: true
            )
            return HeadingRanks(flow: flow).section(heading) == nil ? nil : heading
        }
    }

    private static let spans = ["年度", "全年", "本年度", "年"].map { Array($0.utf8) }

    /// The words of a line without the year before them: 2021年总体情况, 全年工作总体情况.
    private func behindYear(_ line: Range<Int>) -> Range<Int> {
        let digits = line.prefix(4).prefix { ASCII.isDigit(flow.bytes[$0]) }.count
        guard digits == 0 || digits == 4 else { return line }
        let start = line.lowerBound + digits
        guard let span = Self.spans.first(where: { flow.hasPrefix($0, at: start) }) else { return line }
        return min(start + span.count, line.upperBound)..<line.upperBound
    }

    private func isPlain(_ bytes: Range<Int>) -> Bool {
        !bytes.contains { flow.bytes[$0] < 0x80 && flow.bytes[$0] != UInt8(ascii: ":") }
            && !Self.foreign.contains { flow.holds($0, in: bytes) }
    }

    private func isBeforeText(_ index: Int, _ regions: [Range<Int>]) -> Bool {
        guard index + 1 < lines.count else { return false }
        let next = lines[index + 1].bytes
        if isOfPage(next) { return false }
        if next.count >= Self.shortestParagraph || flow.holds(Self.sentenceEnd, in: next) { return true }
        // Its first part's heading.
        if Enumerator(flow.bytes, at: next.lowerBound, end: next.upperBound)?.style == .part { return true }
        // What is also a line of a table stands before more of it.
        return regions.contains { $0.overlaps(next) }
            && !HeadingCatalog.shared.isTableLine(flow.bytes, lines[index].bytes)
    }
}
