internal import Model

/// What a report may say twice of its whole year though no table counts it: 新闻发布会, 政务公开培训, 政策解读材料, and what the
/// website of the government published.
extension StretchReader {
    /// What is counted, with the verbs that leave it the same and the units that it comes in.
    private struct Matter {
        let verbs: [[UInt8]]
        let nouns: [[UInt8]]
        let units: [CountUnit]
        /// 制作 and 发布 are two things, 召开 and 举办 one.
        let keepsVerb: Bool

        init(_ verbs: String, _ nouns: String, _ units: [CountUnit], keepsVerb: Bool = false) {
            self.verbs = verbs.split(separator: " ").map { Array($0.utf8) }
            self.nouns = nouns.split(separator: " ").map { Array($0.utf8) }
            self.units = units
            self.keepsVerb = keepsVerb
        }
    }

    private static let matters = [
        Matter("召开 举办 举行 组织召开 组织举办", "新闻发布会 政府新闻发布会 例行新闻发布会", [.times]),
        Matter(
            "组织 举办 开展 召开 组织开展 组织举办",
            "政务公开培训 政务公开培训班 政务公开培训会 政务公开业务培训 政务公开业务培训班 政务公开工作培训 政府信息公开培训 政府信息公开培训班 "
                + "政府信息公开业务培训 政府信息公开工作培训 信息公开培训",
            [.times]
        ),
        Matter(
            "召开 组织召开 举行 组织",
            "政务公开会议 政务公开工作会议 政务公开专题会议 政务公开工作专题会议 政务公开推进会 政务公开工作推进会 政务公开领导小组会议 政务公开工作领导小组会议 "
                + "政府信息公开会议 政府信息公开工作会议 政府信息公开专题会议 政府信息公开工作专题会议 政府信息公开领导小组会议 政府信息公开工作领导小组会议",
            [.times]
        ),
        Matter(
            "发布 制作 编制 制作发布 编发",
            "政策解读材料 政策解读 政策解读稿件 政策解读信息 政策解读文章 解读材料",
            [.cases, .items, .articles, .things],
            keepsVerb: true
        ),
        Matter(
            "主动公开 公开 发布",
            "政府信息 各类政府信息 信息 各类信息 政务信息",
            [.items],
            keepsVerb: true
        ),
    ]

    private static let ways = ["通过", "在", "依托", "利用"].map { Array($0.utf8) }
    private static let sites = ["政府门户网站", "政府网站", "门户网站", "局门户网站", "局网站"].map { Array($0.utf8) }

    /// The key of such a quantity, where the sentence says of all of the year how much of it there was and nothing else;
    /// nil otherwise.
    func statedKey(_ figure: Figure) -> String? {
        let numeral = figure.numeral
        guard figure.depth == 0, figure.marker == nil, figure.role == .count, numeral.isExact,
            Self.isStated(numeral.unit),
            speaksOfWholeYear, endsHere(figure.index, figure.sentence),
            !tokens[figure.sentence.lowerBound..<figure.index].contains(where: { $0.number != nil })
        else { return nil }
        let start = behindItemNumber(sentenceStart ?? stretchStart)
        let number = tokens[figure.index].start
        // 2023年,我局全年共 and the longest words behind it.
        guard number - start < 150, let opening = opening(at: start), opening.saysYear,
            let (words, namesSite) = statedWords(opening.place, number, numeral.unit),
            !mayBeNarrowed(before: start, namesMedium: namesSite)
        else { return nil }
        return flow.string(words)
    }

    /// (一)全年发布….
    func behindItemNumber(_ start: Int) -> Int {
        guard start < stretchEnd, flow.bytes[start] == UInt8(ascii: "(") else { return start }
        var place = start + 1
        while let length = Self.numerals.first(where: { flow.hasPrefix($0, at: place) })?.count { place += length }
        return place > start + 1 && place < stretchEnd && flow.bytes[place] == UInt8(ascii: ")") ? place + 1 : start
    }

    private static let numerals = "一二三四五六七八九十0123456789".map { Array(String($0).utf8) }

    private static func isStated(_ unit: CountUnit) -> Bool { unit == .times || unit.countsPapers || unit == .things }

    /// The words that name the quantity, where nothing else stands between the opening and the number.
    private func statedWords(_ start: Int, _ number: Int, _ unit: CountUnit) -> (words: Range<Int>, namesSite: Bool)? {
        let way = Self.length(of: Self.ways, in: flow, at: start)
        let site = way > 0 ? Self.length(of: Self.sites, in: flow, at: start + way) : 0
        guard way == 0 || site > 0 else { return nil }
        var place = start + way + site
        // 在政府网站共发布信息.
        if way > 0 { place = opening(at: place)?.place ?? place }
        for (index, matter) in Self.matters.enumerated() where matter.units.contains(unit) {
            // What was disclosed in all is told elsewhere; here only what one site has.
            guard (index == Self.matters.count - 1) == (site > 0) else { continue }
            let verb = Self.length(of: matter.verbs, in: flow, at: place)
            let noun = verb > 0 ? Self.length(of: matter.nouns, in: flow, at: place + verb) : 0
            let end = place + verb + noun
            guard noun > 0, opening(at: end)?.place == number else { continue }
            if site > 0 { return (start + way..<end, true) }
            return ((matter.keepsVerb ? place : place + verb)..<end, false)
        }
        return nil
    }
}
