/// A message for one endpoint, frozen: every try sends exactly these bytes.
package struct Message: Sendable, Equatable {
    /// The `webhook-id`; it follows from report, endpoint and type, so that a replay makes the same one.
    package var id: String
    package var type: MessageType
    package var endpoint: String
    /// When it was made, in whole seconds since 1970.
    package var created: Int
    package var subject: String
    /// The agency, year and kind that it belongs to; nil where it stands alone.
    package var thread: ThreadMark?
    /// What a digest says of it.
    package var summary: MessageSummary?
    /// The JSON body.
    package var body: String
}

/// What a message says about its thread: enough to know, from the messages alone, what was said last.
package struct ThreadMark: Codable, Sendable, Equatable {
    package var agency: String
    package var year: Int
    package var kind: String
    /// The number of the revision in the archive, from 1.
    package var revision: Int
    /// How often the report had been judged, where that was more than once.
    package var round: Int?
    /// The identifier of the report.
    package var report: String
    /// The fingerprints of the findings at error level, sorted.
    package var errors: [String]
    /// Where those stand, and those before them that could not be looked at since; nil in messages of a version that
    /// did not know.
    var faults: [Fault]?
    /// The subject of the thread, without `Re:`.
    package var subject: String
    /// The first sentences of the errors or warnings that it told of.
    package var said: [Said]

    /// Where a finding at error level stands: whether it is gone can be said only where it can still be looked at.
    struct Fault: Codable, Sendable, Equatable {
        var rule: String
        var fingerprint: String
        var paths: [String]
    }

    /// One finding, as it was put.
    package struct Said: Codable, Sendable, Equatable {
        package var fingerprint: String
        package var zh: String
        package var en: String
        /// The fingerprints of the other findings that were told with it, as one.
        package var also: [String]?
    }

    /// Whether it tells of a later revision, or of the same one judged again later.
    func isLater(than other: ThreadMark) -> Bool {
        (revision, round ?? 1) > (other.revision, other.round ?? 1)
    }

    /// What messages of the same report series share.
    package var key: ThreadKey { ThreadKey(agency: agency, year: year, kind: kind) }
}

/// An agency, a report year and a kind of document: the series in which one revision follows the other.
package struct ThreadKey: Hashable, Sendable {
    /// The kind under which a report is missed: a thread beside that of the report itself.
    package static let overdue = "overdue"

    package var agency: String
    package var year: Int
    package var kind: String
}
