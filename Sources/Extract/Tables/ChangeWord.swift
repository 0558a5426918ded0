internal import Bytes
internal import Model

/// A change whose sign is written as a word, below 本年增/减: 增10, 减少2项, ↑3; what it comes to may stand behind it:
/// 减少1，共12.
enum ChangeWord {
    private static let rises = ["新增", "增加", "增", "↑"].map { Array($0.utf8) }
    private static let falls = ["减少", "减", "↓"].map { Array($0.utf8) }

    /// The change that a cell states; nil where it holds anything else.
    static func change(_ bytes: [UInt8], _ range: Range<Int>) -> Quantity? {
        guard bytes[range.lowerBound] >= 0xE2 else { return nil }
        func start(behind words: [[UInt8]]) -> Int? {
            words.first { ByteSearch.stands($0, in: bytes.span, at: range.lowerBound, end: range.upperBound) }
                .map { range.lowerBound + $0.count }
        }
        let rise = start(behind: rises)
        guard let start = rise ?? start(behind: falls), start < range.upperBound, ASCII.isDigit(bytes[start]),
            let number = NumberReader.number(bytes, at: start, end: range.upperBound), !number.hasLeadingZero
        else { return nil }
        let end = number.end + NumberReader.counter(bytes, at: number.end, end: range.upperBound)
        guard end == range.upperBound || isSum(bytes, end..<range.upperBound) else { return nil }
        return rise == nil ? Quantity(0) - number.value : number.value
    }

    private static let sums = [",共", "共", "、共", "(共"].map { Array($0.utf8) }

    private static func isSum(_ bytes: [UInt8], _ range: Range<Int>) -> Bool {
        guard
            let word = sums.first(where: {
                ByteSearch.stands($0, in: bytes.span, at: range.lowerBound, end: range.upperBound)
            })
        else { return false }
        let start = range.lowerBound + word.count
        let digits = bytes[start..<range.upperBound].prefix(while: ASCII.isDigit).count
        let counter = NumberReader.counter(bytes, at: start + digits, end: range.upperBound)
        let end = start + digits + counter
        return digits > 0
            && (end == range.upperBound
                || bytes[end..<range.upperBound].elementsEqual(")".utf8) && word.first == UInt8(ascii: "("))
    }
}
