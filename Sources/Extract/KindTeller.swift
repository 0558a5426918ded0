internal import Model

/// Tells a report from a statistics page, and both from everything else.
///
/// Laws, notices, guides and rules of procedure speak of the same sections as the reports that they ask for. What they
/// call themselves tells them, and that they are nobody's report of any year.
struct KindTeller {
    let flow: Flow
    let lines: [TextLine]
    var identity: Identity
    var sections: [Section]
    var tables: [Table]

    private static let statisticsTables: Set<String> = ["statistics", "annex"]

    func kind() -> Identity.Kind {
        let chapters = Set(sections.compactMap(\.id)).subtracting(["annex"])
        let isWhole = tables.contains { $0.state == .read && holdsANumber($0) }
        if !isWhole, identity.agency == nil, identity.year == nil { return isReposted ? .report : .notAReport }
        if partOfYear != nil { return .notAReport }
        if !isWhole, callsItselfOtherwise || hasArticles || isExplanation { return .notAReport }
        if chapters.count >= 2, !chapters.isSubset(of: Self.commonChapters) || namesItself { return .report }
        if tables.contains(where: { Self.statisticsTables.contains($0.id) }) { return .statistics }
        if !tables.isEmpty { return .report }
        if chapters.count == 1, identity.title != nil || announcesItself { return .report }
        if identity.agency != nil, identity.year != nil, announcesReport { return .report }
        return isToldByItsTitle ? .report : .notAReport
    }

    /// Parts that a report on any matter has: 概述, 存在的主要问题, 其他需要说明的事项.
    private static let commonChapters: Set<String> = ["overview", "problems", "other"]

    /// Whether a text says that it is the report on disclosure.
    private var namesItself: Bool { ownTitle != nil || announcesItself || announcesReport }

    /// The title, where it is that of a report on disclosure; a container may call a page anything.
    var ownTitle: TitleReader.Title? {
        TitleReader.title(flow.normalised(identity.title ?? ""), written: "")
    }

    private static let otherTitles = ["工作要点", "部门决算", "部门预算", "公开指南", "法治政府建设情况报告", "法治政府建设年度报告"].map { Array($0.utf8) }

    /// Whether the container calls the page something else: 2009年政务公开工作要点.
    private var isTitledOtherwise: Bool {
        guard let title = identity.title.map({ flow.normalised($0) }), ownTitle == nil else { return false }
        return Self.otherTitles.contains { title.suffix($0.count).elementsEqual($0) }
    }

    private static let announcements = [
        "政务公开工作报告如下", "信息公开工作报告如下", "信息公开年度报告如下", "信息公开工作年度报告如下", "信息公开年度工作报告如下",
        "信息公开工作情况报告如下", "信息公开情况报告如下",
    ].map { Array($0.utf8) }

    /// Whether somebody says that this is the report on the year's disclosure, whose parts have none of the known names.
    private var announcesReport: Bool {
        Self.announcements.contains { flow.firstIndex(of: $0, in: flow.bytes.indices) != nil }
    }

    private static let selves = ["本报告", "本年度报告", "本年报", "年度报告"].map { Array($0.utf8) }
    private static let makings = ["编制", "公布", "发布", "公开", "制作"].map { Array($0.utf8) }

    /// Whether the first lines say that this is the report, of the period that it is on: what is left of a page that was
    /// cut off behind its first part.
    var announcesItself: Bool {
        guard let end = lines.prefix(Self.headLines).last?.bytes.upperBound,
            YearReader(flow: flow, lines: lines).yearOfPeriod() != nil
        else { return false }
        return Self.selves.contains { flow.holds($0, in: 0..<end) }
            && Self.makings.contains { flow.holds($0, in: 0..<end) }
    }

    /// The form itself, with nothing filled in, has tables too.
    private func holdsANumber(_ table: Table) -> Bool {
        table.rows.contains { row in row.cells.contains { $0?.number != nil } }
    }

