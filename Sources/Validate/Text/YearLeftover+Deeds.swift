internal import Bytes
internal import Model

/// What a body did in another year, told as the report's own statement: 2022年,我局制发行政规范性文件6件.
///
/// Unlike applications and disputes, such matters are also told of for the sake of other years. A sentence counts only
/// where its whole beginning is that of a statement, and nothing beside it makes it a comparison.
extension YearLeftover {
    /// What makes another year's statement part of a comparison or of a history.
    private static let otherReasons = [
        "今年", "本年", "印发的", "制发的", "制定的", "发布的", "出台的", "作出的", "考核", "评估", "指出", "整改", "当年",
    ]
    /// The same beside a figure: without one they tell of no comparison, as in 不断提高透明度.
    private static let growths = ["增长", "增加", "减少", "上升", "下降", "提高", "持平"]
    private static let owners = [
        "我局", "我厅", "我委", "我办", "我镇", "我乡", "我街道", "我县", "我市", "我区", "我省", "我部门", "我单位", "本局", "本机关", "本单位", "本镇",
    ]
    private static let devotions = [
        "认真贯彻", "认真落实", "认真执行", "深入贯彻", "全面贯彻", "坚持以", "坚决贯彻", "高度重视", "严格按照", "严格执行", "严格落实", "紧紧围绕", "扎实推进",
        "积极推进", "持续推进", "以习近平",
    ]
    private static let deeds = ["共制发", "制发", "制定", "印发", "出台", "废止", "作出", "做出", "办理", "实施", "共作出", "共办理", "发布", "公开"]
    private static let objects = [
        "行政规范性文件", "规范性文件", "行政处罚决定", "行政处罚", "行政许可决定", "行政许可", "行政强制决定", "行政强制",
    ]
    private static let adverbs = ["全年", "共", "累计", "依法", "新", "总共", "并公开", "主动", ","]

    init?(ofOwnDeedsIn section: Section, id: String, year: Int) {
        guard id == "overview" || id == "proactive" else { return nil }
        let sentences = section.body.sentences
        for (index, sentence) in sentences.enumerated() {
            guard let other = Self.opening(sentence), other < year, other >= year - 3,
                sentence.bytes.first == UInt8(ascii: "2")
            else { continue }
            let beside = sentences[max(0, index - 1)...min(sentences.count - 1, index + 1)]
            guard !Self.isCompared(sentence, beside, year) else { continue }
            let opens = index == 0 && other == year - 1 && Self.isOpening(sentence)
            guard opens || Self.isDeed(sentence, among: sentences) else { continue }
            self.init(year: other, sentence: sentence)
            return
        }
        return nil
    }

    private static func isCompared(_ sentence: Prose, _ beside: ArraySlice<Prose>, _ year: Int) -> Bool {
        reasons.contains(where: sentence.contains) || otherReasons.contains(where: sentence.contains)
            || Prose(sentence.bytes.dropFirst(4)).hasDigit && growths.contains(where: sentence.contains)
            || beside.contains { words in
                words.contains("\(year)年") && words != sentence || words.contains("今年")
                    || comparisons.contains(where: words.contains)
            } || sentence.contains("\(year)")
    }

    static let bodies = ["局", "厅", "委", "镇", "乡", "街道", "县", "市", "区", "省", "政府", "处", "机关", "单位", "办公室"]

    /// 2022年,我局认真贯彻落实条例: what every report of one year opens with, whatever it calls itself.
    private static func isOpening(_ sentence: Prose) -> Bool {
        guard let (words, isOwned) = statement(sentence) else { return false }
        if isOwned { return devotions.contains(where: words.begins(with:)) }
        let clause = Array(words.prefix { $0 != "," && $0 != "、" }.utf8)
        guard let end = devotionMatcher.matches(in: clause[...]).map(\.start).min() else { return false }
        let name = String(decoding: clause[..<end], as: UTF8.self)
        return name.isEmpty || name.count <= 18 && bodies.contains(where: name.ends(with:))
    }

    private static let devotionMatcher = PhraseMatcher(devotions.map { Array($0.utf8) })

    /// 2022年,我局制发行政规范性文件6件, where the section tells of no such thing anywhere else.
    private static func isDeed(_ sentence: Prose, among sentences: [Prose]) -> Bool {
        guard var (words, _) = statement(sentence), let deed = deeds.first(where: words.begins(with:)) else {
            return false
        }
        words = words.dropFirst(deed.count)
        while let adverb = adverbs.first(where: words.begins(with:)) { words = words.dropFirst(adverb.count) }
        guard let object = objects.first(where: words.begins(with:)),
            words.dropFirst(object.count).first?.isNumber == true
        else { return false }
        return !sentences.contains { $0 != sentence && $0.contains(object) && $0.hasDigit }
    }

    /// What the sentence says behind 2022年,我局, and whether it names the body that reports.
    static func statement(
        _ sentence: Prose,
        skippingAdverbs: Bool = true
    ) -> (words: Substring, isOwned: Bool)? {
        var words = Prose(sentence.bytes.dropFirst(4).prefix(120)).string[...]
        guard let time = ["年度", "年"].first(where: words.begins(with:)) else { return nil }
        words = words.dropFirst(time.count)
        if words.first == "," { words = words.dropFirst() }
        let owner = owners.first(where: words.begins(with:))
        words = words.dropFirst(owner?.count ?? 0)
        if words.first == "," { words = words.dropFirst() }
        guard skippingAdverbs else { return (words, owner != nil) }
        while let adverb = adverbs.first(where: words.begins(with:)) { words = words.dropFirst(adverb.count) }
        return (words, owner != nil)
    }
}
