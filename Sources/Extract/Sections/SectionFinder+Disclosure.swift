internal import Bytes

/// Headings that are those of 主动公开 by the place where they stand, and lines that are not, whatever their words.
extension SectionFinder {
    typealias Named = (heading: Heading, id: String?, isNested: Bool)

    private static let disclosures = [
        "政府信息公开情况", "政府信息公开的情况", "信息公开情况", "信息公开的情况", "公开政府信息情况", "公开政府信息的情况", "公开信息情况", "公开信息的情况",
    ].map { Array($0.utf8) }

    /// A chapter on 政府信息公开情况 is that on 主动公开 where no other is, it stands before 依申请公开, and the overview is a
    /// chapter of its own, or not asked for: what is left of the matter is what was published.
    func nameDisclosure(_ sections: inout [Named]) {
        guard !headings.contains(where: { id(of: $0) == "proactive" }),
            !sections.contains(where: { $0.id == "proactive" }),
            let applications = sections.firstIndex(where: { $0.id == "applications" }),
            let index = sections[..<applications].firstIndex(where: { isDisclosure($0) }),
            sections[..<index].contains(where: { $0.id == "overview" }) || !isWanted("overview")
        else { return }
        sections[index].id = "proactive"
    }

    private func isDisclosure(_ section: Named) -> Bool {
        guard section.id == nil, section.heading.enumerator != nil else { return false }
        var words = flow.bytes[section.heading.textStart..<section.heading.end]
        if words.last == UInt8(ascii: ":") { words.removeLast() }
        return Self.disclosures.contains { words.elementsEqual($0) }
    }

    private static let measures = [
        "继续", "进一步", "加强", "加大", "积极", "切实", "做好", "扎实", "规范", "完善", "健全", "强化", "深化", "推进", "推动", "提高", "提升", "拓展",
        "拓宽",
        "扩大", "严格", "认真", "着力", "持续", "不断", "及时", "全面",
    ].map { Array($0.utf8) }

    private static let plans = ["打算", "下一步", "工作计划"].map { Array($0.utf8) }

    /// Whether a sub-heading of the part on problems or plans says what will be done: （三）继续做好主动公开工作 is not the part
    /// on what was done.
    func isMeasure(_ heading: Heading, among chapters: [Named]) -> Bool {
        guard let chapter = chapters.last(where: { $0.heading.start < heading.start }) else { return false }
        let text = chapter.heading.textStart..<chapter.heading.end
        guard chapter.id == "problems" || chapter.id == nil && Self.plans.contains(where: { flow.holds($0, in: text) })
        else { return false }
        return Self.measures.contains { flow.hasPrefix($0, at: heading.textStart) }
    }

    /// `chapters` without the captions of tables that repeat the heading right above them: 二、主动公开政府信息情况, and the
    /// same words without their number in the table's first line.
    func withoutCaptions(_ chapters: [Heading]) -> [Heading] {
        chapters.indices.filter { index in
            let heading = chapters[index]
            guard index > 0, heading.enumerator == nil, chapters[index - 1].enumerator != nil,
                let id = id(of: heading), id == self.id(of: chapters[index - 1])
            else { return true }
            // Headings may overlap, and a table may begin within one.
            return !isNothing(from: chapters[index - 1].end, to: heading.start)
                || !regions.contains {
                    $0.lowerBound >= heading.start && isNothing(from: heading.end, to: $0.lowerBound)
                }
        }.map { chapters[$0] }
    }

    /// Whether no Chinese character stands between two places.
    private func isNothing(from start: Int, to end: Int) -> Bool {
        !flow.bytes[start..<max(start, end)].contains { (0xE4...0xE9).contains($0) }
    }
}
