import Forms

/// What is said of applications and disputes in the forms of 2019 and 2021.
extension Narrative {
    private var table: String { "claim.contradicts-table" }

    mutating func applications() -> [String] {
        [intake(), dice.chance(70) ? outcomes() : handling(), shares()]
    }

    private mutating func intake() -> String {
        let received = count("applications", "received")
        let carried = count("applications", "carried_in")
        let people = count("applications", "received", "natural_person")
        let processed = count("applications", "processed_total")
        let left = count("applications", "carried_out")
        if received > 0, isFault("claim.zero") {
            return dice.pick([
                "\(year)年，\(own)未收到政府信息公开申请。", "本年度没有收到公民、法人和其他组织提出的政府信息公开申请。",
                "\(year())\(own)未受理依申请公开事项。", "全年无政府信息公开申请。",
            ])
        }
        return intake(received, carried: carried, people: people, processed: processed, left: left)
    }

    private mutating func intake(_ received: Int, carried: Int, people: Int, processed: Int, left: Int) -> String {
        let verb = dice.pick(["共收到", "收到", "共受理", "累计收到", "接到"])
        let noun = dice.pick(["政府信息公开申请", "信息公开申请", "依申请公开政府信息申请", "依申请公开"])
        switch dice.number(0...6) {
        case 0:
            return "\(year())，\(own)\(verb)\(noun)\(figure(received, breaks: table))件，"
                + "上年结转\(figure(carried, breaks: table))件，办结\(figure(processed, breaks: table))件，"
                + "结转下年度继续办理\(figure(left, breaks: table))件。"
        case 1:
            return
                "\(year())\(verb)\(noun)\(figure(received + carried, breaks: table))件（含上年结转\(figure(carried, breaks: table))件），"
                + "均依法依规处理。"
        case 2:
            let others = received - people
            return "\(year())新收政府信息公开申请\(figure(received, breaks: table, "claim.list-sum"))件，其中自然人申请"
                + "\(figure(people, breaks: table, "claim.list-sum"))件，法人或其他组织申请"
                + "\(figure(others, breaks: table, "claim.list-sum"))件；上一年度结转\(figure(carried, breaks: table))件。"
        case 3:
            return "\(year())共收到\(spelledNear(received, table))件\(noun)，办结率达到较高水平。"
        case 4:
            return "依申请公开方面，\(year())\(own)\(verb)公民、法人和其他组织提交的政府信息公开申请\(figure(received, breaks: table))件，"
                + "申请数量较上年\(dice.pick(["增长", "下降"]))\(dice.number(2...40)).\(dice.number(1...9))%。"
        case 5:
            return "与\(year - 1)年收到申请\(spelled(received + 5))件相比，\(year)年收到政府信息公开申请\(figure(received, breaks: table))件；"
                + "答复\(figure(processed, breaks: table))件，其余\(spelled(left))件按规定顺延。"
        default:
            return "（一）申请情况。\(year())，\(own)\(verb)\(noun)共\(figure(received, breaks: table))件，"
                + "截至年底结转下一年度\(figure(left, breaks: table))件。"
        }
    }

    /// A figure before its noun, as in 共受理2件政府信息公开申请.
    private mutating func spelledNear(_ value: Int, _ rule: String) -> String { figure(value, breaks: rule) }

    private mutating func handling() -> String {
        let processed = count("applications", "processed_total")
        return dice.pick(["\(year())共办结政府信息公开申请", "\(year())办结信息公开申请", "全年答复政府信息公开申请"])
            + "\(figure(processed, breaks: table))件，" + dice.pick(["按时答复率100%。", "均在法定期限内答复。", "按时办结率为100%。"])
    }

    private func group(_ id: String) -> Int {
        guard let rows = report.table("applications")?.form.rows.map(\.id) else { return 0 }
        return rows.filter { $0 == id || $0.hasPrefix(id + ".") }.map { count("applications", $0) }.reduce(0, +)
    }

    private mutating func outcomes() -> String {
        let processed = count("applications", "processed_total")
        let kinds = [
            (dice.pick(["予以公开", "同意公开"]), group("granted")), ("部分公开", group("partly_granted")),
            (dice.pick(["不予公开", "依法不予公开"]), group("refused")),
            (dice.pick(["无法提供", "因本机关不掌握等原因无法提供"]), group("unavailable")),
            ("不予处理", group("not_processed")), ("其他处理", group("other")),
        ]
        let mark = dice.pick(["，", "、", "；"])
        let list = kinds.map { name, value in "\(name)\(figure(value, breaks: table, "claim.list-sum"))件" }
            .joined(separator: mark)
        return dice.pick(["\(year())共办结政府信息公开申请", "已办结的政府信息公开申请共"])
            + "\(figure(processed, breaks: table, "claim.list-sum"))件，其中" + list + "。"
    }

