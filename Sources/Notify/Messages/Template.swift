/// A user's own wording of a subject or a text: words with places in braces, `{agency}`; `{{` and `}}` are braces.
package struct Template: Sendable, Equatable {
    private let parts: [Part]

    private enum Part: Sendable, Equatable {
        case words(String)
        case place(Place)
    }

    /// What may stand in braces.
    package enum Place: String, Sendable, CaseIterable {
        /// The agency's name.
        case agency
        /// The report year.
        case year
        /// The message's type: `report.failed`.
        case type
        /// The report's verdict: `fail`.
        case verdict
        /// How many errors, or warnings where it tells of warnings.
        case count
        /// What they are about, in few words.
        case topic
        /// The first finding, in a sentence.
        case first
        /// The report's title.
        case title
        /// The name under which the file came.
        case source
        /// The page's address.
        case url
        /// Where the record lies, below the state directory.
        case record
        /// When it was received.
        case received
        /// The due date of a report that is missing.
        case due
        /// The subject as it would be without a template.
        case subject
        /// The whole text as it would be without a template.
        case body
    }

    /// What is wrong with a template; for people.
    package struct Mistake: Error, Sendable, Equatable {
        package var message: String
        /// How many line breaks of the template stand before it.
        package var line: Int
    }

    /// The longest template, in bytes.
    package static let longest = 4_000

    /// Reads `text`; a subject may neither hold a line break nor the whole text.
    package init(_ text: String, isSubject: Bool) throws(Mistake) {
        guard text.utf8.count <= Self.longest else {
            throw Mistake(message: "longer than \(Self.longest) bytes; shorten it", line: 0)
        }
        guard !text.isEmpty else { throw Mistake(message: "empty; leave the key out for the usual words", line: 0) }
        var reader = Reader(text: Array(text.unicodeScalars), isSubject: isSubject)
        parts = try reader.parts()
    }

    /// The words, each piece as `words` has it, with each place filled in.
    func filled(words: (String) -> String = { $0 }, _ value: (Place) -> String) -> String {
        parts.map { part in
            switch part {
            case .words(let text): words(text)
            case .place(let place): value(place)
            }
        }.joined()
    }

    private struct Reader {
        let text: [Unicode.Scalar]
        let isSubject: Bool
        var position = 0
        var line = 0
        var result: [Part] = []
        var words = ""

        mutating func parts() throws(Mistake) -> [Part] {
            while position < text.count { try step() }
            if !words.isEmpty { result.append(.words(words)) }
            return result
        }

        private mutating func step() throws(Mistake) {
            let scalar = text[position]
            let isDouble = position + 1 < text.count && text[position + 1] == scalar
            switch scalar {
            case "{" where !isDouble: return try place()
            case "}" where !isDouble: throw mistake("a } without its {; write }} for a brace")
            case "{", "}": position += 1
            case "\n":
                if isSubject { throw mistake("a subject is one line; remove the line break") }
                line += 1
            case "\r": throw mistake("a carriage return; end lines with a line feed alone")
            default: break
            }
            words.unicodeScalars.append(scalar)
            position += 1
        }

        private mutating func place() throws(Mistake) {
            guard let end = text[position...].firstIndex(of: "}") else {
                throw mistake("a { without its }; write {{ for a brace")
            }
            let name = String(String.UnicodeScalarView(text[position + 1..<end]))
            guard let place = Place(rawValue: name) else {
                let fitting = Place.allCases.filter { !isSubject || $0 != .body }
                let known = fitting.map { "{\($0.rawValue)}" }.joined(separator: ", ")
                throw mistake("{\(name.clipped(30))} is not known; known are \(known), and {{ for a brace")
            }
            if isSubject, place == .body { throw mistake("{body} is the whole text and fits no subject; remove it") }
            if !words.isEmpty { result.append(.words(words)) }
            words = ""
            result.append(.place(place))
            position = end + 1
        }

        private func mistake(_ message: String) -> Mistake { Mistake(message: message, line: line) }
    }
}
