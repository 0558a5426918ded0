internal import Bytes
internal import Model

/// A sentence of a section that states for another year what only the report year's can be.
struct YearLeftover {
    let year: Int
    let sentence: String

    /// Sections of counts, with the words that their statements hold.
    private static let matters = [
        "applications": ["申请"], "disputes": ["复议", "诉讼"], "fees": ["费"], "overview": ["公开申请", "行政复议", "行政诉讼"],
        "proactive": ["公开申请", "行政复议", "行政诉讼"], "other": ["信息处理费"], "problems": [],
    ]
    /// Sentences that begin with another year for a reason.
    static let reasons = [
        "将", "计划", "拟", "下一步", "相比", "同期", "同比", "比20", "较20", "决算", "预算", "要点", "规划", "以来", "截至目前",
        "结转", "遗留", "此前", "历年", "累计", "审结", "去年", "上年",
    ]
    private static let leads = ["截至", "截止", "截止到", "在", "其中,"].map {
        (bytes: Array($0.utf8), isUntil: $0.begins(with: "截"))
    }
    /// What may not follow the year: then it is a day, a span or a list.
    private static let otherEnds = ["底", "末", "初", "起", "以", "至", "、", "和", "及", "与", "-", "~", "上半", "第", "版", "度部门"]
        .map { Array($0.utf8) }
    private static let yearMark = Array("年".utf8)
    private static let firstDay = Array("1月1日".utf8)
    private static let lastDay = Array("12月31日".utf8)

    /// The sentence that tells of `year`, which is another one than the report's.
    init(year: Int, sentence: Prose) {
        self.year = year
        self.sentence = String(sentence.string.prefix(60))
    }

    /// Of a section that names another year at all.
    init?(in section: Section, id: String, year: Int) {
        guard let matters = Self.matters[id] else { return nil }
        let sentences = section.body.sentences
        for (index, sentence) in sentences.enumerated() {
            guard let other = Self.opening(sentence), other != year, other >= year - 3,
                !Self.reasons.contains(where: sentence.contains)
            else { continue }
            if id == "problems" {
                guard index == 0, other == year - 1, Self.tellsOwnFaults(sentence),
                    !Self.answers.contains(where: section.body.contains),
                    !Self.mended.contains(where: sentence.contains)
                else { continue }
                self.year = other
                self.sentence = String(sentence.string.prefix(60))
                return
            }
            if Self.comparesThisYear(sentence) || Self.looksBack(sentence, to: other) { continue }
            // 申请20件,同比减少4.8%。2023年为21件: what the growth was told of.
            if index > 0, Self.comparisons.contains(where: sentences[index - 1].contains) { continue }
            let matter = matters.first { sentence.contains($0) }
            if let matter, Self.isStated(sentence) {
                // The report year's figure beside it: a comparison.
                if sentences.contains(where: { $0.contains("\(year)") && $0.contains(matter) }) { continue }
                // 2022年行政复议4件,均维持。2023年5件.
                if index + 1 < sentences.count, sentences[index + 1].bytes.starts(with: Array("\(year)年".utf8)) {
                    continue
                }
            } else {
                let opens = index == 0 && (id == "overview" || id == "proactive") && other < year
                if !opens || section.body.contains("\(year)年") { continue }
            }
            self.year = other
            self.sentence = String(sentence.string.prefix(60))
            return
        }
        return nil
    }

    static let comparisons = ["同比", "比上年", "较上年", "比去年", "较去年", "比20", "较20"]

    /// Whether another year that may be meant stands in the section at all.
    static func namesAnother(_ body: Prose, _ year: Int) -> Bool {
        let span = body.bytes.span
        var place = 4
        while let mark = ByteSearch.index(of: yearMark, in: span, from: place, to: span.count) {
            place = mark + yearMark.count
            // Of most 年 (年度, 全年) nothing is a number.
            guard ASCII.isDigit(span[mark - 1]) else { continue }
            let digits = (body.bytes.startIndex + mark - 4)..<(body.bytes.startIndex + mark)
            let other = NarrativeText.year(Array(body.bytes[digits]), at: 0)
            if let other, other != year, ((year - 3)...(year + 9)).contains(other) { return true }
        }
        return false
    }

    /// Words of a section that takes up what was found the year before.
    private static let answers = ["整改", "指出", "提出的问题", "反馈", "考核", "评估", "以前", "得到解决", "已解决", "相比"]

    /// 2022年存在的问题已得到改进: what was wrong then and is no more.
    private static let mended = [
        "已得到", "已经得到", "得到了", "得到改", "得到有效", "得到明显", "得到完善", "已改进", "已改善", "已完成", "均已", "已全部", "已基本",
    ]

    /// 2022年我局政府信息公开工作存在以下问题.
    private static func tellsOwnFaults(_ sentence: Prose) -> Bool {
        sentence.contains("存在") && (sentence.contains("问题") || sentence.contains("不足"))
    }

    private static let changes = ["下降", "上升", "增长", "增加", "减少", "回落", "持平", "提高", "降低", "变化"]

    /// 2022年复议13件,今年为10件, or 今年有所下降: the other year is there for comparison.
    private static func comparesThisYear(_ sentence: Prose) -> Bool {
        let words = Prose(sentence.bytes.dropFirst(7)).string
        for now in ["今年", "本年"] {
            guard let before = words.place(of: now) else { continue }
            let behind = words[before.upperBound...]
            guard words[..<before.lowerBound].contains(where: \.isNumber) else { continue }
            if behind.contains(where: \.isNumber) || changes.contains(where: behind.contains) { return true }
        }
        return false
    }

    private static func isStated(_ sentence: Prose) -> Bool {
        let behind = Prose(sentence.bytes.dropFirst(7))
        return behind.hasDigit || Negation.stands(in: behind)
    }

    private static func wholeYears(_ year: Int) -> [[UInt8]] {
        ["至", "到", "-"].flatMap { to in ["", "\(year)年"].map { Array("1月1日\(to)\($0)12月31日".utf8) } }
    }

    /// The year with which a sentence opens: 2022年,…; 截至2022年12月31日,….
    static func opening(_ sentence: Prose) -> Int? {
        let bytes = sentence.bytes
        // The digit 2, or the first byte of a lead: nearly every sentence is ruled out here.
        guard let first = bytes.first, first == UInt8(ascii: "2") || first == 0xE5 || first == 0xE6 else { return nil }
        let lead = first == UInt8(ascii: "2") ? nil : leads.first { bytes.starts(with: $0.bytes) }
        guard first == UInt8(ascii: "2") || lead != nil else { return nil }
        let opening = Array(bytes.dropFirst(lead?.bytes.count ?? 0).prefix(60))
        guard let year = NarrativeText.year(opening, at: 0) else { return nil }
        let rest = opening.dropFirst(4)
        guard rest.starts(with: Self.yearMark) else { return nil }
        let after = rest.dropFirst(Self.yearMark.count)
        if lead?.isUntil == true, after.starts(with: Self.lastDay) { return year }
        // 2022年1月1日至12月31日,共收到…: all of that year.
        if after.starts(with: firstDay), wholeYears(year).contains(where: after.starts) { return year }
        // A digit, or 一 and its like: a month or a quarter.
        guard let next = String(decoding: after.prefix(4), as: UTF8.self).first, !next.isNumber else { return nil }
        return otherEnds.contains(where: after.starts) ? nil : year
    }
}