    private mutating func shares() -> String {
        let processed = count("applications", "processed_total")
        let granted = group("granted")
        guard processed > 9, granted > 0 else { return trap() }
        let tenths = (granted * 2000 + processed) / (2 * processed)
        let shown = isFault("claim.percentage") ? tenths + dice.pick([-1, 1]) * dice.number(9...60) : tenths
        let percent = "\(max(1, shown) / 10).\(max(1, shown) % 10)%"
        return "从办理结果看，办结政府信息公开申请\(spelled(processed))件，予以公开\(granted)件，" + dice.pick(["占", "占比", "占办结总数的"])
            + percent + "。"
    }

    // MARK: Disputes

    mutating func disputes() -> [String] {
        let reviews = count("disputes", "review")
        let direct = count("disputes", "litigation_direct")
        let lawsuits = direct + count("disputes", "litigation_after_review")
        if let faulty = faultyDisputes(reviews: reviews, lawsuits: lawsuits) { return [faulty] }
        let upheld = count("disputes", "review", "upheld")
        let corrected = count("disputes", "review", "corrected")
        let lawsuit =
            lawsuits == 0
            ? dice.pick(["未发生行政诉讼", "无行政诉讼案件"]) : "行政诉讼\(figure(lawsuits, breaks: table))件"
        switch dice.number(0...4) {
        case 0: return ["\(year())，因政府信息公开被申请行政复议\(figure(reviews, breaks: table))件，\(lawsuit)。"]
        case 1:
            return [
                "\(year())，信息公开类行政复议\(figure(reviews, breaks: table))件，其中维持\(figure(upheld, breaks: table, "claim.list-sum"))件，"
                    + "纠正\(figure(corrected, breaks: table, "claim.list-sum"))件；\(lawsuit)。"
            ]
        case 2:
            return [
                "\(year())\(own)发生政府信息公开行政复议、行政诉讼案件共\(figure(reviews + lawsuits, breaks: table))件，",
                "其中行政复议\(figure(reviews, breaks: table))件。",
            ].joinedParagraph
        case 3:
            return [
                "政府信息公开行政复议、行政诉讼分别为\(figure(reviews, breaks: table))件、\(figure(lawsuits, breaks: table))件。",
                direct == 0 ? "没有未经复议直接起诉的案件。" : "未经复议直接起诉\(figure(direct, breaks: table))件。",
            ]
        default:
            return ["\(own)\(year)年涉及政府信息公开的行政复议\(figure(reviews, breaks: table))起，\(lawsuit)。"]
        }
    }

    /// What contradicts the table, where that is the fault that is asked for.
    private mutating func faultyDisputes(reviews: Int, lawsuits: Int) -> String? {
        if reviews > 0, isFault("claim.zero") {
            return dice.pick([
                "\(year)年，\(own)没有因政府信息公开被申请行政复议的情况。", "\(year())未发生政府信息公开行政复议案件。",
                "全年无因政府信息公开引发的行政复议。", "\(own)未收到与政府信息公开相关的行政复议。",
            ])
        }
        if lawsuits > 0, isFault("claim.zero") {
            return "\(year)年，\(own)因政府信息公开被申请行政复议\(spelled(reviews))件，未发生行政诉讼。"
        }
        let hasOthers =
            count("disputes", "review", "corrected") > 0 || count("disputes", "review", "pending") > 0
        guard hasOthers, isFault(table) else { return nil }
        return "\(year())，因政府信息公开被申请行政复议\(spelled(reviews))件，" + dice.pick(["均获维持。", "均维持原行政行为。", "全部维持。"])
    }

    mutating func fees() -> String {
        dice.pick([
            "\(year)年，\(own)未收取信息处理费。", "\(year)年收取政府信息公开信息处理费0元。",
            "本年度发出收费通知\(dice.number(1...4))件，收取信息处理费\(dice.number(1...40) * 10)元。",
            "按照《政府信息公开信息处理费管理办法》，\(own)没有收取信息处理费。",
        ])
    }
}

extension [String] {
    fileprivate var joinedParagraph: [String] { [joined()] }
}
