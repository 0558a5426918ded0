internal import Model

/// What was carried over into the year is what the year before carried out.
struct HistoryCarryOver: Rule {
    static let description = RuleDescription(
        "history.carry-over",
        severity: Finding.Message(
            zh: "总计为错误，分列为警告；机构变动、统计范围不同为提示",
            en:
                "error on the total, warning per column; info where the report tells of a reorganisation or of another scope"
        ),
        statement: Finding.Message(
            zh: "上年结转申请数等于上年报告的结转下年度数",
            en: "applications carried in are those that last year's report carried out"
        ),
        basis: "国办公开办函〔2021〕30号、〔2019〕60号 表二（上年结转、结转下年度）",
        forms: ["2019", "2021"]
    )
    static let examples = [
        RuleExample(zh: "上年结转与上年报告一致", en: "what was left is taken up", carried(in: 4), beside: left(4)),
        RuleExample(zh: "没有上年报告", en: "no report of the year before", carried(in: 4)),
        RuleExample(zh: "总计空白，不作判断", en: "a total that is blank is not judged", carried(in: nil), beside: left(4)),
        RuleExample(
            zh: "整行未填的列不作判断",
            en: "a column of a row that nobody filled in is not judged",
            row(3),
            beside: Neighbours(previous: .before(row(nil)))
        ),
        RuleExample(
            zh: "少了两件",
            en: "two are lost",
            carried(in: 2),
            beside: left(4),
            finds: ["applications.carried_in.total"]
        ),
        RuleExample(
            zh: "列不相同",
            en: "another column",
            .example(applications: ["carried_in": ["business": 4, "total": 4]]),
            beside: Neighbours(
                previous: .before(.example(applications: ["carried_out": ["natural_person": 4, "total": 4]]))
            ),
            finds: ["applications.carried_in.natural_person", "applications.carried_in.business"]
        ),
    ]

    private static func carried(in count: Int?) -> Report { .example(applications: ["carried_in": ["total": count]]) }

    private static func row(_ count: Int?) -> Report {
        let cells = ["natural_person": count, "total": count]
        return .example(applications: ["carried_in": cells, "carried_out": cells])
    }

    private static func left(_ count: Int) -> Neighbours {
        Neighbours(previous: .before(.example(applications: ["carried_out": ["total": count]])))
    }

    func judgement(of subject: Subject) -> Judgement {
        switch YearPair.of("applications", in: subject) {
        case .nothing: return .clean
        case .unreadable(let reason):
            return Judgement(unverified: [Unverified(rule: Self.identifier, reason: reason)])
        case .pair(var pair):
            if pair.excuse == nil, CarriedOverCorrection.isTold(in: subject.report) { pair.excuse = .corrected }
            return judgement(of: pair)
        }
    }

    private func judgement(of pair: YearPair) -> Judgement {
        var result = Judgement()
        var doubts: [String] = []
        let columns = ["total"] + pair.now.columns.filter { $0 != "total" }
        for column in columns {
            guard let now = pair.now.cell("carried_in", column), let before = pair.before.cell("carried_out", column)
            else { continue }
            // A blank total says nothing; a blank beside it says that there were none, where the total says so too.
            if column == "total", now.content == .blank || before.content == .blank {
                doubts.append("total is blank")
            } else if let carried = now.addend, let left = before.addend {
                if carried == left { continue }
                if pair.now.isOpen("carried_in", column) || pair.before.isOpen("carried_out", column) {
                    doubts.append("column \(column) is blank")
                } else {
                    result.findings.append(finding(pair, column, now, before))
                }
            } else {
                doubts.append("\(column) could not be read for certain")
            }
        }
        if !doubts.isEmpty {
            let reason = "carried over from \(pair.year): " + doubts.joined(separator: ", ")
            result.unverified.append(Unverified(rule: Self.identifier, reason: reason))
        }
        return result
    }

    private func finding(_ pair: YearPair, _ column: String, _ now: Cell, _ before: Cell) -> Finding {
        let (carried, left) = (now.inWords, before.inWords)
        let place = pair.place("carried_in", column)
        return Finding(
            rule: Self.identifier,
            severity: pair.severity(column == "total" ? .error : .warning),
            message: Finding.Message(
                zh: "“\(pair.chinese(column: column))”列上年结转\(carried.zh)（第 \(place.line) 行），而 \(pair.year) 年报告结转下年度"
                    + "\(left.zh)" + (pair.excuse?.words.zh ?? ""),
                en:
                    "column \(pair.english(column: column)): \(carried.en) carried in (line \(place.line)), but the report "
                    + "for \(pair.year) carried \(left.en) out" + (pair.excuse?.words.en ?? "")
            ),
            places: [place],
            expected: before.addend.map { .number($0) },
            actual: now.addend.map { .number($0) },
            basis: Self.description.basis
        )
    }
}

extension Cell {
    /// The count, or that the cell is blank: no 0 stands there.
    fileprivate var inWords: Finding.Message {
        if let number { return Finding.Message(zh: " \(number) 件", en: "\(number)") }
        return Finding.Message(zh: "空白（按 0 件计）", en: "a blank (taken for 0)")
    }
}

extension Report {
    /// The report as that of the year before the examples'.
    static func before(_ report: Report) -> Report {
        var report = report
        report.identity.year = report.identity.year.map { $0 - 1 }
        return report
    }
}
