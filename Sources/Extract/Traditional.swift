internal import Bytes
internal import Model

/// Reports in traditional characters, which the mirrors of mainland sites print (their paths say `big5`).
///
/// They are read as if they were written in simplified ones, character by character; what is printed stays as it is
/// wherever the text is shown. A character takes three bytes in both, so that every place stays where it is.
enum Traditional {
    /// For each character of U+4E00…U+9FFF the simplified one, or 0; made when the first such report comes.
    private static let simplified: [UInt16] = {
        var table = [UInt16](repeating: 0, count: count)
        let scalars = Array(pairs.unicodeScalars.filter { $0 != " " })
        for index in stride(from: 0, to: scalars.count - 1, by: 2) {
            table[Int(scalars[index].value) - first] = UInt16(scalars[index + 1].value)
        }
        return table
    }()

    private static let first = 0x4E00
    private static let count = 0x5200

    /// Whether a text is in traditional characters: a third of its characters then have another spelling, and hardly one
    /// of a text in simplified ones.
    static func isScript(of text: [UInt8]) -> Bool {
        // What every report speaks of: without it nothing else is asked.
        guard Prose(text[...]).contains("公開") else { return false }
        var chinese = 0
        var traditional = 0
        forEachCharacter(of: text) { _, slot in
            chinese += 1
            if simplified[slot] != 0 { traditional += 1 }
        }
        return traditional * 8 > chinese
    }

    /// The text in simplified characters.
    static func folded(_ text: [UInt8]) -> [UInt8] {
        var result = text
        forEachCharacter(of: text) { index, slot in
            let point = Int(simplified[slot])
            guard point != 0 else { return }
            result[index] = UInt8(0xE0 | point >> 12)
            result[index + 1] = UInt8(0x80 | point >> 6 & 0x3F)
            result[index + 2] = UInt8(0x80 | point & 0x3F)
        }
        restoreTerms(&result)
        return result
    }

    /// 政府資訊 and 資訊公開: what those mirrors make of 政府信息 and 信息公开.
    private static func restoreTerms(_ text: inout [UInt8]) {
        let count = text.count
        var start = 0
        while let found = ByteSearch.index(of: otherWord, in: text.span, from: start, to: count) {
            start = found + otherWord.count
            if ByteSearch.stands(government, in: text.span, at: found - government.count, end: count)
                || ByteSearch.stands(disclosure, in: text.span, at: start, end: count)
            {
                text.replaceSubrange(found..<start, with: word)
            }
        }
    }

    private static let otherWord = Array("资讯".utf8)
    private static let word = Array("信息".utf8)
    private static let government = Array("政府".utf8)
    private static let disclosure = Array("公开".utf8)

    /// Calls `visit` with the place of every character of U+4E00…U+9FFF, and its place in the table.
    private static func forEachCharacter(of text: [UInt8], _ visit: (Int, Int) -> Void) {
        var index = 0
        while index < text.count {
            let byte = text[index]
            guard byte >= 0xE0, byte < 0xF0, index + 2 < text.count else {
                index += 1
                continue
            }
            let point = Int(byte & 0x0F) << 12 | Int(text[index + 1] & 0x3F) << 6 | Int(text[index + 2] & 0x3F)
            if point >= first, point < first + count { visit(index, point - first) }
            index += 3
        }
    }
}
