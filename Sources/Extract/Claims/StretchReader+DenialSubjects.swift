internal import Model

/// Who it is that did not receive or do anything: another body, or some offices of the body.
extension StretchReader {
    private static let bodies = phrases(
        "学校 中学 小学 幼儿园 学院 大学 医院 卫生院 中心 站 所 馆 园 宫 队 公司 分局 教研室 研究室 委员会 局 委 厅 镇 乡 街道 政府 系统"
    )
    /// Kinds of bodies, none of which reports unless its name has the word.
    private static let kinds = phrases("中小学 学校 中学 小学 幼儿园 医院 社区 村")
    private static let adverbs = phrases("全年 均 都 也 亦 从 一直 目前 暂 至今 各自 普遍")
    private static let ourselves = phrases("我 本")
    private static let whole = Array("全".utf8)
    private static let ourAreas = phrases("我县 我市 我区 我省 本县 本市 本区 本省 本级")
    /// The length of thirty characters: no name is longer.
    private static let longestName = 90

    /// 县招生考试中心未收到…; 有3个股室未制发…,未作出…: whether it is said of another body, or of a part as the clause before is.
    func isDenialOfOthers(_ index: Int, _ range: Range<Int>, clausesBefore: Int = 2) -> Bool {
        var first = index
        let least = max(range.lowerBound, index - Self.longestClause)
        while first > least, !tokens[first - 1].endsClause { first -= 1 }
        var start = first > 0 ? tokens[first - 1].end : sentenceStart ?? stretchStart
        // 2023年县招生考试中心未收到.
        for token in tokens[first..<index] where token.start == start && isTime(token) { start = token.end }
        let end = subjectEnd(index, first, start)
        if end > start { return end - start <= Self.longestName && isOfOtherBody(start..<end) }
        // 有3个股室全年未制发规范性文件,未作出行政许可: the subject is that of the clause before.
        guard clausesBefore > 0, first > range.lowerBound + 1, tokens[first - 1].kind == .comma,
            let denied = deniedBefore(first - 1, range)
        else { return false }
        return isDenialOfPart(denied, range) || isDenialOfOthers(denied, range, clausesBefore: clausesBefore - 1)
    }

    private func deniedBefore(_ comma: Int, _ range: Range<Int>) -> Int? {
        var place = comma
        while place > max(range.lowerBound, comma - Self.longestClause), !tokens[place - 1].endsClause {
            place -= 1
            if tokens[place].number != nil, tokens[place + 1..<comma].contains(where: { $0.term == .not }) { break }
        }
        return (place..<comma).first { tokens[$0].term == .not }
    }

    /// Where the subject ends, before 全年均 and the like.
    private func subjectEnd(_ index: Int, _ first: Int, _ start: Int) -> Int {
        var end = tokens[index].start
        var token = index
        while true {
            if token > first, tokens[token - 1].end == end,
                isTime(tokens[token - 1]) || tokens[token - 1].term == .all || tokens[token - 1].term == .total
            {
                token -= 1
                end = tokens[token].start
                continue
            }
            guard
                let adverb = Self.adverbs.first(where: {
                    end - $0.count >= start && flow.hasPrefix($0, at: end - $0.count)
                })
            else { return end }
            end -= adverb.count
            while token > first, tokens[token - 1].start >= end { token -= 1 }
        }
    }

    private func isOfOtherBody(_ name: Range<Int>) -> Bool {
        guard !agency.isEmpty else { return false }
        func ends(with word: [UInt8]) -> Bool {
            name.count >= word.count && flow.hasPrefix(word, at: name.upperBound - word.count)
        }
        let isOurs =
            Self.ourselves.contains { flow.holds($0, in: name) } && !Self.ourAreas.contains { flow.holds($0, in: name) }
        // 全街道未收到.
        if isOurs || flow.hasPrefix(Self.whole, at: name.lowerBound) { return false }
        if let kind = Self.kinds.first(where: ends) { return !holdsInAgency(kind) }
        return Self.bodies.contains(where: ends) && !isOwn(name)
    }

    private func holdsInAgency(_ word: [UInt8]) -> Bool {
        agency.indices.contains { agency[$0...].starts(with: word) }
    }

    private static let fates = phrases("判决 判令 责令 履行 赔偿 再审 抗诉 撤销 纠正 败诉")

    /// 没有被法院判决履行职责的行政诉讼案件: of those alone that would have ended so.
    func isDenialOfFate(_ behind: Range<Int>, _ last: Int) -> Bool {
        let words = tokens[behind.lowerBound - 1].end..<max(tokens[behind.lowerBound - 1].end, tokens[last].start)
        return Self.fates.contains { flow.holds($0, in: words) }
    }
}
