internal import Model

/// One report year throughout: in the title, the period, and where the text states what happened.
///
/// Other years are no fault by themselves: comparisons, plans, budgets and the names of documents have theirs.
struct IdentityYear: Rule {
    static let description = RuleDescription(
        "identity.year",
        severity: Finding.Message(
            zh: "警告；标题与统计期限的年度不同为错误",
            en: "warning; error where the title and the period differ"
        ),
        statement: Finding.Message(zh: "全文只有一个报告年度", en: "one report year throughout"),
        basis: "《中华人民共和国政府信息公开条例》第四十九条（上一年度报告）"
    )
    static let examples = [
        RuleExample(
            zh: "比较、计划、文件各有其年份",
            en: "comparisons, plans and documents have years of their own",
            .example(
                sections: [
                    ("overview", "2023年,我局公开了2022年部门决算和《2022年工作要点》。2024年,将继续改进。"),
                    ("applications", "2023年收到申请5件,2022年为4件。"),
                ]
            )
        ),
        RuleExample(
            zh: "上年的数，今年有所变化",
            en: "last year's figure, and that this year's is another",
            .example(sections: [("applications", "全年收到申请9件。2022年收到申请16件,今年有所下降。")])
        ),
        RuleExample(
            zh: "留有上年的句子",
            en: "last year's sentence is left in",
            .example(
                sections: [
                    ("overview", "2023年,我局公开工作平稳。"), ("disputes", "2022年,我局共受理行政复议3起,行政诉讼5起。"),
                ]
            ),
            finds: ["sections.disputes"]
        ),
        RuleExample(
            zh: "段首写的是上年",
            en: "the section opens with last year",
            .example(sections: [("overview", "2022年,我局认真贯彻条例。全年更新栏目6个。")]),
            finds: ["sections.overview"]
        ),
        RuleExample(
            zh: "统计期限是另一年",
            en: "the period is another year's",
            Report.example(narrative: "本报告所列数据的统计期限自2022年1月1日起至2022年12月31日止。")
                .titled("青禾市档案局2023年政府信息公开工作年度报告"),
            finds: ["identity.year"]
        ),
        RuleExample(
            zh: "没有标题的报告，统计期限是另一年",
            en: "the period is another year's in a report without a title",
            Report.example(narrative: "本报告所列数据的统计期限自2022年1月1日起至2022年12月31日止。"),
            finds: ["identity.year"]
        ),
        RuleExample(
            zh: "作对比的上年数据另有期限",
            en: "the year before has a period of its own beside which the figures are put",
            Report.example(narrative: "统计期限为2023年全年,同比数据为2022年1月1日至2022年12月31日。")
                .titled("青禾市档案局2023年政府信息公开工作年度报告")
        ),
        RuleExample(
            zh: "年度与起止日期不同",
            en: "the year and its first and last day differ",
            Report.example(narrative: "统计期限为2023年度,自2022年1月1日至2022年12月31日。")
                .titled("青禾市档案局2023年政府信息公开工作年度报告"),
            finds: ["identity.year"]
        ),
        RuleExample(
            zh: "另有参考数据的期限",
            en: "other figures have a period of their own",
            Report.example(narrative: "统计期限为2023年度,附列的参考数据为2022年1月1日至2022年12月31日。")
                .titled("青禾市档案局2023年政府信息公开工作年度报告")
        ),
        RuleExample(
            zh: "统计期限止早于起",
            en: "the period ends before it begins",
            Report.example(narrative: "本报告所列数据的统计期限为2023年1月1日至2022年12月31日。")
                .titled("青禾市档案局2023年政府信息公开工作年度报告"),
            finds: ["identity.year"]
        ),
        RuleExample(
            zh: "本年报告里写上年的文件数",
            en: "last year's documents in the report of this one",
            .example(
                sections: [("overview", "2023年,我局公开工作平稳。"), ("proactive", "2022年,我局制发行政规范性文件6件,废止2件。")]
            ),
            finds: ["sections.proactive"]
        ),
        RuleExample(
            zh: "上年与本年的文件数并列",
            en: "last year's documents beside this year's",
            .example(sections: [("proactive", "2022年,我局制发行政规范性文件6件。2023年制发行政规范性文件4件。")])
        ),
        RuleExample(
            zh: "计划的是已过去的年度",
            en: "what is planned for the year that is over",
            .example(sections: [("problems", "公开不够及时。2023年,我局将进一步加强培训。")]),
            finds: ["sections.problems"]
        ),
        RuleExample(
            zh: "本年已做的工作",
            en: "what was done in the year",
            .example(sections: [("problems", "2023年,我局将公开工作纳入考核。2023年,培训仍然不够。")])
        ),
        RuleExample(
            zh: "累计期限另当别论",
            en: "a cumulative period is another matter",
            Report.example(narrative: "统计期限为2023年1月1日至12月31日,2008年5月1日至2023年12月31日累计公开300条。")
                .titled("青禾市档案局2023年政府信息公开工作年度报告")
        ),
    ]

