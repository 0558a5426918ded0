internal import Bytes
internal import CGumbo
internal import Model

/// Walks gumbo's tree and gives its text to an outline.
///
/// Text of inline elements runs together, as a browser shows it: a label that is cut into spans is one word. Block
/// elements and `br` end a line. The cells of tables get their place in the grid, merged cells counted in.
struct HTMLWalker {
    var builder: OutlineBuilder
    let page: HTMLPage
    private var run = HTMLRun()
    private var heading: UInt8 = 0
    var place: GridPlace?
    /// The numbers of the cell in hand that are struck out.
    var struck = StruckText()
    /// Whether a line end of the source is one of the text (HTML Standard, section 15.3.3: `white-space: pre`).
    private var isPreformatted = false
    var tables: Int
    /// The last day that the page marks as its own, and whether it marks several.
    private var postingDate: String?
    private var hasSeveralDates = false
    /// What of the report the page shows, where it hides anything.
    private var shown: HTMLShown?
    /// Whether a frame nests too deep to be read: what it holds may be the report.
    private var hasLostFrame = false
    /// In how many frames the source stands.
    private var frames = 0
    /// How many lines stand before the source in its file.
    private let linesBefore: Int
    /// The last line of the file that the source stands on: it has more of its own where line ends are written as &#10;.
    private let lastLine: Int
    /// Whether a line of the source outside of tables is a line of the text, and its hash signs are a heading's.
    private let keepsLines: Bool

    private init(
        _ page: HTMLPage,
        _ builder: OutlineBuilder,
        keepsLines: Bool = false,
        tables: Int = 0,
        linesBefore: Int = 0,
        lastLine: Int = .max
    ) {
        self.page = page
        self.builder = builder
        self.keepsLines = keepsLines
        self.tables = tables
        self.linesBefore = linesBefore
        self.lastLine = lastLine
    }

    /// Reads `page`, valid UTF-8 with LF line ends; false where a frame in it nests too deep to be read.
    static func read(_ page: HTMLPage, keepsLines: Bool = false, into builder: inout OutlineBuilder) -> Bool {
        var walker = HTMLWalker(page, builder, keepsLines: keepsLines)
        walker.parse()
        builder = walker.builder
        return !walker.hasLostFrame
    }

    /// Reads the page that an article is, which stands behind all else; false where a frame in it nests too deep to be read.
    static func read(_ article: ScriptArticle, _ page: HTMLPage, into builder: inout OutlineBuilder) -> Bool {
        let tables = (builder.outline.pieces.compactMap { $0.place?.table }.max() ?? -1) + 1
        let isText = HTMLSigns.count(in: article.source) < 2
        var walker = HTMLWalker(
            page,
            builder,
            keepsLines: isText,
            tables: tables,
            linesBefore: article.line - 1,
            lastLine: article.line
        )
        walker.builder.endLine()
        walker.parse()
        builder = walker.builder
        return !walker.hasLostFrame
    }

    /// Reads the tables of `page`, which stands behind `linesBefore` lines and `tables` tables of a text; false where a
    /// frame in it nests too deep to be read.
    static func readTables(
        _ page: HTMLPage,
        behind tables: inout Int,
        linesBefore: Int,
        into builder: inout OutlineBuilder
    ) -> Bool {
        var walker = HTMLWalker(page, builder, tables: tables, linesBefore: linesBefore)
        walker.parse()
        builder = walker.builder
        tables = walker.tables
        return !walker.hasLostFrame
    }

    private mutating func parse() {
        var arena = ParseArena()
        unsafe withUnsafeMutablePointer(to: &arena) { arena in
            var options = unsafe ParseArena.options(arena)
            unsafe page.markup.withUnsafeBufferPointer { buffer in
                unsafe buffer.withMemoryRebound(to: CChar.self) { characters in
                    guard let base = characters.baseAddress,
                        let output = unsafe gumbo_parse_with_options(&options, base, characters.count),
                        let root = unsafe output.pointee.root
                    else { return }
                    let node = unsafe HTMLNode(root)
                    if page.hidesText { shown = HTMLShown(node, page) }
                    walk(node)
                }
            }
        }
        flush()
    }

