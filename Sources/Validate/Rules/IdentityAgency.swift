internal import Bytes
internal import Model

/// One agency throughout: in the title, in the signature, and in how the text speaks of its author.
struct IdentityAgency: Rule {
    static let description = RuleDescription(
        "identity.agency",
        severity: .warning,
        statement: Finding.Message(
            zh: "标题、落款和正文自称是同一机关",
            en: "one agency throughout: title, signature, and what the text calls itself"
        ),
        basis: "《中华人民共和国政府信息公开条例》第四十九条"
    )
    static let examples = [
        RuleExample(
            zh: "简称与上级政府",
            en: "abbreviations and the government above",
            Report.example(agency: "河东省教育厅", narrative: "本报告由省教育厅编制。我厅认真贯彻条例。").signed("2024-01-15", by: "河东省教育厅办公室")
        ),
        RuleExample(
            zh: "街道办事处冠以政府名称",
            en: "a street office under its government's name",
            Report.example(agency: "桂花街道办事处").signed("2024-01-15", by: "青禾市河东区人民政府桂花街道办事处")
        ),
        RuleExample(
            zh: "办公室代政府报告",
            en: "an office that reports for its government",
            Report.example(agency: "云台县人民政府").signed("2024-03-15", by: "云台县政务服务管理局")
        ),
        RuleExample(
            zh: "落款是另一机关",
            en: "another body's signature",
            Report.example(agency: "云台县教育局").signed("2024-01-15", by: "云台县民政局"),
            finds: ["identity.agency"]
        ),
        RuleExample(
            zh: "照搬了某镇的句子",
            en: "a sentence taken from a town",
            .example(agency: "云台县教育局", sections: [("overview", "我镇认真贯彻条例,全年更新栏目6个。")]),
            finds: ["sections.overview"]
        ),
        RuleExample(
            zh: "落款是另一政府",
            en: "another government's signature",
            Report.example(agency: "云台县人民政府").signed("2024-01-15", by: "河东县人民政府办公室"),
            finds: ["identity.agency"]
        ),
        RuleExample(
            zh: "提到上级市政府及其所辖县",
            en: "the government of the city above is named, and one of its counties",
            .example(
                agency: "青禾市人民政府",
                sections: [("overview", "2023年,青禾市认真贯彻条例。云台县认真落实各项任务。")]
            )
        ),
        RuleExample(
            zh: "照搬了另一部门的句子",
            en: "a sentence taken from another department",
            .example(agency: "云台县水利局", sections: [("overview", "2023年,县教育局认真贯彻条例,全年更新栏目6个。")]),
            finds: ["sections.overview"]
        ),
        RuleExample(
            zh: "时间词之后的本机关简称",
            en: "its own short name behind words of time",
            .example(
                agency: "云台县水利局",
                sections: [("overview", "本年度县水利局收到政府信息公开申请0件。二是2023年以来县水利局认真贯彻条例。")]
            )
        ),
        RuleExample(
            zh: "部门的旧名称",
            en: "a department's old name",
            .example(agency: "云台县水务局", sections: [("overview", "2023年,县水利局认真贯彻条例,全年更新栏目6个。")])
        ),
    ]

    func judgement(of subject: Subject) -> Judgement {
        guard let name = subject.report.identity.agency, subject.report.identity.kind == .report else { return .clean }
        let agency = AgencyName(name)
        guard agency.level != .other else { return .clean }
        let told = opening(subject, agency) ?? narrator(subject, agency)
        let findings = [
            signature(subject, agency), author(subject, agency), presented(subject, agency),
            contact(subject, agency), ownWords(subject, agency), told,
        ]
        return Judgement(findings: findings.compactMap(\.self))
    }

    private func signature(_ subject: Subject, _ agency: AgencyName) -> Finding? {
        let imprint = subject.report.imprint
        // �安街道办事处 may be the body itself.
        guard let name = imprint.signatory, !DamagedHeadings.isDamaged(name),
            isAnother(AgencyName(name), agency, subject)
        else { return nil }
        let line = imprint.signatoryLine > 0 ? imprint.signatoryLine : imprint.signedLine
        let place = Finding.Place(path: "identity.agency", line: line, text: name)
        return finding(place, agency, zh: "落款为“\(name)”", en: "signed by \(name)")
    }

    /// The body that the report says has written it: 由…编制.
    private func author(_ subject: Subject, _ agency: AgencyName) -> Finding? {
        for range in subject.text.places(of: .authored) {
            let room = max(0, range.lowerBound - 75)..<range.lowerBound
            guard
                let start = subject.text.last("由", in: room)
                    ?? ofReport(before: range.lowerBound, subject.text)
            else {
                if let finding = writer(range, subject, agency) { return finding }
                continue
            }
            let words = subject.text.string((start + 3)..<range.lowerBound)
            guard let name = Self.writer(words, isOfReport: isOfReport(start, range, subject.text)),
                isAnother(AgencyName(name), agency, subject)
            else { continue }
            let place = subject.place(start..<range.upperBound)
            return finding(place, agency, zh: "正文称由“\(name)”编制", en: "written by \(name)")
        }
        return nil
    }

