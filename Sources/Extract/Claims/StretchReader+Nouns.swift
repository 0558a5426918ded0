internal import Model

/// Words that elsewhere tell what was done, and stand there for what information is about.
extension StretchReader {
    /// 培训类7条, 审查信息5条: what verbs name is a kind of information there.
    func isNoun(_ index: Int) -> Bool {
        isOrganisation(index) || Self.nounEndings.contains { flow.hasPrefix($0, at: tokens[index].end) }
    }

    private static let legalPerson = Array("法人".utf8)
    private static let organisation = Array("组织".utf8)
    private static let ofOrganisations = ["机构", "架构"].map { Array($0.utf8) }

    /// 公民、法人和组织, 组织机构3条.
    private func isOrganisation(_ index: Int) -> Bool {
        guard flow.hasPrefix(Self.organisation, at: tokens[index].start) else { return false }
        if Self.ofOrganisations.contains(where: { flow.hasPrefix($0, at: tokens[index].end) }) { return true }
        return index > 0 && isConjunction(index - 1) && tokens[index - 1].end == tokens[index].start
            && flow.hasPrefix(Self.legalPerson, at: tokens[index - 1].start - Self.legalPerson.count)
    }

    /// What joins one word to the next.
    static let allJoints = conjunctions + [pause]
    private static let plan = Array("计划".utf8)
    private static let ofMatters = ["人口", "规划", "财政", "工作", "年度", "发展", "生育"].map { Array($0.utf8) }

    /// 人口计划和生育28条, 规划计划14条: what the information is about, and nothing that is still to be done.
    func isPlanOfMatter(_ index: Int) -> Bool {
        let (start, end) = (tokens[index].start, tokens[index].end)
        guard flow.hasPrefix(Self.plan, at: start), end - start == Self.plan.count else { return false }
        if Self.nounEndings.contains(where: { flow.hasPrefix($0, at: end) }) { return true }
        if index + 1 < tokens.count, tokens[index + 1].number != nil, tokens[index + 1].start == end { return true }
        return Self.ofMatters.contains { flow.hasPrefix($0, at: start - $0.count) }
            && Self.allJoints.contains { flow.hasPrefix($0, at: end) }
    }

    private static let bulletins = ["状况", "统计", "发展", "质量", "调查", "普查", "会议", "全会", "资源", "灾害", "决算"]
        .map { Array($0.utf8) }

    /// 环境状况公报, 统计公报: what is told of a matter, and not the government's gazette.
    func isBulletin(_ index: Int) -> Bool {
        Self.bulletins.contains { flow.hasPrefix($0, at: tokens[index].start - $0.count) }
    }
}
