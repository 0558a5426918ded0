internal import Bytes
internal import Model

/// Collects the pieces of an outline, and knows what lay between them.
struct OutlineBuilder {
    private(set) var outline: Outline
    /// Line ends since the last piece.
    private var lineEnds = 0
    private var pendingGap: Piece.Gap = .line
    private var isBeforePage = false
    /// The page of the pieces that follow, from 1; 0 where the format has no pages.
    var page: UInt16 = 0

    init(mediaType: String, charset: Charset, notes: [String] = []) {
        outline = Outline(mediaType: mediaType, charset: charset.rawValue)
        outline.notes = notes
    }

    /// An outline without text, of a document that `outline` is of.
    init(withoutTextOf outline: Outline) {
        self.outline = outline
        self.outline.text.removeAll(keepingCapacity: true)
        self.outline.pieces.removeAll(keepingCapacity: true)
        self.outline.unseen = []
        self.outline.typedBlanks = []
    }

    /// Adds a piece of another outline, as it stands there.
    mutating func copy(_ piece: Piece, of other: Outline) {
        var copied = piece.moved(to: outline.text.count)
        outline.text += other.text[piece.start..<piece.end]
        copied.gap = max(piece.gap, pendingGap)
        outline.pieces.append(copied)
        pendingGap = .space
        lineEnds = 0
    }

    /// Makes room for a text of so many bytes at once.
    mutating func expect(_ count: Int) { outline.text.reserveCapacity(count) }

    /// What the next piece is separated by; the strongest of several wins.
    mutating func separate(_ gap: Piece.Gap) {
        if gap > pendingGap { pendingGap = gap }
    }

    /// A form feed stands before what comes next.
    mutating func beginPage() { isBeforePage = true }

    mutating func endLine() {
        lineEnds += 1
        separate(.line)
    }

    /// Whatever line ends lie before it, the next piece goes on with what stands in the line before.
    mutating func goOn() { lineEnds = min(lineEnds, 1) }

    /// A place in the outline to which it can go back.
    struct Mark {
        fileprivate let gap: Piece.Gap
        fileprivate let lineEnds: Int
        fileprivate let textEnd: Int
        fileprivate let unseen: Int
        fileprivate let typedBlanks: Int
        /// How many pieces stand before it.
        let pieces: Int
    }

    var mark: Mark {
        Mark(
            gap: pendingGap,
            lineEnds: lineEnds,
            textEnd: outline.text.count,
            unseen: outline.unseen.count,
            typedBlanks: outline.typedBlanks.count,
            pieces: outline.pieces.count
        )
    }

    /// Takes back what was added since `mark`.
    mutating func rewind(to mark: Mark) {
        outline.pieces.removeSubrange(mark.pieces...)
        outline.text.removeSubrange(mark.textEnd...)
        outline.unseen.removeSubrange(mark.unseen...)
        outline.typedBlanks.removeSubrange(mark.typedBlanks...)
        pendingGap = mark.gap
        lineEnds = mark.lineEnds
    }

    mutating func setTitle(_ title: String?) { outline.documentTitle = title.map(WhiteSpace.visible) }

    mutating func setDate(_ date: String?) { outline.documentDate = date }

    mutating func setPostingDate(_ date: String?) { outline.postingDate = date }

    /// Adds the text of `span` between `start` and `end`, split at white space.
    ///
    /// `line` is the line on which the text stands; `lineStart` says where it begins, of a text that blanks may align.
    mutating func append(
        _ span: borrowing Span<UInt8>,
        from start: Int,
        to end: Int,
        line: Int,
        heading: UInt8 = 0,
        place: GridPlace? = nil,
        lineStart: Int? = nil
    ) {
        var index = start
        var blanks = 0
        var caret = lineStart.map(Caret.init(at:))
        while index < end {
            let (kind, length) = WhiteSpace.kind(in: span, at: index)
            switch kind {
            case .none:
                if blanks > 0 { separate(blanks > 1 ? .wide : .space) }
                blanks = 0
                caret?.move(to: index, in: span)
                let count = outline.pieces.count
                index = appendWord(span, from: index, to: end, line: line, heading: heading, place: place)
                if let caret, count < outline.pieces.count { outline.pieces[count].textColumn = caret.column }
            case .blank: blanks += 1
            case .wide: blanks += 2
            case .zeroWidth: break
            }
            if !kind.isText {
                leaveOut(span, from: index, to: index + length)
                index += length
            }
        }
        if blanks > 0 { separate(blanks > 1 ? .wide : .space) }
    }

