internal import Bytes
internal import Model

/// Names that no body of a county can have meant as its own.
extension IdentityAgency {
    private static let deeds = ["学习", "借鉴", "参照", "参考", "协助", "配合", "邀请", "赴", "组织", "指导"]

    /// 学习余杭区民政局严格落实…: what the body before the verb does is told of it, and is no narrator's own.
    static func isDoneTo(_ name: String) -> Bool { deeds.contains(where: name.begins(with:)) }

    /// Whether the whole of it is the full name of a body of another county, of whatever kind: 青川县木鱼镇人民政府 in the report
    /// of 云台县民政局. A body of a city or a province may well tell of its counties.
    func isOfElsewhere(_ name: String, _ agency: AgencyName, _ subject: Subject) -> Bool {
        guard name.count >= 6, name.count <= 24, let own = AreaName(agency.name), own.rank == .county,
            !Self.isNoName(Prose(name))
        else { return false }
        let bodies: [AgencyName.Level] = [.department, .town, .streetOffice]
        return bodies.contains(agency.level) && bodies.contains(AgencyName(name).level)
            && isOfAnotherCounty(name, agency) && !Self.isOfNewArea(subject.report)
    }

    /// Where a bureau of a county or a city calls itself 我厅, which only a department of a province is.
    func provincial(_ text: NarrativeText, _ agency: AgencyName) -> [Range<Int>] {
        guard agency.name.ends(with: "局"), let area = AreaName(agency.name), [.county, .city].contains(area.rank),
            !agency.name.contains("省"), !agency.name.contains("自治区")
        else { return [] }
        return text.places(of: .ownDepartment).filter { place in
            text.string(place) == "我厅" && !["\"", "“", "‘", "《"].contains { text.ends($0, before: place.lowerBound) }
        }
    }
}
