internal import Model

/// Figures of which the words around them say that they count only a portion of what the table has: the penalties of one
/// campaign, permits granted on the spot, outcomes by one channel.
///
/// Such a figure is no more than the table's; where it is, another body's or another year's may be meant.
extension StretchReader {
    mutating func limitToPortion(_ counted: inout Counted, _ figure: Figure) {
        guard figure.role == .count || figure.role == .money, counted.doubt != .wording,
            let path = counted.readings.first?.first
        else { return }
        if isOfOthersHands(path, figure) || isOfOtherTime(path, figure) || isOfOthersArrival(counted, figure)
            || isCarriedElsewhere(path, figure) || isBesideCarriedDisputes(counted, figure)
        {
            counted.doubt = .wording
            counted.isWhole = false
        } else if isPortion(path, counted, figure) {
            counted.isPart = true
            counted.isWhole = false
            counted.key = nil
            counted.doubt = counted.doubt ?? .company
        }
    }

    private mutating func isPortion(_ path: String, _ counted: Counted, _ figure: Figure) -> Bool {
        if path.hasPrefix(Self.proactive) {
            // 围绕重点领域,公开行政许可7264件: of those that were published something else is asked already.
            return figure.own.contains(.subset) || counted.doubt == nil && isDecision(path) && isOfCampaign(figure)
        }
        switch counted.family {
        case .outcome: return isOfSomeOutcomes(figure)
        case .dispute: return isOverOneOutcome(figure)
        default: return false
        }
    }

    private static let proactive = "proactive."

    private func isDecision(_ path: String) -> Bool {
        path.hasPrefix(Self.proactive) && path.hasSuffix(".decisions")
    }

    // MARK: 专项行动中行政处罚15件

    private static let campaigns = phrases(
        "专项 整治 行动 领域 治理 严打 严查 排查 联合执法 联合检查 集中执法 集中检查 举报 投诉 线索 查实 查处 查办 查获 检查 方面 打击 取缔 整顿 攻坚 铁拳 暑期 寒假 春节 国庆 高考 中考 汛期 节日 节前"
    )
    /// 综合治理 and 行动方案 are no campaigns, and 各领域 is all of them.
    private static let notBefore = phrases("综合 社会 依法 基层 各 全 不 有效 源头 数据")
    /// 行政处罚方面 names the matter itself.
    private static let matters = phrases("处罚 许可 强制 执法 公开 信息 审批 工作 服务 管理")
    private static let fields = phrases("方面 领域")
    private static let notBehind = phrases("方案 计划 指南 能力 体系 水平")
    private static let investigations = phrases("查处 查办 查获 检查")
    private static let plainObjects = phrases("各类 各种 违法 违规 违章 涉嫌 重大 典型 一批 了 的 和 及 、")
    private static let plainCases = phrases("案件 行为 案 问题 行政处罚 行政 执法 企业 单位 市场主体 经营 对象 场所 工作 , ( 。 ; 0 1 2 3 4 5 6 7 8 9")
    /// The length of two hundred characters.
    static let longestLead = 600

    /// Whether the sentence tells of one campaign or field before it, and names no year behind that.
    private func isOfCampaign(_ figure: Figure) -> Bool {
        let sentence = figure.sentence.lowerBound..<figure.index
        let first = tokens[sentence].lastIndex { $0.kind == .semicolon }.map { tokens[$0].end }
        let number = tokens[figure.index].start
        let start = max(first ?? sentenceStart ?? stretchStart, number - Self.longestLead)
        guard let place = lastCampaign(in: start..<number) ?? setting(figure) else { return false }
        return !tokens[sentence].contains { token in
            guard token.start > place else { return false }
            if case .year = token.kind { return true }
            return token.term == .thisYear
        }
    }

    private static let inside = Array("在".utf8)
    private static let middle = Array("中".utf8)
    private static let everyday = phrases("工作 执法 过程 行政 全年 实践 日常 服务")

    /// Where 在教师资格认定中 stands as the clause before.
    private func setting(_ figure: Figure) -> Int? {
        let comma = figure.left.lowerBound - 1
        guard comma >= 0, tokens[comma].kind == .comma else { return nil }
        let first = tokens[figure.sentence.lowerBound..<comma].lastIndex(where: \.endsClause)
        let clause = (first.map { tokens[$0].end } ?? sentenceStart ?? stretchStart)..<tokens[comma].start
        guard flow.hasPrefix(Self.inside, at: clause.lowerBound),
            flow.hasPrefix(Self.middle, at: clause.upperBound - Self.middle.count),
            !Self.everyday.contains(where: { flow.holds($0, in: clause) })
        else { return nil }
        return clause.lowerBound
    }

    private func lastCampaign(in range: Range<Int>) -> Int? {
        Self.campaigns.compactMap { word in
            var last: Int?
            var place = range.lowerBound
            while let found = flow.firstIndex(of: word, in: place..<range.upperBound) {
                if isCampaign(word, at: found) { last = found }
                place = found + word.count
            }
            return last
        }.max()
    }