    /// Notes what is no text, where it stands within a line and is more than an ordinary blank.
    mutating func leaveOut(_ span: borrowing Span<UInt8>, from start: Int, to end: Int, isInWord: Bool = false) {
        guard span[start] >= 0x80, isInWord || pendingGap < .line else { return }
        var bytes: [UInt8] = []
        for index in start..<min(end, span.count) { bytes.append(span[index]) }
        outline.unseen.append(UnseenCharacter(bytes[...], at: outline.text.count))
    }

    /// Notes that a blank which the author typed stands alone before what comes next.
    mutating func noteTypedBlank() { outline.typedBlanks.append(outline.text.count) }

    /// Adds a cell with nothing in it.
    mutating func appendBlank(_ kind: Piece.Kind, line: Int, place: GridPlace? = nil) {
        let offset = outline.text.count
        add(Piece(start: offset, end: offset, line: line, gap: .space, kind: kind, place: place))
    }

    /// Puts the pieces from `first` on into one cell, in which nothing but line ends stands between them.
    mutating func join(from first: Int, into place: GridPlace, isFirst: Bool) {
        for index in first..<outline.pieces.count {
            outline.pieces[index].place = place
            outline.pieces[index].gap = index == first && isFirst ? .cell : min(outline.pieces[index].gap, .line)
        }
        pendingGap = .line
    }

    /// Adds a text without white space in it.
    mutating func appendWord(
        _ span: borrowing Span<UInt8>,
        from start: Int,
        to end: Int,
        line: Int,
        heading: UInt8
    ) {
        let offset = outline.text.count
        append(span, from: start, to: end)
        add(Piece(start: offset, end: outline.text.count, line: line, gap: .space, headingLevel: heading))
    }

    /// Adds the text up to the next white space, and tells where that begins.
    private mutating func appendWord(
        _ span: borrowing Span<UInt8>,
        from start: Int,
        to end: Int,
        line: Int,
        heading: UInt8,
        place: GridPlace?
    ) -> Int {
        let offset = outline.text.count
        var index = start
        var written = start
        while index < end {
            let (kind, length) = WhiteSpace.kind(in: span, at: index)
            if kind.separates { break }
            if !kind.isText {
                append(span, from: written, to: index)
                leaveOut(span, from: index, to: index + length, isInWord: outline.text.count > offset)
                written = min(end, index + length)
            }
            index = min(end, index + length)
        }
        append(span, from: written, to: index)
        if outline.text.count > offset {
            let piece = Piece(start: offset, end: outline.text.count, line: line, gap: .space, headingLevel: heading)
            add(piece, place: place)
        }
        return index
    }

    private mutating func append(_ span: borrowing Span<UInt8>, from start: Int, to end: Int) {
        unsafe span.extracting(start..<end).withUnsafeBufferPointer { unsafe outline.text.append(contentsOf: $0) }
    }

    private mutating func add(_ piece: Piece, place: GridPlace? = nil) {
        var piece = piece
        piece.gap = pendingGap
        piece.lineEnds = lineEnds
        piece.page = page
        piece.beginsPage = isBeforePage
        if let place { piece.place = place }
        outline.pieces.append(piece)
        pendingGap = .space
        lineEnds = 0
        isBeforePage = false
    }
}

/// Counts the columns of a line.
private struct Caret {
    private var index: Int
    private(set) var column = TextColumn(characters: 0, cells: 0)

    init(at start: Int) { index = start }

    mutating func move(to end: Int, in span: borrowing Span<UInt8>) {
        while index < end {
            let byte = span[index]
            // Nearly all characters that take three bytes are wide; they are one step.
            if byte >= 0xE4, byte <= 0xE9 {
                column.characters += 1
                column.cells += 2
                index += 3
                continue
            }
            // A character begins with any byte but a continuing one.
            if byte & 0xC0 != 0x80 {
                column.characters += 1
                column.cells += byte >= 0xE3 ? 2 : 1
            }
            index += 1
        }
    }
}
