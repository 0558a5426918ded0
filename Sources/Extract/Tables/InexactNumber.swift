internal import Bytes

/// Numbers in a cell that a reader understands and cannot be sure of: 约12, ≈12, 12余件 or 三. They are doubts, and no slips of
/// the report: 若干 names no number at all.
enum InexactNumber {
    /// The longest cell that is looked at, in bytes.
    private static let longest = 36
    private static let words = [
        "大约", "约", "近", "超过", "超", "逾", "不足", "不到", "至少", "最多", "共计", "合计", "小计", "总计", "共", "计", "左右", "上下", "余", "多",
        "以上", "以下", "以内", "注", "、", "。", ";", ":", "≈", "≥", "≤", ">", "<", "=", "~", "±", "+", "件次", "人次", "条次", "件",
        "条", "份", "篇",
        "次", "起", "个", "项", "人", "宗", "部", "万", "元",
    ].map { Array($0.utf8) }
    /// 廿, which no claim is told in.
    private static let twenty: UInt32 = 0x5EFF

    /// Whether a text is one number in digits among such words, or in Chinese numerals, and nothing else.
    static func holds(_ bytes: [UInt8]) -> Bool {
        guard bytes.count <= longest else { return false }
        var runs = 0
        var isCounted = false
        var hasWord = false
        var index = 0
        while index < bytes.count {
            if ASCII.isDigit(bytes[index]) {
                index = end(ofNumberAt: index, bytes)
                runs += 1
            } else if !isCounted, runs == 0, isNumeral(bytes, index) {
                while isNumeral(bytes, index) { index += 3 }
                isCounted = true
            } else if let length = length(of: words, bytes, index) {
                index += length
                hasWord = true
            } else {
                return false
            }
        }
        return runs == 1 && !isCounted && hasWord || runs == 0 && isCounted
    }

    /// Where a number ends, its decimals taken in.
    private static func end(ofNumberAt start: Int, _ bytes: [UInt8]) -> Int {
        var index = start
        while index < bytes.count,
            ASCII.isDigit(bytes[index])
                || bytes[index] == UInt8(ascii: ".") && index + 1 < bytes.count && ASCII.isDigit(bytes[index + 1])
        {
            index += 1
        }
        return index
    }

    /// Whether a Chinese numeral stands there.
    private static func isNumeral(_ bytes: [UInt8], _ index: Int) -> Bool {
        guard index + 3 <= bytes.count, (0xE3...0xE9).contains(bytes[index]) else { return false }
        let point = NumeralReader.point(bytes, at: index)
        return NumeralReader.isNumeral(point) || point == twenty
    }

    private static func length(of words: [[UInt8]], _ bytes: [UInt8], _ index: Int) -> Int? {
        words.first { $0.count <= bytes.count - index && bytes[index..<(index + $0.count)].elementsEqual($0) }?.count
    }
}
