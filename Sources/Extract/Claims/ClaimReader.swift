internal import Forms
internal import Model

/// The figures of the narrative, and how they hang together.
struct ClaimReading {
    var claims: [Claim] = []
    var lists: [ClaimList] = []
    var shares: [ClaimShare] = []
    var growths: [ClaimGrowth] = []
}

/// Reads what the narrative of a report says in figures.
///
/// It reads sentence by sentence, outside the tables, and keeps nothing but the matter of the sentence before: what a
/// number counts is told by the words of its own clause, or of the one before where those say nothing.
struct ClaimReader {
    let flow: Flow
    /// What the tables take.
    let regions: [Range<Int>]
    /// Where the matters of the sections begin, in their order, with the sections' identifiers.
    let sections: [(start: Int, id: String?)]
    /// Where a heading begins or ends: no sentence goes on there.
    let headings: [Heading]
    let reportYear: Int?
    let paths: CellPaths
    /// The body whose report it is.
    let agency: String?

    func read() -> ClaimReading {
        var reader = StretchReader(flow: flow, paths: paths, reportYear: reportYear, agency: agency)
        var section = 0
        for stretch in stretches() {
            while section < sections.count, sections[section].start <= stretch.lowerBound { section += 1 }
            reader.read(stretch, section: section > 0 ? sections[section - 1].id : nil)
        }
        return reader.result
    }

    /// The narrative cut where no sentence goes on: at tables, headings, borders of cells and blank lines.
    private func stretches() -> [Range<Int>] {
        var cuts: [Int] = []
        for heading in headings { cuts += heading.endsInSentence ? [heading.start] : [heading.start, heading.end] }
        for region in regions { cuts += [region.lowerBound, region.upperBound] }
        let broken = BrokenParagraphs(flow: flow)
        for (index, piece) in flow.pieces.enumerated()
        where piece.gap >= .cell || piece.lineEnds > 1 && !broken.goesOn(at: index) { cuts.append(flow.starts[index]) }
        cuts.append(flow.bytes.count)
        cuts.sort()
        var stretches: [Range<Int>] = []
        var start = 0
        var region = 0
        let regions = regions.sorted { $0.lowerBound < $1.lowerBound }
        for cut in cuts where cut > start {
            while region < regions.count, regions[region].upperBound <= start { region += 1 }
            let isTable = region < regions.count && regions[region].contains(start)
            // Four bytes hold no figure with its unit.
            if !isTable, cut - start > 4 { stretches.append(start..<cut) }
            start = cut
        }
        return stretches
    }
}
