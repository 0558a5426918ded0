internal import Bytes
internal import Model

/// Text of a page that nothing but inline elements has interrupted.
struct HTMLRun {
    private var bytes: [UInt8] = []
    /// Where in `bytes` text of another line of the source begins.
    private var marks: [(offset: Int, line: Int)] = []

    var length: Int { bytes.count }

    var endsWithADigit: Bool { bytes.last.map(ASCII.isDigit) ?? false }

    /// Adds the text of `node`, which begins on `line` of the source and goes on no further than `lastLine`.
    mutating func append(_ node: HTMLNode, of page: HTMLPage, line: Int, lastLine: Int) {
        var line = line
        marks.append((bytes.count, line))
        node.withText { text in
            page.parts(of: text) { part in
                unsafe part.withUnsafeBufferPointer { unsafe bytes.append(contentsOf: $0) }
                guard bytes.last == ASCII.newline else { return }
                line = min(line + 1, lastLine)
                marks.append((bytes.count, line))
            }
        }
    }

    /// Adds a word that stands on `line` by itself.
    mutating func append(word: String, line: Int) {
        bytes.append(ASCII.space)
        marks.append((bytes.count, line))
        bytes += word.utf8
        bytes.append(ASCII.space)
    }

    /// Puts what stands from `start` on between brackets, where it begins with a digit.
    mutating func bracketDigits(from start: Int) {
        guard bytes.count > start, ASCII.isDigit(bytes[start]) else { return }
        bytes.insert(UInt8(ascii: "["), at: start)
        bytes.append(UInt8(ascii: "]"))
    }

    /// Gives the words to the outline, and begins anew; the parameters are those of `give`.
    mutating func flush(
        into builder: inout OutlineBuilder,
        heading: UInt8,
        place: GridPlace?,
        keepsLines: Bool,
        hasMarks: Bool
    ) {
        guard !bytes.isEmpty else { return }
        give(to: &builder, heading: heading, place: place, keepsLines: keepsLines, hasMarks: hasMarks)
        bytes.removeAll(keepingCapacity: true)
        marks.removeAll(keepingCapacity: true)
    }

    /// Gives the words to the outline, each with its line.
    ///
    /// - Parameters:
    ///   - builder: what makes the outline.
    ///   - heading: 1…6 where the text stands in a heading, else 0.
    ///   - place: the cell that it stands in.
    ///   - keepsLines: whether a line end of the source is one of the text.
    ///   - hasMarks: whether the hash signs that it begins with are a heading's, as those of its further lines are.
    private func give(
        to builder: inout OutlineBuilder,
        heading: UInt8,
        place: GridPlace?,
        keepsLines: Bool,
        hasMarks: Bool
    ) {
        let span = bytes.span
        var index = 0
        var mark = 0
        var level = heading
        var beginsLine = hasMarks
        var lineStart = 0
        while index < span.count {
            let end = Self.endOfWord(span, from: index)
            guard end > index else {
                if keepsLines, span[index] == ASCII.newline {
                    builder.endLine()
                    level = heading
                    beginsLine = true
                    lineStart = index + 1
                }
                index = giveBlank(at: index, of: span, to: &builder, keepsLines: keepsLines)
                continue
            }
            while mark + 1 < marks.count, marks[mark + 1].offset <= index { mark += 1 }
            if beginsLine, let signs = Self.endOfSigns(span, from: index, to: end) {
                level = UInt8(clamping: min(6, signs - index))
                index = signs
            }
            beginsLine = false
            // Blanks align the columns of a text that keeps its lines.
            let isPlaced = keepsLines && place == nil && index - lineStart < Self.longestLine
            let start = isPlaced ? lineStart : nil
            let line = marks[mark].line
            if index < end {
                builder.append(span, from: index, to: end, line: line, heading: level, place: place, lineStart: start)
            }
            index = end
        }
    }

    /// Where the hash signs of a heading end; nil where none stands at `index`.
    private static func endOfSigns(_ span: borrowing Span<UInt8>, from index: Int, to end: Int) -> Int? {
        guard span[index] == ASCII.hash else { return nil }
        var place = index
        while place < end, span[place] == ASCII.hash { place += 1 }
        return place
    }

    /// Gives a blank to the outline, and where it ends.
    private func giveBlank(
        at index: Int,
        of span: borrowing Span<UInt8>,
        to builder: inout OutlineBuilder,
        keepsLines: Bool
    ) -> Int {
        let isSecond = keepsLines && index > 0 && span[index - 1] == ASCII.space && span[index] == ASCII.space
        builder.separate(span[index] == 0xE3 || isSecond ? .wide : .space)
        let end = index + Self.blankLength(span, at: index)
        builder.leaveOut(span, from: index, to: end)
        return end
    }

    /// The columns of longer ones, in bytes, are not counted.
    private static let longestLine = 2_000

    private static func endOfWord(_ span: borrowing Span<UInt8>, from start: Int) -> Int {
        var index = start
        while index < span.count, blankLength(span, at: index) == 0 {
            index += WhiteSpace.kind(in: span, at: index).bytes
        }
        return min(index, span.count)
    }

    private static func blankLength(_ span: borrowing Span<UInt8>, at index: Int) -> Int {
        if span[index] == ASCII.newline { return 1 }
        let (kind, length) = WhiteSpace.kind(in: span, at: index)
        return kind.separates ? length : 0
    }
}
