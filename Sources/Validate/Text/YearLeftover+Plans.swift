internal import Bytes
internal import Model

/// What the report means to do in the year that it tells of, as last year's report had it: 2023年,我局将进一步加强培训.
extension YearLeftover {
    /// 将 before any of these is 'will': before a noun it may take an object, as in 将公开工作纳入考核.
    private static let intents = [
        "进一步", "继续", "从以下", "从如下", "从下列", "重点从", "重点做好", "重点抓好", "着力", "持续", "不断", "努力", "切实", "采取以下", "做好以下",
        "在以下", "健全", "细化",
    ]
    private static let nouns = ["继续教育"]
    /// Where somebody wrote of what was planned before.
    private static let earlier = [
        "年初", "去年", "上年", "曾", "提出", "承诺", "计划", "要求", "指出", "学年", "以来", "底", "起", "整改", "反馈", "作为", "列为", "纳入", "列入",
        "放在", "摆在", "当作", "视为",
        "取得", "但", "仍", "虽", "已", "未",
    ]

    init?(ofPlansIn section: Section, id: String, year: Int) {
        guard id == "problems", section.body.contains("\(year)年"), !section.body.contains("\(year + 1)") else {
            return nil
        }
        let sentences = section.body.sentences
        guard
            let sentence = sentences.first(where: { sentence in
                sentence.bytes.first == UInt8(ascii: "2") && Self.opening(sentence) == year && Self.isPlan(sentence)
                    && !Self.earlier.contains(where: sentence.contains)
            })
        else { return nil }
        self.init(year: year, sentence: sentence)
    }

    /// Whether 将 and an intent stand behind the year, the body and a comma.
    private static func isPlan(_ sentence: Prose) -> Bool {
        guard let (words, _) = statement(sentence, skippingAdverbs: false), let will = words.place(of: "将") else {
            return false
        }
        let subject = words[..<will.lowerBound]
        guard subject.isEmpty || subject.count <= mostOfSubject && bodies.contains(where: subject.ends(with:)),
            !others.contains(where: subject.holds)
        else { return false }
        let deed = words[will.upperBound...]
        return intents.contains(where: deed.begins(with:)) && !nouns.contains(where: deed.begins(with:))
    }

    private static let mostOfSubject = 16
    /// What makes of the body's name another part of a sentence: 存在的问题,我局将…; 对我局将….
    private static let others = [",", "、", "对", "把", "由", "的"]
}
