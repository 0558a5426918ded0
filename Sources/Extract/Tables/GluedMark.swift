internal import Bytes

/// A mark for nothing among digits that ran together: //////0 is six cells with a stroke and one with 0, and 1/917 is 1, a stroke
/// and 917. A mark is a cell by itself, and so divides what stands beside it. A hyphen is none here: it may be a number's sign,
/// or lead the next label.
struct GluedMark {
    /// Where the cell can end that begins with it.
    let ends: [Int]

    private static let strokes = ["/", "无"].map { Array($0.utf8) }
    /// Of these two may stand in a cell: —— is one dash of Chinese writing.
    private static let dashes = ["–", "—", "―", "─"].map { Array($0.utf8) }

    private static let marks = strokes + dashes
    private static let firstBytes = Set(marks.compactMap(\.first))

    /// Nil where none stands there.
    init?(_ bytes: [UInt8], at start: Int) {
        guard let length = Self.length(bytes, at: start) else { return nil }
        let next = start + length
        let isDash = !Self.strokes.contains { ByteSearch.stands($0, in: bytes.span, at: start, end: bytes.count) }
        let isDoubled =
            isDash && Self.length(bytes, at: next) == length
            && bytes[start..<next].elementsEqual(bytes[next..<(next + length)])
        ends = isDoubled ? [next, next + length] : [next]
    }

    /// How many there are in a text, and whether it is nothing but them and digits.
    static func count(_ bytes: [UInt8], _ range: Range<Int>) -> Int? {
        var index = range.lowerBound
        var count = 0
        while index < range.upperBound {
            if ASCII.isDigit(bytes[index]) {
                index += 1
            } else if let length = length(bytes, at: index), index + length <= range.upperBound {
                index += length
                count += 1
            } else {
                return nil
            }
        }
        return count
    }

    /// Whether the cells of a row begin there with marks as no sentence has them: 规章///, 规章/12, 规章无2无, but not 其他——.
    static func beginCells(_ bytes: [UInt8], at start: Int, end: Int) -> Bool {
        guard start < end, let first = length(bytes, at: start) else { return false }
        if frameNumber(bytes, at: start, first, end: end) { return true }
        var index = start + first
        for _ in 1..<telling {
            guard index < end else { return false }
            if let length = length(bytes, at: index), index + length <= end {
                index += length
            } else if first == 1, ASCII.isDigit(bytes[index]) {
                index += 1
            } else {
                return false
            }
        }
        return true
    }

    private static let telling = 3

    /// Whether the same mark stands on both sides of a number: —2—.
    private static func frameNumber(_ bytes: [UInt8], at start: Int, _ length: Int, end: Int) -> Bool {
        var next = start + length
        while next < end, ASCII.isDigit(bytes[next]) { next += 1 }
        guard next > start + length, next + length <= end else { return false }
        return bytes[next..<(next + length)].elementsEqual(bytes[start..<(start + length)])
    }

    /// The length of the mark that stands there; nil where none does.
    private static func length(_ bytes: [UInt8], at start: Int) -> Int? {
        guard start < bytes.count, !ASCII.isDigit(bytes[start]), firstBytes.contains(bytes[start]) else { return nil }
        return marks.first { ByteSearch.stands($0, in: bytes.span, at: start, end: bytes.count) }?.count
    }

    /// What each of so many marked cells of a text shows; empty where not all show the same.
    static func shown(in text: [UInt8], cells: Int) -> [UInt8] {
        var marks: [UInt8] = []
        var first: [UInt8]?
        var index = 0
        while index < text.count {
            guard let length = length(text, at: index) else {
                index += 1
                continue
            }
            let mark = Array(text[index..<(index + length)])
            guard first == nil || first == mark else { return [] }
            first = mark
            marks += mark
            index += length
        }
        guard let first, cells > 0, marks.count % (first.count * cells) == 0 else { return [] }
        return Array(marks[..<(marks.count / cells)])
    }
}
