internal import Bytes
internal import Model

/// A report's narrative as the rules on the text read it: one pass finds what all of them look for.
struct NarrativeText: Sendable {
    let bytes: [UInt8]
    private let places: [[Range<Int>]]

    init(_ narrative: Prose) {
        bytes = Array(narrative.bytes)
        var places: [[Range<Int>]] = Array(repeating: [], count: Topic.allCases.count)
        for match in Topic.matcher.matches(in: bytes[...]) {
            places[Topic.owners[match.phrase].rawValue].append(match.start..<match.end)
        }
        self.places = places
    }

    /// Where the words of a topic stand, in the text's order.
    func places(of topic: Topic) -> [Range<Int>] { places[topic.rawValue] }

    func string(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }

    func stands(_ word: String, at offset: Int) -> Bool {
        ByteSearch.stands(word.utf8.span, in: bytes.span, at: offset)
    }

    /// Whether `word` ends just before `offset`.
    func ends(_ word: String, before offset: Int) -> Bool { stands(word, at: offset - word.utf8.count) }

    func contains(_ word: String, in range: Range<Int>) -> Bool { Prose(bytes[range]).contains(word) }

    /// Where `word` stands first in `range`.
    func first(_ word: String, in range: Range<Int>) -> Int? {
        ByteSearch.index(of: Array(word.utf8), in: bytes.span, from: range.lowerBound, to: range.upperBound)
    }

    /// Where `word` stands last in `range`.
    func last(_ word: String, in range: Range<Int>) -> Int? {
        ByteSearch.lastIndex(of: Array(word.utf8), in: bytes.span, from: range.lowerBound, to: range.upperBound)
    }

    /// No sentence goes on further to either side: what looks like one is a text without full stops.
    private static let longest = 1500

    /// The sentence around `offset`, without its full stop.
    func sentence(at offset: Int) -> Range<Int> {
        var start = offset
        let first = aligned(max(0, offset - Self.longest))
        while start > first, !isStop(before: start) { start -= 1 }
        var end = offset
        let last = aligned(min(bytes.count, offset + Self.longest))
        while end < last, stop(at: end) == 0 { end += 1 }
        return start..<end
    }

    private func isStop(before index: Int) -> Bool {
        bytes[index - 1] == UInt8(ascii: ";") || (index >= 3 && stop(at: index - 3) == 3)
    }

    /// The length of the full stop or semicolon at `index`, or 0.
    func stop(at index: Int) -> Int {
        if bytes[index] == UInt8(ascii: ";") { return 1 }
        guard bytes[index] == 0xE3, index + 2 < bytes.count else { return 0 }
        return bytes[index + 1] == 0x80 && bytes[index + 2] == 0x82 ? 3 : 0
    }

    /// The year 2001…2099 that begins at `index` and does not go on as a longer number.
    func year(at index: Int) -> Int? { Self.year(bytes, at: index) }

    static func year(_ bytes: [UInt8], at index: Int) -> Int? {
        guard index >= 0, index + 4 <= bytes.count, bytes[index] == UInt8(ascii: "2"), bytes[index + 1] == ASCII.zero,
            ASCII.isDigit(bytes[index + 2]), ASCII.isDigit(bytes[index + 3]),
            index == 0 || !ASCII.isDigit(bytes[index - 1])
        else { return nil }
        return 2000 + Int(bytes[index + 2] - ASCII.zero) * 10 + Int(bytes[index + 3] - ASCII.zero)
    }

    /// The passage around a place, for people: at most 40 characters of its sentence, never half a character.
    func excerpt(_ range: Range<Int>) -> String {
        let sentence = sentence(at: range.lowerBound)
        let start = max(sentence.lowerBound, range.lowerBound - 60)
        let end = min(max(sentence.upperBound, range.upperBound), range.upperBound + 60)
        return string(aligned(start)..<aligned(end))
    }

    /// The beginning of the character that holds the byte at `offset`.
    private func aligned(_ offset: Int) -> Int {
        var offset = offset
        while offset > 0, offset < bytes.count, bytes[offset] & 0xC0 == 0x80 { offset -= 1 }
        return offset
    }
}

extension Subject {
    /// Where a place of the narrative is: the section that it stands in, its line, and the words there.
    func place(_ range: Range<Int>) -> Finding.Place {
        let line = report.narrativeLines.line(at: range.lowerBound)
        let excerpt = text.excerpt(range)
        return Finding.Place(path: sectionPath(line, excerpt), line: line, text: excerpt)
    }

    private func sectionPath(_ line: Int, _ excerpt: String) -> String {
        let section =
            line > 0
            ? report.sections.last { $0.id != nil && !$0.isNested && $0.line <= line }
            : report.sections.first { $0.id != nil && $0.body.contains(excerpt) }
        return section?.id.map { "sections." + $0 } ?? "identity.title"
    }

    /// The line of a passage of a section's body; the heading's where it is not found.
    func line(of passage: String, in section: Section) -> Int {
        var next = text.first(passage, in: text.bytes.indices)
        while let start = next {
            let line = report.narrativeLines.line(at: start)
            if line >= section.line { return line }
            next = text.first(passage, in: (start + 1)..<text.bytes.count)
        }
        return section.line
    }
}
