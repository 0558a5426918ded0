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

    /// The text between two places of the normalised text, without white space.
    mutating func text(_ range: Range<Int>) -> String {
        go(to: range.lowerBound)
        var result: [UInt8] = []
        var start = written
        var current = piece
        let last = flow.piece(at: max(range.lowerBound, range.upperBound - 1))
        while current < last {
            result += flow.outline.text[start..<flow.pieces[current].end]
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
        result += flow.outline.text[start..<min(written, flow.pieces[last].end)]
        (piece, written, normalised) = begin
        return String(decoding: result, as: UTF8.self)
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
        while normalised < place, written < end { step(end) }
    }

    /// One character further.
    private mutating func step(_ end: Int) {
        let text = flow.outline.text
        let length =
            switch text[written] {
            case 0xF0...: 4
            case 0xE0...: 3
            case 0xC0...: 2
            default: 1
            }
        let next = min(end, written + length)
        if length == 3, text[written] == 0xEF || text[written] == 0xE2 {
            var spelled: [UInt8] = []
            Normaliser.append(text.span, from: written, to: next, to: &spelled)
            normalised += spelled.count
        } else {
            normalised += next - written
        }
        written = next
    }
}
