internal import Model

/// Figures whose own noun is another one than applications, though the sentences around them speak of those: 受理问题7件,
/// 新增政务公开查阅点2个, 更新申请受理机构联系方式1次.
extension StretchReader {
    private static let families: [ClaimFamily] = [.intake, .handling, .means, .outcome, .applicant]

    /// Doubts a figure that its own words do not let be one of applications.
    mutating func doubtOtherNoun(_ counted: inout Counted, _ figure: Figure) {
        guard figure.role == .count else { return }
        if counted.family == .means, isSentByPost(figure) {
            counted = Counted()
            return leaveApplications()
        }
        if counted.family == .other, counted.readings.isEmpty, figure.numeral.unit.countsPapers,
            figure.own.meets(Self.came), !names(figure)
        {
            return state.isOfOtherNoun = true
        }
        guard Self.families.contains(counted.family) else { return }
        let isCame = counted.family == .intake || counted.family == .handling
        let isNamed = namesApplications(figure)
        let isOther = countsOtherNoun(counted, figure, isNamed)
        if counted.readings.isEmpty {
            // 不动产登记窗口受理业务5218件,不予受理48件.
            if isCame || counted.family == .means && isOther, !names(figure), isOther || figure.own.meets(.foreign) {
                state.isOfOtherNoun = true
            }
        } else if isOther, !isNamed || isPlace(figure) {
            // 收到感谢信2封, 设立1个依申请公开受理点.
            counted = Counted(family: counted.family)
            leaveApplications()
        } else if isOther || state.isOfOtherNoun && !isNamed && !figure.voice.isBehind {
            // 区政府依申请公开系统214件: whose they are is doubt enough.
            if state.scope == nil || !isNamed { counted.doubt = .wording }
            if !isNamed { leaveApplications() }
        } else if isCame {
            state.isOfOtherNoun = false
            if isOfOtherApplications(figure) { leaveApplications() }
        }
    }

    private mutating func leaveApplications() {
        state.isOfOtherNoun = true
        state.countsOthers = true
    }

    /// 受理“一件事一次办”申请2311件,办结率99.3%: what follows is of those.
    private func isOfOtherApplications(_ figure: Figure) -> Bool {
        guard figure.own.contains(.plainApplication), !figure.own.contains(.application),
            let noun = figure.left.last(where: { tokens[$0].term == .plainApplication }), noun > 0
        else { return false }
        let before = tokens[noun - 1].end..<tokens[noun].start
        return before.isEmpty ? tokens[noun - 1].kind == .quote : state.isQualified && qualifies(before)
    }

    private static let ofApplications = TermSet.reasons.union([
        .application, .plainApplication, .carriedIn, .carriedOut, .carry, .unhandled, .newly,
    ])

    private func namesApplications(_ figure: Figure) -> Bool {
        figure.own.union(figure.voice.words).meets(Self.ofApplications)
    }

    private func names(_ figure: Figure) -> Bool { figure.own.meets([.application, .plainApplication]) }

    private func countsOtherNoun(_ counted: Counted, _ figure: Figure, _ isNamed: Bool) -> Bool {
        if figure.voice.isBehind { return isPlace(figure) }
        // 新增查阅点2个, 商业企业27家: applications are no such things.
        let unit = figure.numeral.unit
        if !names(figure), unit == .things || unit == .times { return !goesOnInUnit(figure) }
        guard let last = figure.left.last(where: { isSubject($0) }) else { return false }
        let behind = tokens[last].end..<max(tokens[last].end, numberStart(figure.index))
        let isOfCame = counted.family == .intake || counted.family == .handling
        // 答复函件40份, 申请受理机构联系方式1次.
        if isOfCame, hasUnknown((last + 1)..<figure.index, behind) { return true }
        if endsInOtherNoun(figure, last) { return true }
        if isLetter(figure, last) || isPublished(last) { return true }
        // 工伤认定受理257件: what was taken in stands before the verb.
        if isOfCame, !isNamed, state.isQualified, isUnknownBeforeVerb(figure, last) { return true }
        return figure.marker?.term == .amongThem && isInOneName(figure)
    }

    /// 收到依申请公开16项,办理15项: in the unit in which the sentence counts applications.
    private func goesOnInUnit(_ figure: Figure) -> Bool {
        guard figure.numeral.unit == .things, state.ownBytes == 0 else { return false }
        return items.contains { item in
            item.sentence == sentenceNumber && item.numeral.unit == .things && item.family == .intake
                && !result.claims[item.claim].readings.isEmpty
        }
    }

    private static let light: TermSet = [
        .filler, .total, .all, .each, .respectively, .thisYear, .etCetera, .tail, .post, .information,
    ]

