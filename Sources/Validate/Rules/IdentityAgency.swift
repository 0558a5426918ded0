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
            "abbreviations and the government above",
            Report.example(agency: "河东省教育厅", narrative: "本报告由省教育厅编制。我厅认真贯彻条例。").signed("2024-01-15", by: "河东省教育厅办公室")
        ),
        RuleExample(
            "a street office under its government's name",
            Report.example(agency: "桂花街道办事处").signed("2024-01-15", by: "青禾市河东区人民政府桂花街道办事处")
        ),
        RuleExample(
            "an office that reports for its government",
            Report.example(agency: "云台县人民政府").signed("2024-03-15", by: "云台县政务服务管理局")
        ),
        RuleExample(
            "another body's signature",
            Report.example(agency: "云台县教育局").signed("2024-01-15", by: "云台县民政局"),
            finds: ["identity.agency"]
        ),
        RuleExample(
            "a sentence taken from a town",
            .example(agency: "云台县教育局", sections: [("overview", "我镇认真贯彻条例,全年更新栏目6个。")]),
            finds: ["sections.overview"]
        ),
    ]

    func judgement(of subject: Subject) -> Judgement {
        guard let name = subject.report.identity.agency, subject.report.identity.kind == .report else { return .clean }
        let agency = AgencyName(name)
        guard [.department, .town, .streetOffice].contains(agency.level) else { return .clean }
        let findings = [
            signature(subject, agency), author(subject, agency), ownWords(subject, agency), narrator(subject, agency),
        ]
        return Judgement(findings: findings.compactMap(\.self))
    }

    private func signature(_ subject: Subject, _ agency: AgencyName) -> Finding? {
        let imprint = subject.report.imprint
        guard let name = imprint.signatory, isAnother(AgencyName(name), agency, subject) else { return nil }
        let place = Finding.Place(path: "identity.agency", line: imprint.signedLine, text: name)
        return finding(place, agency, zh: "落款为“\(name)”", en: "signed by \(name)")
    }

    /// The body that the report says has written it: 由…编制.
    private func author(_ subject: Subject, _ agency: AgencyName) -> Finding? {
        let by = Array("由".utf8)
        for range in subject.text.places(of: .authored) {
            let room = max(0, range.lowerBound - 75)..<range.lowerBound
            guard let start = room.reversed().first(where: { subject.text.bytes[$0...].starts(with: by) }) else {
                if let finding = writer(range, subject, agency) { return finding }
                continue
            }
            let name = subject.text.string((start + by.count)..<range.lowerBound)
            guard !name.contains(where: { "。,;、()《》".contains($0) || $0.isNumber }),
                isAnother(AgencyName(name), agency, subject)
            else { continue }
            let place = subject.place(start..<range.upperBound)
            return finding(place, agency, zh: "正文称由“\(name)”编制", en: "written by \(name)")
        }
        return nil
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
        for range in subject.text.places(of: .dutiful) {
            let sentence = subject.text.sentence(at: range.lowerBound)
            let words = subject.text.string(sentence.lowerBound..<range.lowerBound)
            guard words.utf8.count < 90 else { continue }
            let clauses = words.split(separator: ",", omittingEmptySubsequences: false)
            guard let name = clauses.last.map(Self.withoutYear), clauses.count <= 2,
                clauses.count == 1 || Self.leads.contains(where: clauses[0].hasSuffix),
                isPeer(name, of: agency), isAnother(AgencyName(name), agency, subject)
            else { continue }
            return finding(subject.place(range), agency, zh: "正文说的是“\(name)”", en: "the text speaks of \(name)")
        }
        return nil
    }

    /// 2023年我镇, 2023年度桥头镇: the body without the year before it.
    private static func withoutYear(_ words: Substring) -> String {
        let rest = words.drop(while: \.isNumber)
        guard rest.count < words.count, rest.hasPrefix("年") else { return String(words) }
        return String(rest.dropFirst(rest.hasPrefix("年度") ? 2 : 1))
    }

    /// Whether the whole of it is the full name of a body such as this one: neither a body above nor 市水务局 for short.
    private func isPeer(_ name: String, of agency: AgencyName) -> Bool {
        guard name.count >= 4, name.count <= 18, !name.contains(where: { "、和与及各全对由向经会同联合(我该".contains($0) }) else {
            return false
        }
        switch agency.level {
        case .department:
            guard name.hasSuffix("局"), agency.name.hasSuffix("局"), !name.hasSuffix("总局") else { return false }
            guard let place = name.dropFirst().firstIndex(where: { "市县区".contains($0) }), place > name.startIndex,
                name.distance(from: name.startIndex, to: place) >= 2, !name.hasPrefix("国家")
            else { return false }
            // The bureau above, of the same business.
            return name[name.index(after: place)...]
                != agency.name.suffix(name.count - name.distance(from: name.startIndex, to: place) - 1)
                || name[place] == "县" && agency.name.contains("县")
        case .town, .streetOffice:
            return ["镇", "乡", "街道", "街道办事处", "镇人民政府", "乡人民政府"].contains(where: name.hasSuffix)
        case .government, .other: return false
        }
    }

    /// Whether a name is certainly another body's. Governments and their offices are not: they publish for others.
    private func isAnother(_ other: AgencyName, _ agency: AgencyName, _ subject: Subject) -> Bool {
        [.department, .town, .streetOffice].contains(other.level) && !agency.mayBe(other)
            && !Reorganisation.isTold(in: subject.report)
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
        let places = foreign.flatMap { subject.text.places(of: $0) }.filter { isOwn($0, subject.text, agency) }
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
            || ["部", "面", "限", "势", "土", "村", "级"].contains { text.stands($0, at: range.upperBound) }
        return !isPartOfWord && !agency.name.contains(word.dropFirst())
    }

    private func finding(_ place: Finding.Place, _ agency: AgencyName, zh: String, en: String) -> Finding {
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
