internal import Bytes
internal import Model

/// Reads the pages of a web archive (WARC 1.0 and 1.1, ISO 28500) record by record.
///
/// A damaged record is a damaged member: reading goes on at the next that begins with `WARC/`, in a packed file at the
/// next member of gzip.
final class WARCReader {
    /// How often something was passed over, by what it was.
    private(set) var skipped: [String: Int] = [:]

    private let limits: DecodeLimits
    private let source: MemberSource
    private var buffer: StreamBuffer
    private var ordinal = 0
    private var hasEnded = false

    private static let lineLimit = 1 << 16
    private static let mostFields = 200
    /// Room for what HTTP says before the page.
    private static let headRoom = 1 << 16
    private static let magic = Array("WARC/".utf8)

    init(_ source: MemberSource, limits: DecodeLimits) {
        self.source = source
        self.limits = limits
        buffer = StreamBuffer(source.next)
    }

    static func begins(_ head: [UInt8]) -> Bool {
        head.starts(with: magic) && head.count > magic.count && ASCII.isDigit(head[magic.count])
    }

    func next() throws -> ContainerMember? {
        while !hasEnded {
            do {
                if let member = try nextRecord() { return member }
            } catch GzipFeed.Fault.damaged {
                buffer.clear()
                if try !source.recover() { hasEnded = true }
                return damaged(.damagedRecord)
            } catch GzipFeed.Fault.tooLarge {
                hasEnded = true
                return damaged(.expandsTooFar(limits))
            }
        }
        return nil
    }

    /// The next record's page; nil where the record holds none, or at the end.
    private func nextRecord() throws -> ContainerMember? {
        guard try beginRecord() else {
            hasEnded = true
            return nil
        }
        ordinal += 1
        guard let fields = try fields(), let length = fields["content-length"].flatMap({ Int($0) }), length >= 0 else {
            return damaged(.damagedRecord)
        }
        let record = WARCRecord(fields: fields, ordinal: ordinal)
        if let reason = record.reasonToSkip { return try pass(length, reason) }
        guard length <= limits.maximumBytes + Self.headRoom else { return try tooLarge(record, length) }
        let block = try buffer.take(length)
        guard block.count == length else {
            hasEnded = true
            return damaged(.damagedRecord, name: record.name)
        }
        guard try endsHere() else { return damaged(.damagedRecord, name: record.name) }
        switch record.content(of: block, limits: limits) {
        case .member(let member): return member
        case .skipped(let reason):
            skipped[reason, default: 0] += 1
            return nil
        }
    }

    /// Whether what follows a block is a record's end or another's beginning: else its length was wrong.
    private func endsHere() throws -> Bool {
        try buffer.require(4)
        let next = buffer.bytes[buffer.start...].prefix(4)
        return next.allSatisfy { $0 == ASCII.carriageReturn || $0 == ASCII.newline } || Self.magic.starts(with: next)
    }

    private func pass(_ length: Int, _ reason: String) throws -> ContainerMember? {
        skipped[reason, default: 0] += 1
        _ = try buffer.skip(length)
        return nil
    }

    private func tooLarge(_ record: WARCRecord, _ length: Int) throws -> ContainerMember? {
        // What is no report is passed over, however large it is.
        let head = try buffer.take(min(length, Self.headRoom))
        _ = try buffer.skip(length - head.count)
        if case .skipped(let reason) = record.content(of: head, limits: limits) {
            skipped[reason, default: 0] += 1
            return nil
        }
        return damaged(.memberTooLarge(limits), name: record.name)
    }

    private func damaged(_ rejection: Rejection, name: String? = nil) -> ContainerMember {
        if name == nil { ordinal = max(ordinal, 1) }
        return ContainerMember(name: name ?? String(ordinal), bytes: [], rejection: rejection)
    }

    /// Goes to where the next record begins; false at the end. What lies between is counted.
    private func beginRecord() throws -> Bool {
        var isClean = true
        while try buffer.peek() != nil {
            try buffer.require(Self.magic.count + 1)
            if Self.begins(Array(buffer.bytes[buffer.start...].prefix(Self.magic.count + 1))) { break }
            guard let (line, _) = try buffer.line(limit: Self.lineLimit) else { return false }
            if isClean, line.contains(where: { $0 > ASCII.space }) {
                skipped["damaged bytes between records", default: 0] += 1
                isClean = false
            }
        }
        return try buffer.peek() != nil
    }

    /// The fields of the record that begins here; nil where they are no such.
    private func fields() throws -> HeaderFields? {
        var fields = HeaderFields()
        var last = ""
        _ = try buffer.line(limit: Self.lineLimit)
        for _ in 0..<Self.mostFields {
            guard let (line, isWhole) = try buffer.line(limit: Self.lineLimit), isWhole else { return nil }
            let end = line.last == ASCII.carriageReturn ? line.count - 1 : line.count
            if end == 0 { return fields }
            fields.add(line[..<end], after: &last)
        }
        return nil
    }
}

extension Rejection {
    fileprivate static let damagedRecord = Rejection(
        .unreadable,
        Finding.Message(
            zh: "WARC 记录损坏或不完整，无法读出其中的网页；请重新抓取该页",
            en: "the WARC record is damaged or cut off, and its page cannot be read: scrape that page again"
        )
    )
}
