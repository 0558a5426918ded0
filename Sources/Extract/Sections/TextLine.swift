internal import Model

/// A line of a text, or a paragraph where only an ideographic blank divides them.
struct TextLine {
    /// The pieces that it holds.
    var pieces: Range<Int>
    /// Its normalised text.
    var bytes: Range<Int>
    var line: Int
    /// 1…6 where the format marks it as a heading, else 0.
    var headingLevel: UInt8
}

extension Flow {
    /// The lines of the text, blank ones left out; a cell of a table is a line of its own.
    func lines() -> [TextLine] {
        var lines: [TextLine] = []
        let isUnbroken = isUnbroken
        var first = 0
        for index in 0...pieces.count
        where index == pieces.count || index > 0 && beginsLine(index, after: first, isUnbroken) {
            let bytes = starts[first]..<starts[index]
            if !bytes.isEmpty {
                let piece = pieces[first]
                lines.append(
                    TextLine(pieces: first..<index, bytes: bytes, line: piece.line, headingLevel: piece.headingLevel)
                )
            }
            first = index
        }
        return lines
    }

    /// No paragraph is longer.
    private static let longestParagraph = 3_000
    /// No title is longer.
    private static let longestTitle = 180

    /// The same lines, but of those that are too long for a title or a signature each word by itself, where it may be one:
    /// at the text's two ends, and everywhere in a text whose line ends are lost, so that only blanks divide it.
    func phrases(of lines: [TextLine]) -> [TextLine] {
        let isUnbroken = isUnbroken
        let isWhole = { (index: Int) in
            let length = lines[index].bytes.count
            if length <= Self.longestTitle { return true }
            return !isUnbroken && length <= Self.longestParagraph && index >= 2 && index + 2 < lines.count
        }
        guard !lines.indices.allSatisfy(isWhole) else { return lines }
        return lines.indices.flatMap { isWhole($0) ? [lines[$0]] : words(of: lines[$0]) }
    }

    private func words(of line: TextLine) -> [TextLine] {
        line.pieces.compactMap { index in
            let bytes = range(index)
            guard !bytes.isEmpty else { return nil }
            return TextLine(pieces: index..<(index + 1), bytes: bytes, line: line.line, headingLevel: 0)
        }
    }

    /// Whether the text has hardly any line ends, so that ideographic blanks are its only paragraph marks.
    private var isUnbroken: Bool { pieces.count { $0.gap >= .line } <= 3 }

    /// A heading of at least this many bytes may be ended by an ideographic blank; a shorter one is 概　述.
    private static let shortest = 12

    private func beginsLine(_ index: Int, after first: Int, _ isUnbroken: Bool) -> Bool {
        let gap = pieces[index].gap
        if gap >= .line { return true }
        guard gap == .wide || isUnbroken else { return false }
        if enumerator(at: index) != nil { return true }
        guard let number = enumerator(at: first) else { return isUnbroken && gap == .wide }
        return starts[index] - starts[first] - number.length >= Self.shortest
    }

    private func enumerator(at piece: Int) -> Enumerator? {
        let range = range(piece)
        return Enumerator(bytes, at: range.lowerBound, end: range.upperBound)
    }
}
