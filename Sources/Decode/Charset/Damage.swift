internal import Bytes

/// How many bytes of a text could not be read, and how many may be.
struct Damage {
    /// So few that what is left is still the text: 0.1 % of the bytes, or 0.5 % of those beyond ASCII, which are all wrong
    /// in another charset; and never more than 20.
    let limit: Int
    private(set) var count = 0

    init(limit: Int) { self.limit = limit }

    init(of bytes: [UInt8]) {
        let foreign = bytes.count { $0 >= 0x80 }
        limit = min(20, max(bytes.count / 1000, foreign / 200))
    }

    var isTooMuch: Bool { count > limit }

    mutating func add(_ bytes: Int) { count += bytes }

    /// U+FFFD in UTF-8: what stands for bytes that could not be read.
    static let replacement: [UInt8] = [0xEF, 0xBF, 0xBD]

    /// The first lines on which a replacement stands, from 1.
    static func lines(in text: borrowing Span<UInt8>) -> [Int] {
        var lines: [Int] = []
        var line = 1
        var index = 0
        while index < text.count, lines.count < 5 {
            let byte = text[index]
            if byte == ASCII.newline, index == 0 || text[index - 1] != ASCII.carriageReturn { line += 1 }
            if byte == ASCII.carriageReturn { line += 1 }
            let isFound = byte == 0xEF && index + 2 < text.count && text[index + 1] == 0xBF && text[index + 2] == 0xBD
            if isFound, lines.last != line { lines.append(line) }
            index += 1
        }
        return lines
    }
}
