package import Archive
package import Model
internal import Platform
internal import Record

/// Judges every record of an archive again with the rules of today, each beside its neighbours.
///
/// The years come in their order, so that each is judged beside what the year before has just become. No message is
/// sent: what people were told of a report is compared when its next revision comes.
package struct ArchiveRechecker: ~Copyable {
    /// What came of one record.
    package enum Change: Sendable, Hashable {
        case same
        /// Judged otherwise than it was: the verdicts before and now.
        case judged(before: String, now: String)
        /// Its source reads otherwise than it did, and was not to be read again.
        case readsOtherwise
        /// Its source reads as another report, or as none.
        case otherReport
        /// The record or its source is damaged or missing.
        case damaged
    }

    private let folders: StateFolders
    private let reader: ReadReport
    private let agencies: AgencyNames
    private let resemblance: ResemblanceStore?
    /// No daemon may write at the same time.
    private let lock: LockFile

    /// - Throws: `DaemonError.alreadyRunning` where a daemon works on the state.
    package init(
        folders: StateFolders,
        reader: @escaping ReadReport,
        agencies: AgencyNames,
        resemblance: ResemblanceStore?
    ) throws {
        self.folders = folders
        self.reader = reader
        self.agencies = agencies
        self.resemblance = resemblance
        do throws(PlatformError) {
            lock = try LockFile(folders.lock)
        } catch {
            throw error.isBusy ? DaemonError.alreadyRunning(state: folders.state) : error as any Error
        }
    }

    /// Goes through the archive and tells of each record by its path; `rereads`: whether what is read otherwise today goes
    /// into the record.
    package func run(rereads: Bool, report: (String, Change) throws -> Void) throws {
        let archive = ArchiveReader(root: folders.archive)
        var writer = ArchiveWriter(index: try ArchiveIndex(opening: folders.archive))
        for entry in try archive.entries() {
            try report(entry.path, recheck(entry.path, archive, &writer, rereads: rereads))
        }
    }

    private func recheck(
        _ path: String,
        _ archive: ArchiveReader,
        _ writer: inout ArchiveWriter,
        rereads: Bool
    ) throws -> Change {
        guard let head = try? archive.provenance(at: path), let record = try? archive.record(at: path),
            let bytes = try archive.source(of: path), "sha256:" + SHA256.hex(of: bytes) == head.id
        else { return .damaged }
        guard case .report(var report) = reader(bytes, head.source, head.received),
            report.identity.agency == head.agency, report.identity.year == head.year,
            report.identity.kind.rawValue == head.kind
        else { return .otherReport }
        guard rereads || report.readsLike(Report(record)) else { return .readsOtherwise }
        report.id = head.id
        report.received = head.received
        report.beside.round = head.beside.round
        resemblance?.add(report, of: report.identity.agency.map(agencies.principal))
        guard try archive.bytes(at: path) != RecordWriter.bytes(of: report, pretty: true) + [0x0A] else { return .same }
        _ = try writer.replace(report, at: path)
        return .judged(before: head.verdict, now: report.verdict.rawValue)
    }
}

extension Report {
    /// Whether two readings of the same bytes found the same form and the same cells.
    fileprivate func readsLike(_ other: Report) -> Bool {
        identity.form == other.identity.form && sections.map(\.id) == other.sections.map(\.id)
            && tables.count == other.tables.count
            && tables.allSatisfy { table in
                guard let twin = other.table(table.id), twin.state == table.state else { return false }
                return table.rows.count == twin.rows.count
                    && table.rows.allSatisfy { row in
                        row.cells.map { $0?.number } == twin.row(row.id)?.cells.map { $0?.number }
                    }
            }
    }
}
