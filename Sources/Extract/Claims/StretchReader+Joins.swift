internal import Model

/// Joins tokens that say one thing together.
extension StretchReader {
    private static let joined: TermSet = [
        .carry, .shift, .plainApplication, .filing, .enterprise, .normative, .regulation, .filler, .shareOf, .otherItem,
        .otherProcessing, .otherResult, .naturalPerson, .otherVerb, .permit, .penalty, .coercive, .direct, .afterReview,
        .unhandled, .litigation, .gazette, .plan,
    ]

    /// 结转 beside a year becomes what was carried in or out; 收到申请 becomes an application where no other is named.
    mutating func joinTokens() {
        if !scanner.numerals.isEmpty {
            dropNotOne()
            dropNames()
        }
        guard scanner.words.meets(Self.joined) else { return }
        var index = 0
        while index < tokens.count {
            switch tokens[index].term {
            case .carry, .shift, .unhandled: index = joinCarried(index)
            case .plainApplication: if isOfDisclosure(index) { scanner.tokens[index].kind = .term(.application) }
            case .filing: if isRegistration(index) { scanner.tokens[index].kind = .term(.receive) }
            case .filler where !mayBeJoined(index), .shareOf where !mayBeJoined(index): break
            case .filler where isOtherOrganisation(index): scanner.tokens[index].kind = .term(.otherOrganisation)
            case .filler where isCitizen(index): scanner.tokens[index].kind = .term(.naturalPerson)
            case .filler, .shareOf:
                if isSumOfApplications(index) || isObjectOfReceipt(index) {
                    scanner.tokens[index].kind = .term(.plainApplication)
                } else if isOutOfHandled(index) {
                    scanner.tokens[index].kind = .term(.application)
                }
            case .otherItem, .otherProcessing, .otherResult: joinOther(index)
            case .enterprise: index = joinEnterprise(index)
            case .naturalPerson: joinPersons(index)
            case .permit, .penalty, .coercive:
                // 行政处罚类4件: a kind of applications, or of disputes.
                if flow.hasPrefix(Self.nounEndings[0], at: tokens[index].end) {
                    scanner.tokens[index].kind = .term(.kind)
                }
            case .otherVerb: if isNoun(index) { scanner.tokens[index].kind = .term(.filler) }
            case .normative, .regulation: joinNewlyIssued(index)
            case .direct, .afterReview: joinLitigation(index)
            case .plan: if isPlanOfMatter(index) { scanner.tokens[index].kind = .term(.filler) }
            case .gazette: if isBulletin(index) { scanner.tokens[index].kind = .term(.filler) }
            case .litigation: if isAgainstReview(index) { scanner.tokens[index].kind = .term(.afterReview) }
            default: break
            }
            index += 1
        }
    }

    /// Whether the words of the sentence are still those that were scanned: no number took one up, and none was joined.
    var wordsAreScanned: Bool { scanner.numerals.isEmpty && !scanner.words.meets(Self.joined) }

    /// The lengths of 的申请 and of 其他组织, and the words directly before a number: of no other filler is anything asked, and
    /// there is one in every clause.
    private func mayBeJoined(_ index: Int) -> Bool {
        let end = scanner.tokens[index].end
        let length = end - scanner.tokens[index].start
        if length == Self.request.count || length == Self.otherOrganisation.count { return true }
        let next = index + 1
        return next < scanner.tokens.count && scanner.tokens[next].start == end && scanner.tokens[next].number != nil
    }

    private static let single = ["一起", "一件", "一例", "一宗"].map { Array($0.utf8) }
    private static let denials: TermSet = [.not, .occur, .receive, .filler, .tail]

    /// 未发生一起行政复议: none at all.
    private mutating func dropNotOne() {
        var index = 1
        while index < tokens.count {
            defer { index += 1 }
            guard tokens[index].number != nil,
                Self.single.contains(where: { flow.hasPrefix($0, at: tokens[index].start) })
            else { continue }
            var place = index - 1
            while place > 0, tokens[place].term != .not, tokens[place].term.map(Self.denials.contains) ?? false,
                tokens[place].end == tokens[place + 1].start
            {
                place -= 1
            }
            guard tokens[place].term == .not, tokens[place].end == tokens[place + 1].start else { continue }
            scanner.tokens.remove(at: index)
            index -= 1
        }
    }

    static let ofThat = Array("的".utf8)

    /// 未经复议直接起诉的行政诉讼案件5件: those, and not all lawsuits.
    private mutating func joinLitigation(_ index: Int) {
        // 经复议、诉讼被纠正的6件: of both.
        if Self.reviewed.contains(where: {
            tokens[index].end - tokens[index].start == $0.count && flow.hasPrefix($0, at: tokens[index].start)
        }), index + 2 < tokens.count, tokens[index + 1].kind == .pause, tokens[index + 2].term == .litigation {
            scanner.tokens[index].kind = .term(.review)
            return
        }
        var place = index + 1
        var end = tokens[index].end
        // 复议后起诉的10件行政诉讼, 直接起诉的政府信息公开行政诉讼: that noun says no more.
        while place < tokens.count, tokens[place].number != nil || Self.beforeNoun.contains(tokens[place].term),
            tokens[place].start - end <= Self.ofThat.count
        {
            end = tokens[place].end
            place += 1
        }
        guard place < tokens.count, tokens[place].term == .litigation, tokens[place].start - end <= Self.ofThat.count,
            place == index + 1 || flow.hasPrefix(Self.ofThat, at: tokens[index].end)
        else { return }
        scanner.tokens[place].kind = .term(.filler)
    }

