internal import Model

/// Which of several lines is the report's title.
extension TitleReader {
    /// What may be the title, and what it says.
    struct Candidate {
        let title: Title
        /// The lines that it stands on; none of the title that the document keeps apart from its text.
        let lines: Range<Int>
        let year: Int?
        let agency: String?
        private let isCaption: Bool

        init(_ title: Title, lines: Range<Int>) {
            self.title = title
            self.lines = lines
            year = YearReader.year(inTitle: title.bytes)
            agency = AgencyReader.agency(in: title)
            isCaption = title.bytes.firstIndex(of: TitleReader.caption) != nil
        }

        /// A title with a year and a body's name says more than one without.
        var said: Int { 1 + (year == nil ? 0 : 1) + (agency == nil ? 0 : 1) }
        var isFull: Bool { said == 3 }
        var score: Int { said * 4 - lines.count }
        var isOneFullLine: Bool { isFull && lines.count == 1 }
        /// A report has the title of a table besides its own: it loses as much as a title may that stands on three lines.
        var rank: Int { score - (isCaption ? 2 : 0) }

        func says(what other: Candidate) -> Bool { year == other.year && agency == other.agency }
    }

    private static let caption = Array("统计表".utf8)
    private static let report = Array("报告".utf8)

    /// The title that the document keeps apart from its text.
    var ownTitle: Candidate? {
        guard let own = flow.outline.documentTitle else { return nil }
        let title = titleBehindSite(own) ?? Self.title(flow.normalised(own), written: own)
        return title.map { Candidate($0, lines: 0..<0) }
    }

    /// The candidate that says most. Of those that say as much it is one that names the year that the text reports on:
    /// above it may stand links to the reports of other years, or to those of other bodies. A menu has 年报.
    func best(of candidates: [Candidate]) -> Candidate? {
        guard let best = mostTelling(of: candidates) else { return nil }
        return candidates.first { isWhole($0, of: best) } ?? best
    }

    /// Whether a candidate begins a line before another, in the middle of its body's name: 某县交通运输综合行政执, 法大队2023年….
    private func isWhole(_ candidate: Candidate, of other: Candidate) -> Bool {
        guard candidate.lines.upperBound == other.lines.upperBound, candidate.lines.count == other.lines.count + 1,
            candidate.isFull, candidate.year == other.year, let name = candidate.agency, let rest = other.agency,
            name.hasSuffix(rest)
        else { return false }
        let line = Array(flow.bytes[lines[candidate.lines.lowerBound].bytes])
        return name.hasPrefix(String(decoding: line, as: UTF8.self)) && AgencyReader.beginsWithPlace(line)
            && (!AgencyReader.isBody(line) || AgencyReader.levels.contains { line.ends(with: $0) })
            && !Self.columns.contains { line.ends(with: $0) }
    }

    /// What names of sites and columns end with.
    private static let columns = ["网", "网站", "平台", "门户", "专栏", "公开", "栏目", "主站"].map { Array($0.utf8) }

    private func mostTelling(of candidates: [Candidate]) -> Candidate? {
        guard let rank = candidates.lazy.map(\.rank).max() else { return nil }
        var equal = candidates.filter { $0.rank == rank }
        let ofPeriod = equal.filter { period != nil && $0.year == period }
        if !ofPeriod.isEmpty { equal = ofPeriod }
        let first = equal[0]
        if first.said == 1 { return equal.first { $0.title.bytes.ends(with: Self.report) } ?? first }
        guard first.isFull, equal.contains(where: { $0.agency != first.agency }) else { return first }
        // A list of links to all bodies of a province is no longer.
        equal = Array(equal.prefix(Self.mostTied))
        let standings = equal.map(standing)
        let most = standings.max() ?? 0
        return standings.firstIndex(of: most).map { equal[$0] }
    }

    /// How much the page and its text speak for a title: as a heading, as whose report the text says it is, and as the
    /// body that it speaks of.
    private func standing(of candidate: Candidate) -> Int {
        let isHeading = lines[candidate.lines.lowerBound].headingLevel == 1
        guard let agency = candidate.agency.map({ Array($0.utf8) }) else { return 0 }
        var named = 0
        var isSigned = false
        var start = lines[candidate.lines.upperBound - 1].bytes.upperBound
        let end = min(flow.bytes.count, start + Self.longestText)
        while named < Self.mostNamed, let place = flow.firstIndex(of: agency, in: start..<end) {
            start = place + agency.count
            guard let line = lines.lastIndex(startingBefore: place + 1).map({ lines[$0].bytes }),
                line.count > Self.longest || Self.title(Array(flow.bytes[line]), written: "") == nil
            else { continue }
            named += 1
            let isYear = YearReader.year(flow.bytes, at: start) != nil
            isSigned = isSigned || isYear || start == line.upperBound
        }
        return (isHeading ? Self.mostNamed * 2 : 0) + (isSigned ? Self.mostNamed : 0) + min(named, Self.mostNamed - 1)
    }

    private static let mostNamed = 1_000
    private static let mostTied = 400
    /// No report is longer; the search must not grow with the product of titles and text.
    private static let longestText = 400_000
}