    /// 本报告由某局按照《…》和《…》编制: where the 由 stands, which may be far from the verb.
    private func ofReport(before made: Int, _ text: NarrativeText) -> Int? {
        let sentence = max(text.sentence(at: made).lowerBound, made - 300)
        return text.first("本报告由", in: sentence..<made).map { $0 + 9 }
    }

    /// 根据条例要求,青禾市林业局编制了2023年政府信息公开工作年度报告.
    private func writer(_ range: Range<Int>, _ subject: Subject, _ agency: AgencyName) -> Finding? {
        let text = subject.text
        let sentence = text.sentence(at: range.lowerBound)
        let behind = range.upperBound..<min(sentence.upperBound, range.upperBound + 90)
        guard text.contains("年度报告", in: behind) || text.contains("本报告", in: behind),
            let name = text.string(sentence.lowerBound..<range.lowerBound).split(separator: ",").last.map(String.init),
            isPeer(name, of: agency), isAnother(AgencyName(name), agency, subject)
        else { return nil }
        return finding(subject.place(range), agency, zh: "正文称由“\(name)”编制", en: "written by \(name)")
    }

    private static let leads = ["年", "年度", "年以来", "年来"]

    /// Another body of the same kind that does in a sentence's beginning what the report's own should do.
    private func narrator(_ subject: Subject, _ agency: AgencyName) -> Finding? {
        // Counties and cities stand as examples in the report of the city above.
        guard agency.level != .government else { return nil }
        for range in subject.text.places(of: .dutiful) where endsBody(before: range.lowerBound, subject.text) {
            let sentence = subject.text.sentence(at: range.lowerBound)
            let words = subject.text.string(sentence.lowerBound..<range.lowerBound)
            guard words.utf8.count < 90 else { continue }
            let clauses = words.split(separator: ",", omittingEmptySubsequences: false)
            guard let name = clauses.last.map(Self.withoutYear), clauses.count <= 2,
                clauses.count == 1 || Self.leads.contains(where: clauses[0].ends(with:)),
                isPeer(name, of: agency) || isOfElsewhere(name, agency, subject), !Self.isDoneTo(name),
                isAnother(AgencyName(name), agency, subject)
            else { continue }
            return finding(subject.place(range), agency, zh: "正文说的是“\(name)”", en: "the text speaks of \(name)")
        }
        return nil
    }

    /// 2023年我镇, 2023年度桥头镇: the body without the year before it.
    private static func withoutYear(_ words: Substring) -> String {
        String(decoding: withoutYear(Array(words.utf8)[...]), as: UTF8.self)
    }

    private static let endings = ["局", "镇", "乡", "街道", "处", "府"]

    private func endsBody(before offset: Int, _ text: NarrativeText) -> Bool {
        Self.endings.contains { text.ends($0, before: offset) }
    }

    /// 我镇 in the report of a bureau, 我局 in that of a town.
    private func ownWords(_ subject: Subject, _ agency: AgencyName) -> Finding? {
        let foreign: [Topic] =
            switch agency.level {
            case .department: [.ownTown, .ownStreet]
            case .town: [.ownDepartment, .ownStreet]
            case .streetOffice: [.ownDepartment, .ownTown]
            case .government, .other: []
            }
        let others = foreign.flatMap { subject.text.places(of: $0) } + provincial(subject.text, agency)
        let places = others.filter { isOwn($0, subject.text, agency) }
        guard let first = places.min(by: { $0.lowerBound < $1.lowerBound }),
            !Reorganisation.isTold(in: subject.report)
        else { return nil }
        let word = subject.text.string(first)
        return finding(subject.place(first), agency, zh: "正文自称“\(word)”", en: "the text calls itself \(word)")
    }

    /// Not the middle of another word (基本局面, 我局部), nor a part of the agency's own name.
    private func isOwn(_ range: Range<Int>, _ text: NarrativeText, _ agency: AgencyName) -> Bool {
        let word = text.string(range)
        let isPartOfWord =
            ["基", "根", "成", "版", "自", "样", "日", "文"].contains { text.ends($0, before: range.lowerBound) }
            || ["部", "面", "限", "势", "土", "村", "级", "托", "派"].contains { text.stands($0, at: range.upperBound) }
        // “我镇故事”专栏: the name of something.
        if text.ends("\"", before: range.lowerBound) { return false }
        return !isPartOfWord && !agency.name.contains(word.dropFirst())
    }

    func finding(_ place: Finding.Place, _ agency: AgencyName, zh: String, en: String) -> Finding {
        Finding(
            rule: Self.identifier,
            severity: .warning,
            message: Finding.Message(
                zh: "这是\(agency.name)的报告，\(zh)（第 \(place.line) 行）：“\(place.text)”；请核对是否沿用了其他机关的文字",
                en: "this is the report of \(agency.name), but \(en) (line \(place.line)): \(place.text): "
                    + "is it another body's text?"
            ),
            places: [place],
            expected: .words(agency.name),
            actual: .words(place.text),
            basis: Self.description.basis
        )
    }
}

extension Report {
    fileprivate func signed(_ date: String, by name: String) -> Report {
        var report = signed(date)
        report.imprint.signatory = name
        return report
    }
}
