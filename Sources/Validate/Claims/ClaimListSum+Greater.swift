internal import Model

/// Parts that are by themselves greater than their whole.
extension ClaimListSum {
    /// The lengths of two characters and of four.
    private static let noun = 6
    private static let longest = 12
    /// So many parts of one noun are a list of kinds: 公开文件3件、转发文件10件 may be of other things.
    private static let fewest = 3
    private static let others = ["转", "上级", "其他"]

    /// 发布政策解读3篇,其中文字解读3篇、图表解读0篇、视频解读10篇: whether a part behind one is greater than the whole, and it and all
    /// others are kinds of what the whole names, so that it is of that list and of nothing else.
    func isExceeded(_ list: ClaimList, behind position: Int, _ claims: [Claim]) -> Bool {
        guard list.certain >= Self.fewest, position + 1 < list.certain, let whole = list.wholes.first,
            let largest = list.wholes.compactMap({ claims[$0].high ?? claims[$0].value }).max()
        else { return false }
        let noun = claims[whole].key.utf8.suffix(Self.noun)
        guard noun.count == Self.noun else { return false }
        let areKinds = list.parts.prefix(list.certain).allSatisfy { part in
            let key = claims[part].key
            return key.utf8.count == Self.longest && key.utf8.suffix(Self.noun).elementsEqual(noun)
                && claims[part].unit == claims[whole].unit && !Self.others.contains(where: key.contains)
        }
        return areKinds
            && list.parts[(position + 1)..<list.certain].contains { claims[$0].low.map { largest < $0 } ?? false }
    }
}
