internal import Bytes
internal import Model

/// Whether the section on problems says that there are none: 无需要改进的问题, 目前没有发现问题, 不存在需要改进的地方.
extension SectionEmpty {
    private static func words(_ list: String) -> [[UInt8]] { list.split(separator: " ").map { Array($0.utf8) } }

    private static let negations = words("没有发现 未发现 不存在 没有 暂无 并无 尚无 未存在 未有 无")
    private static let known = words(
        "发现 存在的 存在 需要 需 要 须 有 待 改进的 改进 整改的 整改 完善的 完善 提高的 加强的 解决的 解决 的 主要 相关 及其 及 和 与 以及 、 进一步 其他 任何 "
            + "问题 不足 不足之处 困难 地方 方面 之处 事项 情况 薄弱环节 内容"
    )
    private static let things = words("问题 不足 困难 地方 之处 薄弱环节")
    /// What is none that nobody needs: 无需改进, and not 工作方法没有改进, 没有相关事项.
    private static let deeds = words("改进 整改 事项")
    private static let needs = words("需要 需 要 须 有待 待")
    private static let none = Array("不存在".utf8)
    private static let marks = words("， , ； ; 。 . ！")
    /// What says when, and whose: 截至目前我单位在此项工作中. Of a part (部分科室未发现) or of another year nothing is denied for all.
    private static let leads = words(
        "截至目前 截止目前 目前 本年度 本年 今年 全年 年度 年 我局 我厅 我委 我办 我镇 我乡 我街道 我县 我市 我区 我单位 本单位 本机关 本局 本部门 "
            + "在 此项 工作中 工作 政府信息公开 信息公开 中 方面 暂时 经自查 自查 、 0 1 2 3 4 5 6 7 8 9"
    )
    /// How the section may go on and tell no problem all the same.
    private static let closings = words("下一步 今后 接下来 将 继续 我局将 我厅将 我委将 我镇将 我乡将 我街道将 我单位将 本机关将 本单位将")

    /// `text` is the section with its marks.
    static func deniesProblems(_ text: String) -> Bool {
        let bytes = Array(text.utf8)
        var place = 0
        while place < bytes.count {
            if let negation = longest(negations, in: bytes, at: place) { return isAllDenied(bytes, place, negation) }
            guard let lead = longest(leads, in: bytes, at: place) ?? commaLength(bytes, place) else { return false }
            place += lead
        }
        return false
    }

    /// 目前，我局没有发现问题: a comma behind the words on when and whose.
    private static func commaLength(_ bytes: [UInt8], _ place: Int) -> Int? {
        place > 0 ? longest(words("， ,"), in: bytes, at: place) : nil
    }

    private static func isAllDenied(_ bytes: [UInt8], _ start: Int, _ negation: Int) -> Bool {
        var place = start + negation
        while place < bytes.count, let length = longest(known, in: bytes, at: place) { place += length }
        let said = bytes[start..<place]
        let isOfNeeds = needs.contains { holds($0, said) } && deeds.contains { holds($0, said) }
        guard isOfNeeds || said.elementsEqual(none) || things.contains(where: { holds($0, said) }) else { return false }
        if place == bytes.count { return true }
        guard let mark = longest(marks, in: bytes, at: place) else { return false }
        place += mark
        return place == bytes.count || stands(closings, in: bytes, at: place)
    }

    private static func stands(_ words: [[UInt8]], in bytes: [UInt8], at place: Int) -> Bool {
        longest(words, in: bytes, at: place) != nil
    }

    private static func longest(_ words: [[UInt8]], in bytes: [UInt8], at place: Int) -> Int? {
        words.filter { bytes[min(place, bytes.count)...].starts(with: $0) }.map(\.count).max()
    }

    private static func holds(_ word: [UInt8], _ bytes: ArraySlice<UInt8>) -> Bool {
        ByteSearch.index(of: word, in: bytes.span, from: 0, to: bytes.count) != nil
    }
}