    func judgement(of subject: Subject) -> Judgement {
        guard let year = subject.report.identity.year, subject.report.identity.kind == .report,
            !subject.isOfSchoolYear
        else { return .clean }
        var findings = [period(subject, year), presented(subject, year)].compactMap(\.self)
        for section in subject.report.sections {
            guard let id = section.id else { continue }
            if let plan = YearLeftover(ofPlansIn: section, id: id, year: year) {
                findings.append(finding(plan, subject, section, id))
            }
            guard let leftover = leftover(section, id, year) else { continue }
            let line = subject.line(of: leftover.sentence, in: section)
            let place = Finding.Place(path: "sections.\(id)", line: line, text: leftover.sentence)
            findings.append(finding(.warning, [place], year: year, other: leftover.year, zh: "内容", en: "what is told"))
        }
        return Judgement(findings: findings)
    }

    private func leftover(_ section: Section, _ id: String, _ year: Int) -> YearLeftover? {
        guard YearLeftover.namesAnother(section.body, year) else { return nil }
        return YearLeftover(in: section, id: id, year: year) ?? YearLeftover(ofOwnDeedsIn: section, id: id, year: year)
    }

    /// The period that the figures are said to be of, against the title.
    private func period(_ subject: Subject, _ year: Int) -> Finding? {
        let title = subject.report.identity.title
        // Without a title the text itself told the year.
        guard title.map({ ReportPeriod.year(inTitle: $0) == year }) ?? true else { return nil }
        let periods = ReportPeriod.all(in: subject.text)
        // Where the year's own period is stated, too, another one may be of something else.
        guard !periods.contains(where: { $0.year == year }),
            let other = periods.first ?? ReportPeriod.spanning(year, in: subject.text),
            !other.isBeside(year, in: subject.text)
        else { return nil }
        let here = subject.place(other.range)
        var places = [Finding.Place(path: "identity.year", line: here.line, text: here.text)]
        if let title {
            let line = subject.report.imprint.titleLine
            places.append(Finding.Place(path: "identity.title", line: line, text: title))
        }
        return finding(
            title == nil ? .warning : .error,
            places,
            year: year,
            other: other.year,
            zh: "统计期限",
            en: "the period"
        )
    }

    /// Where the report names itself: 现公布2022年政府信息公开工作年度报告.
    private func presented(_ subject: Subject, _ year: Int) -> Finding? {
        for range in subject.text.places(of: .presented) {
            let end = min(subject.text.bytes.count, range.upperBound + 75)
            guard let start = (range.upperBound..<end).first(where: { subject.text.year(at: $0) != nil }),
                let other = subject.text.year(at: start), other != year, other < year
            else { continue }
            let before = range.upperBound..<start
            let after = start..<min(subject.text.bytes.count, start + 75)
            let isQuoted = subject.text.contains("关于", in: before) || subject.text.contains("。", in: before)
            let rest = subject.text.string(after).prefix { !"。,;".contains($0) }
            guard !isQuoted, rest.contains("信息公开"), rest.contains("报告") else { continue }
            let place = subject.place(start..<(start + 4))
            return finding(.warning, [place], year: year, other: other, zh: "报告自称", en: "the report's own name")
        }
        return nil
    }

    /// 2023年,我局将进一步…, in the report of 2023.
    private func finding(_ plan: YearLeftover, _ subject: Subject, _ section: Section, _ id: String) -> Finding {
        let line = subject.line(of: plan.sentence, in: section)
        return Finding(
            rule: Self.identifier,
            severity: .warning,
            message: Finding.Message(
                zh: "报告年度是 \(plan.year) 年，所写的打算却仍是 \(plan.year) 年的：“\(plan.sentence)”（第 \(line) 行）；请核对是否沿用了往年文字",
                en: "the report is for \(plan.year), and so is what it means to do: \(plan.sentence) (line \(line)): "
                    + "is it left from another year?"
            ),
            places: [Finding.Place(path: "sections.\(id)", line: line, text: plan.sentence)],
            expected: .number(Quantity(plan.year + 1)),
            actual: .number(Quantity(plan.year)),
            basis: Self.description.basis
        )
    }

    private func finding(
        _ severity: Finding.Severity,
        _ places: [Finding.Place],
        year: Int,
        other: Int,
        zh: String,
        en: String
    ) -> Finding {
        let text = places[0].text
        return Finding(
            rule: Self.identifier,
            severity: severity,
            message: Finding.Message(
                zh: "报告年度是 \(year) 年，\(zh)却是 \(other) 年：“\(text)”（第 \(places[0].line) 行）；请核对是否沿用了往年文字",
                en: "the report is for \(year), but \(en) is of \(other): \(text) (line \(places[0].line)): "
                    + "is it left from another year?"
            ),
            places: places,
            expected: .number(Quantity(year)),
            actual: .number(Quantity(other)),
            basis: Self.description.basis
        )
    }
}

extension Report {
    fileprivate func titled(_ title: String) -> Report {
        var report = self
        report.identity.title = title
        return report
    }
}
