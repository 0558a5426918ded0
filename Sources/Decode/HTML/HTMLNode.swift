internal import Bytes
internal import CGumbo
internal import Glibc

/// What an element means for the flow of text.
enum HTMLTag {
    case ignored
    case head
    case lineBreak
    /// A page within the page, where its text is at hand.
    case frame
    case textArea
    /// What a form has for one value.
    case field
    case table
    case heading(level: UInt8)
    case block
    case superscript
    /// A block whose line ends are its text's.
    case preformatted
    case inline

    init(_ tag: GumboTag) {
        switch tag {
        case GUMBO_TAG_SCRIPT, GUMBO_TAG_STYLE, GUMBO_TAG_NOSCRIPT, GUMBO_TAG_TEMPLATE,
            GUMBO_TAG_SELECT, GUMBO_TAG_BUTTON, GUMBO_TAG_SVG, GUMBO_TAG_OBJECT:
            self = .ignored
        case GUMBO_TAG_HEAD: self = .head
        case GUMBO_TAG_IFRAME: self = .frame
        case GUMBO_TAG_TEXTAREA: self = .textArea
        case GUMBO_TAG_INPUT: self = .field
        case GUMBO_TAG_BR: self = .lineBreak
        case GUMBO_TAG_TABLE: self = .table
        case GUMBO_TAG_H1: self = .heading(level: 1)
        case GUMBO_TAG_H2: self = .heading(level: 2)
        case GUMBO_TAG_H3: self = .heading(level: 3)
        case GUMBO_TAG_H4: self = .heading(level: 4)
        case GUMBO_TAG_H5: self = .heading(level: 5)
        case GUMBO_TAG_H6: self = .heading(level: 6)
        case GUMBO_TAG_P, GUMBO_TAG_DIV, GUMBO_TAG_LI, GUMBO_TAG_UL, GUMBO_TAG_OL, GUMBO_TAG_DL, GUMBO_TAG_DT,
            GUMBO_TAG_DD, GUMBO_TAG_SECTION, GUMBO_TAG_ARTICLE, GUMBO_TAG_CENTER, GUMBO_TAG_BLOCKQUOTE,
            GUMBO_TAG_FORM, GUMBO_TAG_FIELDSET, GUMBO_TAG_HEADER, GUMBO_TAG_FOOTER, GUMBO_TAG_NAV,
            GUMBO_TAG_ADDRESS, GUMBO_TAG_HR, GUMBO_TAG_CAPTION, GUMBO_TAG_ASIDE, GUMBO_TAG_MAIN, GUMBO_TAG_FIGURE,
            GUMBO_TAG_BODY, GUMBO_TAG_HTML:
            self = .block
        case GUMBO_TAG_SUP: self = .superscript
        case GUMBO_TAG_PRE, GUMBO_TAG_LISTING, GUMBO_TAG_XMP: self = .preformatted
        default: self = .inline
        }
    }
}

/// A node of gumbo's tree, for as long as the tree lives.
@safe
struct HTMLNode {
    private let node: UnsafeMutablePointer<GumboNode>

    init(_ node: UnsafeMutablePointer<GumboNode>) {
        unsafe self.node = node
    }

    enum Kind {
        case text
        case element
        case other
    }

    var kind: Kind {
        switch unsafe node.pointee.type {
        case GUMBO_NODE_TEXT, GUMBO_NODE_WHITESPACE, GUMBO_NODE_CDATA: .text
        case GUMBO_NODE_ELEMENT: .element
        default: .other
        }
    }

    var tag: GumboTag { kind == .element ? unsafe node.pointee.v.element.tag : GUMBO_TAG_UNKNOWN }

    var isCell: Bool { tag == GUMBO_TAG_TD || tag == GUMBO_TAG_TH }

    /// The one cell of a row that has no other.
    var onlyCell: HTMLNode? {
        var only: HTMLNode?
        for child in children where child.isCell {
            if only != nil { return nil }
            only = child
        }
        return only
    }

    /// The line of the source on which the node begins, from 1.
    var line: Int {
        switch kind {
        case .text: Int(unsafe node.pointee.v.text.start_pos.line)
        case .element: Int(unsafe node.pointee.v.element.start_pos.line)
        case .other: 0
        }
    }

    var children: HTMLChildren {
        kind == .element ? unsafe HTMLChildren(node.pointee.v.element.children) : HTMLChildren()
    }

    /// Calls `body` with the bytes of a text node.
    func withText(_ body: (borrowing Span<UInt8>) -> Void) {
        guard kind == .text, let characters = unsafe node.pointee.v.text.text else { return }
        unsafe UnsafeRawBufferPointer(start: characters, count: strlen(characters)).withMemoryRebound(to: UInt8.self) {
            body(unsafe $0.span)
        }
    }

    var isInline: Bool { if kind == .element, case .inline = HTMLTag(tag) { true } else { false } }

    func beginsWithADigit(in page: HTMLPage) -> Bool {
        var first: UInt8?
        withText { text in
            page.parts(of: text) { part in if first == nil, part.count > 0 { first = part[0] } }
        }
        return first.map(ASCII.isDigit) ?? false
    }

