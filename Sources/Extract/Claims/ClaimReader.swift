internal import Forms
internal import Bytes
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

    /// The narrative cut where no sentence goes on: at tables, headings, borders of cells, blank lines, and where numbers stand
    /// one below the other.
    private func stretches() -> [Range<Int>] {
        var cuts: [Int] = []
        for heading in headings { cuts += heading.endsInSentence ? [heading.start] : [heading.start, heading.end] }
        for region in regions { cuts += [region.lowerBound, region.upperBound] }
        let broken = BrokenParagraphs(flow: flow)
        for (index, piece) in flow.pieces.enumerated()
        where piece.gap >= .cell || piece.lineEnds > 1 && !broken.goesOn(at: index) || isInColumn(index) {
            cuts.append(flow.starts[index])
        }
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

    /// So many lines with nothing but a number each are cells of a table that nobody knows.
    private static let fewestNumbers = 3

    /// Whether a piece is a number in such a column, or what stands right behind one.
    private func isInColumn(_ index: Int) -> Bool {
        guard index > 0, flow.pieces[index].gap == .line, isNumber(index - 1) || isNumber(index) else { return false }
        var first = index
        while first > 0, index - first < Self.fewestNumbers, isNumber(first - 1), flow.pieces[first].gap == .line {
            first -= 1
        }
        var end = index
        while end < flow.pieces.count, end - index < Self.fewestNumbers, isNumber(end), flow.pieces[end].gap == .line {
            end += 1
        }
        return end - first >= Self.fewestNumbers
    }

    /// 12, 4.3%, —.
    private func isNumber(_ index: Int) -> Bool {
        let range = flow.range(index)
        return range.count <= 8 && !range.isEmpty
            && flow.bytes[range].allSatisfy {
                ASCII.isDigit($0) || $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: "%") || $0 == UInt8(ascii: ",")
            }
    }
}
