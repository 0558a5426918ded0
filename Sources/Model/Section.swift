/// A heading of the report.
package struct Section: Sendable, Equatable {
    /// The identifier of the official section, or nil for a section that the form does not know.
    package var id: String?
    /// The heading as printed.
    package var heading: String
    /// The line of the heading in the decoded source, from 1.
    package var line: Int
    /// Where in the document it stands, where its format has pages or tables.
    package var inDocument: DocumentPlace?
    /// Whether it is a sub-heading that stands inside another section.
    package var isNested: Bool
    /// The narrative between this heading and the next, tables left out, without white space.
    package var body: Prose
    /// Whether a table, or what is left of one, stands in it.
    package var hasTable: Bool

    package init(
        id: String?,
        heading: String,
        line: Int,
        inDocument: DocumentPlace? = nil,
        isNested: Bool = false,
        body: Prose = "",
        hasTable: Bool = false
    ) {
        self.id = id
        self.heading = heading
        self.line = line
        self.inDocument = inDocument
        self.isNested = isNested
        self.body = body
        self.hasTable = hasTable
    }
}
