internal import Forms

/// Tells which section of a form a heading is. The form's words are kept as bytes, made once for all reports.
struct SectionTeller: Sendable {
    private struct Words: Sendable {
        var id: String
        var groups: [[Word]]
        var others: [Word]
        var briefly: [[Word]]
    }

    private let sections: [Words]

    init(_ form: Form) {
        sections = form.sections.map { section in
            Words(
                id: section.id,
                groups: section.words.map { group in group.map { Word($0) } },
                others: section.otherWords.map { Word($0) },
                briefly: section.briefWords.map { group in group.map { Word($0) } }
            )
        }
    }

    /// The section that the heading in `range` is, its number left out; nil where the form knows no such section.
    func section(in flow: Flow, _ range: Range<Int>) -> String? { section(in: flow, range, by: \.groups) }

    /// The section that a chapter is by one word alone, which a sub-heading may have as well.
    func sectionInBrief(in flow: Flow, _ range: Range<Int>) -> String? {
        range.count <= Self.longestBrief ? section(in: flow, range, by: \.briefly) : nil
    }

    /// 15 Chinese characters: in a longer heading one word says less.
    private static let longestBrief = 45

    private func section(in flow: Flow, _ range: Range<Int>, by words: (Words) -> [[Word]]) -> String? {
        let mask = WordMask(flow.bytes, range)
        return sections.first { section in
            words(section).contains { group in group.allSatisfy { flow.holds($0, in: range, mask) } }
                && !section.others.contains { flow.holds($0, in: range, mask) }
        }?.id
    }
}