    mutating func walk(_ node: HTMLNode) {
        switch node.kind {
        case .text: append(node)
        case .element: walkElement(node)
        case .other: break
        }
    }

    mutating func walkChildren(_ node: HTMLNode) {
        var previous: HTMLNode?
        // Asked for where a blank cell stands among blocks, and then once.
        var usual: Int??
        for child in node.children {
            if let last = previous.take() { walk(last, before: child) }
            if place == nil, HTMLRhythm.isBlank(child, in: page) {
                let lineEnds = usual ?? HTMLRhythm.ofNumbers(in: node, page)
                usual = .some(lineEnds)
                if let lineEnds {
                    flush()
                    for _ in 0..<lineEnds { builder.endLine() }
                    continue
                }
            }
            previous = child
        }
        if let previous { walk(previous, before: nil) }
    }

    /// Walks a node that `next` stands behind, but none that is not shown beside a digit: 12<i hidden>件</i>.
    private mutating func walk(_ node: HTMLNode, before next: HTMLNode?) {
        if node.hasAttributes, node.isInline, node.isHidden,
            run.endsWithADigit || next?.beginsWithADigit(in: page) ?? false
        {
            return
        }
        walk(node)
    }

    private mutating func walkElement(_ node: HTMLNode) {
        if place != nil, node.isHidden || node.isStruck && leaveStruck(node) { return }
        guard place == nil, let shown, node.isHidden || node.isStruck else { return walkContent(of: node) }
        if shown.isWhole(without: node) { return }
        // What is kept is kept whole: to ask within it again would look at its text once for each element around that.
        self.shown = nil
        walkContent(of: node)
        self.shown = shown
    }

    private mutating func walkContent(of node: HTMLNode) {
        switch HTMLTag(node.tag) {
        case .ignored: break
        case .head: readHead(node)
        case .lineBreak:
            flush()
            builder.endLine()
        case .frame: walkBlock { $0.walkFrame(node) }
        case .textArea: walkTextArea(node)
        case .field: if place != nil, let value = node.shownValue { run.append(word: value, line: line(node.line)) }
        case .table: walkBlock { $0.walkTable(node) }
        case .heading(let level):
            let outer = heading
            heading = level
            walkBlock { $0.walkChildren(node) }
            heading = outer
        case .block: walkBlock { $0.walkChildren(node) }
        case .superscript: walkSuperscript(node)
        case .preformatted: walkPreformatted(node)
        case .inline:
            if node.tag == GUMBO_TAG_TIME { readDate(node) }
            walkChildren(node)
        }
    }

    /// Leaves out a number that is struck out in a cell: of <del>7</del>3 only 3 is the cell's. False where words are.
    mutating func leaveStruck(_ node: HTMLNode) -> Bool {
        var bytes: [UInt8] = []
        var open = [node]
        while let node = open.popLast() {
            node.withText { text in
                page.parts(of: text) { part in unsafe part.withUnsafeBufferPointer { unsafe bytes += $0 } }
            }
            open += Array(node.children).reversed()
        }
        return struck.take(bytes)
    }

    /// A footnote's digit is none of the number that it stands above: it is put between brackets.
    private mutating func walkSuperscript(_ node: HTMLNode) {
        guard run.endsWithADigit else { return walkChildren(node) }
        let start = run.length
        walkChildren(node)
        run.bracketDigits(from: start)
    }

    mutating func walkBlock(_ content: (inout HTMLWalker) -> Void) {
        flush()
        builder.endLine()
        content(&self)
        flush()
        builder.endLine()
    }

