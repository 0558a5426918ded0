internal import Bytes
internal import CGumbo

/// How many line ends a cell makes in rows of blocks, `<li>3</li><li><br></li>`, where one that is blank is written otherwise
/// than the numbers beside it.
///
/// What a blank cell is filled with, an empty paragraph or a line's end, makes more line ends than a number does, or fewer; so
/// it is taken for as many as the numbers take.
enum HTMLRhythm {
    private enum Content {
        case nothing
        case number
    }

    /// Cells do not nest deeper.
    private static let deepest = 4
    /// 12345678.90, with room to spare.
    private static let longestNumber = 24

    /// Whether a block is a blank cell: nothing to be seen stands in it, nor more than one block in another.
    static func isBlank(_ node: HTMLNode, in page: HTMLPage) -> Bool {
        guard case .block = HTMLTag(node.tag), node.tag != GUMBO_TAG_HR else { return false }
        return shape(of: node, in: page, depth: 0)?.content == .nothing
    }

    /// The line ends that each number takes which stands in a block of its own within `parent`; nil where they differ, or
    /// there is none.
    static func ofNumbers(in parent: HTMLNode, _ page: HTMLPage) -> Int? {
        var found: Int?
        for child in parent.children {
            guard case .block = HTMLTag(child.tag), let shape = shape(of: child, in: page, depth: 0),
                shape.content == .number
            else { continue }
            if let found, found != shape.lineEnds { return nil }
            found = shape.lineEnds
        }
        return found
    }

    /// The line ends of an element, and what stands in it; nil where that is more than one cell holds.
    private static func shape(of node: HTMLNode, in page: HTMLPage, depth: Int) -> (lineEnds: Int, content: Content)? {
        guard depth < deepest else { return nil }
        var lineEnds = 0
        var blocks = 0
        var content = Content.nothing
        if case .block = HTMLTag(node.tag) { lineEnds = 2 }
        for child in node.children {
            switch child.kind {
            case .other: continue
            case .text:
                guard let text = self.content(of: child, in: page) else { return nil }
                if text == .number { content = .number }
            case .element:
                switch HTMLTag(child.tag) {
                case .lineBreak: lineEnds += 1
                case .block where blocks > 0 || child.tag == GUMBO_TAG_HR: return nil
                case .block, .inline:
                    guard let inner = shape(of: child, in: page, depth: depth + 1) else { return nil }
                    if case .block = HTMLTag(child.tag) { blocks += 1 }
                    lineEnds += inner.lineEnds
                    if inner.content == .number { content = .number }
                default: return nil
                }
            }
        }
        return (lineEnds, content)
    }

    /// What a text is; nil where it is neither blank nor a number.
    private static func content(of node: HTMLNode, in page: HTMLPage) -> Content? {
        var text: [UInt8] = []
        var isLong = false
        node.withText { span in
            page.parts(of: span) { part in
                if text.count + part.count > longestNumber, !isLong {
                    isLong = !LineShape.isBlank(part, from: 0, to: part.count) || !text.isEmpty
                }
                if !isLong { unsafe part.withUnsafeBufferPointer { unsafe text += $0 } }
            }
        }
        if isLong { return nil }
        let span = text.span
        let start = LineShape.skipBlanks(span, from: 0, to: span.count, tabs: true)
        if start == span.count { return .nothing }
        // ０ is EF BC 90.
        let isWide = span[start] == 0xEF && start + 2 < span.count && (0x90...0x99).contains(span[start + 2])
        return ASCII.isDigit(span[start]) || isWide ? .number : nil
    }
}
