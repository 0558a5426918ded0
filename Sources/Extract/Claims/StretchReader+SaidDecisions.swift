internal import Model

/// Decisions, items and reviews whose figure says in words of its own what it is of.
extension StretchReader {
    // MARK: 行政强制方面,实施15件

    private static let matters: [(phrase: Phrase, row: String)] = [
        (Phrase("在? 行政许可 方面|上 ,? 全年|本年度|本年? 共|共计? 依法? 作出|办理|办结|实施|核发|准予 行政许可? 决定|许可决定?"), "permits"),
        (Phrase("在? 行政处罚 方面|上 ,? 全年|本年度|本年? 共|共计? 依法? 作出|实施 行政处罚? 决定|处罚决定|处罚?"), "penalties"),
        (
            Phrase("在? 行政强制 方面|上 ,? 全年|本年度|本年? 共|共计? 依法? 作出|实施|采取 行政强制? 决定|措施|强制措施|强制决定?"),
            "coercive_measures"
        ),
    ]

    /// The decisions of the matter that the clause before names; meant for the year's where figures beside are.
    func saidBehindMatter(_ figure: Figure) -> Counted? {
        guard figure.role == .count, figure.numeral.unit == .cases, speaksOfWholeYear,
            state.section == "proactive" || state.section == "overview", !state.namesRegister,
            endsClause(tokens[figure.index].end, figure.sentence)
        else { return nil }
        let start = segmentStart(figure)
        let number = tokens[figure.index].start
        guard number - start < 120, beginsWithMatter,
            let row = Self.matters.first(where: { $0.phrase.fills(start..<number, of: flow) })?.row
        else { return nil }
        let path = "proactive.\(row).decisions"
        return Counted(key: path, readings: [[path]], doubt: .company, isWhole: true)
    }

    private static let lead = Phrase("在? 依法? 共? 作出|实施|办理|办结?")

    /// Whether the sentence begins with decisions and with nobody else's: 指导乡镇,行政处罚26件;行政强制方面….
    private var beginsWithMatter: Bool {
        guard let opening = opening(at: sentenceBegin), let place = Self.lead.end(in: flow, at: opening.place),
            let token = tokens.first(where: { $0.start >= place }), token.start == place, let term = token.term
        else { return false }
        return term == .permit || term == .penalty || term == .coercive
    }

    // MARK: 经复议纠正2件

    private static let byReview = Phrase("其中? ,? 经 行政? 复议 机关|机构? 依法? 决定? 被? 依法? 纠正|纠错|撤销|维持 的? 有|共?")

    /// What a review corrected: those are reviews, and went to no court.
    func saidOfReviews(_ figure: Figure) -> Counted? {
        guard figure.role == .count, figure.numeral.unit == .cases,
            Self.byReview.fills(ownStart(figure)..<tokens[figure.index].start, of: flow)
        else { return nil }
        let term: Term? = figure.own.contains(.upheld) ? .upheld : figure.own.contains(.corrected) ? .corrected : nil
        // …无结转下年度办理的申请。经行政复议被纠正3件: of the matter, too.
        let goesOn =
            state.spokeOfApplications
            || (items.last.map { $0.sentence + 1 >= sentenceNumber && isOfDisputes($0) } ?? false)
        guard let term, speaksOfWholeYear, state.section == "disputes" || goesOn, !state.isOthersDispute,
            !state.isOfOtherMatter, !state.saysUnrelated, followsDisputes,
            endsClause(tokens[figure.index].end, figure.sentence)
        else { return Counted(family: .disputeOutcome) }
        let cells = teller.paths.disputes(.review, CellPaths.column(term))
        return Counted(key: cells[0], readings: [cells], family: .disputeOutcome)
    }

    /// Whether the figure before it in the sentence, if there is one, is of the table's disputes.
    private var followsDisputes: Bool {
        lastOfSentence.map({ isOfDisputes($0) }) ?? true
    }

    private func isOfDisputes(_ item: ClaimItem) -> Bool {
        result.claims[item.claim].readings.first?.first?.hasPrefix("disputes.") ?? false
    }

    // MARK: 上一年行政许可事项21项,本年减少2项

    private static let nouns: [(words: String, row: String)] = [
        ("行政许可", "permits"), ("行政处罚", "penalties"), ("行政强制", "coercive_measures"),
        ("其他对外管理服务", "other_services"), ("行政事业性收费", "fees"),
    ]
    private static let earlier = nouns.map {
        (Phrase("上一年度|上一年|上年度|上年 \($0.words) 事项|项目? 数量|数? 共有|共|为|有?"), $0.row)
    }
    private static let present = nouns.map { (Phrase("\($0.words) 事项|项目 数量|数? 共有|共|为|有?"), $0.row) }
    private static let changed = nouns.map { (Phrase("本年度|本年 \($0.words) 事项|项目 数量|数? 增加|减少"), $0.row) }
    private static let change = Phrase("本年度|本年 增加|减少")
    private static let disclosed = Phrase("本年度|本年? 新公开|新公开数量为|新增公开 规范性文件")

    /// The items of the form of 2019: how many there were the year before, and by how many there are more.
    func saidOfItems(_ figure: Figure) -> Counted? {
        guard state.section == "proactive" || state.section == "overview", state.scope == nil, !state.isPlan,
            !state.isPartOfYear, !state.isSince,
            endsClause(tokens[figure.index].end, figure.sentence)
        else { return nil }
        let own = ownStart(figure)..<tokens[figure.index].start
        guard own.count < 150 else { return nil }
        if figure.numeral.unit == .cases, figure.role == .count, Self.disclosed.fills(own, of: flow) {
            let cells = ["disclosed", "made"].map { ["proactive.normative_documents.\($0)"] }
            return Counted(key: cells[0][0], readings: cells)
        }
        guard figure.numeral.unit == .things else { return nil }
        if let row = Self.row(of: own, in: Self.earlier, flow) { return Self.items("items_last_year", row) }
        if let row = Self.row(of: own, in: Self.changed, flow) { return Self.items("change", row) }
        if Self.change.fills(own, of: flow), let last = lastOfSentence, last.numeral.unit == .things,
            let path = result.claims[last.claim].readings.first?.first, path.hasSuffix(Self.itemsBefore)
        {
            return Self.items("change", String(path.dropFirst("proactive.".count).dropLast(Self.itemsBefore.count)))
        }
        guard let row = Self.row(of: own, in: Self.present, flow), lastOfSentence == nil || figure.context.clauses > 0
        else { return nil }
        let before = "proactive.\(row)\(Self.itemsBefore)"
        // 行政许可事项11项: those of the year before, or of this one.
        return Counted(
            key: before,
            readings: [[before], [before, "proactive.\(row).change"]],
            doubt: .company
        )
    }

    private static let itemsBefore = ".items_last_year"

    private static func items(_ column: String, _ row: String) -> Counted {
        let path = "proactive.\(row).\(column)"
        return Counted(key: path, readings: [[path]])
    }

    private static func row(of range: Range<Int>, in phrases: [(Phrase, String)], _ flow: Flow) -> String? {
        phrases.first { $0.0.fills(range, of: flow) }?.1
    }
}
