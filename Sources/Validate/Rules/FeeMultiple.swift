internal import Bytes
internal import Model

/// A fee for processing information, in 元, is a multiple of 10: the tariff knows only such prices.
struct FeeMultiple: Rule {
    static let description = RuleDescription(
        "fee.multiple",
        severity: .warning,
        statement: Finding.Message(
            zh: "信息处理费金额（元）是 10 的倍数",
            en: "信息处理费, the fee for processing information, is a multiple of 10 元"
        ),
        basis: "国办函〔2020〕109号《政府信息公开信息处理费管理办法》（按件每件 100 元起，按量每页 10 元起）"
    )
    static let examples = [
        RuleExample(zh: "符合收费标准的金额", en: "a sum of the tariff", .example(sections: [("other", "全年收取信息处理费1,240元。")])),
        RuleExample(zh: "以万元计的同一金额", en: "the same in 万元", .example(sections: [("other", "收取信息处理费0.04万元。")])),
        RuleExample(zh: "没有收费", en: "none", .example(sections: [("other", "全年收取信息处理费0元。")])),
        RuleExample(zh: "约数", en: "an approximation", .example(sections: [("other", "收取信息处理费约405元。")])),
        RuleExample(
            zh: "减免的金额",
            en: "what was remitted",
            .example(sections: [("other", "全年减免信息处理费55元。")])
        ),
        RuleExample(
            zh: "另一事项的收费",
            en: "of another matter",
            .example(sections: [("other", "未产生信息处理费,网站运维费用38567元由财政列支。")])
        ),
        RuleExample(
            zh: "收费标准施行以前",
            en: "before the tariff",
            .example(form: "2019", year: 2019, sections: [("other", "收取信息处理费25元。")])
        ),
        RuleExample(
            zh: "按收费标准得不出的金额",
            en: "no price of the tariff comes to this",
            .example(sections: [("other", "全年收取信息处理费405元。")]),
            finds: ["sections.other"]
        ),
    ]

    /// The first report year in which the tariff was in force.
    private static let since = 2020
    private static let otherWords = [
        "约", "近", "余元", "多元", "标准", "每件", "每页", "不超过", "以上", "减免", "免收", "减收", "减半", "免除", "退还",
    ]

    func judgement(of subject: Subject) -> Judgement {
        guard let year = subject.report.identity.year, year >= Self.since else { return .clean }
        for range in subject.text.places(of: .processingFee) {
            let sentence = subject.text.sentence(at: range.lowerBound)
            guard !Self.otherWords.contains(where: { subject.text.contains($0, in: sentence) }),
                let fee = Amount.first(
                    in: subject.text.bytes,
                    range.upperBound..<min(sentence.upperBound, range.upperBound + 60)
                )
            else { continue }
            if isOfAnother(range.upperBound..<fee.end, subject.text) { continue }
            if fee.yuan.whole.map({ $0 % 10 == 0 }) == true { continue }
            return Judgement(findings: [finding(subject.place(range.lowerBound..<fee.end), fee.yuan)])
        }
        return .clean
    }

    private static let otherMoney = ["费用", "经费", "资金", "预算", "成本", "支出", "款", "费"]

    private static let taking = ["收取", "收费", "处理费", "缴"]

    /// 未产生信息处理费,网站运维费用38567元由财政列支: a clause of its own says of what the money is.
    private func isOfAnother(_ range: Range<Int>, _ text: NarrativeText) -> Bool {
        guard let comma = text.bytes[range].lastIndex(of: UInt8(ascii: ",")) else { return false }
        // 1,240元: no mark between clauses.
        guard !ASCII.isDigit(text.bytes[comma - 1]) || comma == range.lowerBound else {
            return isOfAnother(range.lowerBound..<comma, text)
        }
        let clause = comma..<range.upperBound
        return Self.otherMoney.contains { text.contains($0, in: clause) }
            && !Self.taking.contains { text.contains($0, in: clause) }
    }

    private func finding(_ place: Finding.Place, _ fee: Quantity) -> Finding {
        Finding(
            rule: Self.identifier,
            severity: .warning,
            message: Finding.Message(
                zh: "信息处理费 \(fee) 元不是 10 的倍数，按收费标准算不出这个数：“\(place.text)”（第 \(place.line) 行）",
                en: "a fee of \(fee) 元 is no multiple of 10, and no price of the tariff comes to it: \(place.text) "
                    + "(line \(place.line))"
            ),
            places: [place],
            actual: .number(fee),
            basis: Self.description.basis
        )
    }
}
