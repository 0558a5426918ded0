internal import Bytes

/// Cells of which a sign shows that their number was lost: □ where a font has no such character, a question mark where a reader
/// of pictures saw none, ~~7~~ where all that stands there is struck out. They are doubts, and no slips of the report.
enum Unreadable {
    /// The longest cell that is looked at, in bytes.
    private static let longest = 24
    private static let boxes = ["□", "■", "▯", "◻"].map { Array($0.utf8) }
    private static let question = UInt8(ascii: "?")
    private static let tilde = UInt8(ascii: "~")

    /// Whether a text is such signs and digits, and nothing else.
    static func isNumber(_ bytes: [UInt8], _ range: Range<Int>) -> Bool {
        guard range.count <= longest else { return false }
        var hasSign = false
        var index = range.lowerBound
        while index < range.upperBound {
            if ASCII.isDigit(bytes[index]) {
                index += 1
                continue
            }
            let length = sign(bytes, at: index, end: range.upperBound)
            guard length > 0 else { return false }
            hasSign = true
            index += length
        }
        return hasSign
    }

    /// Whether one of the signs is in a short text: `O？`.
    static func holdsSign(_ bytes: [UInt8]) -> Bool {
        guard bytes.count <= longest else { return false }
        return bytes.indices.contains { sign(bytes, at: $0, end: bytes.count) > 0 }
    }

    /// The length of the sign that begins there, or 0.
    private static func sign(_ bytes: [UInt8], at index: Int, end: Int) -> Int {
        switch bytes[index] {
        case question: return 1
        case tilde: return index + 1 < end && bytes[index + 1] == tilde ? 2 : 0
        case 0xE2, 0xEF:
            return boxes.first { $0.count <= end - index && bytes[index..<(index + $0.count)].elementsEqual($0) }?.count
                ?? 0
        default: return 0
        }
    }
}