    /// The text of the element's own text nodes.
    var text: String {
        var bytes: [UInt8] = []
        for child in children {
            child.withText { unsafe $0.withUnsafeBufferPointer { unsafe bytes.append(contentsOf: $0) } }
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    func attribute(_ name: StaticString) -> String? {
        guard let attribute = unsafe entry(name), let value = unsafe attribute.pointee.value else { return nil }
        return unsafe String(cString: value)
    }

    /// The lines of the source on which the value of an attribute begins and ends.
    func lines(ofAttribute name: StaticString) -> (first: Int, last: Int)? {
        guard let attribute = unsafe entry(name) else { return nil }
        return unsafe (Int(attribute.pointee.value_start.line), Int(attribute.pointee.value_end.line))
    }

    private func entry(_ name: StaticString) -> UnsafeMutablePointer<GumboAttribute>? {
        guard hasAttributes else { return nil }
        return unsafe name.utf8Start.withMemoryRebound(to: CChar.self, capacity: name.utf8CodeUnitCount + 1) {
            unsafe gumbo_get_attribute(&node.pointee.v.element.attributes, $0)
        }
    }

    var hasAttributes: Bool { unsafe kind == .element && node.pointee.v.element.attributes.length > 0 }

    /// Whether a cell has no place in its row, as those of a hidden column that a spreadsheet wrote out: `display: none`. One
    /// with lines or a table may be the report, which a script shows.
    var isLeftOut: Bool {
        guard hasAttributes, attribute("hidden") != nil || hasStyle(HTMLHiding.removing) else { return false }
        return !breaksLines(Self.fewestLinesOfText) && !holdsTable
    }

    private static let fewestLinesOfText = 4

    private var holdsTable: Bool {
        var open = Array(children)
        while let node = open.popLast() {
            if node.tag == GUMBO_TAG_TABLE { return true }
            open += node.children
        }
        return false
    }

    func hasStyle(_ declarations: HTMLHiding.Declarations) -> Bool {
        guard let style = attribute("style").map({ Array($0.utf8) }) else { return false }
        return declarations.stand(style.span, from: 0, to: style.count)
    }

    /// The value of `colspan` or `rowspan`, bounded so that no page can ask for a grid without end.
    func span(_ name: StaticString) -> Int {
        guard
            let value = attribute(name).flatMap({ Int(String(decoding: $0.utf8.filter(ASCII.isDigit), as: UTF8.self)) })
        else {
            return 1
        }
        return min(max(value, 1), 200)
    }

    /// Whether elements that end lines stand in the element, at least `count` of them outside of the tables in it.
    func breaksLines(_ count: Int) -> Bool {
        var (found, looks) = (0, 0)
        var open: [HTMLNode] = []
        var next: HTMLNode? = self
        while let node = next, looks < Self.mostLooks {
            for child in node.children where child.kind == .element {
                looks += 1
                switch HTMLTag(child.tag) {
                case .block, .lineBreak, .heading: found += 1
                case .ignored, .table: continue
                default: break
                }
                if found >= count { return true }
                // Most cells hold a text alone, or a paragraph or a run of one: nothing is remembered for them.
                if child.holdsElements { open.append(child) }
            }
            next = open.popLast()
        }
        return false
    }

    private var holdsElements: Bool { children.contains { $0.kind == .element } }

    /// A cell that holds more elements without a line's end is left as it is.
    private static let mostLooks = 2_000

    /// The rows of a table, through its bodies; what else stands in the table goes to `other`.
    func rows(besides other: (HTMLNode) -> Void) -> [HTMLNode] {
        var rows: [HTMLNode] = []
        for child in children {
            switch child.tag {
            case GUMBO_TAG_TR: rows.append(child)
            case GUMBO_TAG_TBODY, GUMBO_TAG_THEAD, GUMBO_TAG_TFOOT: rows += child.rows(besides: other)
            default: other(child)
            }
        }
        return rows
    }
}

/// The children of a node, as the tree holds them.
@safe
struct HTMLChildren: Sequence, IteratorProtocol {
    private var place: UnsafeMutablePointer<UnsafeMutableRawPointer?>?
    private var left = 0

    init() { unsafe place = nil }

    init(_ list: GumboVector) {
        unsafe place = list.data
        left = unsafe Int(list.length)
    }

    mutating func next() -> HTMLNode? {
        while left > 0, let here = unsafe place {
            left -= 1
            unsafe place = here + 1
            if let child = unsafe here.pointee { return unsafe HTMLNode(child.assumingMemoryBound(to: GumboNode.self)) }
        }
        return nil
    }
}

/// Counts the columns of a table with merged cells (HTML, section 4.9.12: forming a table).
struct HTMLGrid {
    private(set) var row = -1
    private var column = 0
    /// For each column, how many rows below are still covered by a cell above.
    private var covered: [Int] = []

    private static let mostColumns = 1000

    mutating func beginRow() {
        if row >= 0 { for index in covered.indices where covered[index] > 0 { covered[index] -= 1 } }
        row += 1
        column = 0
    }

    /// The column at which the row's next cell stands, and its width.
    mutating func place(width: Int, height: Int) -> (column: Int, width: Int) {
        while column < covered.count, covered[column] > 0 { column += 1 }
        let start = column
        // A row of thousands of columns draws something, and counts nothing.
        guard column + width <= Self.mostColumns else { return (start, 1) }
        column += width
        if covered.count < column { covered += Array(repeating: 0, count: column - covered.count) }
        for index in start..<column { covered[index] = height }
        return (start, width)
    }
}
