internal import Bytes
internal import Model

/// A page whose markup was escaped once more, as a program that takes an element for text does: `&lt;p&gt;一、总体情况&lt;/p&gt;`.
enum EscapedMarkup {
    /// So many elements of a page, all escaped, are no text about markup.
    private static let fewest = 4
    private static let signs: [(written: [UInt8], sign: UInt8)] = [
        ("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'"), ("&#34;", "\""), ("&#x27;", "'"),
        ("&amp;", "&"),
    ].map { (Array($0.0.utf8), Array($0.1.utf8)[0]) }
    private static let closing = Array("&lt;/".utf8)
    private static let ampersand = UInt8(ascii: "&")

    /// The page in its own markup; `text` itself where some of its markup is not escaped.
    static func plain(_ text: [UInt8]) -> [UInt8] {
        let span = text.span
        guard !ByteSearch.contains(UInt8(ascii: "<"), in: text), holdsElements(span) else { return text }
        var result: [UInt8] = []
        result.reserveCapacity(text.count)
        var copied = 0
        var next = ByteSearch.index(of: ampersand, in: span, from: 0, to: text.count)
        while let index = next {
            let sign = signs.first { ByteSearch.stands($0.written, in: span, at: index, end: text.count) }
            if let sign {
                result += text[copied..<index]
                result.append(sign.sign)
                copied = index + sign.written.count
            }
            next = ByteSearch.index(of: ampersand, in: span, from: max(index + 1, copied), to: text.count)
        }
        return result + text[copied...]
    }

    private static func holdsElements(_ span: borrowing Span<UInt8>) -> Bool {
        var count = 0
        var start = 0
        while count < fewest, let index = ByteSearch.index(of: closing, in: span, from: start, to: span.count) {
            count += 1
            start = index + closing.count
        }
        return count == fewest
    }
}
