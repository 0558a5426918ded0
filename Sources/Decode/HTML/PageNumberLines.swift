internal import Bytes
internal import Model

/// Lines of a page that number the pages of the document it was made of: `<p>— 3 —</p>`.
enum PageNumberLines {
    /// No such line has more pieces: 第 3 页 共 8 页.
    private static let mostPieces = 8
    private static let longest = 40

    /// Takes them out; those in the cells of the page's tables are left.
    static func remove(from outline: inout Outline) {
        let lines = lines(of: outline)
        guard !lines.isEmpty else { return }
        var next = 0
        var kept: [Piece] = []
        for (index, piece) in outline.pieces.enumerated() {
            while next < lines.count, lines[next].upperBound <= index { next += 1 }
            if next < lines.count, lines[next].contains(index) { continue }
            kept.append(piece)
        }
        outline.pieces = kept
    }

    /// Where such lines stand. 第1页 / 共2页 is what the page says of itself, unless other lines count on.
    private static func lines(of outline: Outline) -> [Range<Int>] {
        var found: [(line: Range<Int>, text: [UInt8])] = []
        for index in outline.pieces.indices where begins(outline.pieces[index], outline) {
            var end = index + 1
            while end < outline.pieces.count, outline.pieces[end].gap < .line, end - index <= mostPieces { end += 1 }
            guard end - index <= mostPieces else { continue }
            var bytes: [UInt8] = []
            for piece in outline.pieces[index..<end] {
                if !bytes.isEmpty { bytes.append(ASCII.space) }
                bytes += outline.text[piece.start..<piece.end]
            }
            if PageNumbers.isNumber(bytes.span, from: 0, to: bytes.count) { found.append((index..<end, bytes)) }
        }
        let isCounted = Set(found.filter { $0.text.first == ordinal }.map(\.text)).count > 1
        return found.filter { isCounted || $0.text.first != ordinal }.map(\.line)
    }

    /// With which 第 begins.
    private static let ordinal: UInt8 = 0xE7

    /// Whether a line outside of tables begins with the piece, and with a dash or with 第.
    private static func begins(_ piece: Piece, _ outline: Outline) -> Bool {
        guard piece.gap >= .line, piece.place == nil, (1...longest).contains(piece.end - piece.start) else {
            return false
        }
        let first = outline.text[piece.start]
        return first == UInt8(ascii: "-") || first == 0xE2 || first == 0xEF || first == ordinal
    }
}
