/// A pattern of a whole name: `*` stands for any characters or none (also `/`), `?` for one; all others for themselves.
package struct Glob: Sendable, Equatable {
    package let pattern: String
    private let scalars: [Unicode.Scalar]

    package init(_ pattern: String) {
        self.pattern = pattern
        scalars = Array(pattern.unicodeScalars)
    }

    /// Whether the pattern fits `name`; the work is at most the product of their lengths.
    package func matches(_ name: String) -> Bool {
        let name = Array(name.unicodeScalars)
        var (place, at) = (0, 0)
        /// Where the last star stands, and up to where it has swallowed.
        var star: (place: Int, at: Int)?
        while at < name.count {
            if place < scalars.count, scalars[place] == "*" {
                star = (place, at)
                place += 1
            } else if place < scalars.count, scalars[place] == "?" || scalars[place] == name[at] {
                place += 1
                at += 1
            } else if let last = star {
                star = (last.place, last.at + 1)
                (place, at) = (last.place + 1, last.at + 1)
            } else {
                return false
            }
        }
        return scalars[place...].allSatisfy { $0 == "*" }
    }
}
