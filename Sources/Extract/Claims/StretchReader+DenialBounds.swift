internal import Model

/// What narrows a denial or turns it round: it then says nothing of all that its noun names.
extension StretchReader {
    /// Whether it is denied that something was done with them: 未收到和处理政府信息公开申请 says that there were none.
    func tellsDeed(_ behind: Range<Int>) -> Bool {
        behind.contains { place in
            guard isOf(Self.deniedDeeds, place) else { return false }
            let isOfReceipt =
                place > behind.lowerBound + 1 && tokens[place - 2].term == .receive && isConjunction(place - 1)
                && tokens[place - 2].end == tokens[place - 1].start && tokens[place - 1].end == tokens[place].start
            return !isOfReceipt
        }
    }

    private static let complaints: TermSet = [.about, .filler, .consultation, .complaint, .tail]

    /// 没有发生行政复议案、行政诉讼案和有关的申诉案, 未发生行政复议、行政诉讼和举报: what is joined to the disputes denies no less of them.
    func beforeComplaints(_ first: Int, _ end: Int) -> Int {
        guard let last = (first..<end).last(where: { isOf(.disputes, $0) }), last + 2 < end, isConjunction(last + 1),
            tokens[last].end == tokens[last + 1].start, tokens[last + 1].end == tokens[last + 2].start,
            [Term.about, .consultation].contains(tokens[last + 2].term),
            ((last + 2)..<end).allSatisfy({ isOf(Self.complaints, $0) })
        else { return end }
        return last + 1
    }

    /// The length of thirty characters: a subject is no longer.
    private static let longestSubject = 90
    private static let parts = phrases(
        "部分 个别 少数 多数 有的 有些 一些 其余 某街 某镇 某乡 某科 某处 某单位 某部门 基层 下级 现场 窗口 二级单位 派驻"
    )

    /// 部分科室未收到, 有5个镇未收到, 现场未收到: whether not all of the body, or not all that came to it, is spoken of.
    func isDenialOfPart(_ index: Int, _ range: Range<Int>) -> Bool {
        var first = index
        let least = max(range.lowerBound, index - Self.longestClause)
        while first > least, !tokens[first - 1].endsClause { first -= 1 }
        let begin = first > 0 ? tokens[first - 1].end : sentenceStart ?? stretchStart
        let subject = max(begin, tokens[index].start - Self.longestSubject)..<tokens[index].start
        if !subject.isEmpty, Self.parts.contains(where: { flow.holds($0, in: subject) }) || isOfSomeTime(subject) {
            return true
        }
        // 派出所、分局均未收到: of each of several.
        let isOfEach =
            first < index && tokens[index - 1].term == .all && tokens[first..<index].contains { $0.kind == .pause }
        return isOfEach
            || tokens[first..<index].contains { token in
                if let term = token.term { return TermSet.means.contains(term) }
                return token.number.map { scanner.numerals[$0].unit == .things } ?? false
            }
    }

    private static let times = phrases("期间 月 月份")
    private static let allTimes = phrases("报告期间 统计期间 年期间 年度期间 至 - — ~")

    /// 国庆期间未收到, 12月未收到, but no 1月至12月未收到.
    private func isOfSomeTime(_ subject: Range<Int>) -> Bool {
        Self.times.contains { flow.hasPrefix($0, at: subject.upperBound - $0.count) }
            && !Self.allTimes.contains { flow.holds($0, in: subject) }
    }

    /// Where the words of a clause end, within as many bytes as anybody writes in one.
    func border(of words: Range<Int>) -> Int {
        let end = words.upperBound < tokens.count ? tokens[words.upperBound].start : stretchEnd
        return min(end, tokens[words.lowerBound - 1].end + Self.mostBytesOfAClause)
    }

    private static let mostBytesOfAClause = 1200

    private static let negations = phrases("不 无 未 拒")
    private static let plainNegations = phrases("不服 不满 不动产")

