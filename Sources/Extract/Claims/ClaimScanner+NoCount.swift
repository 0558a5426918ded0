internal import Bytes

/// Numbers that count nothing: of an article, in what is left of another number, at the ends of a range.
extension ClaimScanner {
    /// 第三条, 每一件: no count.
    func isOrdinal(_ index: Int) -> Bool {
        stands(Self.ordinal, at: index - 3) || stands(Self.every, at: index - 3) || isBehindOrdinal(index)
    }

    /// 第三十一条、三十二条: 第 is said of both.
    private func isBehindOrdinal(_ index: Int) -> Bool {
        guard let joint = Self.joints.first(where: { stands($0, at: index - $0.count) }) else { return false }
        var place = index - joint.count
        if stands(Self.article, at: place - Self.article.count) { place -= Self.article.count }
        let end = place
        while place > 2 {
            if ASCII.isDigit(bytes[place - 1]) {
                place -= 1
            } else if bytes[place - 3] >= 0xE0, NumeralReader.isNumeral(NumeralReader.point(bytes, at: place - 3)) {
                place -= 3
            } else {
                break
            }
        }
        return place < end && stands(Self.ordinal, at: place - Self.ordinal.count)
    }

    private static let joints = ["、", "和", "及"].map { Array($0.utf8) }
    private static let article = Array("条".utf8)

    /// 近150十万元, 几十位: what is left of a number is none.
    func isCutOff(_ index: Int) -> Bool {
        index > 0 && ASCII.isDigit(bytes[index - 1]) || stands(Self.some, at: index - 3)
    }

    private static let some = Array("几".utf8)
    private static let every = Array("每".utf8)

    /// 3-5件, 3至5件, 0527-83593059: neither end is a count.
    func isRange(_ index: Int) -> Bool {
        guard index > 1 else { return false }
        let before = bytes[index - 1]
        if before == UInt8(ascii: "-") || before == UInt8(ascii: "~") || before == UInt8(ascii: "/") {
            return ASCII.isDigit(bytes[index - 2])
        }
        return stands(Self.to, at: index - 3) && index > 3 && ASCII.isDigit(bytes[index - 4])
    }

    private static let ordinal = Array("第".utf8)
    private static let to = Array("至".utf8)
}
