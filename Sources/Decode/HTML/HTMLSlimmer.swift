internal import Bytes

/// Takes out of a page what the walk over its tree never looks at, before gumbo parses it: scripts, styles, comments, tags
/// of inline elements, and nearly all attributes; and sets its text aside. A page that Word made is two thirds of the
/// former, and most of the rest is the latter; gumbo's work is by the byte.
///
/// The text, its blocks and tables and the line on which each stands stay what they were. A page with drawings is left
/// as it is: in one, tags are told otherwise, and nearly any of them ends it (HTML Standard, 13.2.6.5).
struct HTMLSlimmer {
    private(set) var nesting = HTMLNesting()
    private var page: HTMLPage
    /// Up to where the page was taken over or left out.
    private var done = 0
    /// Whether tags of inline elements stay: before the body, where one begins it, and behind a superscript, which a
    /// misnested end tag closes, or what is hidden.
    private var keepsInline = true

    /// The page slimmed, and what its tags say of its nesting; the former is cut short where the latter is beyond bounds.
    static func slim(_ source: [UInt8]) -> (page: HTMLPage, nesting: HTMLNesting) {
        var slimmer = HTMLSlimmer(page: HTMLPage(from: source))
        slimmer.read(source.span)
        guard slimmer.nesting.hasDrawings else { return (slimmer.page, slimmer.nesting) }
        var page = HTMLPage(whole: source)
        page.hidesText = slimmer.page.hidesText
        return (page, slimmer.nesting)
    }

    private init(page: HTMLPage) { self.page = page }

    private mutating func read(_ span: borrowing Span<UInt8>) {
        var index = 0
        while !nesting.isBeyondBounds,
            let sign = ByteSearch.index(of: UInt8(ascii: "<"), in: span, from: index, to: span.count)
        {
            takeText(span, from: index, to: sign)
            guard let tag = HTMLTokenizer.tag(span, at: sign) else {
                index = readComment(span, at: sign)
                continue
            }
            index = read(tag, span)
            // All that follows is text.
            if tag.element.name == Self.plaintext { break }
        }
        take(span, to: span.count)
    }

    /// Reads what begins as a tag does and is none, and gives where to go on.
    private mutating func readComment(_ span: borrowing Span<UInt8>, at sign: Int) -> Int {
        guard let end = HTMLTokenizer.endOfComment(span, at: sign) else { return sign + 1 }
        if !HTMLTokenizer.isDoctype(span, at: sign) { leave(span, from: sign, to: end) }
        return end
    }

    /// Reads a tag, and for an element whose content is no markup that too; gives where to go on.
    private mutating func read(_ tag: HTMLTagToken, _ span: borrowing Span<UInt8>) -> Int {
        nesting.take(tag)
        let kinds = tag.element.kinds
        if kinds.contains(.superscript) { keepsInline = true }
        if Self.bodies.contains(tag.element.name), !tag.isEnd { keepsInline = false }
        // What is raw text elsewhere is none in a drawing.
        if nesting.isInDrawing || !tag.isWhole { return tag.end }
        if isRaw(tag) { return readRawText(tag, span) }
        if kinds.contains(.inline), HTMLHiding.hides(tag, span) { keepsInline = true }
        if HTMLHiding.strikes(tag), !nesting.isInCell { page.hidesText = true }
        if kinds.contains(.inline), !keepsInline {
            leave(span, from: tag.start, to: tag.end)
        } else if !tag.isEnd {
            takeAttributes(of: tag, span)
            if let end = HiddenTemplate.end(of: tag, span) {
                leave(span, from: tag.end, to: end)
                return end
            }
        }
        return tag.end
    }

    private func isRaw(_ tag: HTMLTagToken) -> Bool { tag.element.kinds.contains(.rawText) && !tag.isEnd }

    /// Scripts and styles are left out with their end tags; of the others the text is kept.
    private mutating func readRawText(_ tag: HTMLTagToken, _ span: borrowing Span<UInt8>) -> Int {
        let end = HTMLTokenizer.endOfRawText(span, of: tag)
        guard tag.element.kinds.contains(.code) else {
            takeAttributes(of: tag, span)
            return end
        }
        // Behind another start tag in it, the first end tag is none, sometimes (13.2.5.26): that is left to the parser.
        guard let close = HTMLTokenizer.tag(span, at: end), close.isWhole,
            !HTMLTokenizer.opens(tag.element, in: span, from: tag.end, to: end)
        else { return end }
        leave(span, from: tag.start, to: close.end)
        return close.end
    }

    // MARK: What is taken over

    private mutating func take(_ span: borrowing Span<UInt8>, to end: Int) {
        guard done < end else { return }
        page.append(span, from: done, to: end)
        done = end
    }

