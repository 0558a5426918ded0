internal import Bytes
internal import Model

/// Gives the words of the narrative as they were written, before they were normalised.
///
/// The places asked for mostly go forward, so that the text is walked through once.
struct ClaimWords {
    let flow: Flow
    private var piece = 0
    /// The same place in the piece's text as written and as normalised.
    private var written = 0
    private var normalised = 0

    init(flow: Flow) {
        self.flow = flow
    }

    /// The text between two places of the normalised text, without line ends and ASCII's blanks.
    mutating func text(_ range: Range<Int>) -> String {
        String(decoding: bytes(range), as: UTF8.self)
    }

    /// The same as bytes.
    mutating func bytes(_ range: Range<Int>) -> [UInt8] {
        go(to: range.lowerBound)
        var result: [UInt8] = []
        var start = written
        var current = piece
        let last = flow.piece(at: max(range.lowerBound, range.upperBound - 1))
        while current < last {
            flow.outline.appendWritten(start..<flow.pieces[current].end, goesOn: true, to: &result)
            current += 1
            start = flow.pieces[current].start
        }
        if last > piece {
            piece = last
            written = flow.pieces[last].start
            normalised = flow.starts[last]
        }
        let begin = (piece, written, normalised)
        go(to: range.upperBound)
        let end = max(start, min(written, flow.pieces[last].end))
        flow.outline.appendWritten(start..<end, to: &result)
        (piece, written, normalised) = begin
        return result
    }

    private mutating func go(to place: Int) {
        if piece >= flow.pieces.count || place < normalised || place > flow.starts[piece + 1]
            || normalised < flow.starts[piece]
        {
            piece = flow.piece(at: place)
            normalised = flow.starts[piece]
            written = flow.pieces[piece].start
        }
        let end = flow.pieces[piece].end
        if flow.starts[piece + 1] - flow.starts[piece] == end - flow.pieces[piece].start {
            written += place - normalised
            normalised = place
            return
        }
        (written, normalised) = flow.place(from: (written, normalised), to: place, end: end)
    }
}

extension Flow {
    /// The same place in the text as written and as normalised.
    typealias BothPlaces = (written: Int, normalised: Int)

    /// Goes on from one place to the normalised one at `place`, no further than `end` in the text as written.
    func place(from start: BothPlaces, to place: Int, end: Int) -> BothPlaces {
        var here = start
        let written = outline.text
        let text = written.span
        while here.normalised < place, here.written < end {
            // Nearly every character is as long as it was written.
            if text[here.written] >= 0xE4, text[here.written] <= 0xE9 {
                here = (min(end, here.written + 3), here.normalised + 3)
                continue
            }
            let next = Self.lengths(text, at: here.written)
            here = (min(end, here.written + next.written), here.normalised + next.normalised)
        }
        return here
    }

    /// How long the character is that begins at `index`, as written and as normalised.
    private static func lengths(_ text: borrowing Span<UInt8>, at index: Int) -> BothPlaces {
        switch text[index] {
        case 0xF0...: (4, 4)
        case 0xE0...: (3, index + 2 < text.count ? Normaliser.length(text, at: index) : 3)
        case 0xC0...: (2, 2)
        default: (1, 1)
        }
    }

    /// The blanks before a piece that others follow in one cell, as they were written; between Chinese characters line
    /// ends are none.
    func blank(before piece: Int) -> [UInt8] {
        let start = pieces[piece].start
        var blanks: [UInt8] = []
        if start > 0 { outline.appendWritten((start - 1)..<start, goesOn: true, to: &blanks) }
        if blanks.count > 1 { return Array(blanks[1...]) }
        let isBroken = pieces[piece].gap == .line && start > 0 && outline.text[start - 1] >= 0x80
        return isBroken ? [] : [ASCII.space]
    }

    /// A part of a piece's text as it was written; nil where that is how it is read.
    func written(_ range: Range<Int>, of piece: Int) -> [UInt8]? {
        let all = pieces[piece].start..<pieces[piece].end
        if all.count == self.range(piece).count, !outline.hasUnseen(within: all) {
            let start = all.lowerBound + range.lowerBound - starts[piece]
            var isSame = true
            for index in 0..<range.count where outline.text[start + index] != bytes[range.lowerBound + index] {
                isSame = false
            }
            return isSame ? nil : Array(outline.text[start..<(start + range.count)])
        }
        var words = ClaimWords(flow: self)
        return words.bytes(range)
    }
}
