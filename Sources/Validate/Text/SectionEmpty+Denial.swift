internal import Model

/// Whether the section on problems says that there are none: 无需要改进的问题, 目前没有发现问题, 不存在需要改进的地方.
extension SectionEmpty {
    private static func words(_ list: String) -> [[UInt8]] { list.split(separator: " ").map { Array($0.utf8) } }

    private static let negations = words("没有发现 未发现 不存在 没有 暂无 并无 尚无 未存在 未有 无")
    private static let known = words(
        "发现 存在的 存在 需要 需 要 须 有 待 改进的 改进 整改的 整改 完善的 完善 提高的 加强的 解决的 解决 的 主要 相关 及其 及 和 与 以及 、 进一步 其他 任何 "
            + "问题 不足 不足之处 困难 地方 方面 之处 事项 情况 薄弱环节 内容"
    )
    private static let things = words("问题 不足 困难 地方 之处 事项 改进 整改 不存在 薄弱环节")
    private static let comma = words("， , ； ;")
    private static let ends = words("。 . ！")
    /// What goes on to tell a problem all the same.
    private static let contrasts = words("但 仍 还 不足 不够 有待 尚 需 问题是")
    /// The length of twelve characters: 截至目前我单位在此项工作中.
    private static let longestLead = 36

    /// `text` is the section with its marks.
    static func deniesProblems(_ text: String) -> Bool {
        let bytes = Array(text.utf8)
        var place = 0
        while place <= min(longestLead, bytes.count), !stands(comma + ends, in: bytes, at: place) {
            if let negation = longest(negations, in: bytes, at: place) { return isAllDenied(bytes, place, negation) }
            place += 1
        }
        return false
    }

    private static func isAllDenied(_ bytes: [UInt8], _ start: Int, _ negation: Int) -> Bool {
        var place = start + negation
        while place < bytes.count, let length = longest(known, in: bytes, at: place) { place += length }
        guard things.contains(where: { holds($0, bytes[start..<place]) }) else { return false }
        if place == bytes.count || stands(ends, in: bytes, at: place) {
            return place + 3 >= bytes.count || !contrasts.contains { holds($0, bytes[place...]) }
        }
        return stands(comma, in: bytes, at: place) && !contrasts.contains { holds($0, bytes[place...]) }
    }

    private static func stands(_ words: [[UInt8]], in bytes: [UInt8], at place: Int) -> Bool {
        longest(words, in: bytes, at: place) != nil
    }

    private static func longest(_ words: [[UInt8]], in bytes: [UInt8], at place: Int) -> Int? {
        words.filter { bytes[min(place, bytes.count)...].starts(with: $0) }.map(\.count).max()
    }

    private static func holds(_ word: [UInt8], _ bytes: ArraySlice<UInt8>) -> Bool {
        bytes.indices.contains { bytes[$0...].starts(with: word) }
    }
}
