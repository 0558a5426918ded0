internal import Bytes

/// A word of a page, and where it stands, in points from the page's upper left corner.
struct WordBox: Equatable {
    enum Kind: Equatable {
        /// What may be a cell of a table: a number, with its unit or sign, or a mark.
        case value
        /// A counting word by itself, as a column of units has it.
        case unit
        case text
    }

    var left: Double
    var right: Double
    var top: Double
    var bottom: Double
    var text: [UInt8]
    var kind: Kind
    /// How many characters it has.
    var length: Int

    init(left: Double, right: Double, top: Double, bottom: Double, text: [UInt8]) {
        self.left = left
        self.right = right
        self.top = top
        self.bottom = bottom
        self.text = text
        length = text.count { $0 & 0xC0 != 0x80 }
        kind = Self.kind(of: text)
        shrink()
    }

    /// Takes off what some fonts claim above and below their characters, so that lines do not overlap.
    private mutating func shrink() {
        guard !isVertical, length > 0 else { return }
        // Of 2.其 two characters are narrow.
        let wide = text.count { $0 >= 0xE3 }
        let type = (right - left) / (Double(wide) + Double(length - wide) / 2) * (wide > 0 ? 1.1 : 1)
        let spare = height - max(type, 1)
        guard spare > 0 else { return }
        top += spare / 2
        bottom -= spare / 2
    }

    var height: Double { bottom - top }
    var middle: Double { (top + bottom) / 2 }
    var center: Double { (left + right) / 2 }
    /// The width of a Chinese character in its type: a line is a little higher than wide.
    var em: Double { length > 0 && text[0] >= 0xE3 ? min(height, (right - left) / Double(length)) : height * 0.75 }
    /// Whether its characters stand one below the other.
    var isVertical: Bool { kind == .text && length > 1 && height > 1.5 * (right - left) && text[0] >= 0xE2 }

    func overlapsAcross(_ other: WordBox) -> Bool { min(right, other.right) - max(left, other.left) > 0.5 }

    /// Whether two words stand on one line: the lower one's middle is inside of the higher one.
    func sharesLine(_ other: WordBox) -> Bool {
        let shared = min(bottom, other.bottom) - max(top, other.top)
        return shared > 0.5 * min(height, other.height)
    }

    mutating func join(_ other: WordBox) {
        text += other.text
        length += other.length
        kind = .text
        cover(other)
    }

    mutating func cover(_ other: WordBox) {
        left = min(left, other.left)
        right = max(right, other.right)
        top = min(top, other.top)
        bottom = max(bottom, other.bottom)
    }
}

extension WordBox {
    private static let units: Set<String> = [
        "条", "件", "次", "个", "人", "万元", "元", "份", "篇", "场", "项", "处", "起", "数", "期", "场次", "人次",
    ]
    /// Whether it is a unit, or the upper part of one that a narrow column breaks: 万 over 元.
    var isUnitPart: Bool { kind == .unit || text.elementsEqual("万".utf8) }

    /// Tells the kind anew by its text, which was joined.
    mutating func tellKind() { kind = Self.kind(of: text) }

    private static let marks: Set<String> = ["/", "-", "—", "——", "－", "无", "\\", "*"]

    private static func kind(of text: [UInt8]) -> Kind {
        let word = String(decoding: text, as: UTF8.self)
        if marks.contains(word) { return .value }
        if units.contains(word) { return .unit }
        var digits = 0
        for scalar in word.unicodeScalars {
            switch scalar {
            case "0"..."9", "\u{FF10}"..."\u{FF19}": digits += 1
            case ".", ",", "+", "-", "－", "＋", "．", "，", "−", "%", "％": break
            case "元", "万", "亿", "件", "条": if digits == 0 { return .text }
            default: return .text
            }
        }
        return digits > 0 ? .value : .text
    }

    /// Whether it begins with the number of a heading or a row: `一、`, `（二）`, `3.`.
    var hasEnumerator: Bool { Self.beginsWithNumber(text[...]) }

    private static func beginsWithNumber(_ text: ArraySlice<UInt8>) -> Bool {
        let scalars = Array(String(decoding: text.prefix(24), as: UTF8.self).unicodeScalars)
        var index = 0
        let isBracketed = !scalars.isEmpty && (scalars[0] == "（" || scalars[0] == "(")
        if isBracketed { index = 1 }
        let first = index
        while index < scalars.count, numerals.contains(scalars[index]) { index += 1 }
        guard index > first, index - first <= 3, index < scalars.count else { return false }
        let closing = scalars[index]
        if isBracketed { return closing == "）" || closing == ")" }
        guard closing == "、" || closing == "." || closing == "．" || closing == "）" || closing == ")" else {
            return false
        }
        return index + 1 >= scalars.count || !("0"..."9").contains(scalars[index + 1])
    }

    /// Whether it begins with the number of a heading, 三、收到和处理政府信息公开申请情况, or of a form's first rows.
    var hasChineseEnumerator: Bool { text.count > 3 && text[0] >= 0xE3 && text[0] < 0xEF && hasEnumerator }

    private static let among = ["其中：", "其中:"].map { Array($0.utf8) }

    /// Whether it begins a list of parts: 其中：.
    var beginsParts: Bool { Self.among.contains { text.starts(with: $0) } }

    /// Whether it begins with a row's number, be it in a list of parts: 其中：1、政府网站公开数.
    var hasNumber: Bool {
        let lead = Self.among.first { text.starts(with: $0) }
        return Self.beginsWithNumber(text.dropFirst(lead?.count ?? 0))
    }

    /// Whether it is a number without any sign or unit.
    var isDigits: Bool {
        kind == .value && text.allSatisfy { ASCII.isDigit($0) || $0 >= 0x80 }
            && !Self.marks.contains(String(decoding: text, as: UTF8.self))
    }

    /// Whether it is an item's number and nothing else: `3.`, with a blank behind it. （三） is a group's, with a row's label
    /// beside it.
    var isItemNumber: Bool {
        guard length <= 3, hasEnumerator, !ASCII.isDigit(text[text.count - 1]) else { return false }
        return ASCII.isDigit(text[0]) || text[0] == 0xEF && text.count > 2 && text[1] == 0xBC && text[2] >= 0x90
    }

    private static let numerals = Set("一二三四五六七八九十0123456789０１２３４５６７８９".unicodeScalars)
}
