internal import Bytes

/// Takes out of plain text and Markdown what other tools left of markup: `<br>` in cells, `&nbsp;`, escapes of Markdown.
///
/// Lines stay lines. Most texts have none of it, and are returned as they are.
enum TextMarkup {
    static func removed(from text: [UInt8]) -> [UInt8] {
        let signs = [UInt8(ascii: "<"), UInt8(ascii: "&"), backslash]
        guard signs.contains(where: { ByteSearch.contains($0, in: text) }) else { return text }
        var result: [UInt8] = []
        result.reserveCapacity(text.count)
        let span = text.span
        // What stands between two pieces of markup is copied in one run.
        var copied = 0
        // Line ends within tags, which divide no words: they follow the next line end, so that lines keep their numbers.
        var late = 0
        var index = 0
        while index < span.count {
            if late > 0, span[index] == ASCII.newline {
                result += text[copied...index]
                result += Array(repeating: ASCII.newline, count: late)
                copied = index + 1
                late = 0
            }
            guard let (bytes, end) = markup(span, at: index) else {
                index += 1
                continue
            }
            result += text[copied..<index]
            result += bytes
            copied = end
            if span[index] == UInt8(ascii: "<") {
                for place in index..<end where span[place] == ASCII.newline { late += 1 }
            }
            // What a backslash protects is no markup.
            index = span[index] == backslash && !isLineEnd(span[end]) ? end + 1 : end
        }
        result += text[copied...]
        return result
    }

    /// The markup that begins at `index`, by what stands for it and where it ends; nil where none does.
    @inline(__always)
    private static func markup(_ span: borrowing Span<UInt8>, at index: Int) -> (bytes: [UInt8], end: Int)? {
        switch span[index] {
        case UInt8(ascii: "<"): Tag(span, at: index).map { ($0.text, $0.end) }
        case UInt8(ascii: "&"): entity(span, at: index)
        case backslash where index + 1 < span.count && (isEscaped(span[index + 1]) || isLineEnd(span[index + 1])):
            ([], index + 1)
        case backslash where endsLineOfCell(span, at: index): ([], index + 1)
        default: nil
        }
    }

    /// Whether a line draws a table's rule, as Markdown has it below the heads: `|---|:--:|`.
    static func hasTableRule(_ text: borrowing Span<UInt8>) -> Bool {
        var index = 0
        while index + 4 < text.count {
            if text[index] == ASCII.bar {
                var next = index + 1
                while next < text.count, text[next] == ASCII.space { next += 1 }
                if next < text.count, text[next] == UInt8(ascii: ":") { next += 1 }
                if next + 2 < text.count, (0...2).allSatisfy({ text[next + $0] == UInt8(ascii: "-") }) { return true }
            }
            index += 1
        }
        return false
    }

    private static let backslash = UInt8(ascii: "\\")

    /// A backslash that ends a line says that the line ends there.
    private static func isLineEnd(_ byte: UInt8) -> Bool { byte == ASCII.newline || byte == ASCII.carriageReturn }

    /// Whether a backslash ends a line within a cell, in a table whose cells go on over lines: blanks fill the cell up behind
    /// it, `| （一）主动公开政府信息数\\    |`. One that stands alone in its cell crosses it out.
    private static func endsLineOfCell(_ span: borrowing Span<UInt8>, at index: Int) -> Bool {
        guard index > 0, span[index - 1] > ASCII.space, span[index - 1] != ASCII.bar, span[index - 1] != backslash
        else {
            return false
        }
        var next = index + 1
        while next < span.count, span[next] == ASCII.space { next += 1 }
        return next > index + 1 && next < span.count && span[next] == ASCII.bar
    }

    private static func isEscaped(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "."), UInt8(ascii: "-"), UInt8(ascii: "+"), UInt8(ascii: "*"), UInt8(ascii: "_"),
            UInt8(ascii: "#"), UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: "["), UInt8(ascii: "]"),
            UInt8(ascii: "~"), UInt8(ascii: ">"), UInt8(ascii: "<"):
            true
        default: false
        }
    }

    /// The entities that scrapers leave in text, and what they stand for. A blank that was kept on purpose is NBSP.
    private static let entities: [(name: [UInt8], bytes: [UInt8])] = [
        ("&nbsp", "\u{A0}"), ("&emsp", "\u{2003}"), ("&ensp", "\u{2002}"), ("&amp;", "&"), ("&lt;", "<"),
        ("&gt;", ">"), ("&quot;", "\""), ("&ldquo;", "“"), ("&rdquo;", "”"), ("&mdash;", "—"), ("&middot;", "·"),
    ].map { (Array($0.0.utf8), Array($0.1.utf8)) }

    private static func entity(_ span: borrowing Span<UInt8>, at start: Int) -> (bytes: [UInt8], end: Int)? {
        for entity in entities {
            let end = start + entity.name.count
            guard end <= span.count, entity.name.indices.allSatisfy({ span[start + $0] == entity.name[$0] }) else {
                continue
            }
            let hasSemicolon = end < span.count && span[end] == UInt8(ascii: ";") && entity.name.last != span[end]
            return (entity.bytes, hasSemicolon ? end + 1 : end)
        }
        return nil
    }

    /// A tag that stands inside a line of text.
    private struct Tag {
        var end: Int
        /// What stands for it: a blank where what is on its two sides is not one word; the brackets of a footnote, whose
        /// digit is none of the number before it.
        var text: [UInt8]

        private static let names: [(name: [UInt8], opening: [UInt8], closing: [UInt8])] = [
            ("br", " ", " "), ("p", " ", " "), ("div", " ", " "), ("b", "", ""), ("i", "", ""), ("u", "", ""),
            ("em", "", ""), ("strong", "", ""), ("span", "", ""), ("font", "", ""), ("sup", "[", "]"), ("sub", "", ""),
            ("center", "", ""), ("o:p", "", ""), ("a", "", ""), ("img", " ", " "), ("hr", " ", " "),
        ].map { (Array($0.0.utf8), Array($0.1.utf8), Array($0.2.utf8)) }

        /// Tags are short; what opens and never closes is none.
        private static let longest = 400
        private static let mostLineEnds = 3

        init?(_ span: borrowing Span<UInt8>, at start: Int) {
            var index = start + 1
            let isClosing = index < span.count && span[index] == UInt8(ascii: "/")
            if isClosing { index += 1 }
            guard let found = Self.name(span, at: index) else { return nil }
            index += Self.names[found].name.count
            let last = min(span.count, start + Self.longest)
            var lineEnds = 0
            while index < last, span[index] != UInt8(ascii: ">") {
                // Converters break a tag where the line is full, once; elsewhere a line end says that there is no tag.
                if span[index] == ASCII.newline {
                    lineEnds += 1
                    if lineEnds > Self.mostLineEnds { return nil }
                }
                index += 1
            }
            guard index < last else { return nil }
            end = index + 1
            text = isClosing ? Self.names[found].closing : Self.names[found].opening
        }

        private static func name(_ span: borrowing Span<UInt8>, at start: Int) -> Int? {
            for (index, candidate) in names.enumerated() {
                let end = start + candidate.name.count
                guard end < span.count else { continue }
                var matches = true
                for offset in candidate.name.indices where span[start + offset] | 0x20 != candidate.name[offset] {
                    matches = false
                }
                let after = span[end]
                if matches, after == UInt8(ascii: ">") || after == UInt8(ascii: "/") || after <= ASCII.space {
                    return index
                }
            }
            return nil
        }
    }
}