    private mutating func walkPreformatted(_ node: HTMLNode) {
        if let drawn = HTMLDrawing.text(of: node, in: page) {
            let (line, last) = (line(drawn.line), lastLine)
            return walkBlock {
                HTMLDrawing.read(drawn.bytes, line: line, lastLine: last, behind: &$0.tables, into: &$0.builder)
            }
        }
        let outer = isPreformatted
        walkBlock { walker in
            walker.isPreformatted = true
            walker.walkChildren(node)
            walker.flush()
            walker.isPreformatted = outer
        }
    }

    /// Reads the page that an `iframe` carries in its `srcdoc`; what it only points to is not here.
    private mutating func walkFrame(_ node: HTMLNode) {
        guard let source = node.attribute("srcdoc").map({ Array($0.utf8) }) else { return }
        let lines = node.lines(ofAttribute: "srcdoc") ?? (node.line, node.line)
        if !walkPage(source, linesBefore: line(lines.first) - 1, lastLine: line(lines.last)) { hasLostFrame = true }
    }

    /// Reads the markup of an article that a page keeps in a `textarea`, for a script to show it; any other text as it is.
    private mutating func walkTextArea(_ node: HTMLNode) {
        let source = Array(node.text.utf8)
        let isArticle = source.count >= Self.shortestArticle && HTMLSigns.count(in: source) >= 2
        let lines = linesBefore + max(0, node.line - 1)
        var isRead = false
        if isArticle { walkBlock { isRead = $0.walkPage(source, linesBefore: lines, lastLine: $0.lastLine) } }
        guard !isRead else { return }
        if place == nil { walkBlock { $0.walkChildren(node) } } else { walkChildren(node) }
    }

    private static let shortestArticle = 500

    /// Reads a page within the page; false where it nests too deep to be read.
    private mutating func walkPage(_ source: [UInt8], linesBefore: Int, lastLine: Int) -> Bool {
        guard frames < Self.mostFrames, let page = try? HTMLDecoder.slim(source) else { return false }
        var inner = HTMLWalker(page, builder, tables: tables, linesBefore: linesBefore, lastLine: lastLine)
        inner.frames = frames + 1
        inner.parse()
        tables = inner.tables
        builder = inner.builder
        hasLostFrame = hasLostFrame || inner.hasLostFrame
        return true
    }

    /// A page in a page in a page.
    private static let mostFrames = 3

    private mutating func append(_ node: HTMLNode) {
        if place == nil, !isPreformatted, !keepsLines, let text = HTMLDrawing.lines(of: node, in: page) {
            let (line, last) = (line(node.line), lastLine)
            return walkBlock {
                HTMLDrawing.read(text, line: line, lastLine: last, behind: &$0.tables, into: &$0.builder)
            }
        }
        run.append(node, of: page, line: line(node.line), lastLine: lastLine)
    }

    /// The line of the file that a line of the source is.
    func line(_ line: Int) -> Int { min(linesBefore + line, lastLine) }

    mutating func flush() {
        let keepsLines = keepsLines && place == nil
        run.flush(
            into: &builder,
            heading: heading,
            place: place,
            keepsLines: isPreformatted || keepsLines,
            hasMarks: keepsLines
        )
    }
}

extension HTMLWalker {
    private mutating func readHead(_ node: HTMLNode) {
        let head = HTMLHead(node)
        if builder.outline.documentDate == nil { builder.setDate(head.published) }
        // A page within the page has the outer one's title, unless it has one of its own.
        if let title = head.title { builder.setTitle(title) }
    }

    /// Takes the day that the page marks as its own: <time datetime="2024-01-16">. One that stands among others, as in a list
    /// of pages, is not known to be.
    private mutating func readDate(_ node: HTMLNode) {
        guard let date = node.attribute("datetime").flatMap(StatedDate.text(of:)) else { return }
        if let known = postingDate, known != date { hasSeveralDates = true }
        postingDate = date
        builder.setPostingDate(hasSeveralDates ? nil : date)
    }
}
