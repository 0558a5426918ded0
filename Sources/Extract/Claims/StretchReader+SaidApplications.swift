internal import Model

/// Applications whose figure says in words of its own what it is of.
extension StretchReader {
    func saidOfApplications(_ figure: Figure) -> Counted? {
        guard figure.role == .count, figure.numeral.unit == .cases, state.topic != .dispute, !state.isPlan else {
            return nil
        }
        return ofTheRest(figure) ?? sinceLastYear(figure) ?? ownPart(figure) ?? ofNaturalPersons(figure)
            ?? ofPetitions(figure) ?? forOneReason(figure)
    }

    // MARK: 除4件结转下年度外,其余64件均已办结

    private static let left = Phrase(
        "继续? 办理|办结|答复|处理? 的? 申请? 之|以? 外 ,? 其余|其他|其它|剩余|余下 的? 申请?"
    )
    private static let closed = Phrase(
        "申请? 也? 均|全部|都 已? 全部? 按期|按时|依法|按期依法|依法按时|依法依规|及时|在法定期限内|在规定期限内|在法定时限内|在规定时限内|于年内|在年内? 全部? 予以|作出|依法? "
            + "办结|办理完毕|办理完结|办理完成|处理完毕|答复完毕|答复|办复|回复"
    )
    private static let closing = ["办结", "办理完毕", "办理完结", "办理完成", "处理完毕"].map { Array($0.utf8) }

    /// All that there were but those left for the next year, if the sentence speaks of nothing but applications.
    private func ofTheRest(_ figure: Figure) -> Counted? {
        guard speaksOfWholeYear, figure.own.contains(.otherItem), let last = lastOfSentence,
            result.claims[last.claim].readings.first == teller.paths.applications("carried_out"),
            last.ownWords.contains(.except), let number = endOfNumber(before: figure), isOfAllSoFar(last),
            let next = tokens.first(where: { $0.start >= number }), next.term == .carriedOut, next.start == number,
            Self.left.fills(next.end..<tokens[figure.index].start, of: flow),
            let end = Self.closed.end(in: flow, at: tokens[figure.index].end), endsClause(end, figure.sentence)
        else { return nil }
        let processed = teller.paths.applications("processed_total")
        var readings = [processed]
        // 答复 may leave out what was not processed at all.
        if !Self.closing.contains(where: { flow.hasPrefix($0, at: end - $0.count) }) {
            let told = ["granted", "partly_granted", "refused", "unavailable"].flatMap { teller.paths.group($0) }
            readings += [told, told + teller.paths.group("not_processed"), told + teller.paths.group("other")]
        }
        return Counted(key: processed[0], readings: readings, family: .handling)
    }

    /// Whether the figures before it in the sentence count all applications, or the last of those before do where it begins one.
    private func isOfAllSoFar(_ first: ClaimItem) -> Bool {
        let before = items.dropLast()
        let own = before.filter { $0.sentence == sentenceNumber }
        if own.isEmpty {
            guard let last = before.last else { return state.section == "applications" }
            return state.section == "applications" && last.sentence + 2 > sentenceNumber
                && [ClaimFamily.intake, .handling, .outcome, .applicant].contains(last.family)
        }
        return own.allSatisfy {
            ($0.family == .intake || $0.family == .handling) && $0.role == .count
                && result.claims[$0.claim].doubt == nil && !result.claims[$0.claim].isPart
                && $0.marker == nil
        }
    }

    /// Whether a place is the end of a clause of the sentence.
    func endsClause(_ place: Int, _ sentence: Range<Int>) -> Bool {
        guard place < stretchEnd, let next = tokens.first(where: { $0.start >= place }) else { return true }
        return next.start == place && (next.endsClause || next.kind == .pause || next.kind == .stop)
    }

    // MARK: 申请量由2022年的40件升至74件

