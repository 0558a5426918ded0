internal import FoundationEssentials
package import Model
internal import Platform
internal import Record

/// What it takes to read the source of a record again as it was read then, and beside which others it was judged.
package struct RecordProvenance: Sendable {
    package let id: String
    package let received: String
    package let verdict: String
    package let agency: String?
    package let year: Int?
    package let kind: String
    /// From 1.
    package let revision: Int
    /// Where the bytes came from. Agency and year are what the record has: they count where the text is silent.
    package let source: Source
    package let beside: Beside

    /// - Throws: where `bytes` are no record.
    init(_ bytes: [UInt8], revision: Int) throws {
        let head = try JSONDecoder().decode(Head.self, from: Data(bytes))
        id = head.id
        received = head.received
        verdict = head.verdict
        agency = head.identity.agency
        year = head.identity.year
        kind = head.identity.kind
        self.revision = revision
        beside = Beside(head.beside)
        var source = Source(head.source)
        source.hint = Source.Hint(
            agency: agency,
            year: year,
            title: head.identity.title,
            published: head.identity.published
        )
        // A plain file tells these by its bytes, as it did then; a container told them beside the bytes.
        if source.container == nil {
            source.mediaType = nil
            source.charset = nil
        }
        self.source = source
    }

    private struct Head: Decodable {
        let id: String
        let received: String
        let verdict: String
        let source: ArchivedRecord.Source
        let identity: ArchivedRecord.Identity
        let beside: ArchivedRecord.Beside?
    }
}

extension ArchiveReader {
    /// The provenance of the record at `path`.
    package func provenance(at path: String) throws -> RecordProvenance {
        let revision = ArchiveLayout.record(named: FileSystem.name(of: path))?.revision ?? 1
        do {
            return try RecordProvenance(bytes(at: path), revision: revision)
        } catch let error as DecodingError {
            throw ArchiveError.damaged(path: path, reason: RecordHead.reason(error))
        }
    }
}
