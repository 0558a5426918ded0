internal import Bytes

/// Cuts a page into tags as the HTML standard's tokenizer does (13.2.5): comments, the values of attributes and the text
/// of scripts hold none.
enum HTMLTokenizer {
    private static func isLetter(_ byte: UInt8) -> Bool { byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7A }

    private static func isComment(_ span: borrowing Span<UInt8>, at sign: Int) -> Bool {
        sign + 3 < span.count && span[sign + 1] == UInt8(ascii: "!") && span[sign + 2] == UInt8(ascii: "-")
            && span[sign + 3] == UInt8(ascii: "-")
    }

    private static func endOfComment(_ span: borrowing Span<UInt8>, from start: Int) -> Int {
        var index = start
        while let dash = ByteSearch.index(of: UInt8(ascii: ">"), in: span, from: index, to: span.count) {
            // --> and, as the standard has it, --!> too.
            let last = span[dash - 1] == UInt8(ascii: "!") ? dash - 1 : dash
            if span[last - 1] == UInt8(ascii: "-"), span[last - 2] == UInt8(ascii: "-") { return dash + 1 }
            index = dash + 1
        }
        return span.count
    }

    /// Behind a comment that begins at `sign`, or what a parser takes for one: <!x …>, <? …> and </ …>, whatever tags they
    /// seem to hold. Nil where there is none.
    static func endOfComment(_ span: borrowing Span<UInt8>, at sign: Int) -> Int? {
        if isComment(span, at: sign) { return endOfComment(span, from: sign + 4) }
        guard sign + 1 < span.count else { return nil }
        switch span[sign + 1] {
        case UInt8(ascii: "!"), UInt8(ascii: "?"), UInt8(ascii: "/"):
            return (ByteSearch.index(of: UInt8(ascii: ">"), in: span, from: sign + 2, to: span.count) ?? span.count - 1)
                + 1
        default: return nil
        }
    }

    /// Whether <!d… stands there: the only one of these that says something.
    static func isDoctype(_ span: borrowing Span<UInt8>, at sign: Int) -> Bool {
        sign + 2 < span.count && span[sign + 1] == UInt8(ascii: "!") && isLetter(span[sign + 2])
    }

    /// The tag at `sign`; nil where none begins there.
    static func tag(_ span: borrowing Span<UInt8>, at sign: Int) -> HTMLTagToken? {
        let isEnd = sign + 1 < span.count && span[sign + 1] == UInt8(ascii: "/")
        let start = isEnd ? sign + 2 : sign + 1
        guard sign < span.count, start < span.count, isLetter(span[start]) else { return nil }
        let (name, nameEnd) = name(span, at: start)
        let (end, isSelfClosing) = endOfTag(span, from: nameEnd)
        return HTMLTagToken(
            start: sign,
            isEnd: isEnd,
            element: HTMLElement(name),
            nameEnd: nameEnd,
            end: end,
            isSelfClosing: isSelfClosing,
            isWhole: span[end - 1] == UInt8(ascii: ">")
        )
    }

    /// The name that begins at `start`, in small letters, and where it ends.
    private static func name(_ span: borrowing Span<UInt8>, at start: Int) -> (name: UInt64, end: Int) {
        var index = start
        var name: UInt64 = 0
        while index < span.count, span[index] > ASCII.space, span[index] != UInt8(ascii: ">"),
            span[index] != UInt8(ascii: "/")
        {
            name = HTMLElement.extended(name, by: span[index])
            index += 1
        }
        return (name, index)
    }

    private enum AttributeState {
        case beforeName, name, beforeValue, value
    }

    /// Behind the `>` of a tag; one in the quoted value of an attribute does not end it.
    private static func endOfTag(_ span: borrowing Span<UInt8>, from start: Int) -> (end: Int, isSelfClosing: Bool) {
        var state = AttributeState.beforeName
        var index = start
        while index < span.count {
            let byte = span[index]
            if byte == UInt8(ascii: ">") { return (index + 1, span[index - 1] == UInt8(ascii: "/") && state != .value) }
            switch state {
            case .beforeValue where byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'"):
                let close = ByteSearch.index(of: byte, in: span, from: index + 1, to: span.count)
                index = close ?? span.count - 1
                state = .beforeName
            case .beforeValue where byte > ASCII.space: state = .value
            // A sign of equality begins a name where none stands before it.
            case .name where byte == UInt8(ascii: "="): state = .beforeValue
            case .beforeName where byte > ASCII.space && byte != UInt8(ascii: "/"): state = .name
            case .name where byte == UInt8(ascii: "/"), .value where byte <= ASCII.space: state = .beforeName
            case .beforeName, .name, .beforeValue, .value: break
            }
            index += 1
        }
        return (span.count, false)
    }

    /// Where the content ends of an element whose text holds no tags: at the `<` of its end tag.
    static func endOfRawText(_ span: borrowing Span<UInt8>, of tag: HTMLTagToken) -> Int {
        var index = tag.end
        while let sign = ByteSearch.index(of: UInt8(ascii: "<"), in: span, from: index, to: span.count) {
            if sign + 2 < span.count, span[sign + 1] == UInt8(ascii: "/"),
                name(span, at: sign + 2).name == tag.element.name
            {
                return sign
            }
            index = sign + 1
        }
        return span.count
    }

    /// Whether a start tag of that name stands there.
    static func opens(_ element: HTMLElement, in span: borrowing Span<UInt8>, from start: Int, to end: Int) -> Bool {
        var index = start
        while let sign = ByteSearch.index(of: UInt8(ascii: "<"), in: span, from: index, to: end) {
            if name(span, at: sign + 1).name == element.name { return true }
            index = sign + 1
        }
        return false
    }
}
