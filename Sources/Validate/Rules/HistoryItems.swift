internal import Forms
internal import Model

/// Form 2019: last year's number of items is what last year's report comes to.
struct HistoryItems: Rule {
    static let description = RuleDescription(
        "history.items",
        severity: Finding.Message(
            zh: "警告；机构变动、事项重新梳理为提示",
            en: "warning; info where the report tells of a reorganisation, or of items listed anew"
        ),
        statement: Finding.Message(
            zh: "2019 年格式：上一年项目数量 = 上年报告的上一年项目数量 + 本年增/减",
            en: "form 2019: last year's items are those that last year's report began with, with its change"
        ),
        basis: "国办公开办函〔2019〕60号 表一（上一年项目数量、本年增/减）",
        forms: ["2019"]
    )
    static let examples = [
        RuleExample(zh: "推算相符", en: "it follows", items(97), beside: itemsBefore(156, -59)),
        RuleExample(zh: "没有上年报告", en: "no report of the year before", items(97)),
        RuleExample(
            zh: "推算不符",
            en: "it does not",
            items(99),
            beside: itemsBefore(156, -59),
            finds: ["proactive.permits.items_last_year"]
        ),
    ]

    private static func items(_ count: Int, _ change: Int = 0) -> Report {
        let cells = ["permits": ["items_last_year": Optional(count), "change": change]]
        return .example(form: "2019", year: 2020, table: "proactive", cells: cells)
    }

    private static func itemsBefore(_ count: Int, _ change: Int) -> Neighbours {
        Neighbours(previous: .before(items(count, change)))
    }

    func judgement(of subject: Subject) -> Judgement {
        guard subject.form.identifier == "2019", subject.context.neighbours.previous?.identity.form == "2019" else {
            return .clean
        }
        switch YearPair.of("proactive", in: subject) {
        case .nothing: return .clean
        case .unreadable(let reason):
            return Judgement(unverified: [Unverified(rule: Self.identifier, reason: reason)])
        case .pair(let pair):
            let isRecounted = Self.isRecounted(subject.report)
            return Judgement(
                findings: pair.now.rows.compactMap { row in
                    var finding = finding(row, pair)
                    if isRecounted, finding?.severity == .warning {
                        finding?.severity = .info
                        finding?.message.zh += "；报告提到权责清单或事项重新梳理，可能由此而来"
                        finding?.message.en +=
                            "; the report tells that the items were listed anew, which may explain it"
                    }
                    return finding
                }
            )
        }
    }

    /// Whether the report tells that its items were counted anew: 根据权责清单动态调整,行政许可事项重新梳理.
    private static func isRecounted(_ report: Report) -> Bool {
        let text = report.narrative
        guard text.contains("事项") else { return false }
        return text.sentences.contains { sentence in
            guard sentence.contains("事项") else { return false }
            if sentence.contains("重新梳理") { return true }
            // 及时公开权责清单和事项调整情况 is what is done every year.
            return sentence.contains("清单") && sentence.contains("调整")
                && ["根据", "因", "由于"].contains(where: sentence.contains)
        }
    }

    private func finding(_ row: Row, _ pair: YearPair) -> Finding? {
        guard let now = pair.now.cell(row.id, "items_last_year")?.number,
            let before = pair.before.cell(row.id, "items_last_year")?.number,
            let change = pair.before.cell(row.id, "change")?.number, before + change != now
        else { return nil }
        let place = pair.place(row.id, "items_last_year")
        return Finding(
            rule: Self.identifier,
            severity: pair.severity(.warning),
            message: Finding.Message(
                zh: "“\(pair.chinese(row: row.id))”上一年项目数量 \(now)（第 \(place.line) 行），而 \(pair.year) 年报告为 \(before)，增/减 "
                    + "\(change)，应为 \(before + change)" + (pair.excuse?.words.zh ?? ""),
                en: "\(pair.english(row: row.id)): \(now) items last year (line \(place.line)), but the report for "
                    + "\(pair.year) has \(before) with a change of \(change), which makes \(before + change)"
                    + (pair.excuse?.words.en ?? "")
            ),
            places: [place],
            expected: .number(before + change),
            actual: .number(now),
            basis: Self.description.basis
        )
    }
}
