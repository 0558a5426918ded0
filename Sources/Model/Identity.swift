/// Whose report it is, of which year, and on which form.
package struct Identity: Sendable, Equatable {
    package var agency: String?
    /// The report year: the year that is reported on, not the one in which the report was published.
    package var year: Int?
    package var title: String?
    /// The date of publication or signing as `YYYY-MM-DD`.
    package var published: String?
    /// The identifier of the official form: `2008`, `2014`, `2019`, `2021`.
    package var form: String?
    package var kind: Kind

    package init(
        agency: String? = nil,
        year: Int? = nil,
        title: String? = nil,
        published: String? = nil,
        form: String? = nil,
        kind: Kind = .report
    ) {
        self.agency = agency
        self.year = year
        self.title = title
        self.published = published
        self.form = form
        self.kind = kind
    }

    /// What a document is.
    package enum Kind: String, Sendable, Codable {
        /// The text of an annual report.
        case report
        /// The statistics table of an annual report on a page of its own.
        case statistics
        /// Anything else: a law, a news item, a notice.
        case notAReport = "not-a-report"
    }
}
