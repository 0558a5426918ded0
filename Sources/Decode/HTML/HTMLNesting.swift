internal import Bytes

/// How deep the tags of a page nest at most, and how many elements a parser makes again for formatting that is never
/// closed: told in one pass without parsing, because a parser's own work grows with both.
///
/// Tags are cut as the HTML standard's tokenizer does (13.2.5): comments, the values of attributes and the text of
/// scripts hold none. An end tag closes only what is open under its name.
struct HTMLNesting {
    private(set) var deepest = 0
    /// How many elements are made again (13.2.4.3, the list of active formatting elements).
    private(set) var rebuilt = 0

    /// The elements that are open, as the standard's tree construction keeps them (13.2.6).
    private var open: [HTMLElement] = []
    /// Where this is reached nothing more is asked.
    private static let enough = HTMLDecoder.maximumDepth + 1

    /// How many formatting elements are open, and how many were outside each table that is.
    private var formatting = 0
    private var outside: [Int] = []

    init(_ text: [UInt8]) {
        let span = text.span
        var index = 0
        while deepest < Self.enough,
            let sign = ByteSearch.index(of: UInt8(ascii: "<"), in: span, from: index, to: span.count)
        {
            index = Self.isComment(span, at: sign) ? Self.endOfComment(span, from: sign + 4) : read(span, at: sign)
        }
    }

    /// Reads the tag at `sign`, and gives where to go on.
    private mutating func read(_ span: borrowing Span<UInt8>, at sign: Int) -> Int {
        var start = sign + 1
        let isEnd = start < span.count && span[start] == UInt8(ascii: "/")
        if isEnd { start += 1 }
        guard start < span.count, Self.isLetter(span[start]) else {
            // <!x …>, <? …> and </ …> are comments, whatever tags they seem to hold.
            let isBogus = isEnd || start < span.count && (span[start] == 0x21 || span[start] == 0x3F)
            let end = isBogus ? ByteSearch.index(of: UInt8(ascii: ">"), in: span, from: start, to: span.count) : nil
            return isBogus ? (end ?? span.count - 1) + 1 : sign + 1
        }
        let (name, nameEnd) = Self.name(span, at: start)
        let element = HTMLElement(name)
        let (end, isSelfClosing) = Self.endOfTag(span, from: nameEnd)
        if isEnd {
            close(element)
            return end
        }
        if !element.kinds.contains(.neverNests) && !(isSelfClosing && element.kinds.contains(.drawn)) { begin(element) }
        enter(element)
        return element.kinds.contains(.rawText) && !isInDrawing ? Self.endOfRawText(span, from: end, name) : end
    }

    /// What stands in a drawing is no raw text, whatever its name.
    private var isInDrawing: Bool { isOpen(.drawing) }

    private func isOpen(_ kind: HTMLElement.Kinds) -> Bool { open.contains { !$0.kinds.isDisjoint(with: kind) } }

    private mutating func begin(_ element: HTMLElement) {
        let kinds = element.kinds
        if kinds.contains(.inTable) {
            // Outside of a table the parser passes it over.
            guard isOpen(.table) else { return }
            closeCell()
        }
        if kinds.contains(.link) { closeToLast(element.name, past: .special) }
        if kinds.contains(.special) { closeToLast(HTMLElement.paragraph, past: .special) }
        if kinds.contains(.item) { closeToLast(element.name, past: .itemBarrier) }
        if kinds.contains(.row) { return }
        open.append(element)
        deepest = max(deepest, open.count)
    }

    private mutating func close(_ element: HTMLElement) {
        let kinds = element.kinds
        if kinds.contains(.table) { formatting = outside.popLast() ?? formatting }
        if kinds.contains(.formatting) { formatting = max(0, formatting - 1) }
        if kinds.contains(.inTable) { return closeCell() }
        // An end tag closes nothing beyond the cell that it stands in; one of an inline element, beyond its block.
        closeToLast(element.name, past: kinds.contains(.special) ? .scope : .special)
    }

    /// Closes the last element of this name and all within it, unless one of the kind of `barriers` stands between.
    private mutating func closeToLast(_ name: UInt64, past barriers: HTMLElement.Kinds) {
        for index in open.indices.reversed() {
            if open[index].name == name {
                open.removeSubrange(index...)
                return
            }
            if open[index].kinds.contains(barriers) { return }
        }
    }

    /// Closes what is open in the innermost table.
    private mutating func closeCell() {
        guard let table = open.lastIndex(where: { $0.kinds.contains(.table) }) else { return }
        open.removeSubrange((table + 1)...)
    }

    private mutating func enter(_ element: HTMLElement) {
        rebuilt += formatting
        if element.kinds.contains(.table) { outside.append(formatting) }
        // What is open outside of a cell is not made again in it.
        if element.kinds.contains(.cell), !outside.isEmpty { formatting = 0 }
        if element.kinds.contains(.formatting) { formatting += 1 }
    }

    // MARK: The tokenizer

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

    /// The name that begins at `start`, in small letters, and where it ends.
    private static func name(_ span: borrowing Span<UInt8>, at start: Int) -> (name: UInt64, end: Int) {
        var index = start
        var name: UInt64 = 0
        while index < span.count, span[index] > ASCII.space, span[index] != UInt8(ascii: ">"),
            span[index] != UInt8(ascii: "/")
        {
            let byte = span[index]
            name = name &* 131 &+ UInt64(isLetter(byte) ? byte | 0x20 : byte)
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

    private static func endOfRawText(_ span: borrowing Span<UInt8>, from start: Int, _ name: UInt64) -> Int {
        var index = start
        while let sign = ByteSearch.index(of: UInt8(ascii: "<"), in: span, from: index, to: span.count) {
            if sign + 2 < span.count, span[sign + 1] == UInt8(ascii: "/"), Self.name(span, at: sign + 2).name == name {
                return sign
            }
            index = sign + 1
        }
        return span.count
    }
}
