internal import Bytes
internal import Model

/// The county, the district or the city whose body a name is: 沭阳县 of 宿迁市沭阳县人民政府 and of 沭阳县水利局.
struct AreaName: Equatable {
    enum Rank {
        case province
        case city
        /// 县, 区, 旗: each becomes the other where a county is made a district.
        case county
    }

    /// Without its last character: 沭阳.
    let stem: String
    /// Its last character: 县.
    let mark: Character
    let rank: Rank

    private static let ranks: [Character: Rank] = [
        "省": .province, "市": .city, "州": .city, "盟": .city, "县": .county, "区": .county, "旗": .county,
    ]
    /// What ends as an area does and is none that has a government of departments.
    private static let otherEnds = [
        "开发", "园", "高新", "景", "度假", "保税", "示范", "管理", "合作", "工业", "功能", "辖", "各", "社", "自治",
    ]
    /// No stem has them: they belong to a department's own name, as 县城 does in 县城市管理局.
    private static let otherWords = ["与", "及", "建设", "房", "局", "委", "厅"]
    private static let otherBeginnings = ["县", "区", "省", "州", "盟", "市城"]

    /// What stands for a name that is to be filled in, or that was made unknown.
    private static let blanks: [Character] = ["×", "X", "x", "○", "□", "某", "*", "_"]

    /// The last area that a name begins with; nil where none is told for certain.
    init?(_ name: String) {
        var rest = Array(name)[...]
        var found: AreaName?
        while let (area, count) = Self.first(rest) {
            // No area lies within a county, nor within one of its own rank but a city's city.
            if let before = found, before.rank == .county || before.rank == area.rank && area.rank != .city { break }
            found = area
            rest = rest.dropFirst(count)
        }
        guard let found, !found.stem.contains(where: Self.blanks.contains) else { return nil }
        self = found
    }

    private init(stem: String, mark: Character, rank: Rank) {
        self.stem = stem
        self.mark = mark
        self.rank = rank
    }

    /// The area of two to four characters, or of more where a nationality is in its name, at the beginning.
    private static func first(_ name: ArraySlice<Character>) -> (area: AreaName, count: Int)? {
        let room = name.prefix(16)
        guard let end = room.indices.dropFirst(2).first(where: { ranks[room[$0]] != nil }) else { return nil }
        let stem = String(room[..<end])
        guard let rank = ranks[room[end]] else { return nil }
        let area = AreaName(stem: stem, mark: room[end], rank: rank)
        if stem.ends(with: "族自治") || stem.ends(with: "蒙古自治") { return (area, stem.count + 1) }
        guard stem.count <= 4, !otherEnds.contains(where: stem.ends(with:)),
            !otherWords.contains(where: Prose(stem).contains),
            !otherBeginnings.contains(where: stem.begins(with:))
        else { return nil }
        return (area, stem.count + 1)
    }

    /// Whether the two are certainly two areas: of one rank, and neither is the other's name for short.
    func isAnother(than other: AreaName) -> Bool {
        rank == other.rank && !Self.holds(stem, other.stem) && !Self.holds(other.stem, stem)
    }

    /// Whether `short` can be read out of `long` by leaving characters out.
    private static func holds(_ long: String, _ short: String) -> Bool {
        var rest = short[...]
        for character in long where character == rest.first { rest = rest.dropFirst() }
        return rest.isEmpty
    }
}
