internal import Model

/// What no table counts and a report yet says twice of its whole year, in words that differ a little: 虽然全年主动公开政府信息总量达806条,
/// behind 全年累计主动公开政府信息860条; 微信公众号全年发布信息328条, behind 微信公众号全年推送信息288条.
extension StretchReader {
    private static let though = Phrase("但? 虽然|虽|尽管?")
    private static let everything = Phrase("主动公开 各类? 政府信息 总量|数量|总数? 已? 达到|达|为|共|共计|超? ")
    private static let medium = Phrase("我局|本局|我县|我镇? 官方|政务? ")
    private static let media = ["微信公众号", "门户网站", "政府网站", "政府门户网站", "官网", "网站", "微博", "局门户网站", "局网站"]
        .map { Array($0.utf8) }
    private static let disclosing = ["公开", "主动公开"].map { Array($0.utf8) }
    private static let posting = ["发布", "推送", "推送发布", "发布推送"].map { Array($0.utf8) }
    private static let information = Phrase("各类? 政府信息|信息 总量|数量|总数? 已? 达到|达|为|共|共计? ")

    /// A quantity of its own, where the sentence says nothing else before it and speaks of all of the year.
    func toldAgain(_ figure: Figure) -> Counted? {
        guard figure.role == .count, figure.numeral.unit == .items, figure.marker == nil, lastOfSentence == nil,
            state.scope == nil, !state.isOtherYear, !state.isPartOfYear, !state.isPlan, !state.isSince,
            endsHere(figure.index, figure.sentence), !mayBeNarrowed(before: sentenceBegin, namesMedium: true),
            tokens[figure.index].start - sentenceBegin < 150, let start = behindYear(behindItemNumber(sentenceBegin))
        else { return nil }
        let number = tokens[figure.index].start
        if start.saysYear, Self.everything.end(in: flow, at: start.place) == number {
            return Counted(key: "disclosed", isWhole: true)
        }
        guard let place = Self.medium.end(in: flow, at: start.place) else { return nil }
        let name = Self.length(of: Self.media, in: flow, at: place)
        guard name > 0, let verb = opening(at: place + name), start.saysYear || verb.saysYear else { return nil }
        let discloses = Self.length(of: Self.disclosing, in: flow, at: verb.place)
        let posts = Self.length(of: Self.posting, in: flow, at: verb.place)
        guard max(discloses, posts) > 0,
            Self.information.end(in: flow, at: verb.place + max(discloses, posts)) == number
        else { return nil }
        let key = flow.string(place..<(place + name)) + (discloses > 0 ? "公开信息" : "发布信息")
        return Counted(key: key, isWhole: true)
    }

    /// Where the words behind the year, the body and 虽然 begin.
    private func behindYear(_ start: Int) -> Opening? {
        guard let first = opening(at: start), let end = Self.though.end(in: flow, at: first.place),
            var second = opening(at: end)
        else { return nil }
        second.saysYear = second.saysYear || first.saysYear
        return second
    }
}
