internal import Model

/// Growth, rates, the accounts that publish, and figures of all years.
extension StretchReader {
    func growthKey(_ voice: Voice, _ unit: CountUnit) -> String? {
        let named = voice.words.meets(.nouns) ? teller.counted(voice.terms, voice.words, .cases, state).key : nil
        let last = items.last { $0.role == .count && $0.sentence == sentenceNumber }
        guard let key = named ?? last.map({ result.claims[$0.claim].key }) else { return nil }
        return Claim.growth + key
    }

    mutating func rate(_ numeral: Numeral, _ words: TermSet, at index: Int, _ range: Range<Int>) {
        guard words.contains(.handlingRate), numeral.value == Quantity(100) else { return }
        allHandled(at: index, range)
        tellAllTimely(words, at: index)
    }

    /// 按期办结9件,按期办结率100%: all that were dealt with.
    mutating func tellAllTimely(_ words: TermSet, at index: Int) {
        guard teller.paths.isRevised, words.contains(.timely), isBeside(index, Self.besideTimely),
            let last = items.last, last.sentence == sentenceNumber, last.family == .handling,
            last.words.contains(.timely), result.claims[last.claim].isPart, !last.words.contains(.receive)
        else { return }
        result.claims[last.claim].isPart = false
        result.claims[last.claim].readings.append(teller.paths.applications("received"))
    }

    private static let besideTimely: TermSet = [.handlingRate, .timely, .filler]

    /// The name of the account that publishes, where the words between say nothing of what: `posts:青禾发布`.
    func account(at index: Int, _ context: ClauseContext, _ range: Range<Int>) -> String? {
        guard !state.isOtherYear, !state.isPlan else { return nil }
        guard let verb = (context.start..<index).last(where: { tokens[$0].term == .publish }) else { return nil }
        let between = (verb + 1)..<index
        let plain: TermSet = [.information, .filler, .total, .post, .matter]
        let isPlain = between.allSatisfy { tokens[$0].term.map(plain.contains) ?? false }
        guard isPlain, unknown(verb..<index, before: tokens[index].start) == 0 else { return nil }
        let quotes = (context.start..<verb).filter { tokens[$0].kind == .quote }
        guard quotes.count == 2 else { return nil }
        let name = tokens[quotes[0]].end..<tokens[quotes[1]].start
        guard name.count > 3, name.count < 45 else { return nil }
        // “双随机”一公开7条 is no account, and “中国·青禾” a site.
        guard !flow.hasPrefix(Self.one, at: tokens[quotes[1]].end), !flow.hasPrefix(Self.china, at: name.lowerBound)
        else { return nil }
        let media = words(context.start..<index)
        let others: TermSet = [.website, .weibo, .gazette, .otherMedia]
        // An account and a site of one name are two; an account without its kind is that of WeChat.
        guard !media.meets(others), !media.contains(.quality) else { return nil }
        return "posts:" + flow.string(name)
    }

    private static let one = Array("一".utf8)
    private static let china = Array("中国".utf8)

    /// 2016年公开2486条。截至2016年底,累计公开11052条: where this year's figure was told before, the other is of all years; else it
    /// may be.
    func doubtAllYears(_ counted: inout Counted, _ numeral: Numeral) {
        guard let key = counted.key, let said = numeral.value else { return }
        let isToldBefore = result.claims.suffix(40).contains { claim in
            claim.key == key && claim.value.map { $0 < said } ?? false
        }
        if isToldBefore {
            counted.isWhole = false
            counted.doubt = .wording
        } else if counted.doubt == nil {
            counted.doubt = .allYears
        }
    }

    /// 2012年主动公开24条,历年累计238条: of the same, where the words name nothing else.
    func sinceTheBeginning(_ figure: Figure) -> Counted? {
        guard case .annex = teller.paths.era, figure.own.contains(.cumulative), state.ownBytes == 0, !state.isOtherYear,
            figure.own.isWithin([.cumulative, .total, .filler]), let last = countedBefore(figure),
            last.role == .count, last.depth == figure.depth, last.numeral.unit == figure.numeral.unit
        else { return nil }
        let claim = result.claims[last.claim]
        guard let key = claim.key.hasSuffix(Self.ofYear) ? Self.cumulative(claim.key) : nil, claim.doubt == nil,
            claim.readings.first == [claim.key]
        else { return nil }
        return Counted(key: key, readings: [[key]], family: last.family)
    }

    /// What a figure of all years is of: the figure before it, or behind a list that a semicolon ends its whole, as in
    /// 受理申请2条,其中网上1条,信函1条;历年累计9条. Behind a list and a comma it may be of either.
    private func countedBefore(_ figure: Figure) -> ClaimItem? {
        guard let last = items.last, last.sentence == sentenceNumber else { return nil }
        guard let whole = whole(ofPart: last) else { return last }
        if isBehindSemicolon(figure.index, figure.sentence) { return whole }
        // 网上2条,历年累计4条,信函1条,历年累计2条: each has its own.
        guard let before = items.dropLast().last, self.whole(ofPart: before)?.claim == whole.claim,
            !result.claims[before.claim].key.hasSuffix(Self.ofAllYears)
        else { return last }
        return nil
    }

    /// The figure of its sentence that another one is a part of by the rows of the table.
    private func whole(ofPart part: ClaimItem) -> ClaimItem? {
        let names = result.claims[part.claim].key.split(separator: ".")
        guard part.sentence == sentenceNumber, names.count == 4 else { return nil }
        let row = names[..<2].joined(separator: ".") + Self.ofYear
        return items.last { $0.sentence == sentenceNumber && result.claims[$0.claim].key == row }
    }

    private static let ofYear = ".year"
    private static let ofAllYears = ".cumulative"

    private static let content = Array("满意".utf8)
    private static let nearly = ["不", "基本", "较", "很", "非常", "十分", "最", "未"].map { Array($0.utf8) }
    /// The length of thirty characters.
    private static let reachOfContent = 90

    /// 表示满意的60份,满意度75%: between the figure before that and the rate nothing else is said to be to anybody's liking.
    func isOfContent(_ figure: Figure) -> Bool {
        guard let rate = figure.left.last(where: { tokens[$0].term == .rate }), items.count > 1,
            flow.hasPrefix(Self.content, at: tokens[rate].start)
        else { return false }
        let (last, before) = (items[items.count - 1], items[items.count - 2])
        guard last.sentence == sentenceNumber, before.sentence == sentenceNumber, last.role == .count,
            last.numeral.isExact, before.numeral.end < tokens[rate].start,
            tokens[rate - 1].end == tokens[rate].start
        else { return false }
        let range = before.numeral.end..<tokens[rate].start
        guard range.count <= Self.reachOfContent, let place = flow.firstIndex(of: Self.content, in: range),
            flow.firstIndex(of: Self.content, in: (place + Self.content.count)..<range.upperBound) == nil
        else { return false }
        return !Self.nearly.contains { flow.hasPrefix($0, at: place - $0.count) }
    }
}
