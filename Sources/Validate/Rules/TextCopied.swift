internal import Model

/// The text is not last year's over again, nor another body's.
struct TextCopied: Rule {
    static let description = RuleDescription(
        "text.copied",
        severity: .info,
        statement: Finding.Message(
            zh: "正文与本机关上年报告、与其他机关报告不雷同（数字不计）",
            en: "the text is not nearly last year's or another body's, numbers left out"
        ),
        basis: "国办公开办函〔2021〕30号（不得内容雷同、敷衍塞责）"
    )
    static let examples = [
        RuleExample(zh: "文字是自己的", en: "a text of its own", .example()),
        RuleExample(
            zh: "九成与上年相同",
            en: "nine tenths are last year's",
            .example(),
            beside: Neighbours(
                resemblances: [Resemblance(agency: "青禾市档案局", year: 2022, similarity: 0.93, isOwnPrevious: true)]
            ),
            finds: ["identity.title"]
        ),
        RuleExample(
            zh: "与同县另一机关雷同",
            en: "a template of the county",
            .example(),
            beside: Neighbours(
                resemblances: [Resemblance(agency: "云台县教育局", year: 2023, similarity: 0.97, isOwnPrevious: false)]
            ),
            finds: ["identity.agency"]
        ),
    ]

    func judgement(of subject: Subject) -> Judgement {
        Judgement(findings: subject.context.neighbours.resemblances.map { finding($0, subject) })
    }

    private func finding(_ other: Resemblance, _ subject: Subject) -> Finding {
        let percent = Int((other.similarity * 100).rounded())
        let zh =
            other.isOwnPrevious
            ? "正文约 \(percent)% 与本机关 \(other.year) 年报告相同（数字不计）"
            : "正文约 \(percent)% 与\(other.agency) \(other.year) 年报告相同（数字不计）；可能用了同一模板"
        let en =
            other.isOwnPrevious
            ? "about \(percent) % of the text is this agency's report for \(other.year), numbers left out"
            : "about \(percent) % of the text is that of \(other.agency) for \(other.year), numbers left out; "
                + "perhaps both follow one template"
        return Finding(
            rule: Self.identifier,
            severity: .info,
            message: Finding.Message(zh: zh, en: en),
            places: [place(other, subject.report)],
            actual: .words("\(percent)%"),
            basis: Self.description.basis
        )
    }

    /// What stands in this report: its title, or whose it is. The other's name is in the message.
    private func place(_ other: Resemblance, _ report: Report) -> Finding.Place {
        other.isOwnPrevious
            ? Finding.Place(path: "identity.title", line: report.imprint.titleLine, text: report.identity.title ?? "")
            : Finding.Place(path: "identity.agency", text: report.identity.agency ?? "")
    }
}
