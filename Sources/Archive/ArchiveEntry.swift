/// One record of the archive, as lists show it.
package struct ArchiveEntry: Sendable, Hashable {
    /// The record's path in the archive: `2023/某市司法局/report-1.json`.
    package var path: String
    /// `sha256:` and the hex digest of the source.
    package var id: String
    /// RFC 3339, UTC.
    package var received: String
    package var agency: String?
    package var year: Int?
    package var title: String?
    package var form: String?
    /// `report`, `statistics`.
    package var kind: String
    /// From 1.
    package var revision: Int
    /// `pass`, `warn`, `fail`.
    package var verdict: String
    /// How many findings at error level are not accepted.
    package var errors: Int
    /// How many findings at warning level are not accepted.
    package var warnings: Int
    /// The fingerprints of the findings at error level that are not accepted, sorted.
    package var errorFingerprints: [String]
    /// The name that the source came under.
    package var sourceName: String
}

/// What storing a report came to.
package struct StoredReport: Sendable, Hashable {
    package var entry: ArchiveEntry
    /// Whether something was written; false where the same bytes stand in the archive already.
    package var isNew: Bool
}
