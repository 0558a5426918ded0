internal import Model

/// The figures since the beginning are last year's and the year's.
struct HistoryCumulative: Rule {
    static let description = RuleDescription(
        "history.cumulative",
        severity: Finding.Message(
            zh: "错误；累计数下降（重新起算）为警告，机构变动为提示",
            en: "error; warning where the series falls (a restart), info where the report tells of a reorganisation"
        ),
        statement: Finding.Message(
            zh: "历年累计 = 上年历年累计 + 本年数",
            en: "cumulative figures are last year's cumulative figures and the year's"
        ),
        basis: "附表的“历年累计”栏",
        forms: ["2008"]
    )
    static let examples = [
        RuleExample(zh: "推算相符", en: "it follows", disclosed(24, 238), beside: disclosedBefore(214)),
        RuleExample(zh: "没有上年报告", en: "no report of the year before", disclosed(24, 238)),
        RuleExample(
            zh: "多出十条",
            en: "ten too many",
            disclosed(24, 248),
            beside: disclosedBefore(214),
            finds: ["annex.disclosed.cumulative"]
        ),
        RuleExample(
            zh: "重新起算",
            en: "counted anew",
            disclosed(24, 24),
            beside: disclosedBefore(214),
            finds: ["annex.disclosed.cumulative"]
        ),
    ]

    private static func disclosed(_ year: Int, _ cumulative: Int) -> Report {
        .example(annex: ["disclosed": (year: year, cumulative: cumulative)])
    }

    private static func disclosedBefore(_ cumulative: Int) -> Neighbours {
        Neighbours(previous: .before(disclosed(20, cumulative)))
    }

    func judgement(of subject: Subject) -> Judgement {
        switch YearPair.of("annex", in: subject) {
        case .nothing: return .clean
        case .unreadable(let reason):
            return Judgement(unverified: [Unverified(rule: Self.identifier, reason: reason)])
        case .pair(let pair): return Judgement(findings: pair.now.rows.compactMap { finding($0, pair) })
        }
    }

    private func finding(_ row: Row, _ pair: YearPair) -> Finding? {
        guard let now = pair.now.cell(row.id, "cumulative")?.number, let year = pair.now.cell(row.id, "year")?.number,
            let before = pair.before.cell(row.id, "cumulative")?.number, before + year != now
        else { return nil }
        let falls = now < before
        let place = pair.place(row.id, "cumulative")
        return Finding(
            rule: Self.identifier,
            severity: pair.severity(falls ? .warning : .error),
            message: Finding.Message(
                zh:
                    "“\(pair.chinese(row: row.id))”历年累计 \(now)（第 \(place.line) 行），而 \(pair.year) 年累计 \(before) 加本年 \(year) 为 "
                    + "\(before + year)" + (falls ? "；似已重新起算" : "") + (pair.excuse?.words.zh ?? ""),
                en:
                    "\(pair.english(row: row.id)): \(now) since the beginning (line \(place.line)), but \(before) up to "
                    + "\(pair.year) and \(year) this year make \(before + year)"
                    + (falls ? "; it seems to be counted anew" : "") + (pair.excuse?.words.en ?? "")
            ),
            places: [place, pair.place(row.id, "year")],
            expected: .number(before + year),
            actual: .number(now),
            basis: Self.description.basis
        )
    }
}
