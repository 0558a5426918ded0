internal import Model

/// Published by 31 January (departments) or 31 March (governments, and everybody up to report year 2018).
struct DeadlineMissed: Rule {
    static let description = RuleDescription(
        "deadline.missed",
        severity: Finding.Message(
            zh: "县级以上部门自 2019 年度起，落款或首次发布逾期为错误；其他为警告",
            en: "error where a department of a county or higher signed or first published too late, from report year "
                + "2019; else warning"
        ),
        statement: Finding.Message(
            zh: "部门在次年 1 月 31 日前公布，政府（及 2018 年度以前各机关）在 3 月 31 日前公布",
            en: "published by 31 January (departments), 31 March (governments, and everybody up to report year 2018)"
        ),
        basis: "《中华人民共和国政府信息公开条例》（2019）第四十九条；《政府信息公开条例》（2007）第三十一条"
    )
    static let examples = [
        RuleExample(zh: "部门于一月公布", en: "a department in January", Report.example().signed("2024-01-31")),
        RuleExample(
            zh: "2018 年度以前一律至三月底",
            en: "up to 2018 everybody had until March",
            Report.example(form: "2014", year: 2017).signed("2018-03-23")
        ),
        RuleExample(zh: "政府于三月公布", en: "a government in March", Report.example(agency: "云台县人民政府").signed("2024-03-29")),
        RuleExample(zh: "没有日期", en: "no date", .example()),
        RuleExample(
            zh: "部门于三月公布",
            en: "a department in March",
            Report.example().signed("2024-03-05"),
            finds: ["identity.published"]
        ),
        RuleExample(
            zh: "政府于四月公布",
            en: "a government in April",
            Report.example(agency: "云台县人民政府").signed("2024-04-11"),
            finds: ["identity.published"]
        ),
    ]

    func judgement(of subject: Subject) -> Judgement {
        let report = subject.report
        guard let year = report.identity.year, report.identity.kind == .report, let agency = report.identity.agency
        else { return .clean }
        let isDepartment = year >= 2019 && AgencyName(agency).level == .department
        let limit = "\(year + 1)-" + (isDepartment ? "01-31" : "03-31")
        guard let late = Lateness(report.imprint, limit: limit, year: year) else { return .clean }
        if isInDispute(year, subject.text) {
            let reason = "the title and the period name different years: the day by which it was due is not known"
            return Judgement(unverified: [Unverified(rule: Self.identifier, reason: reason)])
        }
        let finding = Finding(
            rule: Self.identifier,
            severity: isDepartment && late.isCertain ? .error : .warning,
            message: Finding.Message(
                zh: "应于 \(limit) 前公布，\(late.zh)为 \(late.date)" + (late.line > 0 ? "（第 \(late.line) 行）" : ""),
                en: "due by \(limit), but \(late.en) \(late.date)" + (late.line > 0 ? " (line \(late.line))" : "")
            ),
            places: [Finding.Place(path: "identity.published", line: late.line, text: late.date)],
            expected: .words(limit),
            actual: .words(late.date),
            basis: Self.description.basis
        )
        return Judgement(findings: [finding])
    }

    /// Whether the period that the report is on is another year's: then the title's may be the wrong one.
    private func isInDispute(_ year: Int, _ text: NarrativeText) -> Bool {
        let periods = ReportPeriod.all(in: text)
        return !periods.isEmpty && !periods.contains { $0.year == year }
    }
}

/// A date after the limit, and how much it proves. Pages that move to another site get the date of the move, so that a
/// page's date alone proves little where the report is signed in time or the date is very late.
private struct Lateness {
    let date: String
    let line: Int
    let zh: String
    let en: String
    /// Whether it is the report's own date, and not only that of some posting.
    let isCertain: Bool

    init?(_ imprint: Imprint, limit: String, year: Int) {
        if let signed = imprint.signed, signed > limit {
            (date, line, zh, en, isCertain) = (signed, imprint.signedLine, "落款日期", "signed", true)
        } else if let published = imprint.metadataDate, published > limit {
            (date, line, zh, en) = (published, 0, "页面元数据的发布日期", "first published, by the page's metadata,")
            isCertain = published < "\(year + 2)-01-01"
        } else if imprint.signed == nil, imprint.metadataDate == nil, let printed = imprint.printedDate, printed > limit
        {
            (date, line, zh, en, isCertain) = (printed, 0, "页面所印日期", "the page is dated", false)
        } else {
            return nil
        }
    }
}

extension Report {
    /// The report with a date under its text.
    func signed(_ date: String) -> Report {
        var report = self
        report.imprint = Imprint(signed: date, signedLine: 90)
        return report
    }
}
