internal import Bytes
internal import Platform

/// Scans JSON (RFC 8259) in place: what is not asked for is passed over, not decoded.
///
/// A scanner of our own, because the ecosystem's decoder costs ten times as much and makes strings of the pages that
/// are wanted as bytes.
struct JSONText {
    struct Fault: Error, Equatable {
        var reason: String
        /// In the text.
        var offset: Int
    }

    private let bytes: [UInt8]
    private var index = 0

    /// - Parameter bytes: valid UTF-8.
    init(_ bytes: [UInt8]) { self.bytes = bytes }

    /// Reads one object that is the whole text, as `members` does.
    mutating func object(_ member: (inout JSONText, [UInt8]) throws(Fault) -> Void) throws(Fault) {
        skipBlanks()
        guard first == UInt8(ascii: "{") else { throw fault("no object begins here") }
        try members(member)
        try end()
    }

    /// Reads the object that comes next, and calls `member` with each key; the call must take the value by `string`,
    /// `word`, `members`, `elements` or `skip`.
    mutating func members(_ member: (inout JSONText, [UInt8]) throws(Fault) -> Void) throws(Fault) {
        try list(UInt8(ascii: "{"), UInt8(ascii: "}"), as: "object") { (json: inout JSONText) throws(Fault) in
            let key = try json.string()
            json.skipBlanks()
            guard json.take(UInt8(ascii: ":")) else { throw json.fault("a colon is missing behind a key") }
            json.skipBlanks()
            try member(&json, key)
        }
    }

    /// Reads the array that comes next, and calls `element` before each value, which the call must take.
    mutating func elements(_ element: (inout JSONText) throws(Fault) -> Void) throws(Fault) {
        try list(UInt8(ascii: "["), UInt8(ascii: "]"), as: "array", element)
    }

    private mutating func list(
        _ opening: UInt8,
        _ closing: UInt8,
        as kind: String,
        _ item: (inout JSONText) throws(Fault) -> Void
    ) throws(Fault) {
        skipBlanks()
        guard take(opening) else { throw fault("no \(kind) begins here") }
        skipBlanks()
        if take(closing) { return }
        repeat {
            skipBlanks()
            try item(&self)
            skipBlanks()
        } while take(UInt8(ascii: ","))
        guard take(closing) else { throw fault(index == bytes.count ? "it is cut off" : "a comma is missing") }
    }

    /// - Throws: where something stands behind the value that was read.
    mutating func end() throws(Fault) {
        skipBlanks()
        guard index == bytes.count else { throw fault("there is more behind the object") }
    }

    /// What the next value begins with; 0 at the end.
    var first: UInt8 { index < bytes.count ? bytes[index] : 0 }

    /// The bytes of a string, its escapes undone.
    mutating func string() throws(Fault) -> [UInt8] {
        guard take(UInt8(ascii: "\"")) else { throw fault("a string is missing") }
        var result: [UInt8] = []
        while true {
            let start = index
            skipPlain()
            result += bytes[start..<index]
            guard index < bytes.count else { throw fault("a string is cut off") }
            if take(UInt8(ascii: "\"")) { return result }
            index += 1
            try appendEscape(to: &result)
        }
    }

    /// The text of a number or a literal.
    mutating func word() -> [UInt8] {
        let start = index
        while index < bytes.count, isWord(bytes[index]) { index += 1 }
        return Array(bytes[start..<index])
    }

    /// Passes over one value of any kind.
    mutating func skip() throws(Fault) {
        var depth = 0
        repeat {
            skipBlanks()
            switch first {
            case UInt8(ascii: "\""): try skipString()
            case UInt8(ascii: "{"), UInt8(ascii: "["):
                depth += 1
                index += 1
                continue
            case UInt8(ascii: "}"), UInt8(ascii: "]"):
                depth -= 1
                index += 1
            case UInt8(ascii: ","), UInt8(ascii: ":"):
                guard depth > 0 else { throw fault("a value is missing") }
                index += 1
                continue
            default:
                guard !word().isEmpty else {
                    throw fault(index == bytes.count ? "it is cut off" : "a value is missing")
                }
            }
            if depth < 0 { throw fault("a value is missing") }
        } while depth > 0
    }

    private mutating func skipString() throws(Fault) {
        index += 1
        while true {
            skipPlain()
            guard index < bytes.count else { throw fault("a string is cut off") }
            if take(UInt8(ascii: "\"")) { return }
            index += 2
        }
    }

    /// To the next quote or backslash, or the end.
    private mutating func skipPlain() {
        let text = bytes
        let span = text.span
        var place = index
        while place < span.count, span[place] != UInt8(ascii: "\""), span[place] != UInt8(ascii: "\\") { place += 1 }
        index = place
    }

    private mutating func skipBlanks() {
        while index < bytes.count, bytes[index] <= ASCII.space { index += 1 }
    }

    private mutating func take(_ byte: UInt8) -> Bool {
        guard index < bytes.count, bytes[index] == byte else { return false }
        index += 1
        return true
    }

    private func isWord(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "E"),
            UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "."):
            true
        default: false
        }
    }

    private func fault(_ reason: String) -> Fault { Fault(reason: reason, offset: index) }
}

// MARK: - Escapes

extension JSONText {
    private mutating func appendEscape(to result: inout [UInt8]) throws(Fault) {
        guard index < bytes.count else { throw fault("a string is cut off") }
        let letter = bytes[index]
        index += 1
        switch letter {
        case UInt8(ascii: "n"): result.append(ASCII.newline)
        case UInt8(ascii: "r"): result.append(ASCII.carriageReturn)
        case UInt8(ascii: "t"): result.append(ASCII.tab)
        case UInt8(ascii: "b"): result.append(0x08)
        case UInt8(ascii: "f"): result.append(0x0C)
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): result.append(letter)
        case UInt8(ascii: "u"): try appendUnit(to: &result)
        default: throw fault("an escape that JSON does not have")
        }
    }

    /// A character by its UTF-16 units; half a pair alone is U+FFFD.
    private mutating func appendUnit(to result: inout [UInt8]) throws(Fault) {
        var code = try unit()
        if code & 0xFC00 == 0xD800, index + 1 < bytes.count, bytes[index] == UInt8(ascii: "\\"),
            bytes[index + 1] == UInt8(ascii: "u")
        {
            let before = index
            index += 2
            let low = try unit()
            if low & 0xFC00 == 0xDC00 {
                code = 0x10000 + (code & 0x3FF) << 10 + (low & 0x3FF)
            } else {
                index = before
            }
        }
        result += Array(String(Unicode.Scalar(code) ?? "\u{FFFD}").utf8)
    }

    private mutating func unit() throws(Fault) -> UInt32 {
        guard index + 4 <= bytes.count else { throw fault("an escape is cut off") }
        var value: UInt32 = 0
        for _ in 0..<4 {
            guard let digit = Hex.value(bytes[index]) else { throw fault("an escape that JSON does not have") }
            value = value << 4 | UInt32(digit)
            index += 1
        }
        return value
    }
}