    private static let amount = Phrase("本局|我局|本机关? 政府信息公开|政府信息依申请公开|信息公开|依申请公开? 申请 数? 量|数量|件数|总量|总数|总件数|数")
    private static let from = Phrase("由|从")
    private static let comparing = Phrase("较|比")
    private static let of = Phrase("度? 的?")
    private static let before = ["上年", "去年", "上一年"].map { Array($0.utf8) }
    private static let reaching = Phrase(
        "大幅|小幅|略? 上升|升|增加|增|增长|提高|提升|攀升|回升|下降|降|减少|减|降低|回落 至|到|为 今年|本年|本年度|当年? 的?"
    )
    private static let again = Phrase(
        "今年|本年度|本年|全年|当年? 共|共计|总共? 收到|新收|受理|接收 政府信息公开|信息公开? 申请? 共|总计?"
    )

    /// What came in this year behind what came in the year before.
    private func sinceLastYear(_ figure: Figure) -> Counted? {
        guard let last = lastOfSentence, state.scope == nil, !state.isPartOfYear, state.section != "problems",
            let opening = opening(at: sentenceBegin), let start = Self.amount.end(in: flow, at: opening.place),
            let number = tokens[figure.sentence].first(where: { $0.number != nil }),
            !mayBeNarrowed(before: sentenceBegin, namesMedium: true), figure.marker == nil
        else { return nil }
        let isFirstBefore = endOfNumber(before: figure) == number.end && last.numeral.unit == .cases
        if isFirstBefore, let year = Self.from.end(in: flow, at: start), number.start == formerYear(year),
            let end = Self.reaching.end(in: flow, at: number.end), isNumber(figure, at: end)
        {
            return received
        }
        // 申请量较上年的40件增加12件,共收到52件.
        guard last.role == .growth, last.numeral.unit == .cases, figure.context.clauses == 1,
            let year = Self.comparing.end(in: flow, at: start), let end = formerYear(year),
            end == number.start
                || end == tokens[figure.sentence].first(where: { $0.term == .up || $0.term == .down })?.start,
            Self.again.fills(ownStart(figure)..<tokens[figure.index].start, of: flow)
        else { return nil }
        return received
    }

    private func isNumber(_ figure: Figure, at place: Int) -> Bool {
        if place == tokens[figure.index].start { return true }
        guard case .year(let year) = tokens[figure.index - 1].kind, year == reportYear,
            tokens[figure.index - 1].start == place
        else { return false }
        return Self.of.end(in: flow, at: tokens[figure.index - 1].end) == tokens[figure.index].start
    }

    /// Where 上年的, 2022年度的 ends; nil where this year stands there, or none.
    private func formerYear(_ place: Int) -> Int? {
        let length = Self.length(of: Self.before, in: flow, at: place)
        if length > 0 { return Self.of.end(in: flow, at: place + length) }
        guard let token = tokens.first(where: { $0.start == place }), case .year(let year) = token.kind,
            let reportYear, year < reportYear
        else { return nil }
        return Self.of.end(in: flow, at: token.end)
    }

    private var received: Counted {
        let received = teller.paths.applications("received")
        return Counted(
            key: received[0],
            readings: [
                received, received + teller.paths.applications("carried_in"),
                teller.paths.applications("processed_total"),
            ],
            family: .intake
        )
    }

    // MARK: 全县共收到312件,其中我局74件

    private static let ofWhole = Phrase("其中 ,?")
    private static let ours = Phrase("我局|本局|本机关|我委|本委|我厅|本厅|我单位|本单位|本部门 共? 收到|受理|接收? 申请?")
    private static let coming = Phrase("度? 共? 收到|受理|接收? 申请?")

    /// The body's own part of what all bodies of the area received, and this year's of what several years brought.
    private func ownPart(_ figure: Figure) -> Counted? {
        guard let last = lastOfSentence, last.role == .count, last.marker == nil, last.numeral.unit == .cases,
            last.family == .intake, last.words.meets([.application, .plainApplication]), last.words.contains(.receive),
            items.count(where: { $0.sentence == sentenceNumber }) == 1, !state.isPlan,
            let whole = last.numeral.value, let value = figure.numeral.value, value <= whole,
            let place = Self.ofWhole.end(in: flow, at: ownStart(figure))
                ?? Self.ofWhole.end(in: flow, at: clauseBefore(figure)),
            endsClause(tokens[figure.index].end, figure.sentence)
        else { return nil }
        let number = tokens[figure.index].start
        let before = words(figure.sentence.lowerBound..<figure.index)
        if before.contains(.wideScope), !last.isOfOtherYears,
            !before.meets([.since, .cumulative, .partOfYear, .lastYear, .until]),
            Self.ours.end(in: flow, at: place) == number
        {
            return received
        }
        guard before.meets([.since, .cumulative]), !before.meets([.wideScope, .until, .partOfYear]), state.scope == nil,
            let token = tokens.first(where: { $0.start == place }),
            case .year(let year) = token.kind, year == reportYear,
            Self.coming.end(in: flow, at: token.end) == number
        else { return nil }
        return received
    }