    /// 不存在不受理申请, 未出现申请无法提交: whether what is denied is itself a denial.
    func isDenialOfDenial(_ index: Int, _ behind: Range<Int>) -> Bool {
        let end = border(of: behind)
        var place = tokens[index].end
        for token in behind {
            if holdsNegation(place..<max(place, tokens[token].start)) { return true }
            place = max(place, tokens[token].end)
        }
        return holdsNegation(place..<max(place, end))
    }

    private func holdsNegation(_ gap: Range<Int>) -> Bool {
        Self.negations.contains { word in
            guard let found = flow.firstIndex(of: word, in: gap) else { return false }
            return !Self.plainNegations.contains { flow.hasPrefix($0, at: found) }
        }
    }

    private static let conditions = phrases("的 时")
    private static let consequence = Array("则".utf8)

    /// 未收到申请的,…; 未收到申请,则…: whether it is said for the case that it be so.
    func isDenialForTheCase(_ behind: Range<Int>) -> Bool {
        guard behind.upperBound < tokens.count, tokens[behind.upperBound].kind == .comma else { return false }
        let end = tokens[behind.upperBound].start
        return Self.conditions.contains { flow.hasPrefix($0, at: end - $0.count) }
            || flow.hasPrefix(Self.consequence, at: tokens[behind.upperBound].end)
    }

    private static let narrowing: TermSet = [
        .subset, .website, .wechat, .weibo, .otherMedia, .charge, .needsCorrection, .withdrawn,
    ]
    private static let paper = Array("书面".utf8)

    private func isOfPaper(_ token: Int) -> Bool {
        tokens[token].term == .filler && flow.hasPrefix(Self.paper, at: tokens[token].start)
    }

    /// 未收到书面申请,收到网上申请2件: whether another way follows, so that not all of them were denied.
    private func tellsWays(behind end: Int) -> Bool {
        let rest = tokens[end...].prefix { $0.kind != .stop }
        return rest.contains { $0.number != nil }
            && rest.contains { $0.term.map { TermSet.means.contains($0) || $0 == .website } ?? false }
    }

    private static let name = Array("名义".utf8)

    /// 未收到更正申请, 未收到外国人申请: whether words that are not known may make it a kind of applications that there were
    /// none of.
    func isDenialOfKind(_ index: Int, _ behind: Range<Int>, _ last: Int) -> Bool {
        var place = tokens[index].end
        for token in behind.lowerBound...last {
            let gap = place..<max(place, tokens[token].start)
            if narrows(gap) { return true }
            place = max(place, tokens[token].end)
            if let term = tokens[token].term, Self.narrowing.contains(term) { return true }
            if isOfPaper(token), tellsWays(behind: behind.upperBound) { return true }
            // 以单位名义提出的: those of organisations.
            if tokens[token].term == .filler, flow.hasPrefix(Self.name, at: tokens[token].end - Self.name.count) {
                return true
            }
        }
        return hasNarrowTail(last, behind)
    }

    /// 未发生群体性行政复议, 无行政复议转诉讼案件: the same of disputes, where the words stand directly before one.
    func isDenialOfDisputesOfKind(_ behind: Range<Int>, _ last: Int) -> Bool {
        // 未发生再审行政诉讼, 没有申请人撤回的行政复议.
        if words(behind.lowerBound..<last).meets([.subset, .withdrawn]) || isOfOtherCause(behind, last) { return true }
        if isDenialOfFate(behind, last) { return true }
        for token in behind.lowerBound...last where isOf(.disputes, token) {
            let gap = tokens[token - 1].end..<max(tokens[token - 1].end, tokens[token].start)
            let isOfCause = Self.causes.contains { flow.holds($0, in: gap) } || endsInBody(gap)
            if !isOfCause, narrows(gap) { return true }
        }
        return hasNarrowTail(last, behind)
    }

    private static let matters: TermSet = [.matter, .ofMatter, .information, .application, .plainApplication]

    /// 未发生因程序违法引发的行政复议, 没有涉及重点工程的行政复议: words that are not known tell what would have given rise to it.
    private func isOfOtherCause(_ behind: Range<Int>, _ last: Int) -> Bool {
        let cause = (behind.lowerBound..<last).last {
            tokens[$0].term == .about
                || tokens[$0].term == .filler && tokens[$0].end - tokens[$0].start == Self.because.count
                    && flow.hasPrefix(Self.because, at: tokens[$0].start)
        }
        guard let cause, !words(cause..<last).meets(Self.matters) else { return false }
        return qualifies(tokens[cause].end..<max(tokens[cause].end, tokens[cause + 1].start), besides: Self.plainWords)
    }

