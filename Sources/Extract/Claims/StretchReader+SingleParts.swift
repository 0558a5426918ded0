internal import Model

/// Figures of which another is a single part by its words alone, without 其中: 收到意见86条,采纳86条.
extension StretchReader {
    private static let parts: [(wholes: [String], parts: Set<String>)] = [
        (["意见", "建议", "意见建议", "意见和建议"], ["采纳", "已采纳", "采纳了", "吸收采纳", "共采纳"]),
        (["新闻发布会"], ["主要负责同志出席", "主要负责同志参加", "主要负责人出席", "主要负责人参加"]),
    ]
    private static let gathering = ["收到", "征集", "征求", "收集", "召开", "举办", "举行"]

    /// The lists of one part that the figures of the stretch make.
    func singleParts() -> [ClaimList] {
        zip(items, items.dropFirst()).compactMap { whole, part in
            guard part.sentence == whole.sentence, part.clause == whole.clause + 1, part.depth == whole.depth,
                part.role == .count, whole.role == .count, part.numeral.unit == whole.numeral.unit,
                whole.numeral.isExact, part.numeral.isExact, whole.numeral.countsTimes == part.numeral.countsTimes
            else { return nil }
            let (own, all) = (result.claims[part.claim].key, result.claims[whole.claim].key)
            guard
                Self.parts.contains(where: { $0.parts.contains(own) && $0.wholes.contains(where: all.hasSuffix) }),
                Self.gathering.contains(where: all.contains)
            else { return nil }
            return ClaimList(wholes: [whole.claim], parts: [part.claim], certain: 1, isExhaustive: false)
        }
    }
}
