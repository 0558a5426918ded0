internal import Model

/// Words that stand one behind the other with nothing between, each of them one of several or left out.
///
/// Written as `由|从 上年|去年 度? 的?`: a space parts what follows, `|` parts what may stand for each other, and `?` ends
/// what may be left out.
struct Phrase: Sendable {
    private struct Part: Sendable {
        let words: [[UInt8]]
        let isNeeded: Bool
    }

    private let parts: [Part]

    init(_ text: String) {
        parts = text.split(separator: " ").map { part in
            let isNeeded = part.last != "?"
            let words = (isNeeded ? part : part.dropLast()).split(separator: "|")
            return Part(words: words.map { Array($0.utf8) }, isNeeded: isNeeded)
        }
    }

    /// Where the words end that begin at a place; nil where others stand there.
    func end(in flow: Flow, at place: Int) -> Int? {
        var place = place
        for part in parts {
            let length = StretchReader.length(of: part.words, in: flow, at: place)
            if length == 0, part.isNeeded { return nil }
            place += length
        }
        return place
    }

    /// Whether they fill a stretch of the text.
    func fills(_ range: Range<Int>, of flow: Flow) -> Bool { end(in: flow, at: range.lowerBound) == range.upperBound }
}