    /// Sets the stretches of a text aside that hold neither line ends, by which the parser counts, nor the names of
    /// characters. Blanks before one stay: whether text begins with them is what the parser asks in tables and before
    /// the body.
    private mutating func takeText(_ span: borrowing Span<UInt8>, from start: Int, to end: Int) {
        var index = Self.isOpen(span, before: start) ? Self.endOfName(span, from: start, to: end) : start
        var line = index
        while index < end {
            if line <= index { line = ByteSearch.index(of: ASCII.newline, in: span, from: index + 1, to: end) ?? end }
            while index < line, span[index] <= ASCII.space { index += 1 }
            let stop = ByteSearch.index(of: UInt8(ascii: "&"), in: span, from: index, to: line) ?? line
            setAside(span, from: index, to: stop)
            index = stop < line ? Self.endOfName(span, from: stop + 1, to: end) : stop
        }
    }

    private mutating func setAside(_ span: borrowing Span<UInt8>, from start: Int, to end: Int) {
        guard start < end else { return }
        take(span, to: start)
        if page.setAside(from: start, to: end) { done = end }
    }

    /// Behind what may be the rest of a character's name that begins before `start`, or of a tag that is none.
    private static func endOfName(_ span: borrowing Span<UInt8>, from start: Int, to end: Int) -> Int {
        var index = start
        while index < end, isNamed(span[index]) { index += 1 }
        return index < end && span[index] == UInt8(ascii: ";") ? index + 1 : index
    }

    /// Leaves out what stands there; its line ends stay, in a comment, and what would be a tag or a character's name with
    /// the text behind it stays parted from that.
    private mutating func leave(_ span: borrowing Span<UInt8>, from start: Int, to end: Int) {
        take(span, to: start)
        done = end
        let hasLines = ByteSearch.index(of: ASCII.newline, in: span, from: start, to: end) != nil
        guard hasLines || Self.isOpen(span, before: start) else { return }
        page.append(Self.commentStart)
        leaveLines(span, from: start, to: end)
        page.append(Self.commentEnd)
    }

    /// Whether the text before `end` goes on as a tag or a character's name, if letters follow: `<`, `&lt`, `&#4`.
    private static func isOpen(_ span: borrowing Span<UInt8>, before end: Int) -> Bool {
        var index = end - 1
        while index > 0, isNamed(span[index]) { index -= 1 }
        return index >= 0 && (span[index] == UInt8(ascii: "<") || span[index] == UInt8(ascii: "&"))
    }

    private static func isNamed(_ byte: UInt8) -> Bool {
        byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7A || ASCII.isDigit(byte) || byte == ASCII.hash
            || byte == UInt8(ascii: "/") || byte == UInt8(ascii: "!")
    }

    private mutating func leaveLines(_ span: borrowing Span<UInt8>, from start: Int, to end: Int) {
        var index = start
        while let line = ByteSearch.index(of: ASCII.newline, in: span, from: index, to: end) {
            page.append(ASCII.newline)
            index = line + 1
        }
    }

    private mutating func takeAttributes(of tag: HTMLTagToken, _ span: borrowing Span<UInt8>) {
        guard span[tag.nameEnd] != UInt8(ascii: ">") else { return }
        take(span, to: tag.nameEnd)
        var attributes = HTMLAttributes(of: tag)
        while let attribute = attributes.next(span) {
            let isHiding = HTMLHiding.hides(attribute, span)
            guard isHiding || Self.isKept(span, attribute.name) else { continue }
            if isHiding, !nesting.isInCell { page.hidesText = true }
            leaveLines(span, from: done, to: attribute.name.lowerBound)
            page.append(ASCII.space)
            done = attribute.name.lowerBound
            take(span, to: attribute.end)
        }
        leaveLines(span, from: done, to: tag.end - 1)
        done = tag.end - 1
    }

    private static func isKept(_ span: borrowing Span<UInt8>, _ name: Range<Int>) -> Bool {
        var key: UInt64 = 0
        for index in name { key = HTMLElement.extended(key, by: span[index]) }
        return kept.contains(key)
    }

    /// What the walk asks for, and what the parser does (13.2.6.4.9: `type` of an input in a table; an old `isindex`).
    private static let kept = [
        "colspan", "rowspan", "srcdoc", "name", "property", "itemprop", "content", "datetime", "type", "value",
        "prompt",
        "action",
    ]
    .map { HTMLElement.key($0) }
    /// What begins the body where nothing else has, and ends a superscript's line.
    private static let bodies = ["body", "p", "div", "table", "td"].map { HTMLElement.key($0) }
    private static let plaintext = HTMLElement.key("plaintext")
    private static let commentStart = Array("<!--".utf8)
    private static let commentEnd = Array("-->".utf8)
}
