internal import Bytes

/// A tag of a page, as the tokenizer cuts it; places are offsets into the page.
struct HTMLTagToken {
    /// Where its `<` stands.
    let start: Int
    let isEnd: Bool
    let element: HTMLElement
    /// Behind its name.
    let nameEnd: Int
    /// Behind its `>`, or the end of the page where it has none.
    let end: Int
    let isSelfClosing: Bool
    /// Whether it ends before the page does: a parser passes over one that does not.
    let isWhole: Bool
}

/// The attributes of a tag, in their order (13.2.5.32 and what follows it).
struct HTMLAttributes {
    private var index: Int
    private let limit: Int

    /// - Parameter tag: one that is whole.
    init(of tag: HTMLTagToken) {
        index = tag.nameEnd
        limit = tag.end - 1
    }

    /// The next attribute: its name, and where its value, with its quotes, ends; nil behind the last one.
    mutating func next(_ span: borrowing Span<UInt8>) -> (name: Range<Int>, end: Int)? {
        while index < limit, span[index] <= ASCII.space || span[index] == UInt8(ascii: "/") { index += 1 }
        guard index < limit else { return nil }
        let start = index
        // A sign of equality that begins a name is part of it.
        repeat { index += 1 } while index < limit && Self.goesOn(span[index])
        let name = start..<index
        skipBlanks(span)
        guard index < limit, span[index] == UInt8(ascii: "=") else { return (name, name.upperBound) }
        index += 1
        skipBlanks(span)
        skipValue(span)
        return (name, index)
    }

    private static func goesOn(_ byte: UInt8) -> Bool {
        byte > ASCII.space && byte != UInt8(ascii: "/") && byte != UInt8(ascii: "=")
    }

    private mutating func skipBlanks(_ span: borrowing Span<UInt8>) {
        while index < limit, span[index] <= ASCII.space { index += 1 }
    }

    private mutating func skipValue(_ span: borrowing Span<UInt8>) {
        guard index < limit else { return }
        let quote = span[index]
        if quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") {
            let close = ByteSearch.index(of: quote, in: span, from: index + 1, to: limit)
            index = close.map { $0 + 1 } ?? limit
        } else {
            while index < limit, span[index] > ASCII.space { index += 1 }
        }
    }
}