    /// Whether most parts of a report stand in it and say something: somebody posted it anew, without body and year.
    private var isReposted: Bool {
        (writtenParts.count >= 4 || hasItsParts) && hasSentences && !callsItselfOtherwise && !hasArticles
    }

    /// The parts of a report that say something.
    var writtenParts: Set<String> {
        let written = sections.filter { section in
            section.id != nil && section.body.bytes.count >= Self.shortestPart && !section.body.contains("文字描述")
        }
        return Set(written.compactMap(\.id))
    }

    /// 4 Chinese characters: 没有发生.
    private static let shortestPart = 12

    private static let otherNouns = [
        "指南", "条例", "办法", "制度", "规定", "通知", "方案", "公告", "通报", "解读", "细则", "问答", "公布情况", "发布情况", "填报说明",
        "函", "要点", "规范", "格式", "部门决算", "部门预算", "决算公开", "预算公开", "决算说明", "法治政府建设情况报告", "法治政府建设年度报告",
    ].map { Array($0.utf8) }

    /// Whether one of the first lines is a title of something else, and none is a report's.
    private var callsItselfOtherwise: Bool {
        if isCommentary || isTitledOtherwise || isCollection { return true }
        if identity.title != nil, isTitled { return false }
        let shortest = announcesItself || announcesReport ? Self.longestOfMenu : Self.shortestTitle
        return lines.indices.prefix(Self.headLines).contains { index in
            lines[index].bytes.count >= shortest && isOtherTitle(index) && !isBeforeReport(index)
                && !isMenuEntry(index)
        }
    }

    /// Whether a line before the first part is the title of something else.
    private func isOtherTitle(_ index: Int) -> Bool {
        let line = lines[index].bytes
        guard line.count <= Self.longestTitle, lines[index].line <= firstLine, !isNumbered(lines[index]),
            !isOfParagraph(index)
        else { return false }
        let text = flow.bytes[line]
        return Self.otherNouns.contains { text.count > $0.count && text.suffix($0.count).elementsEqual($0) }
    }

    /// Whether a report's title stands behind a short line and before the first part, and no other title behind it: the
    /// line is an entry of the page's menu.
    private func isBeforeReport(_ index: Int) -> Bool {
        guard lines[index].bytes.count <= Self.longestOfMenu else { return false }
        let rest = lines[(index + 1)...].indices.prefix(Self.longestHead).prefix { lines[$0].line <= firstLine }
        guard let title = rest.last(where: { isReportTitle(lines[$0].bytes) }) else { return false }
        return !rest.contains { $0 > title && lines[$0].bytes.count >= Self.shortestTitle && isOtherTitle($0) }
    }

    /// Whether a line is as short as an entry of a menu, above a report of some year without a title of its own:
    /// 政府信息公开制度 stands on every page of many sites. No guide tells of its problems.
    private func isMenuEntry(_ index: Int) -> Bool {
        guard lines[index].bytes.count <= Self.longestOfMenu, identity.year != nil else { return false }
        // A guide's own title stands below the menu, and is longer.
        let hasTitle = lines.indices.prefix(Self.longestHead).contains {
            lines[$0].bytes.count > Self.longestOfMenu && isOtherTitle($0)
        }
        let parts = writtenParts
        return !hasTitle && parts.count >= 4 && parts.isSuperset(of: ["proactive", "applications", "problems"])
    }

    private static let reports = ["年度报告", "年度工作报告"].map { Array($0.utf8) }
    /// A page's head takes no more lines.
    private static let longestHead = 60

    /// Whether a line is the title of an annual report, with a year behind it or not.
    private func isReportTitle(_ line: Range<Int>) -> Bool {
        guard line.count <= Self.longestTitle, let title = TitleReader.title(Array(flow.bytes[line]), written: "")
        else {
            return false
        }
        return Self.reports.contains { title.bytes.firstIndex(of: $0) != nil }
    }

