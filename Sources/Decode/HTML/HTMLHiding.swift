internal import Bytes

/// Whether an element says of itself that a browser does not show it: `hidden`, `display: none`, `visibility: hidden`,
/// `font-size: 0`; or that it strikes it out: `text-decoration: line-through`.
///
/// In the cell of a table, and of inline elements beside a digit, as tables made of `div` have them, that settles it: editors
/// leave marks and units beside a number there. Elsewhere what is hidden may be the report, which a script shows: see
/// `HTMLShown`.
enum HTMLHiding {
    /// What a style says of an element.
    struct Declarations {
        fileprivate let list: [(name: [UInt8], value: [UInt8])]

        fileprivate init(_ list: [(String, String)]) { self.list = list.map { (Array($0.0.utf8), Array($0.1.utf8)) } }
    }

    static let style = HTMLElement.key("style")
    static let hidden = HTMLElement.key("hidden")
    /// The old element that strikes out, which is else nothing to a page.
    private static let struck = HTMLElement.key("s")

    static let removing = Declarations([("display", "none")])
    static let hiding = Declarations([("display", "none"), ("visibility", "hidden")])
    static let shrinking = Declarations([("font-size", "0")])
    static let striking = Declarations([
        ("text-decoration", "line-through"), ("text-decoration-line", "line-through"),
    ])

    /// Whether a tag hides its element or strikes it out.
    static func hides(_ tag: HTMLTagToken, _ span: borrowing Span<UInt8>) -> Bool {
        if tag.element.name == struck { return !tag.isEnd }
        guard !tag.isEnd, tag.isWhole, mayHide(tag, span) else { return false }
        var attributes = HTMLAttributes(of: tag)
        while let attribute = attributes.next(span) {
            if hides(attribute, span) { return true }
        }
        return false
    }

    /// Whether a tag strikes out what stands in it by its name alone.
    static func strikes(_ tag: HTMLTagToken) -> Bool { !tag.isEnd && strikers.contains(tag.element.name) }

    private static let strikers = ["s", "del", "strike"].map { HTMLElement.key($0) }

    /// So long a tag has a style, or nothing that hides: `hidden` stands in short ones.
    private static let longestBare = 40

    /// Whether a look at a tag's bytes does not tell that nothing in it hides: a page that Word made has thousands of tags
    /// with long styles.
    private static func mayHide(_ tag: HTMLTagToken, _ span: borrowing Span<UInt8>) -> Bool {
        let (start, end) = (tag.nameEnd, tag.end - 1)
        if end - start < 6 { return false }
        if end - start <= longestBare,
            ByteSearch.index(of: UInt8(ascii: "d"), in: span, from: start, to: end) != nil
                || ByteSearch.index(of: UInt8(ascii: "D"), in: span, from: start, to: end) != nil
        {
            return true
        }
        var index = start
        // display, visibility and text-decoration, but not font-family.
        while let colon = ByteSearch.index(of: UInt8(ascii: ":"), in: span, from: index, to: end) {
            let (last, before) = (span[colon - 1] | 0x20, span[colon - 2] | 0x20)
            let isName =
                last == UInt8(ascii: "y") && (before == UInt8(ascii: "a") || before == UInt8(ascii: "t"))
                || last == UInt8(ascii: "n") && before == UInt8(ascii: "o")
                || last == UInt8(ascii: "e") && before == UInt8(ascii: "n")
                // font-size, where it begins with 0.
                || last == UInt8(ascii: "e") && before == UInt8(ascii: "z") && beginsWithZero(span, colon + 1, end)
            if isName || span[colon - 1] <= ASCII.space { return true }
            index = colon + 1
        }
        return false
    }

    private static func beginsWithZero(_ span: borrowing Span<UInt8>, _ start: Int, _ end: Int) -> Bool {
        var index = start
        while index < end, span[index] <= ASCII.space { index += 1 }
        return index < end && span[index] == ASCII.zero
    }

    static func hides(_ attribute: (name: Range<Int>, end: Int), _ span: borrowing Span<UInt8>) -> Bool {
        // No other attribute with such a name is long.
        guard attribute.name.count == 5 || attribute.name.count == 6 else { return false }
        var key: UInt64 = 0
        for index in attribute.name { key = HTMLElement.extended(key, by: span[index]) }
        guard key == style else { return key == hidden }
        return hiding.stand(span, from: attribute.name.upperBound, to: attribute.end)
            || striking.stand(span, from: attribute.name.upperBound, to: attribute.end)
            || shrinking.stand(span, from: attribute.name.upperBound, to: attribute.end)
    }
}

extension HTMLHiding.Declarations {
    /// Whether one of these stands in a style.
    func stand(_ span: borrowing Span<UInt8>, from start: Int, to end: Int) -> Bool {
        var index = start
        while let colon = ByteSearch.index(of: UInt8(ascii: ":"), in: span, from: index, to: end) {
            for (name, value) in list {
                var last = colon
                while last > start, span[last - 1] <= ASCII.space { last -= 1 }
                guard last - name.count >= start, Self.stands(name, span, at: last - name.count, end) else { continue }
                var first = colon + 1
                while first < end, span[first] <= ASCII.space { first += 1 }
                if Self.stands(value, span, at: first, end) { return true }
            }
            index = colon + 1
        }
        return false
    }

    private static func stands(_ word: [UInt8], _ span: borrowing Span<UInt8>, at start: Int, _ end: Int) -> Bool {
        guard start + word.count <= end else { return false }
        for index in word.indices where span[start + index] | 0x20 != word[index] { return false }
        // 0 and 0px, but neither 0.8em nor 08px.
        guard word.last == ASCII.zero, start + word.count < end else { return true }
        return !ASCII.isDigit(span[start + word.count]) && span[start + word.count] != UInt8(ascii: ".")
    }
}
