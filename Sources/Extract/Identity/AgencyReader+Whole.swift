internal import Bytes

/// A department's name without its place, 市民政局, which hundreds of others have, too.
extension AgencyReader {
    /// The last words of the names of places that have a government of departments.
    private static let country = Array("国家".utf8)

    /// Whether a name begins with that of a place: 青禾市…, 国家….
    static func beginsWithPlace(_ name: [UInt8]) -> Bool {
        let lead = Array(name.prefix(30).dropFirst(3))
        return name.starts(with: country) || levels.contains { lead.firstIndex(of: $0) != nil }
    }

    static let levels = ["省", "市", "州", "盟", "县", "区", "旗"].map { Array($0.utf8) }
    /// What names of bodies begin with that have no level of their place.
    static let provinces = [
        "北京", "天津", "上海", "重庆", "河北", "山西", "辽宁", "吉林", "黑龙江", "江苏", "浙江", "安徽", "福建", "江西", "山东", "河南",
        "湖北", "湖南", "广东", "海南", "四川", "贵州", "云南", "陕西", "甘肃", "青海", "内蒙古", "广西", "西藏", "宁夏", "新疆",
    ].map { Array($0.utf8) }
    /// No name of a place has them, and each may stand before a body.
    private static let others = Set(
        "年月日度根据按照由与请在向经及和对到从全各本我该现将是为以被把同跟给等会让使得其至受报送联系组织关于参加邀配合协助下级属直".map { Array(String($0).utf8) }
    )
    private static let deeds = ["公布", "发布", "公开", "开展", "负责", "指导", "监督", "推进", "加强", "编制", "编写", "撰写", "制定"]
        .map { Array($0.utf8) }
    /// Words of one character behind which a name begins: 由青禾市河东区审计局编制, 与青禾市….
    static let openers = Set("由与请将在年".map { Array(String($0).utf8) })
    private static let placesLikeWords = ["本溪", "全椒", "全州", "全南"].map { Array($0.utf8) }
    /// 10 Chinese characters.
    private static let longestPlace = 30

    /// `name` with its place before it, where the text writes it so: 市民政局 is 青禾市民政局 there, 公安局 云台县公安局.
    func whole(_ name: String) -> String {
        let bytes = Array(name.utf8)
        let beginsWithLevel = Self.levels.contains { bytes.starts(with: $0) }
        guard beginsWithLevel || Self.isDepartment(bytes) else { return name }
        var places: Set<[UInt8]> = []
        for form in Self.forms(of: bytes) {
            var start = 0
            while let found = flow.firstIndex(of: form, in: start..<flow.bytes.count) {
                start = found + form.count
                guard let place = place(before: found),
                    beginsWithLevel || Self.isNamed(place) && !isOfOthers(behind: start)
                else { continue }
                places.insert(place)
            }
        }
        guard let shortest = places.min(by: { $0.count < $1.count }), places.allSatisfy({ $0.ends(with: shortest) })
        else { return name }
        return String(decoding: shortest, as: UTF8.self) + name
    }

    private static let departments = ["局", "厅", "委员会"].map { Array($0.utf8) }
    private static let commission = Array("委员会".utf8)
    private static let shortCommission = Array("委".utf8)

    /// Whether a name is that of a department which says nothing of its place: 公安局, but no 中国气象局.
    private static func isDepartment(_ name: [UInt8]) -> Bool {
        departments.contains { name.ends(with: $0) } && !beginsWithPlace(name) && name.firstIndex(of: china) == nil
            && name.firstIndex(of: headOffice) == nil
    }

    private static let china = Array("中国".utf8)
    private static let headOffice = Array("总局".utf8)

    /// The name as it is and as it is called for short: 卫生健康委员会 and 卫生健康委.
    private static func forms(of name: [UInt8]) -> [[UInt8]] {
        name.ends(with: commission) ? [name, name.dropLast(commission.count) + shortCommission] : [name]
    }

    private static let deedsOfOthers = ["对", "给", "授", "通报", "考核", "的", "领导", "转"].map { Array($0.utf8) }

    /// 受青禾市财政局领导, 青禾市财政局对我局…: the body above it, and not its own.
    private func isOfOthers(behind end: Int) -> Bool {
        Self.deedsOfOthers.contains { flow.hasPrefix($0, at: end) }
    }

    /// Whether a place has a name and a level: 云台县, 青禾市河东区.
    private static func isNamed(_ place: [UInt8]) -> Bool {
        place.count >= 9 && levels.contains { place.ends(with: $0) }
    }

    /// The two and more characters between a mark, or the line's beginning, and `end`, where a place may be named so.
    private func place(before end: Int) -> [UInt8]? {
        let line = lines.lastIndex(startingBefore: end + 1).map { lines[$0].bytes.lowerBound } ?? 0
        var start = end
        while start - 3 >= line, (0xE4...0xE9).contains(flow.bytes[start - 3]), end - start <= Self.longestPlace {
            if Self.openers.contains(Array(flow.bytes[(start - 3)..<start])) { break }
            start -= 3
        }
        guard (6...Self.longestPlace).contains(end - start) else { return nil }
        let characters = stride(from: start, to: end, by: 3).map { Array(flow.bytes[$0..<($0 + 3)]) }
        let place = Array(flow.bytes[start..<end])
        if !Self.placesLikeWords.contains(where: place.starts) && characters.contains(where: Self.others.contains)
            || Self.deeds.contains(where: { place.firstIndex(of: $0) != nil })
        {
            return nil
        }
        return place
    }
}
