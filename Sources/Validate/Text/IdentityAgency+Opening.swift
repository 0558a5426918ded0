internal import Bytes
internal import Model

/// Whom the first sentence of a section speaks of: 2023年,某县教育局认真贯彻条例.
///
/// It tells what the report's own body did. Only there a name without its place, 县教育局, is another body's for certain:
/// further on it may be that of a body which this one works with.
extension IdentityAgency {
    private static let verbs = PhraseMatcher(
        [
            "高度重视", "认真", "深入", "全面", "坚持", "严格", "紧紧", "紧扣", "聚焦", "围绕", "不断", "扎实", "积极", "始终", "持续", "切实",
            "加强", "主动公开", "共主动", "共收到", "贯彻", "落实", "以习近平", "按照", "根据", "依法", "着力", "大力", "进一步", "在县", "在市",
            "在区", "在省", "在上级", "未收", "未发生", "没有收", "没有发生", "推进", "结合",
        ].map { Array($0.utf8) }
    )
    private static let circumstances = bytes(["在", "按照", "根据", "围绕", "为", "依据"])
    private static let times = bytes(["一年来", "今年", "过去一年", "年", "年度", "年来", "年以来", "年里", "年中"])
    /// 60 Chinese characters.
    private static let longest = 180

    func opening(_ subject: Subject, _ agency: AgencyName) -> Finding? {
        for section in subject.report.sections {
            guard let id = section.id, let sentence = Prose(section.body.bytes.prefix(Self.longest)).sentences.first,
                let name = Self.actor(sentence), !Self.isDoneTo(name), isOther(name, agency, sentence),
                !isRenamed(subject.report)
            else { continue }
            let words = String(sentence.string.prefix(60))
            let line = subject.line(of: words, in: section)
            let place = Finding.Place(path: "sections.\(id)", line: line, text: words)
            return finding(place, agency, zh: "正文说的是“\(name)”", en: "the text speaks of \(name)")
        }
        return nil
    }

    private func isRenamed(_ report: Report) -> Bool { Self.isOfNewArea(report) || Reorganisation.isTold(in: report) }

    private static func bytes(_ words: [String]) -> [[UInt8]] { words.map { Array($0.utf8) } }

    /// What stands before the verb of the first clause that is neither a time nor a circumstance, where it may be a name.
    private static func actor(_ sentence: Prose) -> String? {
        let clauses = sentence.bytes.split(separator: UInt8(ascii: ",")).drop { clause in
            times.contains { clause.suffix($0.count).elementsEqual($0) }
                || circumstances.contains(where: clause.starts(with:))
        }
        guard var name = clauses.first, let end = verbs.matches(in: name).map(\.start).min() else { return nil }
        name = withoutYear(name.prefix(end))
        // Three to eighteen Chinese characters.
        guard (9...54).contains(name.count), ends.contains(where: { name.suffix($0.count).elementsEqual($0) }),
            !name.contains(where: { $0 < 0x80 }), !isNoName(Prose(name))
        else { return nil }
        return String(decoding: name, as: UTF8.self)
    }

    /// How the names of bodies and of areas end.
    private static let ends = bytes(["局", "委", "会", "办", "厅", "室", "处", "府", "院", "镇", "乡", "街道", "县", "区", "市", "旗"])
    /// What no name of one body has.
    private static let others = [
        "、", "和", "与", "及", "各", "全", "对", "由", "向", "经", "会同", "联合", "《", "》", "我", "本", "该", "等",
    ]
    private static let compounds = [
        "住房和城乡", "发展和改革", "资源和规划", "教育和体育", "工业和信息化", "经济和信息化", "资源和社会", "广电和旅游", "体育和旅游", "文化和旅游", "卫生和计划",
    ]
    private static let year = Array("年".utf8)
    private static let ofYear = Array("年度".utf8)

    private static let isOrdinal = Array("是".utf8)
    private static let leads = [
        "本年度", "上年度", "全年", "本年", "当年", "今年", "一年来", "近年来", "另外", "此外", "同时", "其中", "以来", "期间", "年内",
    ].map { Array($0.utf8) }

    /// The body without what leads to it: 二是2023年县教育局, 本年度县教育局.
    static func withoutYear(_ words: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        var rest = words.count > 6 && words.dropFirst(3).starts(with: isOrdinal) ? words.dropFirst(6) : words
        while true {
            let behind = rest.drop { $0 >= 0x30 && $0 <= 0x39 }
            if behind.count < rest.count, behind.starts(with: year) {
                rest = behind.dropFirst(behind.starts(with: ofYear) ? ofYear.count : year.count)
            } else if let lead = leads.first(where: { rest.starts(with: $0) }) {
                rest = rest.dropFirst(lead.count)
            } else {
                return rest
            }
        }
    }

    /// Whether it has a word that no name has, the words of departments that hold 和 left out.
    static func isNoName(_ name: Prose) -> Bool {
        guard others.contains(where: name.contains) else { return false }
        guard let word = compounds.first(where: name.contains) else { return true }
        let rest = Prose(name.string.replacing(word, with: ""))
        return others.contains(where: rest.contains)
    }

    private func isOther(_ name: String, _ agency: AgencyName, _ sentence: Prose) -> Bool {
        let other = AgencyName(name)
        switch agency.level {
        case .government: return isOfAnotherPlace(name, agency, ranks: [.county, .city])
        case .department:
            guard !agency.mayBe(other) else { return false }
            // A city's department may be the one above, which told this one what to do.
            let ranks: Set<AreaName.Rank> =
                sentence.contains("我") || sentence.contains("本") ? [.county] : [.county, .city]
            if isOfAnotherPlace(name, agency, ranks: ranks) { return true }
            return other.level == .department && isOfSamePlace(name, agency) && Business.areApart(name, agency.name)
        case .town, .streetOffice:
            return TownName(name).map { !$0.isNamed(in: agency.name) } ?? false
        case .other: return false
        }
    }

    /// Another county, its government or its department.
    private func isOfAnotherPlace(_ name: String, _ agency: AgencyName, ranks: Set<AreaName.Rank>) -> Bool {
        let rest = ["政府", "县", "区", "市", "旗"].contains(where: name.ends(with:))
        guard rest || agency.level == .department && AgencyName(name).level == .department,
            let area = AreaName(name), ranks.contains(area.rank), let own = AreaName(agency.name)
        else { return false }
        return area.isAnother(than: own)
    }

    /// 县教育局 and 云台县教育局 in a report of a department of 云台县.
    private func isOfSamePlace(_ name: String, _ agency: AgencyName) -> Bool {
        guard let own = AreaName(agency.name) else { return false }
        if let area = AreaName(name) { return area == own }
        return name.first == own.mark && (4...9).contains(name.count)
    }
}
