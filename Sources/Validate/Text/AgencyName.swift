internal import Bytes
internal import Model

/// What the name of a body tells of it, and whether two names may be one body's.
struct AgencyName {
    enum Level {
        /// A department of a government: 局, 厅, 委员会.
        case department
        /// The government of a county or a larger area, or its office, which reports for it.
        case government
        case town
        case streetOffice
        /// A zone, a school, a hall: nothing can be said of it.
        case other
    }

    let name: String
    let level: Level

    init(_ name: String) {
        self.name = name
        level = Self.level(name)
    }

    private static func level(_ name: String) -> Level {
        if name.ends(with: "街道办事处") || name.ends(with: "街道办") || name.ends(with: "街道") { return .streetOffice }
        let isGovernment = name.ends(with: "政府")
        let words = Prose(name)
        let area = words.contains("政府") ? withoutGovernment(name) : name
        if isGovernment || area.ends(with: "镇") || area.ends(with: "乡") {
            return area.ends(with: "镇") || area.ends(with: "乡") || area.ends(with: "苏木") ? .town : .government
        }
        let offices = ["政府办公室", "政府办公厅", "政府办", "政务公开办公室"]
        if offices.contains(where: name.ends(with:)) { return .government }
        if words.contains("管理委员会") || words.contains("管委会") { return .other }
        // Offices of a town are no department of a county.
        if isOfTown(name) { return .other }
        let isDepartment = ["局", "厅", "委员会", "委"].contains(where: name.ends(with:))
        return isDepartment ? .department : .other
    }

    /// Whether the body belongs to a town or a street: 柳塘镇财政所. 镇江市水务局 and 景德镇市教育局 do not.
    private static func isOfTown(_ name: String) -> Bool {
        let words = Prose(name)
        if words.contains("街道") || words.contains("乡人民政府") { return true }
        guard words.contains("镇") else { return false }
        let characters = Array(name)
        return characters.indices.dropFirst(2).contains { index in
            characters[index] == "镇" && characters[index - 1] != "城" && index + 1 < characters.count
                && !"江宁平安巴雄康沅原赉远海坪市".contains(characters[index + 1])
        }
    }

    /// Whether the two may be one body: the characters of one stand in the other in the same order, as in an
    /// abbreviation (市科委, 市科学技术委员会) and under the name of the government above (河北省教育厅, 省教育厅).
    func mayBe(_ other: AgencyName) -> Bool {
        let names = [name, other.name].map(Self.core)
        if Self.holds(names[0], names[1]) || Self.holds(names[1], names[0]) { return true }
        guard let place = own ?? other.own else { return false }
        return name.contains(place) && other.name.contains(place)
    }

    /// The name of the town or street itself: 龙湖镇 of 晋江市龙湖镇人民政府.
    private var own: String? {
        guard level == .town || level == .streetOffice else { return nil }
        for ending in ["街道", "镇", "乡", "苏木"] {
            guard let end = name.ranges(of: ending).last?.upperBound else { continue }
            return String(name[..<end].suffix(ending.count + 2))
        }
        return nil
    }

    private static let government = ["人民政府", "政府"].map { Array($0.utf8) }

    private static func withoutGovernment(_ name: String) -> String {
        let bytes = Array(name.utf8)
        var kept: [UInt8] = []
        var index = 0
        while index < bytes.count {
            if let word = government.first(where: { bytes[index...].starts(with: $0) }) {
                index += word.count
            } else {
                kept.append(bytes[index])
                index += 1
            }
        }
        return String(decoding: kept, as: UTF8.self)
    }

    private static let brackets: [Unicode.Scalar] = ["(", ")", "（", "）"]

    private static func core(_ name: String) -> [Unicode.Scalar] {
        var text = withoutGovernment(name)
        for ending in ["办公室", "办公厅", "办事处"]
        where text.ends(with: ending) && text.unicodeScalars.count > ending.count + 2 {
            text = String(text.dropLast(ending.count))
        }
        return text.unicodeScalars.filter { !brackets.contains($0) }
    }

    /// Whether `short` can be read out of `long` by leaving characters out.
    private static func holds(_ long: [Unicode.Scalar], _ short: [Unicode.Scalar]) -> Bool {
        var rest = short[...]
        for character in long where character == rest.first { rest = rest.dropFirst() }
        return rest.isEmpty && short.count >= 2
    }
}
