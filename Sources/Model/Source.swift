internal import Bytes

/// Where a report came from, and what its bytes were.
package struct Source: Sendable, Equatable {
    /// The path below `drop/`, or the argument as given, or `-` for standard input.
    package var name: String
    /// How many bytes the source has.
    package var bytes: Int
    /// For example `text/html`; nil where nothing could be told.
    package var mediaType: String?
    /// The charset that the bytes were read as, in IANA's spelling: `UTF-8`, `GB18030`.
    package var charset: String?
    /// From the sidecar or the container: where the scraper found it.
    package var url: String?
    /// From the sidecar or the container: when the scraper fetched it, as it wrote it.
    package var fetched: String?
    /// What a sidecar or a container says of the agency and the report year; used only where the text is silent.
    package var hint: Hint?
    /// The container that this was a member of.
    package var container: Container?

    package init(
        name: String = "",
        bytes: Int = 0,
        mediaType: String? = nil,
        charset: String? = nil,
        url: String? = nil,
        fetched: String? = nil,
        hint: Hint? = nil,
        container: Container? = nil
    ) {
        self.name = name
        self.bytes = bytes
        self.mediaType = mediaType
        self.charset = charset
        self.url = url
        self.fetched = fetched
        self.hint = hint
        self.container = container
    }

    /// What a sidecar says of the report's identity. It never outweighs the report itself.
    package struct Hint: Sendable, Equatable {
        package var agency: String?
        package var year: Int?
        package var title: String?
        /// When the page was published, `YYYY-MM-DD`.
        package var published: String?

        package init(agency: String? = nil, year: Int? = nil, title: String? = nil, published: String? = nil) {
            self.agency = agency.map(WhiteSpace.visible)
            self.year = year
            self.title = title.map(WhiteSpace.visible)
            self.published = published
        }
    }

    /// A file that holds several reports, and which of them this is.
    package struct Container: Sendable, Equatable {
        package var name: String
        package var id: String
        package var member: String

        package init(name: String, id: String, member: String) {
            self.name = name
            self.id = id
            self.member = member
        }
    }
}
