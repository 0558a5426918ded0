internal import Bytes
internal import Model

/// Where the report says whose it is: who wrote it, whose report it is, and who answers questions on it.
extension IdentityAgency {
    private static let ways = ["严格根据", "严格按照", "根据", "依据", "依照", "按照", "结合", "负责", "组织", "牵头", "汇总", "统一", "遵照"]

    /// What stands in no name, and what ends one.
    private static let noName = Array("。,;、()《》".unicodeScalars)
    private static let stops = Array("。,;:".unicodeScalars)
    private static let others = Array("。,;:、《》各全我本该".unicodeScalars)
    private static let ends = Array("。,;:、(联".unicodeScalars)

    /// The name in 由…编制, or in 由…根据条例要求编制, where that is said of the report.
    static func writer(_ words: String, isOfReport: Bool) -> String? {
        var name = Substring(words)
        if isOfReport, let way = ways.compactMap({ words.place(of: $0)?.lowerBound }).min() {
            name = words[..<way]
        }
        let isPlain = !name.unicodeScalars.contains { noName.contains($0) || $0.properties.numericType != nil }
        return isPlain && !name.isEmpty ? String(name) : nil
    }

    /// Whether 由 at `start` and 编制 speak of the report: 本报告由…编制, 由…编制本报告.
    func isOfReport(_ start: Int, _ made: Range<Int>, _ text: NarrativeText) -> Bool {
        let names = ["报告", "年报"]
        let rest = made.upperBound..<min(text.bytes.count, made.upperBound + 12)
        return names.contains { text.ends($0, before: start) || text.contains($0, in: rest) }
    }

    // MARK: Whose report it is

    private static let verbs = ["编制完成", "编制", "并", "了", "完成", "面向社会", "向社会", "公布", "公开", "发布", "将", "制作"]
    private static let years = ["年度", "年"]
    /// How the name of a report ends, or what is said in its stead: 现将某局2023年政府信息公开工作情况予以公布.
    private static let names = ["报告", "年报", "情况予以公布", "情况公布如下", "情况报告如下", "情况向社会公布"]
    private static let reports = ["关于", "政府信息公开", "政务公开", "信息公开"]

    /// 现公布某县水利局2023年政府信息公开工作年度报告, 特编制2023年某县水利局政府信息公开工作年度报告.
    func presented(_ subject: Subject, _ agency: AgencyName) -> Finding? {
        let text = subject.text
        for range in text.places(of: .presented) + text.places(of: .authored) {
            let room = range.upperBound..<min(text.bytes.count, range.upperBound + 105)
            guard let year = room.first(where: { text.year(at: $0) != nil }) else { continue }
            let before = Self.name(text.string(range.upperBound..<year))
            let sentence = text.string(year..<text.sentence(at: year).upperBound)
            let rest = Substring(sentence.unicodeScalars.prefix { !Self.stops.contains($0) })
            guard rest.count <= 60, let behind = Self.reported(rest.dropFirst(4)) else { continue }
            let name = before.isEmpty ? behind : before
            guard name.count >= 3,
                !name.unicodeScalars.contains(where: Self.others.contains),
                isAnother(AgencyName(name), agency, subject)
            else { continue }
            let place = subject.place(range.lowerBound..<year)
            return finding(place, agency, zh: "正文称本报告为“\(name)”的报告", en: "the text calls it the report of \(name)")
        }
        return nil
    }

    /// What stands between 公布 and the year: the name without verbs before it and brackets behind it.
    private static func name(_ words: String) -> String {
        var name = Substring(words)
        while let verb = verbs.first(where: name.begins(with:)) { name = name.dropFirst(verb.count) }
        if name.ends(with: "关于") { name = name.dropLast(2) }
        return String(name.unicodeScalars.prefix { $0 != "(" })
    }

    /// The name between the year and 政府信息公开 in the name of a report, empty where none stands there; nil where no
    /// report is named.
    private static func reported(_ words: Substring) -> String? {
        guard let year = years.first(where: words.begins(with:)), names.contains(where: words.ends(with:)) else {
            return nil
        }
        let rest = words.dropFirst(year.count)
        guard let end = reports.compactMap({ rest.place(of: $0)?.lowerBound }).min() else { return nil }
        return String(rest[..<end])
    }

    // MARK: Who answers questions

    private static let matters = ["本报告", "年度报告", "疑问", "意见", "咨询", "进一步了解"]
    private static let bodies = ["人民政府", "街道办事处", "委员会", "局", "厅"]

    /// 如对本报告有疑问,请与某县水利局办公室联系, of another county or another town.
    ///
    /// A body of the same county may answer for this one: its government's office, an archive, a body that it is part of.
    func contact(_ subject: Subject, _ agency: AgencyName) -> Finding? {
        let text = subject.text
        for range in text.places(of: .contact) {
            let room = range.upperBound..<min(text.bytes.count, range.upperBound + 75)
            let words = String(decoding: text.bytes[room], as: UTF8.self).unicodeScalars.drop { $0 == ":" }
            let name = Substring(words.prefix { !Self.ends.contains($0) && $0.properties.numericType == nil })
            guard name.count >= 3,
                Self.matters.contains(where: { text.contains($0, in: text.sentence(at: range.lowerBound)) }),
                let body = body(in: name, agency), !Self.isOfNewArea(subject.report)
            else { continue }
            return finding(subject.place(range), agency, zh: "联系单位是“\(body)”", en: "questions go to \(body)")
        }
        return nil
    }

    /// The body whose office is named, where it is one of another county or another town.
    private func body(in words: Substring, _ agency: AgencyName) -> String? {
        switch agency.level {
        case .department, .government:
            guard let end = Self.bodies.compactMap({ words.place(of: $0)?.upperBound }).min() else { return nil }
            let body = String(words[..<end])
            return isOfAnotherCounty(body, agency) ? body : nil
        case .town, .streetOffice:
            let ends = ["镇", "乡", "街道"].compactMap { words.place(of: $0)?.upperBound }
            guard let end = ends.min() else { return nil }
            let body = String(words[..<end])
            let isOther = TownName(body).map { !$0.isNamed(in: agency.name) } ?? false
            // 广内街道 is short for 广安门内街道.
            return isOther && !agency.mayBe(AgencyName(body)) ? body : nil
        case .other: return nil
        }
    }
}
