internal import Model

/// Joins that tell who applied.
extension StretchReader {
    private static let persons = ["公民", "个人"].map { Array($0.utf8) }
    private static let companions: TermSet = [.organisations, .enterprise, .business, .legalService]

    /// 公民7件,法人或其他组织3件.
    func isCitizen(_ index: Int) -> Bool {
        index + 1 < tokens.count && tokens[index + 1].number != nil && tokens[index + 1].start == tokens[index].end
            && Self.persons.contains {
                tokens[index].end - tokens[index].start == $0.count && flow.hasPrefix($0, at: tokens[index].start)
            }
            && tokens.contains { $0.term.map(Self.companions.contains) ?? false }
    }

    private static let bodies = ["法人", "其他组织", "单位", "组织"].map { Array($0.utf8) }

    /// 自然人、法人申请15件, 自然人和企业提交15件: all of them, and no kind of applicants.
    mutating func joinPersons(_ index: Int) {
        joinMostly(index)
        if isBehindBody(index) { return scanner.tokens[index].kind = .term(.filler) }
        let next = flow.hasPrefix(Self.pause, at: tokens[index].end) ? tokens[index].end + Self.pause.count : nil
        let behind = Self.conjunctions.first { flow.hasPrefix($0, at: tokens[index].end) }
        guard let place = next ?? behind.map({ tokens[index].end + $0.count }) else { return }
        let isBody = Self.bodies.contains { flow.hasPrefix($0, at: place) }
        let isOrganisation = tokens[index...].prefix(4).contains { $0.start == place && $0.term == .organisations }
        let isEnterprise = tokens[index...].prefix(4).contains { $0.start == place && $0.term == .enterprise }
        if isBody && !isOrganisation || isEnterprise { scanner.tokens[index].kind = .term(.filler) }
    }

    /// 任何单位和个人提出的申请: all of them, whoever made them.
    private func isBehindBody(_ index: Int) -> Bool {
        guard let joint = Self.allJoints.first(where: { flow.hasPrefix($0, at: tokens[index].start - $0.count) }) else {
            return false
        }
        let end = tokens[index].start - joint.count
        return Self.bodies.contains { flow.hasPrefix($0, at: end - $0.count) }
    }

    private static let mostly = Array("为主(".utf8)

    /// 以自然人为主(12件): the bracket is theirs.
    private mutating func joinMostly(_ index: Int) {
        guard flow.hasPrefix(Self.mostly, at: tokens[index].end), index + 2 < tokens.count,
            tokens[index + 1].term == .filler, tokens[index + 2].kind == .open
        else { return }
        scanner.tokens.remove(at: index + 1)
        scanner.tokens[index].end = tokens[index + 1].start
    }

    /// 自然人312件,企业41件,社会公益组织3件: 企业 is a kind of applicant where two others are named; else it tells nothing.
    mutating func joinEnterprise(_ index: Int) -> Int {
        let applicants = tokens.count { $0.term.map(TermSet.applicants.contains) ?? false }
        guard applicants > 1 || applicants == 1 && isBesidePersons(index) || applies(index) else {
            scanner.tokens.remove(at: index)
            return index - 1
        }
        scanner.tokens[index].kind = .term(.business)
        for place in tokens.indices.dropLast()
        where tokens[place].term == .filler && flow.hasPrefix(Self.otherOrganisation, at: tokens[place].start)
            && tokens[place].end - tokens[place].start == Self.otherOrganisation.count
            && (tokens[place + 1].number != nil || isBeforeTheirs(place))
        {
            scanner.tokens[place].kind = .term(.otherOrganisation)
        }
        return index
    }

    static let otherOrganisation = Array("其他组织".utf8)

    /// 企业申请13件、其他组织申请9件.
    private func isBeforeTheirs(_ index: Int) -> Bool {
        guard index + 2 < tokens.count, tokens[index + 1].term == .plainApplication,
            tokens[index + 1].start == tokens[index].end
        else { return false }
        return tokens[index + 2].number != nil && tokens[index + 2].start == tokens[index + 1].end
    }

    /// 法律服务机构1件、其他组织1件: the last of the kinds, where the others are named one by one.
    func isOtherOrganisation(_ index: Int) -> Bool {
        tokens[index].end - tokens[index].start == Self.otherOrganisation.count
            && flow.hasPrefix(Self.otherOrganisation, at: tokens[index].start)
            && (tokens.contains { $0.term == .legalService } || beginsSentence(index))
    }

    /// 其他组织共提出申请10件.
    private func beginsSentence(_ index: Int) -> Bool {
        index == 0 && index + 1 < tokens.count && tokens[index + 1].term == .total
            && tokens[index + 1].start == tokens[index].end
    }

    private static let applying = ["提出", "提交", "申请", "的申请", "结转", "新收"].map { Array($0.utf8) }

    private static let from = Array("来自".utf8)

    /// 企业提出的申请1件, where applications are spoken of.
    private func applies(_ index: Int) -> Bool {
        let isSource =
            index > 0 && tokens[index - 1].end == tokens[index].start
            && flow.hasPrefix(Self.from, at: tokens[index - 1].start)
        // 对企业的20件申请.
        let isOfNumber =
            index + 2 < tokens.count && flow.hasPrefix(Self.ofThat, at: tokens[index].end)
            && tokens[(index + 1)...].prefix(3).contains { $0.number != nil }
            && tokens[(index + 1)...].prefix(4).contains { $0.term == .plainApplication || $0.term == .application }
        guard isSource || isOfNumber || Self.applying.contains(where: { flow.hasPrefix($0, at: tokens[index].end) })
        else {
            return false
        }
        return state.topic == .application || state.spokeOfApplications || state.section == "applications"
            || words(0..<index).meets([.application, .naturalPerson])
    }

    /// 自然人66件,企业14件: two kinds of applicants, each with its number directly behind it.
    private func isBesidePersons(_ index: Int) -> Bool {
        guard index > 2, index + 1 < tokens.count, tokens[index + 1].number != nil,
            tokens[index + 1].start == tokens[index].end,
            tokens[index - 1].kind == .comma || tokens[index - 1].kind == .pause,
            tokens[index - 1].end == tokens[index].start
        else { return false }
        return tokens[index - 2].number != nil && tokens[index - 3].term == .naturalPerson
            && tokens[index - 3].end == tokens[index - 2].start
    }
}