    private func isSubject(_ index: Int) -> Bool { tokens[index].term.map { !Self.light.contains($0) } ?? false }

    /// Whether words that are not known stand between the last telling word and the number.
    private func hasUnknown(_ between: Range<Int>, _ gap: Range<Int>) -> Bool {
        var place = gap.lowerBound
        for token in tokens[between] {
            if qualifies(place..<max(place, token.start), besides: Self.joints) { return true }
            place = max(place, token.end)
        }
        return qualifies(place..<max(place, gap.upperBound), besides: Self.joints)
    }

    private static let places = phrases("查阅点 受理点 申请点 窗口 受理机构")

    /// 设立了1个政府信息查阅点和依申请公开受理点: where applications are taken in.
    private func isPlace(_ figure: Figure) -> Bool {
        guard figure.voice.isBehind, figure.numeral.unit == .things else { return false }
        let begin = tokens[figure.index].end
        let mark = tokens[(figure.index + 1)..<figure.sentence.upperBound].first { $0.endsClause || $0.number != nil }
        let end = min(mark?.start ?? stretchEnd, begin + Self.longestPlace)
        return Self.places.contains { flow.holds($0, in: begin..<max(begin, end)) }
    }

    /// The length of thirty characters.
    private static let longestPlace = 90

    private static let joints = phrases("之 者")

    private static let others = phrases(
        "问题 任务 工作 文件 档案 案卷 查阅点 受理点 窗口 电话 函件 信函寄送 线索 工单 报告 资料 证书 许可 认定 业务 诉求 事件 情形 提醒 样表"
    )

    /// 受理问题7件, 不予公开的文件29件, 结转下年度继续推进的工作2项.
    private func endsInOtherNoun(_ figure: Figure, _ last: Int) -> Bool {
        // 依申请公开事项12件, 行政执法案卷6件: names of the matter itself.
        if tokens[last].end == numberStart(figure.index),
            tokens[last].term == .application || tokens[last].term.map(TermSet.outcomes.contains) ?? false
        {
            return false
        }
        let own = start(of: figure.left)..<numberStart(figure.index)
        return Self.others.contains { $0.count <= own.count && flow.hasPrefix($0, at: own.upperBound - $0.count) }
    }

    private static let came: TermSet = [.receive, .accept, .newly, .handle]

    /// 收到电子邮件7封, 新收到信件15件: letters, of whatever matter; 其中信函3件 are some of what was named.
    private func isLetter(_ figure: Figure, _ last: Int) -> Bool {
        guard let term = tokens[last].term, TermSet.means.contains(term), last > figure.left.lowerBound,
            tokens[last].end == tokens[figure.index].start, tokens[last - 1].end == tokens[last].start,
            let verb = tokens[last - 1].term
        else { return false }
        return Self.came.contains(verb) && !flow.hasPrefix(Self.applied, at: tokens[last].end - Self.applied.count)
    }

    private static let papers = phrases("答复书 告知书 通知书 决定书 意见书 文书 回函 复函 答复函 答复件")
    private static let sending = phrases("送达 寄出 发出 发送")

    /// 邮寄送达答复书57份, 向申请人邮寄告知书、答复书等1105件: papers that the body sent, however many to each who asked.
    private func isSentByPost(_ figure: Figure) -> Bool {
        guard let way = figure.left.first(where: { isOf(.means, $0) }) else { return false }
        let behind = tokens[way].start..<max(tokens[way].end, numberStart(figure.index))
        if Self.papers.contains(where: { flow.holds($0, in: behind) }) { return true }
        return !names(figure) && Self.sending.contains { flow.holds($0, in: behind) }
    }

    private static let applied = Array("申请".utf8)

    /// 公开行政执法案卷25份: what was made public.
    private func isPublished(_ last: Int) -> Bool {
        guard last > 0, tokens[last].term.map(TermSet.reasons.contains) ?? false else { return false }
        let verb = tokens[last - 1]
        return verb.end == tokens[last].start && (verb.term == .publish || verb.term == .disclose)
    }

    private func isUnknownBeforeVerb(_ figure: Figure, _ last: Int) -> Bool {
        guard tokens[last].term == .accept, last == figure.left.lowerBound else {
            return false
        }
        let gap = start(of: figure.left)..<tokens[last].start
        // 至12月31日受理3件.
        let hasDate = flow.bytes[gap].contains { (0x30...0x39).contains($0) }
        return !hasDate && qualifies(gap) && !endsInBody(gap)
    }

    private static let name = Array("名义".utf8)

    /// 其中以我局名义答复17件: those that were not answered in another body's name.
    private func isInOneName(_ figure: Figure) -> Bool {
        let own = start(of: figure.left)..<numberStart(figure.index)
        return flow.holds(Self.name, in: own)
    }
}
