internal import Forms
internal import Model

/// A text whose form, tables and headings are known, and the parts of the report that it is.
struct ReportText {
    let flow: Flow
    /// The lines, and what stands in them between marks that end a title or a name.
    let phrases: [TextLine]
    let form: Form
    let headings: [Heading]
    /// What the tables take.
    let regions: [Range<Int>]
    private let tables: [Table]
    /// The sections, and where each begins.
    private let located: [(section: Section, start: Int)]
    /// Where the matter of a section begins.
    private let matters: [(start: Int, id: String?)]

    init(flow: Flow, phrases: [TextLine], lexicon: Lexicon, tables: [TableReader.Found], headings: [Heading]) {
        self.flow = flow
        self.phrases = phrases
        form = lexicon.form
        self.headings = headings
        regions = tables.map(\.region)
        self.tables = tables.map(\.table)
        let finder = SectionFinder(flow: flow, lexicon: lexicon, headings: headings, regions: regions)
        located = finder.located()
        matters = finder.matters(located)
    }

    private var sections: [Section] { located.map(\.section) }

    func kindTeller(_ identity: Identity) -> KindTeller {
        KindTeller(flow: flow, lines: phrases, identity: identity, sections: sections, tables: tables)
    }

    func report(source: Source, identity: Identity) -> Report {
        let sections = sections
        let tables = LostTables.adding(to: tables, form: form, sections: sections)
        let narrative = Narrative(flow, outside: regions)
        var report = Report(
            source: source,
            identity: identity,
            sections: sections,
            tables: tables,
            narrative: narrative.text,
            narrativeLines: narrative.lines,
            imprint: imprint(identity, source.hint)
        )
        let reading = claims(identity, tables)
        report.claims = reading.claims
        report.claimLists = reading.lists
        report.claimShares = reading.shares
        report.claimGrowths = reading.growths
        return report
    }

    private func claims(_ identity: Identity, _ tables: [Table]) -> ClaimReading {
        ClaimReader(
            flow: flow,
            regions: regions,
            sections: matters,
            headings: headings,
            reportYear: identity.year,
            paths: CellPaths(form: form, tables: tables),
            agency: identity.agency
        ).read()
    }

    private func imprint(_ identity: Identity, _ hint: Source.Hint?) -> Imprint {
        var imprint = DateReader(flow: flow, lines: phrases).imprint(after: headings.first?.start ?? 0)
        // What a scraper says of the day is of some posting; of one before the report can have been, it says nothing.
        if imprint.printedDate == nil, let date = hint?.published, date > "\(identity.year ?? .max)-12-31" {
            imprint.printedDate = date
        }
        if imprint.signed == nil, let agency = identity.agency,
            let above = DateReader(flow: flow, lines: phrases).signedAbove(by: agency),
            above.date > "\(identity.year ?? .max)-12-31"
        {
            (imprint.signed, imprint.signedLine) = above
        }
        imprint.sampleLine = sampleLine
        let isWhole = form.sections.allSatisfy { form in !form.isRequired || sections.contains { $0.id == form.id } }
        if !isWhole { imprint.pagerLine = Pager.line(in: flow) ?? 0 }
        imprint.titleLine = identity.title.map(line(ofTitle:)) ?? 0
        return imprint
    }

    /// The line where the title begins, which stands before the headings; 0 where only the format gives one.
    private func line(ofTitle title: String) -> Int {
        let head = 0..<(headings.first?.start ?? flow.bytes.count)
        guard let place = flow.firstIndex(of: flow.normalised(title), in: head) else { return 0 }
        return flow.pieces[flow.piece(at: place)].line
    }

    private static let sample = Array("样表)".utf8)

    /// The line on which the head of a table says that it is a sample; 0 where none does.
    private var sampleLine: Int {
        for region in regions {
            let head = region.lowerBound..<min(region.upperBound, region.lowerBound + 200)
            if let found = flow.firstIndex(of: Self.sample, in: head) {
                return flow.pieces[flow.piece(at: found)].line
            }
        }
        return 0
    }
}
