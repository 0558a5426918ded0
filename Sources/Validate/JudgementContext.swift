package import Model

/// What a report is judged by, beside itself.
package struct JudgementContext: Sendable {
    /// The other records of the archive that bear on it.
    package var neighbours: Neighbours

    package init(neighbours: Neighbours = Neighbours()) {
        self.neighbours = neighbours
    }
}