    private static let reviewed = ["经复议", "经行政复议"].map { Array($0.utf8) }
    private static let beforeNoun: Set<Term?> = [.filler, .matter, .ofMatter]
    static let nounEndings = ["类", "信息", "方面", "情况", "计划", "总结"].map { Array($0.utf8) }

    private static let register = Array("登记".utf8)
    private static let newlyIssued = Array("新制定".utf8)
    private static let otherWords = ["其他", "其它"].map { Array($0.utf8) }

    /// 申请总数15件, where it is no share of them.
    private func isSumOfApplications(_ index: Int) -> Bool {
        guard index + 1 < tokens.count, tokens[index + 1].number != nil, tokens[index + 1].start == tokens[index].end,
            tokens[index].end - tokens[index].start >= Self.sum.count, flow.hasPrefix(Self.sum, at: tokens[index].start)
        else { return false }
        return index == 0 || tokens[index - 1].term != .share
    }

    private static let sum = Array("申请总".utf8)

    /// 收到自然人要求公开政府信息的申请5件.
    private func isObjectOfReceipt(_ index: Int) -> Bool {
        guard index + 1 < tokens.count, tokens[index + 1].number != nil, tokens[index + 1].start == tokens[index].end,
            tokens[index].end - tokens[index].start == Self.request.count,
            flow.hasPrefix(Self.request, at: tokens[index].start)
        else { return false }
        var start = index
        while start > 0, !tokens[start - 1].endsClause, tokens[start - 1].number == nil { start -= 1 }
        let before = words(start..<index)
        return before.meets([.receive, .accept, .newly]) && before.meets([.information, .matter])
            && !before.meets(Self.otherKinds)
    }

    private static let request = Array("的申请".utf8)
    private static let out = Array("中".utf8)

    /// 办结的申请中,部分公开16件: no others end so.
    private func isOutOfHandled(_ index: Int) -> Bool {
        let token = tokens[index]
        guard index > 0, token.end - token.start == Self.request.count, flow.hasPrefix(Self.request, at: token.start),
            flow.hasPrefix(Self.out, at: token.end), tokens[index - 1].end == token.start,
            isOf([.process, .handle], index - 1), index + 2 < tokens.count, tokens[index + 1].endsClause
        else { return false }
        return isOf(.outcomeGroups, index + 2) && !words(0..<index).meets(Self.otherKinds)
    }

    /// 维持8件、纠正2件、其他1件: the other result, where the results of disputes stand before it.
    private mutating func joinOther(_ index: Int) {
        if tokens[index].term != .otherResult, isJoinedToGroup(index) {
            return scanner.tokens[index].kind = .term(.otherProcessing)
        }
        guard index + 1 < tokens.count, tokens[index + 1].number != nil, tokens[index + 1].start == tokens[index].end,
            index > 1, tokens[index - 1].kind == .pause || tokens[index - 1].kind == .comma,
            Self.otherWords.contains(where: { flow.hasPrefix($0, at: tokens[index].start) })
        else { return }
        var place = index - 2
        // 不予处理11件(重复申请3件等),其他5件: what the bracket is of.
        if tokens[place].kind == .close {
            while place > 0, tokens[place].kind != .open { place -= 1 }
        }
        while place > 0, tokens[place].term == nil || tokens[place].term == .filler { place -= 1 }
        guard let term = tokens[place].term else { return }
        if term == .noCorrection || term == .feeUnpaid {
            scanner.tokens[index].kind = .term(.otherRest)
        } else if TermSet.disputeOutcomes.contains(term) {
            scanner.tokens[index].kind = .term(.otherResult)
        } else if TermSet.outcomeGroups.contains(term), namesAllGroups(before: index) {
            scanner.tokens[index].kind = .term(.otherProcessing)
        }
    }

    /// 不予处理及其他的3件: of both rows.
    private func isJoinedToGroup(_ index: Int) -> Bool {
        let before = tokens[..<index].last { $0.term != .filler && $0.kind != .pause }
        guard before?.term == .notProcessed, isJoined(index), index + 1 < tokens.count else { return false }
        let next = tokens[index + 1].term == .filler ? index + 2 : index + 1
        return next < tokens.count && tokens[next].number != nil && tokens[next].start == tokens[next - 1].end
    }

    /// 予以公开…、部分公开…、不予公开…、无法提供…、不予处理…、其他3件: nothing else is left that it could be.
    private func namesAllGroups(before index: Int) -> Bool {
        let words = words(0..<index)
        let groups: TermSet = [.refused, .unavailable, .notProcessed]
        return groups.isWithin(words) && words.meets([.granted, .publish])
    }

    /// 登记政府信息公开申请137件: applications are taken down as they come in.
    private func isRegistration(_ index: Int) -> Bool {
        guard index + 1 < tokens.count, flow.hasPrefix(Self.register, at: tokens[index].start) else { return false }
        return tokens[index + 1].term == .application && tokens[index + 1].start == tokens[index].end
    }

    /// 新制定规范性文件7件: all that were issued; 规范性文件7件(其中新制定5件) is some of them.
    private mutating func joinNewlyIssued(_ index: Int) {
        guard index > 0, tokens[index - 1].term == .filler, tokens[index - 1].end == tokens[index].start,
            flow.hasPrefix(Self.newlyIssued, at: tokens[index - 1].start)
        else { return }
        scanner.tokens[index - 1].kind = .term(.issue)
    }
}
