/// A title that leaves out whose department or town the report is of: 教育局2023年…, 柳塘镇2023年….
extension AgencyReader {
    private static let seats = ["人民政府", "政府", "办事处"].map { Array($0.utf8) }
    private static let townLevels = levels + ["镇", "乡"].map { Array($0.utf8) }
    /// 某县: a place's name of two characters and its level.
    private static let shortestPlace = 9

    /// The name of the title's body as its signature has it, or who answers questions: 青禾县教育局. What is said beside the
    /// text counts where the text says nothing; where two of them differ, or another body signs, the title's own stays.
    func full(_ name: String, hinted: String?) -> String {
        let short = Array(name.utf8)
        guard !Self.namesLevel(short) else { return name }
        let signer = (signature() ?? closing() ?? runningSignature()).flatMap { body(Array($0.utf8)) ?? $0 }
        if let signer, !Self.core(Array(signer.utf8)).ends(with: Self.core(short)) { return name }
        let told = [signer, announced(), author()].compactMap(\.self).filter { Self.extends($0, short) }
        if let first = told.first {
            let core = Self.core(Array(first.utf8))
            let agree = told.allSatisfy { other in
                let other = Self.core(Array(other.utf8))
                return core.ends(with: other) || other.ends(with: core)
            }
            return agree ? first : name
        }
        return hinted.flatMap { Self.extends($0, short) ? $0 : nil } ?? name
    }

    /// Whether a place of some level, its name before it, begins a name: 青禾县教育局, not 县教育局 or 市场监督管理局.
    private static func namesLevel(_ name: [UInt8]) -> Bool {
        levels.contains { level in name.lastIndex(of: level).map { $0 >= shortestPlace - level.count } ?? false }
    }

    /// A name without the word for the seat of a town or a street: 柳塘镇人民政府, 桂花街道办事处.
    private static func core(_ name: [UInt8]) -> [UInt8] {
        seats.first { name.ends(with: $0) }.map { Array(name.dropLast($0.count)) } ?? name
    }

    /// Whether `long` is the name `short` with its place before it: 青禾县, 青禾市河东区人民政府; before 县教育局 only 青禾.
    static func extends(_ long: String, _ short: [UInt8]) -> Bool {
        let (whole, end) = (core(Array(long.utf8)), core(short))
        guard whole.count > end.count, whole.ends(with: end) else { return false }
        let place = core(Array(whole.dropLast(end.count)))
        let isOfPlace = place.count >= shortestPlace && townLevels.contains { place.ends(with: $0) }
        return isOfPlace || place.count >= 6 && levels.contains { end.starts(with: $0) }
    }
}
