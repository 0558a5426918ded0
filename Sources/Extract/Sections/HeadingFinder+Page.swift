internal import Bytes

/// What a page prints before its report: the site's menus, whose words are those of sections.
extension HeadingFinder {
    /// Where the first chapter of `headings` begins, which lines are, or of those inside of lines. A list of contents may
    /// stand before the title.
    static func firstChapter(_ headings: [Heading], _ embedded: [Heading], _ flow: Flow) -> Int? {
        let ranks = HeadingRanks(flow: flow)
        let lines = headings.filter { !$0.isTableLine }
        let chapters = ContentsList(flow: flow, section: ranks.section).removed(from: lines).filter(\.isChapter)
        // What only the format marks may be the name of a menu.
        let told = chapters.first { $0.enumerator != nil || isOfficial($0, flow) } ?? embedded.first
        return (told ?? chapters.first { ranks.section($0) != nil } ?? chapters.first)?.start
    }

    static func isOfficial(_ heading: Heading, _ flow: Flow) -> Bool {
        HeadingCatalog.shared.isOfficial(flow.bytes, heading.textStart..<heading.end)
    }

    /// 60 Chinese characters.
    private static let longestTitle = 180

    /// Where the last line begins before the first chapter at `end` that is a report's title; 0 where none is.
    static func head(of flow: Flow, _ lines: [TextLine], upTo end: Int) -> Int {
        var head = 0
        for place in flow.places(of: .subjects).prefix(while: { $0 < end }) where place >= head {
            guard let line = lines.lastIndex(startingBefore: place + 1).map({ lines[$0].bytes }),
                line.upperBound <= end, line.count <= longestTitle, line.lowerBound > head,
                TitleReader.title(Array(flow.bytes[line]), written: "") != nil
            else { continue }
            head = line.lowerBound
        }
        return head
    }
}

extension PlainHeadings {
    /// What a page prints around its report.
    private static let marks = [
        ">", "当前位置", "您的位置", "发布时间", "发布日期", "来源:", "浏览次数", "版权所有", "主办", "承办", "备案", "备号", "标识码", "地址:",
    ].map { Array($0.utf8) }

    /// Whether a line is the page's own, or the report's title: an entry of a menu may stand before it.
    func isOfPage(_ line: Range<Int>) -> Bool {
        Self.marks.contains { flow.holds($0, in: line) }
            || TitleReader.title(Array(flow.bytes[line]), written: "") != nil
    }
}