    /// The line of the first part.
    private var firstLine: Int { sections.map(\.line).min() ?? Int.max }

    /// 7 Chinese characters: 政策解读 is a word of a menu.
    private static let shortestTitle = 21
    /// 10 Chinese characters: 政府信息公开指南 is one, too, where the text says what it is.
    private static let longestOfMenu = 31

    /// The part of the year that the title names, where no line above the parts is an annual report's title.
    var partOfYear: String? {
        let named = identity.title.map { PartOfYear.named(in: flow.normalised($0)) }
        if case .some(nil) = named { return nil }
        let heads = heads
        guard !heads.contains(where: PartOfYear.isAnnual) else { return nil }
        return named ?? heads.lazy.compactMap(PartOfYear.named).first
    }

    /// The lines above the first part that may be titles.
    private var heads: [[UInt8]] {
        let first = firstLine
        return lines.prefix(Self.headLines).filter { $0.bytes.count <= Self.longestTitle && $0.line <= first }
            .map { Array(flow.bytes[$0.bytes]) }
    }

    static let headLines = 8
    /// 60 Chinese characters.
    static let longestTitle = 180

    /// Whether a line is a heading inside of the text: （二）政务微信信息发布情况 is no title.
    private func isNumbered(_ line: TextLine) -> Bool {
        Enumerator(flow.bytes, at: line.bytes.lowerBound, end: line.bytes.upperBound) != nil
    }

    private static let leads = ["根据", "按照", "依据", "本报告", "本年度报告"].map { Array($0.utf8) }
    private static let stops = ["。", ":", ";", "》", ")"].map { Array($0.utf8) }
    /// 20 Chinese characters: no narrower page is printed.
    private static let narrowest = 60

    /// Whether a line is one of a sentence's, which a narrow page folded: the sentence began in it, or on the line before.
    private func isOfParagraph(_ index: Int) -> Bool {
        let line = lines[index].bytes
        if Self.leads.contains(where: { flow.hasPrefix($0, at: line.lowerBound) }) { return true }
        if flow.bytes[line].contains(UInt8(ascii: ",")) { return true }
        guard index > 0 else { return false }
        let before = lines[index - 1].bytes
        let isOpen = !Self.stops.contains { flow.bytes[before].suffix($0.count).elementsEqual($0) }
        return before.count >= Self.narrowest && isOpen && flow.pieces[lines[index].pieces.lowerBound].lineEnds == 1
    }

    private static let commentaries = ["解读", "问答", "图解", "公布情况", "发布情况"].map { Array($0.utf8) }

    /// Whether the line that the title was found in goes on: …年度报告的解读 is about the report.
    private var isCommentary: Bool {
        guard let title = identity.title.map({ flow.normalised($0) }), !title.isEmpty else { return false }
        return lines.prefix(Self.headLines).contains { line in
            guard line.bytes.count <= Self.longestTitle, flow.hasPrefix(title, at: line.bytes.lowerBound) else {
                return false
            }
            let rest = flow.bytes[line.bytes].dropFirst(title.count)
            return Self.commentaries.contains { rest.count <= $0.count + 6 && rest.suffix($0.count).elementsEqual($0) }
        }
    }

    /// Whether the title names a year or a body, as a report's does.
    private var isTitled: Bool {
        guard let title = ownTitle else { return false }
        return YearReader.year(inTitle: title.bytes) != nil || AgencyReader.agency(in: title) != nil
    }

    /// Whether lines begin as the articles of a law do: 第一条, 第二条, 第三条; two are enough where no year is told.
    private var hasArticles: Bool {
        let articles = ["第一条", "第二条", "第三条"].prefix(identity.year == nil ? 2 : 3).map { Array($0.utf8) }
        return articles.allSatisfy { article in
            lines.contains { flow.hasPrefix(article, at: $0.bytes.lowerBound) }
        }
    }
}
