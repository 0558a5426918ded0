internal import Model

/// Figures that their words set beside another time than the report's year: what was repealed in all, what a budget
/// foresaw, what came in a year before.
extension StretchReader {
    private static let soFar = phrases("累计 历年")
    private static let everPublished: TermSet = [.publish, .disclose, .register, .website]
    private static let stores = phrases("数据库 文件库 收录")
    private static let foreseen = phrases("预算 概算 应收 应征 任务 指标")

    /// 累计废止规范性文件18件, 公开现行有效规范性文件31件、废止失效18件, 行政事业性收费预算40万元.
    func isOfOtherTime(_ path: String, _ figure: Figure) -> Bool {
        let number = tokens[figure.index].start
        if figure.role == .money {
            return path == "proactive.fees.amount"
                && Self.foreseen.contains { flow.holds($0, in: start(of: figure.left)..<number) }
        }
        guard path.hasPrefix("proactive.normative") || path.hasPrefix("proactive.regulations"),
            !path.hasSuffix(".in_force")
        else { return false }
        let before = figure.sentence.lowerBound..<figure.index
        let begin = max(sentenceStart ?? stretchStart, number - Self.longestLead)
        if Self.soFar.contains(where: { flow.holds($0, in: begin..<number) }) {
            return state.isUntil || !namesYear(before)
        }
        guard path.hasSuffix(".repealed"), !figure.own.contains(.thisYear), !figure.own.contains(.newly) else {
            return false
        }
        let words = words(before)
        let isStored = Self.stores.contains { flow.holds($0, in: begin..<number) }
        return (isStored || words.meets(Self.everPublished)) && words.contains(.inForce) && !words.contains(.issue)
    }

    // MARK: 2022年收到、2023年办结的3件

    private static let arrival: TermSet = [.receive, .accept]
    private static let invalid = phrases("无效 不予登记 不符合 另有 其余 剩余 咨询 信访")
    private static let valid = Array("有效".utf8)

    /// What came in the year before, and what was told from what is no application: 收到有效申请45件,无效申请2件.
    func isOfOthersArrival(_ counted: Counted, _ figure: Figure) -> Bool {
        guard counted.family == .intake || counted.family == .handling else { return false }
        let end = tokens[figure.index].start
        if flow.holds(Self.valid, in: start(of: figure.left)..<end) {
            let first = max(tokens[figure.sentence.lowerBound].start, end - Self.longestLead)
            let rest = first..<min(tokens[figure.sentence.upperBound - 1].end, end + Self.longestLead)
            if Self.invalid.contains(where: { flow.holds($0, in: rest) }) { return true }
        }
        return figure.left.dropLast().contains { token in
            isFormerYear(token) && tokens[token + 1].term.map(Self.arrival.contains) ?? false
                && tokens[token + 1].start == tokens[token].end
                && words((token + 2)..<figure.index).contains(.process)
        }
    }

    private func isFormerYear(_ token: Int) -> Bool {
        if case .year(let year) = tokens[token].kind { return reportYear.map { year < $0 } ?? false }
        return tokens[token].term == .lastYear
    }

    // MARK: 2022年度年报显示,当年收到40件

    private static let reports = phrases("报告 年报 年度报告 度报告 年度年报 度年报 政府信息公开 度政府信息公开")

    /// Whether 当年 is the year that the sentence named before, and not the report's.
    func isOfCitedYear(_ index: Int, _ range: Range<Int>) -> Bool {
        guard state.isOtherYear, !state.isComparison else { return false }
        let isThat = flow.hasPrefix(Self.thatYear, at: tokens[index].start)
        guard isThat || flow.hasPrefix(Self.allYear, at: tokens[index].start) else { return false }
        return tokens[range.lowerBound..<index].contains { token in
            let isCited = Self.reports.contains { flow.hasPrefix($0, at: token.end) }
            if case .year(let year) = token.kind { return year != reportYear && (isThat || isCited) }
            return token.term == .lastYear && isCited
        }
    }

    private static let thatYear = Array("当年".utf8)
    private static let allYear = Array("全年".utf8)

    // MARK: 信访事项受理88件,…3件结转下年办理

    /// What another register carries over, where the sentence counts that one's and names no application.
    func isCarriedElsewhere(_ path: String, _ figure: Figure) -> Bool {
        guard path.hasPrefix("applications.carried_") else { return false }
        let named: TermSet = TermSet.outcomeGroups.union(.applicants).union([
            .application, .plainApplication, .applicationWork, .carriedIn, .newly, .matter, .information,
        ])
        guard !words(figure.sentence.lowerBound..<figure.index).meets(named) else { return false }
        let first = items.first { $0.sentence == sentenceNumber && $0.role == .count }
        return first.map { $0.numeral.unit.countsPapers && result.claims[$0.claim].readings.isEmpty } ?? false
    }

    // MARK: 办结率100%(不含结转件)

    private static let leaving = phrases("不含 不包括 不包含 不计 扣除 剔除")
    private static let exclusions = leaving + phrases("除外 未到期 在办件 除结转")
    /// The length of thirty characters.
    private static let longestBracket = 90

    /// Whether the bracket directly behind leaves out what goes to the next year.
    func leavesOutOpen(_ index: Int) -> Bool {
        let open = index + 1
        guard open < tokens.count, tokens[open].kind == .open, tokens[open].start == tokens[index].end else {
            return false
        }
        let end = min(stretchEnd, tokens[open].end + Self.longestBracket)
        let close = tokens[open...].first { $0.kind == .close }?.start ?? end
        return Self.exclusions.contains {
            flow.holds($0, in: tokens[open].end..<max(tokens[open].end, min(close, end)))
        }
    }

    /// Whether the bracket directly behind a number leaves out something that it does not count: 办结162件(不含上年结转件).
    func leavesOut(behind end: Int) -> Bool {
        guard end < stretchEnd, flow.bytes[end] == UInt8(ascii: "(") else { return false }
        return Self.partings.contains { flow.hasPrefix($0, at: end + 1) }
    }

    /// 收到6件(不含上年结转1件): whether it is said outright that what came over from the year before is none of them.
    func leavesOutCarried(_ index: Int) -> Bool {
        let next = index + 1
        guard next < tokens.count, [.open, .comma].contains(tokens[next].kind), tokens[next].start == tokens[index].end,
            Self.leaving.contains(where: { flow.hasPrefix($0, at: tokens[next].end) })
        else { return false }
        return tokens[(next + 1)...].prefix { !$0.endsClause }.contains { $0.term == .carriedIn }
    }

    private static let partings = leaving + phrases("除")

    // MARK: 新发生行政复议5件,上年结转1件

    private static let newly = phrases("新发生 新收 新增 新提起 新受理 新产生 新发 新立")
    private static let stillOpen: TermSet = [.carriedIn, .carry, .shift, .pending]

    /// Those that came up in the year, where the sentence tells of others from the year before that the table counts, too.
    func isBesideCarriedDisputes(_ counted: Counted, _ figure: Figure) -> Bool {
        guard counted.family == .dispute else { return false }
        let own = start(of: figure.left)..<tokens[figure.index].start
        guard Self.newly.contains(where: { flow.holds($0, in: own) }) else { return false }
        let words = words(figure.sentence)
        return words.contains(.carriedIn)
            || words.meets(Self.stillOpen) && figure.sentence.contains { isFormerYear($0) }
    }
}
