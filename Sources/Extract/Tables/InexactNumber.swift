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
    private static let numerals = [
        "〇", "零", "一", "二", "三", "四", "五", "六", "七", "八", "九", "十", "百", "千", "万", "两", "廿", "壹", "贰", "叁", "肆", "伍",
        "陆", "柒", "捌",
        "玖", "拾", "佰", "仟",
    ].map { Array($0.utf8) }

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
            } else if !isCounted, let length = length(of: numerals, bytes, index), runs == 0 {
                index += length
                while let length = Self.length(of: numerals, bytes, index) { index += length }
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

    private static func length(of words: [[UInt8]], _ bytes: [UInt8], _ index: Int) -> Int? {
        words.first { $0.count <= bytes.count - index && bytes[index..<(index + $0.count)].elementsEqual($0) }?.count
    }
}