    private func isCampaign(_ word: [UInt8], at place: Int) -> Bool {
        let end = place + word.count
        if Self.notBefore.contains(where: { flow.hasPrefix($0, at: place - $0.count) })
            || Self.notBehind.contains(where: { flow.hasPrefix($0, at: end) })
        {
            return false
        }
        if Self.fields.contains(word), Self.matters.contains(where: { flow.hasPrefix($0, at: place - $0.count) }) {
            return false
        }
        guard Self.investigations.contains(word) else { return true }
        // 查处违规校外培训机构18家, and no 查处各类违法案件26件.
        var object = end
        while case let length = Self.length(of: Self.plainObjects, in: flow, at: object), length > 0 {
            object += length
        }
        return Self.length(of: Self.plainCases, in: flow, at: object) == 0
    }

    // MARK: 帮办代办行政许可326件

    private static let helpers = phrases("帮办 代办 导办 陪办 领办 代跑 初审 转报 上报 受托 受委托 委托")
    private static let otherHands = phrases("派驻 驻镇 驻乡 驻街 驻我 局驻 队驻 授权 垂管 双管 上级部门 上级单位 上级机关 县级部门 区级部门 县直部门")

    /// 县级部门派驻机构在我镇作出行政处罚8件: decisions that others make, and that the body helps with.
    private func isOfOthersHands(_ path: String, _ figure: Figure) -> Bool {
        guard isDecision(path) else { return false }
        let own = start(of: figure.left)..<tokens[figure.index].start
        if Self.helpers.contains(where: { flow.holds($0, in: own) }) { return true }
        if Self.otherHands.contains(where: { flow.holds($0, in: own) }) { return true }
        // …行政处罚8件、行政许可26件: the subject is that of both.
        guard isBehindPause(figure), let last = items.last, last.sentence == sentenceNumber else { return false }
        let claim = result.claims[last.claim]
        return claim.doubt == .wording && (claim.readings.first?.first).map({ isDecision($0) }) ?? false
    }

    /// Whether 、 alone parts the figure's words from the number before it.
    func isBehindPause(_ figure: Figure) -> Bool {
        figure.left.lowerBound > 0 && tokens[figure.left.lowerBound - 1].number != nil
            && figure.left.first.map { tokens[$0].kind == .pause } ?? false
    }

    // MARK: 网上申请予以公开12件, 延期答复后予以公开2件

    private static let after = Array("后".utf8)
    private static let generic = phrases(
        "审查 审核 研究 检索 查找 查询 查阅 梳理 核实 核查 会商 研判 讨论 办理 处理 受理 登记 收到 接到 收悉 审批 报批 评估 答复 认定 甄别"
    )
    private static let particular = phrases("区分处理 技术处理 脱密处理 脱敏处理 重新办理 重新处理 重新答复 延期办理")

    private mutating func isOfSomeOutcomes(_ figure: Figure) -> Bool {
        // 上年结转的申请予以公开1件、无法提供2件: both of those.
        if figure.own.contains(.carriedIn) { state.isOfCarriedOutcomes = true }
        if state.isOfCarriedOutcomes || figure.own.meets(Self.narrower) || isOfWayBefore(figure) { return true }
        guard let outcome = figure.left.last(where: { isOf(.outcomes, $0) }) else { return false }
        return isAfterStep(tokens[outcome].start)
    }

    private static let narrower = TermSet.means.union([.late, .subset])
    private static let secrets: TermSet = [.tradeSecret, .privacy]

    /// 对网上提交的申请,予以公开12件; 因涉及个人隐私,不予公开1件: the clause before says of which.
    private func isOfWayBefore(_ figure: Figure) -> Bool {
        let before = words(figure.context.wider..<figure.left.lowerBound)
        guard !before.contains(.etCetera) else { return false }
        if before.meets(Self.secrets) { return true }
        let ways = tokens[figure.context.wider..<figure.left.lowerBound].count {
            $0.term.map(TermSet.means.contains) ?? false
        }
        return ways == 1 && before.meets([.application, .plainApplication])
    }

    /// 补正后予以公开5件: those that went that way, while 经审查后 is said of all.
    private func isAfterStep(_ place: Int) -> Bool {
        let end = place - Self.after.count
        guard end > stretchStart, flow.hasPrefix(Self.after, at: end) else { return false }
        func ends(with word: [UInt8]) -> Bool { flow.hasPrefix(word, at: end - word.count) }
        return Self.particular.contains(where: ends) || !Self.generic.contains(where: ends)
    }

    // MARK: 针对不予公开答复提起行政复议2件

    private static let objections = phrases("不服 不满 异议 针对 对 就 因")

    /// Of the disputes over one outcome alone.
    private func isOverOneOutcome(_ figure: Figure) -> Bool {
        if figure.own.meets(.outcomeGroups) { return true }
        let before = figure.context.wider..<figure.left.lowerBound
        if !before.isEmpty, words(before).meets(.outcomeGroups) {
            let clause = tokens[before.lowerBound].start..<tokens[figure.left.lowerBound - 1].start
            if Self.objections.contains(where: { flow.holds($0, in: clause) }) { return true }
        }
        // 因不予公开引发行政复议2件、行政诉讼1件: of both.
        guard isBehindPause(figure), let last = items.last, last.family == .dispute else { return false }
        return result.claims[last.claim].isPart
    }
}
