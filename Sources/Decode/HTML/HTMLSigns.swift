internal import Bytes

/// What can be told of a page from its bytes, before it is parsed.
enum HTMLSigns {
    private static let names = [
        "html", "head", "body", "table", "tr", "td", "div", "p", "span", "br", "meta", "!doctype", "style", "script",
        "font", "h1", "h2", "ul", "li", "a", "strong", "b", "center",
    ].map { Array($0.utf8) }

    /// The bytes of a text in which its ASCII stands as in any other charset: of UTF-16 those that are not zero.
    static func narrow(_ bytes: [UInt8]) -> [UInt8] {
        let isMarked = Charset.byteOrderMark(of: bytes).map { $0.charset != .utf8 } ?? false
        guard isMarked || SixteenBit.charset(of: bytes) != nil else { return bytes }
        return bytes.filter { $0 != 0 }
    }

    /// How many tags of HTML open in the first 64 KiB, counted up to 2.
    static func count(in bytes: [UInt8]) -> Int {
        let span = bytes.span
        var found = 0
        let end = min(span.count, 65_536)
        var index = ByteSearch.index(of: UInt8(ascii: "<"), in: span, from: 0, to: end)
        while let start = index, found < 2 {
            if isTag(span, at: start + 1) { found += 1 }
            // A page within the text is markup enough.
            if isFrameWithPage(span, at: start + 1) { return 2 }
            index = ByteSearch.index(of: UInt8(ascii: "<"), in: span, from: start + 1, to: end)
        }
        return found
    }

    private static func isTag(_ span: borrowing Span<UInt8>, at start: Int) -> Bool {
        for name in names {
            let end = start + name.count
            guard end < span.count else { continue }
            var matches = true
            for offset in name.indices where span[start + offset] | 0x20 != name[offset] | 0x20 { matches = false }
            let next = span[end]
            if matches, next == UInt8(ascii: ">") || next == UInt8(ascii: "/") || next <= ASCII.space { return true }
        }
        return false
    }

    /// Whether a tag is a frame that carries its page: `<iframe srcdoc="&lt;p&gt;…">`.
    private static func isFrameWithPage(_ span: borrowing Span<UInt8>, at start: Int) -> Bool {
        guard stands(frame, span, at: start) else { return false }
        var index = start + frame.count
        while index < span.count, index < start + longestBeforePage, span[index] != UInt8(ascii: ">") {
            if span[index] <= ASCII.space, stands(page, span, at: index + 1) { return true }
            index += 1
        }
        return false
    }

    private static func stands(_ name: [UInt8], _ span: borrowing Span<UInt8>, at start: Int) -> Bool {
        guard start + name.count <= span.count else { return false }
        for offset in name.indices where span[start + offset] | 0x20 != name[offset] | 0x20 { return false }
        return true
    }

    private static let frame = Array("iframe".utf8)
    private static let page = Array("srcdoc=".utf8)
    /// In bytes, for the attributes that stand before it.
    private static let longestBeforePage = 600

    /// Whether a text is a whole page: one that says so, or has a body. Text that a converter wrote with each of its tables
    /// as a page, `<html><body><table>`, is none.
    static func isDocument(_ bytes: [UInt8]) -> Bool {
        let span = bytes.span
        let isText = isText(span)
        var index = ByteSearch.index(of: UInt8(ascii: "<"), in: span, from: 0, to: span.count)
        while var start = index {
            if isText, let table = endOfWrapper(span, at: start) { start = table }
            for name in documentNames where start + name.count < span.count {
                if name.indices.allSatisfy({ span[start + 1 + $0] | 0x20 == name[$0] | 0x20 }) { return true }
            }
            index = ByteSearch.index(of: UInt8(ascii: "<"), in: span, from: start + 1, to: span.count)
        }
        return false
    }

    /// Whether it begins with something else than a tag.
    private static func isText(_ span: borrowing Span<UInt8>) -> Bool {
        var index = 0
        while index < span.count, span[index] <= ASCII.space { index += 1 }
        return index < span.count && span[index] != UInt8(ascii: "<")
    }

    private static let wrapper = ["<html>", "<body>", "<table"].map { Array($0.utf8) }

    /// Where the table begins for which alone a page does at `start`.
    private static func endOfWrapper(_ span: borrowing Span<UInt8>, at start: Int) -> Int? {
        var index = start
        var sign = start
        for tag in wrapper {
            while index < span.count, span[index] <= ASCII.space { index += 1 }
            sign = index
            for byte in tag {
                guard index < span.count, span[index] | 0x20 == byte | 0x20 else { return nil }
                index += 1
            }
        }
        return sign
    }

    private static let documentNames = ["!doctype", "html", "body", "head"].map { Array($0.utf8) }

    /// The label after `charset=`, or after `encoding=` of an XML declaration, in the first 4 KiB; nil where none is.
    static func declaredCharset(in bytes: [UInt8]) -> String? {
        let head = bytes.prefix(4096).map { $0 >= 0x41 && $0 <= 0x5A ? $0 | 0x20 : $0 }
        if head.starts(with: Array("<?xml".utf8)), let end = head.firstIndex(of: UInt8(ascii: ">")) {
            if let label = label(in: head[..<end], after: Array("encoding".utf8)) { return label }
        }
        return label(in: head[...], after: Array("charset".utf8))
    }

    private static func label(in head: ArraySlice<UInt8>, after marker: [UInt8]) -> String? {
        guard let first = marker.first, head.count > marker.count else { return nil }
        for start in head.startIndex..<(head.endIndex - marker.count)
        where head[start] == first && head[start...].starts(with: marker) {
            let rest = head[(start + marker.count)...].drop { $0 <= ASCII.space }
            guard rest.first == UInt8(ascii: "=") else { continue }
            let label = rest.dropFirst().drop { $0 <= ASCII.space || $0 == 0x22 || $0 == 0x27 }
                .prefix {
                    $0 > 0x20 && $0 != 0x22 && $0 != 0x27 && $0 != 0x3E && $0 != 0x3B && $0 != 0x2F && $0 != 0x3F
                }
            return String(decoding: label, as: UTF8.self)
        }
        return nil
    }

    /// The text with CRLF and a lone CR made LF, so that the parser counts lines as the record does.
    static func withLineFeeds(_ text: [UInt8]) -> [UInt8] {
        guard ByteSearch.contains(ASCII.carriageReturn, in: text) else { return text }
        var result: [UInt8] = []
        result.reserveCapacity(text.count)
        var previous: UInt8 = 0
        for byte in text {
            if byte == ASCII.carriageReturn {
                result.append(ASCII.newline)
            } else if byte != ASCII.newline || previous != ASCII.carriageReturn {
                result.append(byte)
            }
            previous = byte
        }
        return result
    }
}
