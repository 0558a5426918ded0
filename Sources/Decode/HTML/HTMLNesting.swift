internal import Bytes

/// How deep the tags of a page nest at most, and how many elements a parser makes again for formatting that is never
/// closed: told of its tags without parsing, because a parser's own work grows with both.
///
/// An end tag closes only what is open under its name.
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

    /// Whether nothing more is asked: more tags make the page no more welcome.
    var isBeyondBounds: Bool { deepest >= Self.enough }

    /// Takes in the next tag of the page.
    mutating func take(_ tag: HTMLTagToken) {
        let element = tag.element
        if tag.isEnd { return close(element) }
        if element.kinds.contains(.drawing) { hasDrawings = true }
        if !element.kinds.contains(.neverNests) && !(tag.isSelfClosing && element.kinds.contains(.drawn)) {
            begin(element)
        }
        enter(element)
    }

    private(set) var hasDrawings = false
    /// Whether the parser is in a drawing: what stands there is no raw text, whatever its name.
    var isInDrawing: Bool { hasDrawings && isOpen(.drawing) }

    /// Whether the cell of a table is open.
    var isInCell: Bool { isOpen(.cell) }

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
}
