internal import Forms
internal import Model

/// Tells which sections of its form a report has, and what stands in them.
struct SectionFinder {
    let flow: Flow
    let lexicon: Lexicon
    let headings: [Heading]
    let regions: [Range<Int>]

    /// The main headings, and the sub-headings that stand for a section which has no main heading.
    func sections() -> [Section] { located().map(\.section) }

    /// The same, with the place in the flow where each heading begins.
    func located() -> [(section: Section, start: Int)] {
        let chapters = withoutCaptions(headings.filter(\.isChapter))
        var sections = chapters.map { (heading: $0, id: id(of: $0), isNested: false) }
        keepOneOfEach(&sections)
        nameBriefly(&sections)
        nameFirst(&sections)
        nameDisclosure(&sections)
        let named = sections
        let known = Set(sections.compactMap(\.id))
        let overview = overviewOfTables(sections)
        var nested: Set<String> = []
        for heading in headings where !heading.isChapter {
            guard let id = id(of: heading), !known.contains(id), isWanted(id),
                !(overview?.contains(heading.start) ?? false && hasTable(id)), !isMeasure(heading, among: named),
                nested.insert(id).inserted
            else { continue }
            sections.append((heading, id, true))
        }
        sections.sort { $0.heading.start < $1.heading.start }
        return sections.enumerated().map { index, item in
            let rest = sections[(index + 1)...].first { item.isNested || !$0.isNested }
            let end = rest?.heading.start ?? flow.bytes.count
            return (section(item.heading, item.id, item.isNested, end: end), item.heading.start)
        }
    }

    /// Where the matter of a section begins, for what the text says in figures: the sections, and the parts of the overview
    /// that speak of applications (国办公开办函〔2021〕30号, 一（二）) under sub-headings of their own.
    func matters(_ sections: [(section: Section, start: Int)]) -> [(start: Int, id: String?)] {
        let all = sections.map { (start: $0.start, id: $0.section.id) }
        guard let overview = all.firstIndex(where: { $0.id == "overview" }) else { return all }
        let end = overview + 1 < all.count ? all[overview + 1].start : flow.bytes.count
        var aspects: [(start: Int, id: String?)] = []
        var style: Enumerator.Style?
        for heading in headings where !heading.isChapter && (all[overview].start..<end).contains(heading.start) {
            guard let own = heading.enumerator?.style else { continue }
            if id(of: heading) == "applications" {
                aspects.append((heading.start, "applications"))
                style = own
            } else if own == style {
                aspects.append((heading.start, "overview"))
                style = nil
            }
        }
        return all[...overview] + aspects + all[(overview + 1)...]
    }

    /// Of several chapters that could be one section, the one before a table is it, else the first.
    private func keepOneOfEach(_ sections: inout [(heading: Heading, id: String?, isNested: Bool)]) {
        for id in Set(sections.compactMap(\.id)) {
            let same = sections.indices.filter { sections[$0].id == id }
            // A line without a number repeats a numbered heading as a table's caption.
            let isNumbered = same.contains { sections[$0].heading.enumerator != nil }
            let kept = same.first { index in
                if isNumbered, sections[index].heading.enumerator == nil { return false }
                let span = span(of: index, in: sections)
                return regions.contains {
                    $0.lowerBound >= sections[index].heading.end && $0.lowerBound < span.upperBound
                }
            }
            let first = same.first { sections[$0].heading.enumerator != nil } ?? same[0]
            for index in same where index != kept ?? first { sections[index].id = nil }
        }
    }

    /// The overview, where a section that is a table stands with its table: what the overview then says of 主动公开 and
    /// 依申请公开 under sub-headings of its own (国办公开办函〔2021〕30号, 一) is not the section of that table.
    private func overviewOfTables(_ chapters: [(heading: Heading, id: String?, isNested: Bool)]) -> Range<Int>? {
        guard let overview = chapters.firstIndex(where: { $0.id == "overview" }) else { return nil }
        let stands = chapters.indices.contains { index in
            guard let id = chapters[index].id, hasTable(id) else { return false }
            return regions.contains { span(of: index, in: chapters).contains($0.lowerBound) }
        }
        return stands ? span(of: overview, in: chapters) : nil
    }

    private func hasTable(_ id: String) -> Bool { lexicon.form.tables.contains { $0.section == id } }

    private func span(of index: Int, in chapters: [(heading: Heading, id: String?, isNested: Bool)]) -> Range<Int> {
        let start = chapters[index].heading.start
        return start..<(index + 1 < chapters.count ? max(start, chapters[index + 1].heading.start) : flow.bytes.count)
    }

    /// Chapters of which one word says what they are, where no other chapter is that section: 二、主动公开, 五、不足与打算.
    private func nameBriefly(_ sections: inout [(heading: Heading, id: String?, isNested: Bool)]) {
        var known = Set(sections.compactMap(\.id))
        for index in sections.indices where sections[index].id == nil {
            let heading = sections[index].heading
            guard let id = lexicon.sections.sectionInBrief(in: flow, heading.textStart..<heading.end),
                known.insert(id).inserted
            else { continue }
            sections[index].id = id
        }
    }

    /// A first chapter of free words that stands before 主动公开 is the overview: 一、围绕…全面推进政务公开.
    private func nameFirst(_ sections: inout [(heading: Heading, id: String?, isNested: Bool)]) {
        guard sections.count > 1, sections[0].id == nil, sections[0].heading.enumerator?.number == 1,
            sections[1].id == "proactive", !sections.contains(where: { $0.id == "overview" })
        else { return }
        // The same words again are the table's caption, and the overview is missing.
        guard text(sections[0].heading) != text(sections[1].heading) else { return }
        sections[0].id = "overview"
    }

    private func text(_ heading: Heading) -> ArraySlice<UInt8> { flow.bytes[heading.textStart..<heading.end] }

    func id(of heading: Heading) -> String? {
        lexicon.sections.section(in: flow, heading.textStart..<heading.end)
    }

    /// A sub-heading can stand for a section that is asked for, or for the annex.
    func isWanted(_ id: String) -> Bool {
        lexicon.form.sections.contains { $0.id == id && ($0.isRequired || $0.id == "annex") }
    }

    private func section(_ heading: Heading, _ id: String?, _ isNested: Bool, end: Int) -> Section {
        let body = HeadingFinder.withoutStars(heading.end..<max(heading.end, end), flow)
        return Section(
            id: id,
            heading: heading.written,
            line: heading.line,
            inDocument: flow.outline.documentPlace(of: flow.pieces[flow.piece(at: heading.start)]),
            isNested: isNested,
            body: flow.prose(body, outside: regions),
            hasTable: regions.contains { $0.upperBound > body.lowerBound && $0.lowerBound < end }
        )
    }
}
