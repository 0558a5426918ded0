internal import Bytes
internal import CGumbo

extension HTMLNode {
    /// Whether a cell, which is alone in its row, is a paragraph of a report that is one table from its title to its
    /// signature, or a note: it has a full stop.
    func holdsSentences(in page: HTMLPage) -> Bool {
        var (isFound, looks) = (false, 0)
        var open = [self]
        while let node = open.popLast() {
            looks += 1
            // A table in it, or so much else: the cell lays out the page.
            if looks > Self.mostNodes || node.tag == GUMBO_TAG_TABLE { return false }
            node.withText { text in
                page.parts(of: text) { part in if !isFound { isFound = Self.hasFullStop(part) } }
            }
            open += node.children
        }
        return isFound
    }

    private static let mostNodes = 200

    /// The last byte of 。 stands in few other characters.
    private static func hasFullStop(_ text: borrowing Span<UInt8>) -> Bool {
        var index = 0
        while let place = ByteSearch.index(of: 0x82, in: text, from: index, to: text.count) {
            if place >= 2, text[place - 1] == 0x80, text[place - 2] == 0xE3 { return true }
            index = place + 1
        }
        return false
    }
}
