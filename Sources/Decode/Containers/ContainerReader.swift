/// Reads the documents out of a file that holds several, one by one, so that it never lies in memory as a whole.
///
/// A container is told by its bytes, as a document is. It stands in this module because what tells it from a document,
/// and what unpacks both, is the same.
package struct ContainerReader {
    /// What holds the documents.
    package enum Kind: Sendable, Equatable {
        /// A JSON file: an object, an array of objects, or an object a line.
        case json(isPacked: Bool)
        /// A table in text whose rows are pages.
        case rows(isPacked: Bool)
        /// ISO 28500: what web crawlers write.
        case warc(isPacked: Bool)
    }

    /// How many bytes of a file tell whether it is a container.
    package static let headLength = 1 << 16

    /// The kind of container that begins with `head`; nil where the file is one document.
    package static func kind(head: [UInt8]) -> Kind? {
        guard GzipDecoder.isMember(head, at: 0) else { return kind(ofPlain: head, isPacked: false) }
        var start = 0
        var plain: [UInt8] = []
        _ = Inflater(.gzip)?.unpack(head, from: &start, to: &plain, room: headLength)
        return kind(ofPlain: plain, isPacked: true)
    }

    private static func kind(ofPlain head: [UInt8], isPacked: Bool) -> Kind? {
        if WARCReader.begins(head) { return .warc(isPacked: isPacked) }
        if JSONReader.begins(head) { return .json(isPacked: isPacked) }
        return PageTable(head: head) == nil ? nil : .rows(isPacked: isPacked)
    }

    private let reader: Reader

    private enum Reader {
        case json(JSONReader)
        case rows(RowReader)
        case warc(WARCReader)
    }

    /// A reader of what `feed` gives. Of the file's `name` only the ending matters, and only for JSON whose first line
    /// leaves a doubt.
    package init(_ kind: Kind, name: String, feed: ByteFeed, limits: DecodeLimits = DecodeLimits()) {
        switch kind {
        case .json(let isPacked):
            let source = MemberSource(feed, isPacked: isPacked, limits: limits)
            reader = .json(JSONReader(source, isLines: Self.namesLines(name), limits: limits))
        case .rows(let isPacked):
            reader = .rows(RowReader(MemberSource(feed, isPacked: isPacked, limits: limits), limits: limits))
        case .warc(let isPacked):
            reader = .warc(WARCReader(MemberSource(feed, isPacked: isPacked, limits: limits), limits: limits))
        }
    }

    private static func namesLines(_ name: String) -> Bool {
        var name = name.lowercased()
        if name.hasSuffix(".gz") { name.removeLast(3) }
        return name.hasSuffix(".jsonl") || name.hasSuffix(".ndjson")
    }

    /// The next document, a damaged one too; nil at the end.
    ///
    /// - Throws: what the feed throws.
    package func next() throws -> ContainerMember? {
        switch reader {
        case .json(let json): try json.next()
        case .rows(let rows): try rows.next()
        case .warc(let warc): try warc.next()
        }
    }

    /// What was passed over because it can be no report, with how often.
    package var skipped: [String: Int] {
        switch reader {
        case .json, .rows: [:]
        case .warc(let warc): warc.skipped
        }
    }
}

/// A container's bytes, unpacked where they are packed.
struct MemberSource {
    let next: () throws -> [UInt8]
    /// Goes on behind damage; false where there is nothing to go on to.
    let recover: () throws -> Bool

    init(_ feed: ByteFeed, isPacked: Bool, limits: DecodeLimits) {
        guard isPacked, let gzip = GzipFeed(feed, limits: limits) else {
            next = feed.next
            recover = { false }
            return
        }
        next = gzip.next
        recover = gzip.skipMember
    }
}
