/// The other reports that bear on a report, as far as the archive has them.
package struct Neighbours: Sendable, Equatable {
    /// The same agency's report of the year before.
    package var previous: Report?
    /// The statistics page of the same agency and year for a report, the report for a statistics page.
    package var sibling: Report?
    /// Other reports whose text is nearly this one's, the likest first.
    package var resemblances: [Resemblance]

    package init(previous: Report? = nil, sibling: Report? = nil, resemblances: [Resemblance] = []) {
        self.previous = previous
        self.sibling = sibling
        self.resemblances = resemblances
    }

    /// Which they are.
    package var names: Beside { Beside(previous: previous?.id, sibling: sibling?.id) }
}

/// The ids of the records that a report was judged beside, and how often it was judged: the record keeps them, so that
/// nothing is judged twice for the same reason.
package struct Beside: Sendable, Hashable {
    /// The same agency's report of the year before.
    package var previous: String?
    /// The other page of the same agency and year.
    package var sibling: String?
    /// From 1; one more each time it is judged again because of another record.
    package var round: Int
    /// The record whose coming made it be judged again, as a path; known only while that is done.
    package var cause: String?

    package init(previous: String? = nil, sibling: String? = nil, round: Int = 1) {
        self.previous = previous
        self.sibling = sibling
        self.round = round
    }

    /// Whether it was judged once, and alone.
    package var isAlone: Bool { previous == nil && sibling == nil && round == 1 }
}

/// Another report of the archive, and how much its text is like this one's.
package struct Resemblance: Sendable, Hashable {
    package var agency: String
    package var year: Int
    /// The share of common passages, numbers left out: 0…1.
    package var similarity: Double
    /// Whether it is the same agency's report of the year before.
    package var isOwnPrevious: Bool

    package init(agency: String, year: Int, similarity: Double, isOwnPrevious: Bool) {
        self.agency = agency
        self.year = year
        self.similarity = similarity
        self.isOwnPrevious = isOwnPrevious
    }
}
