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
        let breaks = breaks
        var first = 0
        for index in 0...pieces.count
        where index == pieces.count || index > 0 && beginsLine(index, after: first, breaks) {
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
        let breaks = breaks
        let isWhole = { (index: Int) in
            let length = lines[index].bytes.count
            if length <= Self.longestTitle || breaks == .wideBlanks {
                return index >= Self.headLines || !self.isHead(lines[index])
            }
            return breaks == .lines && length <= Self.longestParagraph && index >= 2 && index + 2 < lines.count
        }
        guard !lines.indices.allSatisfy(isWhole) else { return lines }
        return lines.indices.flatMap { index in
            if isWhole(index) { return [lines[index]] }
            return index < Self.headLines && isHead(lines[index]) ? parts(of: lines[index]) : words(of: lines[index])
        }
    }

    private static let headLines = 10
    private static let caption = Array("统计表".utf8)

    /// Whether a line has the caption of a statistics page and, beside wide blanks, more of the page's head:
    /// 首页 > 信息公开年报　　2014年度某镇政府信息公开情况统计表　　发布日期：….
    private func isHead(_ line: TextLine) -> Bool {
        guard line.bytes.count <= Self.longestTitle,
            line.pieces.dropFirst().contains(where: { pieces[$0].gap == .wide })
        else { return false }
        let parts = parts(of: line)
        return parts.contains { $0.bytes.count > Self.shortest && holds(Self.caption, in: $0.bytes) }
            && parts.allSatisfy { $0.bytes.count >= Self.shortest }
    }

    /// What stands in a line between wide blanks.
    private func parts(of line: TextLine) -> [TextLine] {
        var parts: [TextLine] = []
        var first = line.pieces.lowerBound
        for index in line.pieces.dropFirst() where pieces[index].gap == .wide {
            parts.append(part(first..<index, of: line))
            first = index
        }
        parts.append(part(first..<line.pieces.upperBound, of: line))
        return parts.filter { !$0.bytes.isEmpty }
    }

    private func part(_ pieces: Range<Int>, of line: TextLine) -> TextLine {
        TextLine(
            pieces: pieces,
            bytes: starts[pieces.lowerBound]..<starts[pieces.upperBound],
            line: line.line,
            headingLevel: 0
        )
    }

    private func words(of line: TextLine) -> [TextLine] {
        line.pieces.compactMap { index in
            let bytes = range(index)
            guard !bytes.isEmpty else { return nil }
            return TextLine(pieces: index..<(index + 1), bytes: bytes, line: line.line, headingLevel: 0)
        }
    }

    /// What divides a text's paragraphs.
    private enum Breaks {
        case lines
        /// It has hardly any line ends, and blanks between all its characters.
        case wideBlanks
        /// It has hardly any line ends: an ideographic blank divides paragraphs, any blank may.
        case blanks
    }

    private var breaks: Breaks {
        guard pieces.count(where: { $0.gap >= .line }) <= 3 else { return .lines }
        let characters = pieces.indices.count { range($0).count == 3 && bytes[starts[$0]] >= 0xE4 }
        return characters * 2 > pieces.count ? .wideBlanks : .blanks
    }

    /// A heading of at least this many bytes may be ended by a blank; a shorter one is 概　述.
    private static let shortest = 12

    private func beginsLine(_ index: Int, after first: Int, _ breaks: Breaks) -> Bool {
        let gap = pieces[index].gap
        if gap >= .line { return true }
        guard gap == .wide || breaks == .blanks else { return false }
        if enumerator(at: index) != nil { return true }
        guard let number = enumerator(at: first) else { return breaks != .lines && gap == .wide }
        let text = (starts[first] + number.length)..<starts[index]
        return text.count >= Self.shortest || HeadingCatalog.shared.isOfficial(bytes, text)
    }

    private func enumerator(at piece: Int) -> Enumerator? {
        let range = range(piece)
        if let number = Enumerator(bytes, at: range.lowerBound, end: range.upperBound) { return number }
        guard hasPrefix(Self.ordinal, at: range.lowerBound) else { return nil }
        // A blank may stand behind 第一部分: its heading is the next piece.
        let end = min(bytes.count, range.upperBound + Self.ordinal.count)
        return Enumerator(looseAt: range.lowerBound, end: end, in: bytes) { _ in false }
    }

    private static let ordinal = Array("第".utf8)
}

extension [TextLine] {
    /// The last line that begins before `offset`.
    func lastIndex(startingBefore offset: Int) -> Int? {
        var low = 0
        var high = count
        while low < high {
            let middle = (low + high) / 2
            if self[middle].bytes.lowerBound < offset { low = middle + 1 } else { high = middle }
        }
        return low > 0 ? low - 1 : nil
    }
}
