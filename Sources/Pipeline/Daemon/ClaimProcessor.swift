internal import Archive
internal import Intake
internal import Model
internal import Platform

/// Takes one claimed file through all that follows: read, judge, archive, queue the message, let go.
///
/// Each step may be done again after a crash and then changes nothing: the archive knows the bytes, the queue knows its
/// messages, and the claim goes last.
struct ClaimProcessor {
    /// What came of a file.
    enum Outcome: Hashable {
        case archived
        /// Its bytes stood in the archive already.
        case duplicate
        case quarantined
        /// Somebody still writes to it.
        case busy
        /// It cannot be read, which is its own trouble and nobody else's.
        case unreadable
        /// It is gone.
        case gone
        /// A container, all of whose documents are done.
        case container(ContainerTally)
        /// A container that was left in the middle, because the daemon stops.
        case interrupted(ContainerTally)
    }

    /// Readings that began and did not end, after which a file is taken for poison.
    static let mostAttempts = 3

    let folders: StateFolders
    let claims: ClaimFolder
    let quarantine: Quarantine
    let log: Log
    var parts: DaemonParts
    var archive: ArchiveWriter
    /// Asked between the documents of a container: shows that work goes on, and says whether it may.
    var mayGoOn: () -> Bool

    /// Does the work; `isFresh` where the file has just been claimed, which counts as the beginning of a reading.
    ///
    /// - Throws: where something could not be written; the claim is then kept, and is to be processed again.
    mutating func process(_ claim: inout ClaimedFile, isFresh: Bool) throws -> Outcome {
        if !isFresh {
            if claim.attempts >= Self.mostAttempts { return try reject(claim, .poison(claim.attempts)) }
            try claims.begin(&claim)
        }
        try takeSidecar(of: claim)
        if let outcome = try processContainer(&claim) { return outcome }
        let content: ClaimedFile.Content
        do {
            content = try claim.read(limit: parts.intake.maximumBytes)
        } catch {
            return try giveUp(&claim, error)
        }
        switch content {
        case .changing:
            try claims.finish(&claim)
            return .busy
        case .tooLarge(let status):
            try claims.finish(&claim)
            return try reject(claim, .tooLarge(status.size, limit: parts.intake.maximumBytes))
        case .bytes(let bytes, let status):
            return try judge(bytes, status, &claim)
        }
    }

    private func takeSidecar(of claim: ClaimedFile) throws(PlatformError) {
        do throws(PlatformError) {
            try claims.takeSidecar(of: claim)
        } catch {
            if error.isStorageTrouble { throw error }
            log.warning("\(error); the file is read without it")
        }
    }

    private func giveUp(_ claim: inout ClaimedFile, _ error: PlatformError) throws -> Outcome {
        if error.isMissing {
            log.warning("\(claim.sourceName): gone from \(folders.claim) before it was read")
            claims.removeCompanions(of: claim)
            return .gone
        }
        log.warning("\(error); it stays in \(folders.claim) and is tried again")
        try claims.finish(&claim)
        return .unreadable
    }

    private mutating func judge(
        _ bytes: [UInt8],
        _ status: FileStatus,
        _ claim: inout ClaimedFile
    ) throws -> Outcome {
        let source = source(of: claim, bytes: bytes.count)
        let reading = parts.reader(bytes, source, claim.received)
        try claims.finish(&claim)
        // A writer that was not seen may have gone on meanwhile: then these were not the bytes.
        guard isUnchanged(claim, status) else { return .busy }
        let id = "sha256:" + SHA256.hex(of: bytes)
        switch reading {
        case .rejected(let rejection):
            return try reject(claim, rejection, id: id)
        case .report(var report):
            report.id = id
            report.received = claim.received
            return try keep(report, bytes, status, claim)
        }
    }

    private mutating func keep(
        _ report: Report,
        _ bytes: [UInt8],
        _ status: FileStatus,
        _ claim: ClaimedFile
    ) throws -> Outcome {
        let isNew = try keep(report, bytes, isSilent: isSilent(claim))
        guard isUnchanged(claim, status) else { return .busy }
        try claims.release(claim)
        return isNew ? .archived : .duplicate
    }

    func reject(_ claim: ClaimedFile, _ rejection: Rejection, id known: String? = nil) throws -> Outcome {
        let id = try known ?? "sha256:" + SHA256.hex(ofFile: claim.path)
        let source = source(of: claim, bytes: try FileSystem.status(of: claim.path).size)
        let name = try quarantine.prepare(claim, rejection, source: source, id: id)
        if !isSilent(claim) {
            let path = "quarantine/" + FileName.printable(name)
            try parts.queue.enqueueUnreadable(rejection, source: source, id: id, path: path)
        }
        try quarantine.admit(claim, as: name)
        claims.removeCompanions(of: claim)
        log.warning("\(claim.sourceName): to quarantine as \(name): \(rejection.message.en)")
        return .quarantined
    }

    func source(of claim: ClaimedFile, bytes: Int) -> Source {
        var source = Source(name: FileName.printable(claim.sourceName), bytes: bytes)
        Sidecar.apply(claim, to: &source, log: log)
        return source
    }

    func isSilent(_ claim: ClaimedFile) -> Bool { claim.sourceName.hasPrefix(DropName.backfill) }

    /// A rename changes the time of the inode, so that does not count.
    func isUnchanged(_ claim: ClaimedFile, _ before: FileStatus) -> Bool {
        guard let now = try? FileSystem.status(of: claim.path) else { return true }
        return now.inode == before.inode && now.size == before.size && now.modified == before.modified
    }
}

extension Rejection {
    static func poison(_ attempts: Int) -> Rejection {
        Rejection(
            .poison,
            Finding.Message(
                zh: "读取该文件时程序连续 \(attempts) 次中断，不再尝试；请保留文件并报告此问题。",
                en: "reading this file ended the program \(attempts) times; keep the file and report the fault"
            )
        )
    }

    fileprivate static func tooLarge(_ size: Int, limit: Int) -> Rejection {
        Rejection(
            .tooLarge,
            Finding.Message(
                zh: "文件有 \(size) 字节，超过上限 \(limit) 字节；如确需读取，请调大 intake.max_bytes。",
                en: "the file has \(size) bytes, more than \(limit); raise intake.max_bytes to have it read"
            )
        )
    }
}
