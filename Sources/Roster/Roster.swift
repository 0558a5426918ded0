/// The bodies whose reports are expected.
package struct Roster: Sendable, Equatable {
    /// In the order of the file.
    package let entries: [RosterEntry]
    /// Where each name leads, as `key` gives it.
    private let places: [String: Int]

    /// Nobody is expected.
    package static let empty = Roster()

    private init() {
        entries = []
        places = [:]
    }

    /// - Throws: where a name stands at two entries, with the line of the second.
    package init(_ entries: [RosterEntry], file: String = "") throws(RosterError) {
        var places: [String: Int] = [:]
        for (number, entry) in entries.enumerated() {
            for name in [entry.agency] + entry.aliases {
                let other = places.updateValue(number, forKey: Self.key(name))
                guard let other, other != number else { continue }
                throw RosterError(
                    file: file,
                    line: entry.line,
                    message: "\(name) stands in line \(entries[other].line) already; give each name to one agency"
                )
            }
        }
        self.entries = entries
        self.places = places
    }

    /// The entry of the agency, by its name or one of its aliases.
    package func entry(named agency: String) -> RosterEntry? { places[Self.key(agency)].map { entries[$0] } }

    /// A name without what is written now so and now so: white space, the width of brackets.
    static func key(_ name: String) -> String {
        var result = String.UnicodeScalarView()
        for scalar in name.unicodeScalars where !scalar.properties.isWhitespace {
            switch scalar {
            case "\u{FF08}": result.append("(")
            case "\u{FF09}": result.append(")")
            default: result.append(scalar)
            }
        }
        return String(result)
    }
}

/// What is wrong with a roster; for people.
package struct RosterError: Error, Sendable, Equatable, CustomStringConvertible {
    package var file: String
    /// From 1; nil where it is about the whole file.
    package var line: Int?
    /// What is wrong and what to do.
    package var message: String

    package init(file: String, line: Int?, message: String) {
        self.file = file
        self.line = line
        self.message = message
    }

    package var description: String { "\(file):\(line.map { "\($0):" } ?? "") \(message)" }
}
