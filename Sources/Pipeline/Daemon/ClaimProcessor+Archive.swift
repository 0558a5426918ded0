internal import Archive
internal import Model
internal import Platform

extension ClaimProcessor {
    /// Puts a report into the archive, and does what follows from its being there.
    ///
    /// - Returns: whether its bytes are new there.
    mutating func keep(_ fresh: Report, _ bytes: [UInt8], isSilent: Bool) throws -> Bool {
        let stored = try archive.store(fresh, source: bytes)
        let fuller = stored.isNew ? nil : try complete(stored.entry, by: fresh.source, bytes)
        let (report, entry) = fuller ?? (fresh, stored.entry)
        if !isSilent {
            try parts.queue.enqueue(report, archivePath: "archive/" + entry.path, revision: entry.revision)
        }
        parts.resemblance?.add(report, of: report.identity.agency.map(parts.agencies.principal))
        try judgeNeighbours(of: report, storedAt: entry.path)
        let event = stored.isNew ? "archived as" : fuller == nil ? "stands already as" : "known better now, as"
        log.info("\(fresh.source.name): \(event) \(entry.path), \(entry.verdict)")
        return stored.isNew
    }

    /// Bytes that stand in the archive already may come with more said beside them than the first time: what the record
    /// lacks goes into it, and with its agency and year known it goes where it belongs.
    ///
    /// - Returns: the report as it is known now, and its record; nil where the record has it all.
    private mutating func complete(
        _ entry: ArchiveEntry,
        by source: Source,
        _ bytes: [UInt8]
    ) throws -> (Report, ArchiveEntry)? {
        // What is damaged is for verify to tell of.
        guard source.saysMore, let head = try? ArchiveReader(root: folders.archive).provenance(at: entry.path),
            let known = head.source.completed(by: source)
        else { return nil }
        guard case .report(var report) = parts.reader(bytes, known, head.received), isFuller(report, head) else {
            log.warning("\(source.name): \(entry.path) reads otherwise than it did; its sidecar is not taken in")
            return nil
        }
        report.id = head.id
        report.received = head.received
        report.beside.round = head.beside.round
        let isInPlace = ArchiveLayout.folder(for: report) == ArchiveLayout.folder(for: head)
        let renewed =
            isInPlace ? try archive.replace(report, at: entry.path) : try archive.move(report, source: bytes)
        return (report, renewed)
    }

    /// Whether a reading is that of the record, with nothing else in the place of what the record has.
    private func isFuller(_ report: Report, _ head: RecordProvenance) -> Bool {
        report.identity.kind.rawValue == head.kind
            && (head.agency == nil || report.identity.agency == head.agency)
            && (head.year == nil || report.identity.year == head.year)
    }
}

extension Source {
    /// Whether a sidecar or a container says something of it.
    fileprivate var saysMore: Bool { url != nil || fetched != nil || hint != nil }
}
