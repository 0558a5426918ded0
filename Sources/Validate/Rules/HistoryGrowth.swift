internal import Model

/// Growth figures on applications (同比) follow from last year's record.
struct HistoryGrowth: Rule {
    static let description = RuleDescription(
        "history.growth",
        severity: Finding.Message(
            zh: "警告；机构变动、统计范围不同为提示",
            en: "warning; info where the report tells of a reorganisation or of another scope"
        ),
        statement: Finding.Message(
            zh: "申请数的同比增减与上年报告相符",
            en: "growth figures on applications follow from last year's record"
        ),
        basis: "国办公开办函〔2021〕30号（数据准确）",
        forms: ["2019", "2021"]
    )
    static let examples = [
        RuleExample(zh: "推算相符", en: "it follows", told("全年收到政府信息公开申请60件,同比增长20%。"), beside: receivedBefore(50)),
        RuleExample(zh: "按差数计", en: "the difference", told("全年新收申请60件,比上年增加10件。"), beside: receivedBefore(50)),
        RuleExample(zh: "没有上年报告", en: "no report of the year before", told("全年收到申请60件,同比增长90%。")),
        RuleExample(zh: "约数", en: "an approximation", told("全年收到申请60件,同比增长近两成。"), beside: receivedBefore(50)),
        RuleExample(
            zh: "上年的结转数无法读取",
            en: "what was carried into last year could not be read",
            told("全年受理申请60件,同比增长20%。", received: 50, carriedIn: 10),
            beside: receivedBefore(40, carriedIn: Cell(.ambiguous, text: "1012"))
        ),
        RuleExample(
            zh: "增幅不符",
            en: "another growth",
            told("全年收到政府信息公开申请60件,同比增长35.5%。"),
            beside: receivedBefore(50),
            finds: ["sections.applications"]
        ),
        RuleExample(zh: "较上年同期", en: "over the same time", told("全年收到申请60件,较上年同期增长20%。"), beside: receivedBefore(50)),
        RuleExample(
            zh: "以年份称上年",
            en: "over last year by its number",
            told("全年收到申请60件,较2022年同期增长35.5%。"),
            beside: receivedBefore(50),
            finds: ["sections.applications"]
        ),
        RuleExample(
            zh: "与其他年份比较",
            en: "over another year",
            told("全年收到申请60件,比2020年增长35.5%。"),
            beside: receivedBefore(50)
        ),
        RuleExample(
            zh: "与上年相比",
            en: "compared with last year",
            told("全年收到申请60件,与上年相比增长35.5%。"),
            beside: receivedBefore(50),
            finds: ["sections.applications"]
        ),
        RuleExample(zh: "上年的数", en: "last year's number", told("全年收到申请60件(去年同期为50件)。"), beside: receivedBefore(50)),
        RuleExample(
            zh: "上年的数不同",
            en: "another number of last year",
            told("全年收到申请60件(去年同期为55件)。"),
            beside: receivedBefore(50),
            finds: ["sections.applications"]
        ),
        RuleExample(
            zh: "称下降而并未下降",
            en: "a fall that is none",
            told("全年收到政府信息公开申请60件,同比下降20%。"),
            beside: receivedBefore(50),
            finds: ["sections.applications"]
        ),
    ]

    private static func told(_ text: String, received: Int = 60, carriedIn: Int = 0) -> Report {
        var report = Report.example(applications: [
            "received": ["total": received], "carried_in": ["total": carriedIn],
            "processed_total": ["total": received],
        ])
        report.sections = Report.example(sections: [("applications", text)]).sections
        report.narrative = Prose(text)
        return report
    }

    private static func receivedBefore(_ count: Int, carriedIn: Cell = Cell(.blank)) -> Neighbours {
        let cells = ["received": ["total": Optional(count)], "processed_total": ["total": Optional(count)]]
        let report = Report.example(applications: cells)
        return Neighbours(previous: .before(report.replacing("applications", "carried_in", "total", with: carriedIn)))
    }

    func judgement(of subject: Subject) -> Judgement {
        Judgement(findings: Array(outcomes(subject).compactMap(\.finding).prefix(1)))
    }

    /// Whether any growth of the text could be set beside last year's numbers.
    static func isJudged(_ subject: Subject) -> Bool { HistoryGrowth().outcomes(subject).contains(where: \.isJudged) }

    private struct Outcome {
        var isJudged = false
        var finding: Finding?
    }

    private func outcomes(_ subject: Subject) -> [Outcome] {
        let (growths, counts) = (subject.text.places(of: .growth), subject.text.places(of: .lastYear))
        guard !growths.isEmpty || !counts.isEmpty, case .pair(let pair) = YearPair.of("applications", in: subject),
            let last = readings(pair.before), let now = readings(pair.now)
        else { return [] }
        // Any reading that agrees will do: those received, with those carried in, or those dealt with.
        let pairs = zip(now, last).compactMap { now, last in now.map { (now: $0, last: last) } }
        return growths.map { range in
            guard let growth = Growth(subject.text, at: range, year: pair.year + 1) else { return Outcome() }
            let follows = pairs.contains { now, last in last.map { growth.follows(from: $0, to: now) } ?? false }
            return outcome(follows, growth.count, growth.range, pairs, pair, subject) { last in
                (growth.right(from: last), growth.change)
            }
        }
            + counts.map { range in
                guard let told = LastYearCount(subject.text, at: range) else { return Outcome() }
                let follows = pairs.contains { $0.last == told.before }
                return outcome(follows, told.count, told.range, pairs, pair, subject) { last in
                    (Quantity(last), Quantity(told.before))
                }
            }
    }

    private func outcome(
        _ follows: Bool,
        _ count: Int,
        _ range: Range<Int>,
        _ pairs: [(now: Int, last: Int?)],
        _ pair: YearPair,
        _ subject: Subject,
        facts: (_ last: Int) -> (expected: Quantity?, actual: Quantity)
    ) -> Outcome {
        if follows { return Outcome(isJudged: true) }
        // What is compared must be what the table counts, and known of last year, or nothing can be said.
        let meant = pairs.filter { $0.now == count }
        guard let before = meant.first?.last, meant.allSatisfy({ $0.last != nil }) else { return Outcome() }
        return Outcome(isJudged: true, finding: finding(subject.place(range), before, pair, facts(before)))
    }

    /// The numbers of a table that a text may call its applications, in one order for both years; nil is not known.
    private func readings(_ table: Table) -> [Int?]? {
        func count(_ row: String) -> Int? { table.cell(row, "total")?.number?.whole }
        guard let received = count("received") else { return nil }
        let carried = table.cell("carried_in", "total")?.addend?.whole
        return [received, carried.map { received + $0 }, count("processed_total")]
    }

    private func finding(
        _ place: Finding.Place,
        _ last: Int,
        _ pair: YearPair,
        _ facts: (expected: Quantity?, actual: Quantity)
    ) -> Finding {
        Finding(
            rule: Self.identifier,
            severity: pair.severity(.warning),
            message: Finding.Message(
                zh: "“\(place.text)”（第 \(place.line) 行）：\(pair.year) 年报告为 \(last) 件，推不出这一增减"
                    + (pair.excuse?.words.zh ?? ""),
                en: "\(place.text) (line \(place.line)): the report for \(pair.year) has \(last), from which that does "
                    + "not follow" + (pair.excuse?.words.en ?? "")
            ),
            places: [place],
            expected: facts.expected.map { .number($0) },
            actual: .number(facts.actual),
            basis: Self.description.basis
        )
    }
}
