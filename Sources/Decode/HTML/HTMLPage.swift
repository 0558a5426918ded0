internal import Bytes
internal import Platform

/// A page as the parser is given it: its markup, in which each long stretch of text stands as one character.
///
/// gumbo takes text in by the character, through all the states of the standard's tokenizer, only to hand it out as it
/// was: with the text set aside, parsing costs what the tags cost. The characters are of plane 15, which is for private
/// use (Unicode Standard, 23.5); a page that has any of its own keeps its text.
struct HTMLPage {
    private(set) var markup: [UInt8] = []
    private let source: [UInt8]
    private var stretches: [Range<Int>] = []
    /// Whether text may be set aside.
    private let setsAside: Bool
    /// Whether something outside of the cells of tables says of itself that it is not shown, or struck out.
    var hidesText = false

    /// A page that begins without markup, for a slimmer to fill from `source`.
    init(from source: [UInt8]) {
        self.source = source
        // What a parser drops or replaces, and what the signs of stretches begin with.
        setsAside =
            ![0, Self.lead, Self.lead + 1].contains { ByteSearch.contains($0, in: source) }
            && !Self.namesOwn(source.span)
        markup.reserveCapacity(source.count)
    }

    /// A page that is parsed as it stands.
    init(whole source: [UInt8]) {
        self.source = source
        markup = source
        setsAside = false
    }

    mutating func append(_ span: borrowing Span<UInt8>, from start: Int, to end: Int) {
        unsafe span.extracting(start..<end).withUnsafeBufferPointer { unsafe markup.append(contentsOf: $0) }
    }

    mutating func append(_ bytes: [UInt8]) { markup += bytes }

    mutating func append(_ byte: UInt8) { markup.append(byte) }

    /// Sets text without markup and line ends aside; false where it has to be appended.
    mutating func setAside(from start: Int, to end: Int) -> Bool {
        // The last two of a plane's places are no characters.
        guard setsAside, end - start >= Self.shortest, stretches.count < 0xFFFE else { return false }
        let number = stretches.count
        stretches.append(start..<end)
        markup.append(Self.lead)
        markup.append(0xB0 | UInt8(number >> 12))
        markup.append(0x80 | UInt8(number >> 6 & 0x3F))
        markup.append(0x80 | UInt8(number & 0x3F))
        return true
    }

    /// Gives the bytes of `text`, as a node of the parsed page holds it, with its stretches put back, to `give`, one part
    /// after another; a line end is the last byte of its part.
    func parts(of text: borrowing Span<UInt8>, _ give: (borrowing Span<UInt8>) -> Void) {
        var start = 0
        var index = 0
        while index < text.count {
            if text[index] == ASCII.newline {
                give(text.extracting(start..<(index + 1)))
                start = index + 1
            } else if text[index] == Self.lead, Self.number(text, at: index) < stretches.count {
                if start < index { give(text.extracting(start..<index)) }
                give(source.span.extracting(stretches[Self.number(text, at: index)]))
                start = index + Self.length
                index = start - 1
            }
            index += 1
        }
        if start < text.count { give(text.extracting(start..<text.count)) }
    }

    /// Whether a character beyond the planes of text is named by its number: &#xF0000;, which the parser puts in its place.
    private static func namesOwn(_ span: borrowing Span<UInt8>) -> Bool {
        var index = 0
        while let sign = ByteSearch.index(of: UInt8(ascii: "&"), in: span, from: index, to: span.count) {
            index = sign + 1
            guard index + 1 < span.count, span[index] == ASCII.hash else { continue }
            if value(span, behind: index) >= 0xF0000 { return true }
        }
        return false
    }

    private static func value(_ span: borrowing Span<UInt8>, behind hash: Int) -> Int {
        let isHex = span[hash + 1] | 0x20 == UInt8(ascii: "x")
        var index = hash + (isHex ? 2 : 1)
        var value = 0
        while index < span.count, let digit = Hex.value(span[index]), isHex || digit < 10, value < 0xF0000 {
            value = value * (isHex ? 16 : 10) + Int(digit)
            index += 1
        }
        return value
    }

    /// The number of the stretch whose sign stands there; beyond all where something else does.
    private static func number(_ text: borrowing Span<UInt8>, at index: Int) -> Int {
        guard index + length <= text.count, text[index + 1] & 0xF0 == 0xB0 else { return .max }
        return Int(text[index + 1] & 0xF) << 12 | Int(text[index + 2] & 0x3F) << 6 | Int(text[index + 3] & 0x3F)
    }

    /// U+F0000 is F3 B0 80 80.
    private static let lead: UInt8 = 0xF3
    private static let length = 4
    /// In bytes: a sign costs what four letters do.
    private static let shortest = 8
}
