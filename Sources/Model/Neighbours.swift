/// The other reports that bear on a report, as far as the archive has them.
package struct Neighbours: Sendable, Equatable {
    /// The same agency's report of the year before.
    package var previous: Report?
    /// The statistics page of the same agency and year for a report, the report for a statistics page.
    package var sibling: Report?

    package init(previous: Report? = nil, sibling: Report? = nil) {
        self.previous = previous
        self.sibling = sibling
    }
}