    /// Where the clause before the figure's own begins.
    private func clauseBefore(_ figure: Figure) -> Int {
        figure.context.wider > 0 ? tokens[figure.context.wider - 1].end : sentenceBegin
    }

    // MARK: 对自然人提出的申请,予以公开24件

    private static let ofPersons = Phrase("对|对于|针对|在 自然人 所? 提出|提交 的 政府信息公开|信息公开|公开? 申请 中? ,? 依法|共? ")

    /// The outcome of the applications of natural persons.
    private func ofNaturalPersons(_ figure: Figure) -> Counted? {
        guard speaksOfWholeYear, state.section == "applications", lastOfSentence == nil,
            let opening = opening(at: sentenceBegin), let place = Self.ofPersons.end(in: flow, at: opening.place),
            let token = tokens.first(where: { $0.start >= place }), token.start == place, let term = token.term,
            TermSet.outcomeGroups.contains(term), Self.had.end(in: flow, at: token.end) == tokens[figure.index].start,
            endsClause(tokens[figure.index].end, figure.sentence),
            !mayBeNarrowed(before: sentenceBegin, namesMedium: true)
        else { return nil }
        let cells = teller.paths.outcome(term, ["natural_person"])
        guard let first = cells.first else { return nil }
        let partly = teller.paths.outcome(.partly, ["natural_person"])
        return Counted(
            key: first,
            readings: term == .granted && !state.namesPartly ? [cells, cells + partly] : [cells],
            family: .outcome
        )
    }

    private static let had = Phrase("的? 有|共|为|共有?")

    // MARK: 不予处理5件,其中信访类3件

    private static let petitions = Phrase("其中 ,|:? 属于|属? 信访|信访投诉|信访举报|投诉举报|信访、投诉、举报 类 申请|事项? 的? 有?")

    /// 信访类, where the figure before counts what was not processed: the first reason of that group.
    private func ofPetitions(_ figure: Figure) -> Counted? {
        guard let last = lastOfSentence, last.family == .outcome, !state.isOtherYear, !state.isPartOfYear,
            !state.isSince,
            result.claims[last.claim].readings.first == teller.paths.outcome(.notProcessed),
            result.claims[last.claim].scope == nil,
            Self.petitions.fills(ownStart(figure)..<tokens[figure.index].start, of: flow)
        else { return nil }
        let cells = teller.paths.outcome(.petition)
        return cells.first.map { Counted(key: $0, readings: [cells], family: .outcome) }
    }

    // MARK: 因本机关不掌握相关政府信息,告知无法提供的有26件

    private static let reason = Phrase("因|由于|属于")
    private static let told = Phrase(", 依法? 告知|答复? 申请人|为? 依法?")

    /// Those of the group with the reason that the clause before it names.
    private func forOneReason(_ figure: Figure) -> Counted? {
        guard speaksOfWholeYear, state.section == "applications",
            let place = Self.reason.end(in: flow, at: segmentStart(figure)),
            let reason = tokens.firstIndex(where: { $0.start >= place }), tokens[reason].start == place,
            let why = tokens[reason].term, TermSet.reasons.contains(why), reason + 2 < figure.index,
            let group = Self.told.end(in: flow, at: tokens[reason].end),
            let noun = tokens[reason...].first(where: { $0.start >= group }), noun.start == group,
            let outcome = noun.term, TermSet.outcomeGroups.contains(outcome),
            Self.had.end(in: flow, at: noun.end) == tokens[figure.index].start
        else { return nil }
        let cells = teller.paths.outcome(why)
        guard cells.count == 1, teller.paths.outcome(outcome).contains(cells[0]) else { return nil }
        return Counted(key: cells[0], readings: [cells], family: .outcome)
    }
}