    private static let causes = phrases("不服 不满 异议 对 向 因 就 而 被 针对 引 致 关 导")

    private static let plainWords = phrases(
        "任何 一件 一例 一起 一宗 一 任 何 例 件 起 过 到 了 新的 新 有 要求 获取 需要 需 主动公开 以外 社会 各界 群众 公众 单位 个人 组织 团体 政府 行政机关 机关 "
            + "方面 全 各 种 类 年度 度 年 内 相关 有关 所 给 由"
    )
    private static let addressing = phrases("向 对 由 给")

    private func narrows(_ gap: Range<Int>) -> Bool {
        guard qualifies(gap, besides: Self.plainWords) else { return false }
        let lead = Self.addressing.first { flow.hasPrefix($0, at: gap.lowerBound) }
        let name = (gap.lowerBound + (lead?.count ?? 0))..<gap.upperBound
        return !(!name.isEmpty && endsInBody(name) && isOwn(name))
    }

    private static let plainTails = phrases(
        "记录 案例 事例 案 类 事务 事 业务 事由 数 请求 纠纷 争议 诉求 主体 过 了 的 等 书 表 工作 方面 任何 现 而 被 起 因 此 结果 及 其 他 信息 公开 政府"
    )

    /// 无行政诉讼上诉案件, 行政诉讼判决: whether what follows the denied noun makes another of it.
    private func hasNarrowTail(_ last: Int, _ behind: Range<Int>) -> Bool {
        let end = border(of: behind)
        return narrowsBehind(last, (last + 1)..<max(last + 1, behind.upperBound), before: end)
    }

    func narrowsBehind(_ noun: Int, _ rest: Range<Int>, before end: Int) -> Bool {
        var place = tokens[noun].end
        for token in rest {
            if qualifies(place..<max(place, tokens[token].start), besides: Self.plainTails) { return true }
            place = max(place, tokens[token].end)
        }
        return qualifies(place..<max(place, end), besides: Self.plainTails)
    }

    // MARK: 零

    private static let occurring = phrases("发生 发案 受理 收件")

    /// 申请零投诉, 复议案件零增长: what there is none of is the word behind, and not what stands before.
    func isNoneOfOther(_ index: Int) -> Bool {
        guard tokens[index].end - tokens[index].start == Self.oneCharacter else { return false }
        var place = tokens[index].end
        while place < stretchEnd, flow.bytes[place] == UInt8(ascii: "\"") { place += 1 }
        guard place < stretchEnd, flow.bytes[place] >= 0x80,
            !Self.occurring.contains(where: { flow.hasPrefix($0, at: place) })
        else { return false }
        let next = tokens[(index + 1)...].first { $0.start >= place }
        guard let next, next.start == place else { return true }
        return !next.endsClause && next.kind != .pause
    }

    private static let oneCharacter = 3

    /// 零败诉的目标尚未实现: what was aimed at, and may not have been reached.
    func isAim(_ index: Int, _ range: Range<Int>) -> Bool {
        tokens[index..<range.upperBound].prefix { !$0.endsClause }.contains { $0.term == .plan }
    }

    // MARK: 费用减免的请求

    private static let lessening = phrases("减免 免征 缓征")
    private static let requests = phrases("请求 申请 诉求")

    /// 未收到费用减免的请求, 无减免收费申请: nobody asked to pay less, which says nothing of what was paid.
    func isRequestToPayLess(_ behind: Range<Int>) -> Bool {
        let less = behind.first { token in
            tokens[token].term == .subset && Self.lessening.contains { flow.hasPrefix($0, at: tokens[token].start) }
        }
        guard let less else { return false }
        let end = border(of: behind)
        let rest = tokens[less].end..<max(tokens[less].end, end)
        return Self.requests.contains { flow.holds($0, in: rest) }
    }
}
