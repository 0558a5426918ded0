internal import Bytes
internal import Model

/// A document's text as one run of normalised bytes: no white space, full-width ASCII made narrow, quotes made alike.
///
/// Labels that a layout broke over lines or cells stand in it unbroken, so that one search finds them whatever the
/// layout was. The pieces tell where the breaks were. It never changes, and is one object for all that read it: a
/// structure's six buffers would be counted with each reader that refers to it.
final class Flow: Sendable {
    let outline: Outline
    /// Normalised UTF-8, in simplified characters.
    let bytes: [UInt8]
    /// Whether the text is written in traditional characters.
    let isTraditional: Bool
    /// Where each piece begins in `bytes`; one more at the end.
    let starts: [Int]
    /// Where a word may begin that every text is searched for.
    let places: [WordIndex.Place]

    init(_ outline: Outline) {
        self.outline = outline
        var bytes: [UInt8] = []
        bytes.reserveCapacity(outline.text.count)
        var starts: [Int] = []
        starts.reserveCapacity(outline.pieces.count + 1)
        let span = outline.text.span
        for piece in outline.pieces {
            starts.append(bytes.count)
            Normaliser.append(span, from: piece.start, to: piece.end, to: &bytes)
        }
        starts.append(bytes.count)
        self.starts = starts
        isTraditional = Traditional.isScript(of: bytes)
        if isTraditional { bytes = Traditional.folded(bytes) }
        places = WordLists.index.places(in: bytes)
        self.bytes = bytes
    }

    var pieces: [Piece] { outline.pieces }

    /// The normalised text of a piece.
    func range(_ piece: Int) -> Range<Int> { starts[piece]..<starts[piece + 1] }

    /// The piece before `piece`, where it stands in the same cell of a grid and is short, as a number that a line's end
    /// breaks; else `piece` itself.
    func beginningOfCell(_ piece: Int) -> Int {
        guard piece > 0, let place = pieces[piece].place, pieces[piece - 1].place == place,
            range(piece - 1).count <= Self.longestNumber
        else { return piece }
        return piece - 1
    }

    /// （十一, in bytes.
    private static let longestNumber = 7

    /// The index of the piece that holds the byte at `offset`; blank pieces hold none.
    func piece(at offset: Int) -> Int {
        var low = 0
        var high = starts.count - 1
        while high - low > 1 {
            let middle = (low + high) / 2
            if starts[middle] <= offset { low = middle } else { high = middle }
        }
        return low
    }

    /// The same where the piece is known to be `first` or one of the next.
    func piece(at offset: Int, from first: Int) -> Int {
        var piece = first
        while piece + 1 < pieces.count, starts[piece + 1] <= offset { piece += 1 }
        return piece
    }

    /// A text from beside the document, normalised as its own is.
    func normalised(_ text: String) -> [UInt8] {
        let bytes = Normaliser.normalised(text)
        return isTraditional ? Traditional.folded(bytes) : bytes
    }

    func string(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }

    /// The text of the pieces as it was written, without the white space between them.
    func written(_ range: Range<Int>) -> String {
        if range.count == 1, let piece = range.first.map({ pieces[$0] }) { return outline.string(piece) }
        var result: [UInt8] = []
        for piece in range { result += outline.text[pieces[piece].start..<pieces[piece].end] }
        return String(decoding: result, as: UTF8.self)
    }

    /// The same with a blank where one stood between two pieces.
    func printed(_ range: Range<Int>) -> String {
        var result: [UInt8] = []
        for piece in range {
            if piece > range.lowerBound, pieces[piece].gap <= .wide { result.append(ASCII.space) }
            result += outline.text[pieces[piece].start..<pieces[piece].end]
        }
        return String(decoding: result, as: UTF8.self)
    }

    /// The text in `range` without what the tables take; a part of the text's own buffer where no table stands in it.
    func prose(_ range: Range<Int>, outside regions: [Range<Int>]) -> Prose {
        let inside = regions.filter { $0.upperBound > range.lowerBound && $0.lowerBound < range.upperBound }
            .sorted { $0.lowerBound < $1.lowerBound }
        guard !inside.isEmpty else { return Prose(bytes[range]) }
        var text: [UInt8] = []
        text.reserveCapacity(range.count)
        var index = range.lowerBound
        for region in inside {
            if region.lowerBound > index { text += bytes[index..<region.lowerBound] }
            index = max(index, region.upperBound)
        }
        if index < range.upperBound { text += bytes[index..<range.upperBound] }
        return Prose(text[...])
    }

    /// The character at `offset`, and its length.
    func character(at offset: Int) -> (character: UInt32, length: Int) {
        let bytes = bytes
        return UTF8Character.at(offset, in: bytes.span)
    }

    func hasPrefix(_ prefix: [UInt8], at offset: Int) -> Bool {
        let bytes = bytes
        return ByteSearch.stands(prefix, in: bytes.span, at: offset, end: bytes.count)
    }

    /// The first place of `needle`, which is whole characters, in `range`, or nil.
    func firstIndex(of needle: [UInt8], in range: Range<Int>) -> Int? {
        let bytes = bytes
        return ByteSearch.index(of: needle, in: bytes.span, from: range.lowerBound, to: range.upperBound)
    }

    /// The last such place.
    func lastIndex(of needle: [UInt8], in range: Range<Int>) -> Int? {
        let bytes = bytes
        return ByteSearch.lastIndex(of: needle, in: bytes.span, from: range.lowerBound, to: range.upperBound)
    }

    func holds(_ needle: [UInt8], in range: Range<Int>) -> Bool { firstIndex(of: needle, in: range) != nil }
}
