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

    /// The same lines, but of those that no paragraph is as long as each word by itself: where the line ends of a text are
    /// lost, blanks alone divide its title and its signature from the rest.
    func phrases(of lines: [TextLine]) -> [TextLine] {
        guard lines.contains(where: { $0.bytes.count > Self.longestParagraph }) else { return lines }
        return lines.flatMap { line in
            guard line.bytes.count > Self.longestParagraph else { return [line] }
            return line.pieces.compactMap { index in
                let bytes = range(index)
                guard !bytes.isEmpty else { return nil }
                return TextLine(pieces: index..<(index + 1), bytes: bytes, line: line.line, headingLevel: 0)
            }
        }
    }

    /// Whether the text has hardly any line ends, so that ideographic blanks are its only paragraph marks.
    private var isUnbroken: Bool { pieces.count { $0.gap >= .line } <= 3 }

    /// A heading of at least this many bytes may be ended by an ideographic blank; a shorter one is 概　述.
    private static let shortest = 12

    private func beginsLine(_ index: Int, after first: Int, _ isUnbroken: Bool) -> Bool {
        let gap = pieces[index].gap
        if gap >= .line { return true }
        guard gap == .wide else { return false }
        if enumerator(at: index) != nil { return true }
        guard let number = enumerator(at: first) else { return isUnbroken }
        return starts[index] - starts[first] - number.length >= Self.shortest
    }

    private func enumerator(at piece: Int) -> Enumerator? {
        let range = range(piece)
        return Enumerator(bytes, at: range.lowerBound, end: range.upperBound)
    }
}
