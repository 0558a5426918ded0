internal import Archive
internal import Intake
internal import Model
internal import Platform

extension ClaimProcessor {
    private var neighbours: NeighbourArchive { NeighbourArchive(root: folders.archive, names: parts.agencies) }

    /// Judges again the records that a report which is now in the archive bears on: its agency's next year, and the
    /// other page of its year.
    ///
    /// A record names those that it was judged beside, and so nothing is judged twice for the same reason. People are
    /// told first and the record is written after that: a crash between the two comes here again, finds the record as it
    /// was, and makes the very message that stands in the queue already.
    mutating func judgeNeighbours(of report: Report, storedAt path: String) throws {
        let identity = report.identity
        // Old bytes dropped again are no news: what counts is the last revision.
        guard let agency = identity.agency, let year = identity.year,
            neighbours.latest(agency, year, identity.kind) == path
        else { return }
        let name = "\(agency) \(year) (\(report.id))"
        for affected in neighbours.affected(by: report) {
            try judgeAgain(affected, beside: report.id, at: path, called: name)
        }
    }

    /// `name` is the other report in the log.
    private mutating func judgeAgain(
        _ affected: NeighbourArchive.Affected,
        beside id: String,
        at path: String,
        called name: String
    ) throws {
        let reader = ArchiveReader(root: folders.archive)
        // What is damaged is for verify to tell of, and must not hold up the report that has come.
        guard let head = try? reader.provenance(at: affected.path), head.beside[keyPath: affected.role] != id,
            let bytes = try? reader.source(of: affected.path)
        else { return }
        let mark = JudgingMark(path: folders.judging)
        guard try mark.begin(affected.path, most: Self.mostAttempts) else {
            log.error("\(affected.path): reading it again ended the program; it is not judged beside \(name)")
            return
        }
        let reading = parts.reader(bytes, head.source, head.received)
        try mark.end()
        guard case .report(var report) = reading, isSame(report, head) else {
            log.warning("\(affected.path): reads otherwise than it did and is not judged again beside \(name)")
            return
        }
        report.id = head.id
        report.received = head.received
        report.beside[keyPath: affected.role] = id
        report.beside.round = head.beside.round + 1
        report.beside.cause = "archive/" + path
        if !head.source.name.hasPrefix(DropName.backfill) {
            try parts.queue.enqueue(report, archivePath: "archive/" + affected.path, revision: head.revision)
        }
        let entry = try archive.replace(report, at: affected.path)
        log.info("\(affected.path): judged again beside \(name): \(head.verdict), now \(entry.verdict)")
    }

    private func isSame(_ report: Report, _ head: RecordProvenance) -> Bool {
        report.identity.agency == head.agency && report.identity.year == head.year
            && report.identity.kind.rawValue == head.kind
    }
}
