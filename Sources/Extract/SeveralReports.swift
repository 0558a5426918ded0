internal import Forms
internal import Model

/// What a text holds besides the report that it begins with: scrapers put the next record behind it, and prints for
/// comparison put two years beside each other.
enum SeveralReports: Equatable {
    case none
    /// Another report begins at this byte.
    case follows(at: Int)
    /// Two reports share the lines: what stands in them is nobody's.
    case beside

    /// How many other sections must stand between the beginnings of two reports.
    private static let fewestBetween = 3
    /// How many headings must stand twice on their line.
    private static let fewestPairs = 3
    /// A title and what is printed around it take so many lines.
    private static let titleLines = 12

    /// What the text holds, by its headings, which are all that it has, in their order.
    static func found(_ headings: [Heading], _ lexicon: Lexicon, _ flow: Flow, _ lines: [TextLine]) -> SeveralReports {
        let chapters = headings.filter(\.isChapter).compactMap { heading in
            lexicon.sections.section(in: flow, heading.textStart..<heading.end).map { (heading: heading, id: $0) }
        }
        let pairs = zip(chapters, chapters.dropFirst()).count { $0.id == $1.id && isBeside($0.heading, $1.heading) }
        if pairs >= fewestPairs { return .beside }
        guard let first = chapters.first, first.id == lexicon.form.sections.first?.id else { return .none }
        var between: Set<String> = []
        for (index, chapter) in chapters.enumerated().dropFirst() {
            if chapter.id != first.id {
                between.insert(chapter.id)
            } else if between.count >= fewestBetween {
                return .follows(at: beginning(of: chapter.heading, after: chapters[index - 1].heading, flow, lines))
            }
        }
        return .none
    }

    /// Whether two headings share a line and are written alike. A heading whose number is a paragraph of its own, 一、 before
    /// 概述, is one.
    private static func isBeside(_ first: Heading, _ second: Heading) -> Bool {
        first.line == second.line && first.enumerator?.number == second.enumerator?.number
    }

    /// Where the report begins whose first heading is `heading`: at its title, where it has one.
    private static func beginning(of heading: Heading, after last: Heading, _ flow: Flow, _ lines: [TextLine]) -> Int {
        let before = lines.filter { $0.bytes.lowerBound >= last.end && $0.bytes.upperBound <= heading.start }
        let title = before.suffix(titleLines).first { line in
            line.bytes.count <= 180 && TitleReader.title(Array(flow.bytes[line.bytes]), written: "") != nil
        }
        return title?.bytes.lowerBound ?? heading.start
    }
}

extension Flow {
    /// The text up to the byte at `end`.
    func prefix(upTo end: Int) -> Flow {
        var outline = outline
        outline.pieces = Array(pieces[..<piece(at: end)])
        return Flow(outline)
    }
}

extension Report {
    /// The report as far as it can be told where two years stand beside each other: its headings, and no number.
    var undecided: Report {
        var report = self
        report.identity.year = nil
        report.identity.title = nil
        report.claims = []
        report.claimLists = []
        report.claimShares = []
        report.claimGrowths = []
        report.narrative = ""
        report.narrativeLines = LineMap()
        for index in sections.indices { report.sections[index].body = "" }
        report.tables = tables.map(\.undecided)
        let reason = "two reports stand beside each other on each line: what belongs to which cannot be told"
        report.unverified.append(Unverified(rule: "identity.year", reason: reason))
        return report
    }
}

extension Table {
    /// The table with every cell in doubt.
    fileprivate var undecided: Table {
        var table = self
        table.state = .partial
        for row in rows.indices {
            for column in rows[row].cells.indices where rows[row].cells[column] != nil {
                table.rows[row].cells[column]?.content = .ambiguous
            }
        }
        return table
    }
}
