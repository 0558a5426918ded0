/// A year in Chinese numerals: 二〇二三年 and its spellings.
package enum ChineseYear {
    private static let zeros = ["〇", "○", "零", "O"].map { Array($0.utf8) }
    private static let numerals = ["一", "二", "三", "四", "五", "六", "七", "八", "九"].map { Array($0.utf8) }
    private static let mark = Array("年".utf8)
    /// The year that the first reports are on.
    private static let first = 2007

    /// The year that begins at `start`, and where its 年 stands; nil where none does.
    package static func year(_ bytes: [UInt8], at start: Int) -> (year: Int, end: Int)? {
        guard bytes[start...].starts(with: numerals[1]) else { return nil }
        var index = start
        var year = 0
        for _ in 0..<4 {
            guard let (value, length) = digit(bytes, at: index) else { return nil }
            year = year * 10 + value
            index += length
        }
        guard bytes[min(index, bytes.count)...].starts(with: mark), (first..<2100).contains(year) else { return nil }
        return (year, index)
    }

    private static func digit(_ bytes: [UInt8], at index: Int) -> (Int, Int)? {
        guard index < bytes.count else { return nil }
        if let zero = zeros.first(where: { bytes[index...].starts(with: $0) }) { return (0, zero.count) }
        guard let value = numerals.firstIndex(where: { bytes[index...].starts(with: $0) }) else { return nil }
        return (value + 1, 3)
    }
}
