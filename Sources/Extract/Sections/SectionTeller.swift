internal import Forms

/// Tells which section of a form a heading is. The form's words are kept as bytes, made once for all reports.
struct SectionTeller: Sendable {
    private struct Words: Sendable {
        var id: String
        var groups: [[[UInt8]]]
        var others: [[UInt8]]
    }

    private let sections: [Words]

    init(_ form: Form) {
        sections = form.sections.map { section in
            Words(
                id: section.id,
                groups: section.words.map { group in group.map { Array($0.utf8) } },
                others: section.otherWords.map { Array($0.utf8) }
            )
        }
    }

    /// The section that the heading in `range` is, its number left out; nil where the form knows no such section.
    func section(in flow: Flow, _ range: Range<Int>) -> String? {
        sections.first { section in
            section.groups.contains { group in group.allSatisfy { flow.holds($0, in: range) } }
                && !section.others.contains { flow.holds($0, in: range) }
        }?.id
    }
}
