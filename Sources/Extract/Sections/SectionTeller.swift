internal import Forms

/// Tells which section of a form a heading is. The form's words are kept as bytes, made once for all reports.
struct SectionTeller: Sendable {
    /// Words that together name a section.
    private struct Name: Sendable {
        var words: [Word]
        /// The index of the section.
        var section: Int
    }

    private struct Section: Sendable {
        var id: String
        /// Words that no heading of it has.
        var others: [Word]
    }

    /// In the order of the sections, and beside each the mask of all its words: nearly all are ruled out by that.
    private struct Names: Sendable {
        var names: [Name]
        var masks: [WordMask]

        init(_ sections: [SectionForm], _ words: (SectionForm) -> [[String]]) {
            names = sections.enumerated().flatMap { index, section in
                words(section).map { group in Name(words: group.map { Word($0) }, section: index) }
            }
            masks = names.map { name in name.words.reduce(into: WordMask([])) { $0.add($1.mask) } }
        }
    }

    private let sections: [Section]
    private let full: Names
    private let brief: Names

    init(_ form: Form) {
        sections = form.sections.map { section in
            Section(id: section.id, others: section.otherWords.map { Word($0) })
        }
        full = Names(form.sections, \.words)
        brief = Names(form.sections, \.briefWords)
    }

    /// The section that the heading in `range` is, its number left out; nil where the form knows no such section.
    func section(in flow: Flow, _ range: Range<Int>) -> String? { section(in: flow, range, by: full) }

    /// The section that a chapter is by one word alone, which a sub-heading may have as well.
    func sectionInBrief(in flow: Flow, _ range: Range<Int>) -> String? {
        range.count <= Self.longestBrief ? section(in: flow, range, by: brief) : nil
    }

    /// 15 Chinese characters: in a longer heading one word says less.
    private static let longestBrief = 45

    private func section(in flow: Flow, _ range: Range<Int>, by names: Names) -> String? {
        let mask = WordMask(flow.bytes, range)
        for index in names.masks.indices where mask.mayHold(names.masks[index]) {
            let name = names.names[index]
            if name.words.allSatisfy({ flow.holds($0.bytes, in: range) }), !isOther(name.section, in: flow, range, mask)
            {
                return sections[name.section].id
            }
        }
        return nil
    }

    private func isOther(_ section: Int, in flow: Flow, _ range: Range<Int>, _ mask: WordMask) -> Bool {
        sections[section].others.contains { flow.holds($0, in: range, mask) }
    }
}
