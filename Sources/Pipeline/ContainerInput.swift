internal import Decode
internal import Glibc
package import Model
internal import Platform

/// What is read as one report: a file, or one document of a container.
package struct Document: Sendable {
    package var source: Source
    package var bytes: [UInt8]
    /// Why it cannot be read, where that is known before it is tried.
    package var rejection: Rejection?

    package init(source: Source, bytes: [UInt8], rejection: Rejection? = nil) {
        self.source = source
        self.bytes = bytes
        self.rejection = rejection
    }
}

/// The documents of a file that holds several (a web archive, JSON), one by one; it is never in memory as a whole.
package final class ContainerInput {
    /// `sha256:` and the digest of the whole file.
    package let id: String
    /// Whether a crawler made it, which takes along pages that nobody takes for reports.
    let isCrawl: Bool
    private let name: String
    private let reader: ContainerReader
    /// What a sidecar says of the file: of its document, where it holds no more than one.
    private let sidecar: Source?
    /// The second document, which was looked for before the first was given.
    private var second: Document?
    private var isBegun = false

    private init(
        kind: ContainerReader.Kind,
        feed: ByteFeed,
        name: String,
        id: String,
        maximumBytes: Int,
        sidecar: Source? = nil
    ) {
        self.id = id
        self.name = name
        self.sidecar = sidecar
        isCrawl = if case .warc = kind { true } else { false }
        reader = ContainerReader(kind, name: name, feed: feed, limits: DecodeLimits(maximumBytes: maximumBytes))
    }

    /// The container at `path`; nil where the file is one document. It is read twice, first for its digest.
    ///
    /// `sidecar` is what stands beside the file, and counts where it holds one document only; it is asked for only where the
    /// file is a container.
    ///
    /// - Throws: `PlatformError` where it cannot be read.
    package static func open(
        _ path: String,
        name: String,
        maximumBytes: Int,
        sidecar: @autoclosure () -> Source? = nil
    ) throws -> ContainerInput? {
        let file = try FileFeed(OwnedDescriptor.open(path, O_RDONLY))
        let head = try file.next(atMost: ContainerReader.headLength)
        guard let kind = ContainerReader.kind(head: head) else { return nil }
        return try ContainerInput(
            kind: kind,
            feed: ByteFeed { try file.next(atMost: 1 << 18) }.preceded(by: head),
            name: name,
            id: "sha256:" + SHA256.hex(ofFile: path),
            maximumBytes: maximumBytes,
            sidecar: sidecar()
        )
    }

    /// The container that `bytes` are; nil where they are one document.
    package convenience init?(bytes: [UInt8], source: Source, maximumBytes: Int) {
        guard let kind = ContainerReader.kind(head: Array(bytes.prefix(ContainerReader.headLength))) else { return nil }
        self.init(
            kind: kind,
            feed: .of(bytes),
            name: source.name,
            id: "sha256:" + SHA256.hex(of: bytes),
            maximumBytes: maximumBytes
        )
    }

    /// Whether a file that begins with `head` is a container.
    package static func isContainer(head: [UInt8]) -> Bool { ContainerReader.kind(head: head) != nil }

    /// How many bytes of a file `isContainer` looks at.
    package static let headLength = ContainerReader.headLength

    /// The next document, one that cannot be read too; nil at the end.
    package func next() throws -> Document? {
        guard let sidecar, !isBegun else {
            defer { second = nil }
            return try second ?? read()
        }
        isBegun = true
        guard var first = try read() else { return nil }
        second = try read()
        if second == nil, let completed = first.source.completed(by: sidecar) { first.source = completed }
        return first
    }

    private func read() throws -> Document? {
        guard let member = try reader.next() else { return nil }
        let source = Source(
            name: name + "#" + member.name,
            bytes: member.bytes.count,
            mediaType: member.mediaType,
            charset: member.charset,
            url: member.url,
            fetched: member.fetched,
            hint: member.hint,
            container: Source.Container(name: name, id: id, member: member.name)
        )
        return Document(source: source, bytes: member.bytes, rejection: member.rejection)
    }

    /// What was passed over because it can be no report, with how often: `2 request, 1 image/png`.
    package var skipped: String {
        reader.skipped.sorted { $0.key < $1.key }.map { "\($0.value) \($0.key)" }.joined(separator: ", ")
    }
}

/// A file that is read portion by portion.
private final class FileFeed {
    private let file: OwnedDescriptor

    init(_ file: consuming OwnedDescriptor) { self.file = file }

    func next(atMost count: Int) throws(PlatformError) -> [UInt8] { try file.read(atMost: count) }
}
