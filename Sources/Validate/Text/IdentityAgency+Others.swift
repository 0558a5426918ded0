internal import Bytes
internal import Model

/// Whether a body that the report speaks of is certainly not its own.
extension IdentityAgency {
    /// Whether a name is certainly another body's. The offices of a government are not: they publish for others.
    func isAnother(_ other: AgencyName, _ agency: AgencyName, _ subject: Subject) -> Bool {
        if other.name == agency.name || Self.isBareKind(other.name) { return false }
        if isOfAnotherArea(other, agency) { return !Self.isOfNewArea(subject.report) }
        let bodies: [AgencyName.Level] = [.department, .town, .streetOffice]
        return bodies.contains(other.level) && bodies.contains(agency.level) && !agency.mayBe(other)
            && !Reorganisation.isTold(in: subject.report)
    }

    private static let kinds: Set<Substring> = [
        "局", "厅", "委", "委员会", "办", "省政府", "市政府", "县政府", "区政府", "省人民政府", "市人民政府", "县人民政府", "区人民政府", "镇", "乡",
        "镇政府", "乡政府", "镇人民政府", "乡人民政府", "街道", "街道办", "街道办事处",
    ]

    /// 我局, 本镇, 街道办事处: what kind of body it is and no name, so that it may be the report's own.
    private static func isBareKind(_ name: String) -> Bool {
        kinds.contains(name.begins(with: "我") || name.begins(with: "本") ? name.dropFirst() : name[...])
    }

    /// Whether one of the two is a government, and the other one another area's or of another area.
    private func isOfAnotherArea(_ other: AgencyName, _ agency: AgencyName) -> Bool {
        let levels = [other.level, agency.level]
        guard levels.contains(.government), levels.allSatisfy({ $0 == .government || $0 == .department }),
            let first = AreaName(other.name), let second = AreaName(agency.name)
        else { return false }
        return first.isAnother(than: second)
    }

    /// A county that was made part of another one, or has a new name.
    static func isOfNewArea(_ report: Report) -> Bool {
        ["区划", "撤县", "撤市", "更名"].contains(where: report.narrative.contains)
    }

    /// Whether the whole of it is the full name of a body such as this one: neither a body above nor 市水务局 for short.
    func isPeer(_ name: String, of agency: AgencyName) -> Bool {
        let shortest = agency.level == .department ? 4 : 3
        guard name.count >= shortest, name.count <= 18,
            !name.unicodeScalars.contains(where: Self.others.contains)
        else { return false }
        switch agency.level {
        case .department: return isPeerDepartment(name, agency)
        case .town, .streetOffice: return TownName(name).map { !$0.isNamed(in: agency.name) } ?? false
        case .government: return name.ends(with: "人民政府") || name.ends(with: "政府办公室")
        case .other: return false
        }
    }

    /// What no name of one body has.
    private static let others = Array("、和与及各全对由向经会同联合(我该".unicodeScalars)

    private func isPeerDepartment(_ name: String, _ agency: AgencyName) -> Bool {
        guard name.ends(with: "局"), agency.name.ends(with: "局"), !name.ends(with: "总局") else { return false }
        guard let place = name.dropFirst().firstIndex(where: { "市县区".contains($0) }), place > name.startIndex,
            name.distance(from: name.startIndex, to: place) >= 2, !name.begins(with: "国家")
        else { return false }
        // The bureau above, of the same business.
        let business = name[name.index(after: place)...]
        return !agency.name.ends(with: String(business)) || name[place] == "县" && agency.name.holds("县")
            || isOfAnotherCounty(name, agency)
    }

    /// Whether both are of counties or districts, which no body above is of, and not of one.
    func isOfAnotherCounty(_ name: String, _ agency: AgencyName) -> Bool {
        guard let area = AreaName(name), let own = AreaName(agency.name) else { return false }
        return area.rank == .county && area.isAnother(than: own)
    }
}

/// The name of a town, a township or a street office: 龙湖镇 of 晋江市龙湖镇人民政府.
struct TownName {
    /// The two characters before 镇: a town that becomes a street office keeps them.
    let stem: String

    private static let endings = ["街道办事处", "镇人民政府", "乡人民政府", "镇政府", "乡政府", "街道", "镇", "乡"]
    /// They end the names of kinds of towns: 小城镇, 试点乡镇.
    private static let kinds = [
        "城", "乡", "村", "小", "古", "重", "强", "街", "名", "心", "点", "两", "个", "区", "农", "范", "色", "制", "各",
    ]

    /// Nil where the whole of `name` is none.
    init?(_ name: String) {
        guard let ending = Self.endings.first(where: name.ends(with:)) else { return nil }
        let stem = name.dropLast(ending.count).suffix(2)
        let isShort = !name.contains { "市县区旗".contains($0) }
        guard stem.count == 2, !isShort || !Self.kinds.contains(where: stem.ends(with:)) else { return nil }
        self.stem = String(stem)
    }

    func isNamed(in name: String) -> Bool { Prose(name).contains(stem) }
}
