internal import Model

/// Figures of other things than they seem to be: of others, of a list, or of some by one way.
extension StretchReader {
    /// 收到取水许可审批申请17件,受理17件: of those, which are none of the matter.
    func followsOtherApplications(_ figure: Figure, _ family: ClaimFamily) -> Bool {
        guard family == .intake, !figure.own.meets([.application, .plainApplication]), let last = items.last,
            last.sentence == sentenceNumber, last.role == .count, last.family == .intake
        else { return false }
        return result.claims[last.claim].doubt != nil
    }

    private static let guidance = ["指导", "督促", "督导", "帮助", "协助", "协调", "辅导"].map { Array($0.utf8) }

    private static let deeds = dealings.union([.process])
    /// The length of three characters.
    private static let mostBefore = 9
    /// 在上级指导下办理.
    private static let under = Array("下".utf8)

    /// 指导镇街办理申请30件: those of others.
    func isForOthers(_ figure: Figure) -> Bool {
        guard let verb = figure.left.first(where: { tokens[$0].term.map(Self.deeds.contains) ?? false }) else {
            return false
        }
        let words = start(of: figure.left)..<tokens[verb].start
        guard words.count > Self.guidance[0].count else { return false }
        // 此外,指导, 二是指导: behind the mark or the word that numbers the clause, too.
        return Self.guidance.contains { word in
            guard let found = flow.firstIndex(of: word, in: words), found - words.lowerBound <= Self.mostBefore else {
                return false
            }
            return found + word.count < words.upperBound && !flow.hasPrefix(Self.under, at: found + word.count)
        }
    }

    /// 复议3件,均与政府信息公开无关;因政府信息公开引发的诉讼2件: what the words say of the figures before them, and not of those behind.
    func isUnrelated(_ left: Range<Int>, in sentence: Range<Int>) -> Bool {
        continuesUnrelated(left)
            || tokens[left.lowerBound..<min(sentence.upperBound, left.upperBound + Self.mostBehind)]
                .contains { $0.term == .unrelated }
    }

    func isAboutSome(_ figure: Figure) -> Bool {
        let next = figure.index + 1
        return next < figure.sentence.upperBound && tokens[next].term == .about
            && tokens[next].start == tokens[figure.index].end
    }

    /// How far behind a figure the words may stand that say what it was of: no sentence of a report is longer.
    private static let mostBehind = 600
    private static let sorting = [
        "实际受理", "实际收到", "实际为政府信息公开", "经甄别", "经辨别", "经筛选", "经识别", "纳入统计", "计入统计", "实际纳入", "实际计入",
    ].map { Array($0.utf8) }

    /// 收到各类申请50件,经甄别,…,实际受理49件: what came in before it was told which of it are applications.
    func isBeforeSorting(_ figure: Figure) -> Bool {
        let start = tokens[figure.index].end
        let rest = start..<min(tokens[figure.sentence.upperBound - 1].end, start + Self.mostBehind)
        guard !rest.isEmpty else { return false }
        return Self.sorting.contains { flow.firstIndex(of: $0, in: rest) != nil } || isSorted(in: rest)
            || areAmongThem(figure)
    }

    private static let belonging = phrases("属于政府信息公开申请 属于信息公开申请 符合政府信息公开申请")
    private static let not = Array("不".utf8)

    /// 登记依申请4085件次,经审查属于政府信息公开申请的4079件.
    private func isSorted(in range: Range<Int>) -> Bool {
        Self.belonging.contains { word in
            flow.firstIndex(of: word, in: range).map { !flow.hasPrefix(Self.not, at: $0 - Self.not.count) } ?? false
        }
    }

    private static let ofMatter = phrases("信息公开申请 信息公开类申请")

    /// 接收邮件、信函144件,其中政府信息公开申请106件: letters of all kinds, of which those that ask for information are some.
    private func areAmongThem(_ figure: Figure) -> Bool {
        let next = figure.index + 1
        guard next + 3 < figure.sentence.upperBound, tokens[next].kind == .comma, tokens[next + 1].term == .amongThem,
            tokens[next + 2].term == .application, tokens[next + 3].number != nil,
            tokens[next + 2].start == tokens[next + 1].end, tokens[next + 3].start == tokens[next + 2].end
        else { return false }
        func holdsMatter(_ range: Range<Int>) -> Bool { Self.ofMatter.contains { flow.holds($0, in: range) } }
        return holdsMatter(tokens[next + 2].start..<tokens[next + 2].end)
            && !holdsMatter(start(of: figure.left)..<tokens[figure.index].start)
    }

    /// 行政许可事项45项全部公开: things of a list, and no applications.
    func isOfList(_ figure: Figure) -> Bool {
        figure.voice.isBehind && figure.own.meets([.register, .affair]) && !figure.own.contains(.application)
    }

    /// 新收的15件办结13件, 新收15件中,已办结13件: of those, and not of what came over from the year before.
    func isOutOfOthers(_ figure: Figure) -> Bool {
        let left = figure.left
        guard teller.paths.isRevised, figure.own.contains(.process), !figure.own.meets([.carriedIn, .carry]),
            let last = items.last, last.family == .intake, last.sentence == sentenceNumber
        else { return false }
        let isDirect =
            state.namesCarriedIn && left.lowerBound > 0 && tokens[left.lowerBound - 1].number != nil
            && tokens[left.lowerBound].start == tokens[left.lowerBound - 1].end
        return isDirect
            || figure.marker?.term == .amongThem && figure.isLooselyMarked && last.words.meets([.newly, .thisYear])
    }

    private static let cases = ["的", "者", "时", "之"].map { Array($0.utf8) }

    /// 申请超过10件的申请人, 收到申请不足5件的科室: of whom or what there are so many, and not how many there were.
    func isOfCase(_ figure: Figure) -> Bool {
        figure.numeral.value == nil && Self.cases.contains { flow.hasPrefix($0, at: tokens[figure.index].end) }
    }

    private static let by = Array("通过".utf8)

    /// 通过某平台收到申请6件: others may have come in by other ways.
    func isByWay(_ context: ClauseContext) -> Bool {
        var start = context.clause > 0 ? tokens[context.clause - 1].end : sentenceStart ?? stretchStart
        // 本年度通过政府网站收到, 2023年我局通过….
        for token in tokens[context.clause...] {
            guard token.start == start, isTime(token) || token.term == .filler else { break }
            start = token.end
        }
        return flow.hasPrefix(Self.by, at: start)
    }
}
