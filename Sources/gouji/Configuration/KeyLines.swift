/// The line on which each key of a TOML document stands.
///
/// The parser tells lines for syntax errors only. This scanner runs over a document that the parser has accepted and
/// notes where tables and keys begin; it understands just as much of TOML as that needs: comments, headers, dotted and
/// quoted keys, strings of all four kinds, and brackets that run over several lines.
struct KeyLines {
    private var lines: [[String]: Int] = [:]

    /// - Parameter text: a document that has no syntax errors.
    init(_ text: String) {
        var scanner = Scanner(bytes: Array(text.utf8))
        scanner.scan()
        lines = scanner.lines
    }

    /// The line of `path`, or of the nearest thing around it; elements of arrays of tables count from `"0"`.
    func line(of path: [String]) -> Int? {
        var path = path[...]
        while !path.isEmpty {
            if let line = lines[Array(path)] { return line }
            path = path.dropLast()
        }
        return nil
    }
}

private struct Scanner {
    let bytes: [UInt8]
    var lines: [[String]: Int] = [:]
    private var offset = 0
    private var line = 1
    private var table: [String] = []
    /// How many elements each array of tables has so far.
    private var elements: [[String]: Int] = [:]

    init(bytes: [UInt8]) { self.bytes = bytes }

    mutating func scan() {
        while let byte = peek() {
            switch byte {
            case UInt8(ascii: "#"): skipLine()
            case UInt8(ascii: "["): scanHeader()
            case UInt8(ascii: "\n"), UInt8(ascii: "\r"), UInt8(ascii: "\t"), UInt8(ascii: " "): advance()
            default: scanPair()
            }
        }
    }

    private func peek(_ distance: Int = 0) -> UInt8? {
        offset + distance < bytes.count ? bytes[offset + distance] : nil
    }

    private mutating func advance(_ count: Int = 1) {
        for _ in 0..<count {
            if peek() == UInt8(ascii: "\n") { line += 1 }
            offset += 1
        }
    }

    private mutating func skipLine() {
        while let byte = peek(), byte != UInt8(ascii: "\n") { advance() }
    }

    private mutating func scanHeader() {
        let isElement = peek(1) == UInt8(ascii: "[")
        advance(isElement ? 2 : 1)
        var path = inLatestElements(scanKey(until: UInt8(ascii: "]")))
        if isElement {
            let index = elements[path, default: 0]
            elements[path] = index + 1
            path.append(String(index))
        }
        table = path
        lines[path] = line
        skipLine()
    }

    /// `[endpoint.extra]` after `[[endpoint]]` speaks of the element before it.
    private func inLatestElements(_ path: [String]) -> [String] {
        var result: [String] = []
        for (position, part) in path.enumerated() {
            result.append(part)
            if position < path.count - 1, let count = elements[result] { result.append(String(count - 1)) }
        }
        return result
    }

    private mutating func scanPair() {
        let start = line
        let key = scanKey(until: UInt8(ascii: "="))
        for length in 1...max(1, key.count) {
            let path = table + key.prefix(length)
            if lines[path] == nil { lines[path] = start }
        }
        advance()
        skipValue()
    }

    /// The parts of a dotted key, quotes taken off; stops before `end`.
    private mutating func scanKey(until end: UInt8) -> [String] {
        var parts: [String] = []
        var part: [UInt8] = []
        while let byte = peek(), byte != end, byte != UInt8(ascii: "\n") {
            switch byte {
            case UInt8(ascii: "."):
                parts.append(String(decoding: part, as: UTF8.self))
                part = []
                advance()
            case UInt8(ascii: "\""), UInt8(ascii: "'"):
                let start = offset + 1
                skipString(byte)
                part += bytes[start..<max(start, offset - 1)]
            case UInt8(ascii: " "), UInt8(ascii: "\t"): advance()
            default:
                part.append(byte)
                advance()
            }
        }
        return parts + [String(decoding: part, as: UTF8.self)]
    }

    private mutating func skipValue() {
        var depth = 0
        while let byte = peek() {
            switch byte {
            case UInt8(ascii: "\""), UInt8(ascii: "'"): skipString(byte)
            case UInt8(ascii: "#"): skipLine()
            case UInt8(ascii: "\n") where depth == 0: return
            case UInt8(ascii: "["), UInt8(ascii: "{"):
                depth += 1
                advance()
            case UInt8(ascii: "]"), UInt8(ascii: "}"):
                depth -= 1
                advance()
            default: advance()
            }
        }
    }

    private mutating func skipString(_ quote: UInt8) {
        let isLong = peek(1) == quote && peek(2) == quote
        let width = isLong ? 3 : 1
        advance(width)
        while let byte = peek(), !closes(quote, width) {
            advance(byte == UInt8(ascii: "\\") && quote == UInt8(ascii: "\"") ? 2 : 1)
        }
        advance(width)
        // A long string may end with up to two quotes of its own before the three that close it.
        while isLong, peek() == quote { advance() }
    }

    private func closes(_ quote: UInt8, _ width: Int) -> Bool {
        (0..<width).allSatisfy { peek($0) == quote }
    }
}
