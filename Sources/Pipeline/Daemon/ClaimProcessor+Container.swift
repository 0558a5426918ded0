internal import Archive
internal import Glibc
internal import Intake
internal import Model
internal import Platform

/// What came of a container's documents.
struct ContainerTally: Hashable {
    var archived = 0
    var duplicates = 0
    var quarantined = 0
}

extension ClaimProcessor {
    /// Takes the documents of a container through all that follows, one by one; nil where the file is one document.
    ///
    /// What is done for a document is noted before the next is taken up, and may be done again. The container goes into
    /// the archive when all are done, and its claim with that.
    mutating func processContainer(_ claim: inout ClaimedFile) throws -> Outcome? {
        guard let before = try? FileSystem.status(of: claim.path), before.isRegular else { return nil }
        let name = FileName.printable(claim.sourceName)
        let limit = parts.intake.maximumBytes
        // Where it cannot be read, reading it as one document says why.
        let container = try? ContainerInput.open(
            claim.path,
            name: name,
            maximumBytes: limit,
            sidecar: source(of: claim, bytes: before.size)
        )
        guard let container else { return nil }
        // From here on each document is counted by itself.
        try claims.finish(&claim)
        if try claim.hasWriter() { return .busy }
        var work = ContainerWork(
            claim: claim,
            isCrawl: container.isCrawl,
            progress: ContainerProgress(of: claim)
        )
        if work.progress.fetches >= Self.mostAttempts {
            return try reject(claim, .poison(work.progress.fetches), id: container.id)
        }
        do {
            guard try takeAll(of: container, &work) else { return .interrupted(work.tally) }
        } catch {
            // A full disk is not the document's fault.
            try? work.progress.pause()
            throw error
        }
        guard isUnchanged(claim, before) else {
            claims.removeProgress(of: claim)
            return .busy
        }
        if work.seen == 0 { return try reject(claim, .holdsNothing(container.skipped), id: container.id) }
        return try keep(container, work)
    }

    /// - Returns: whether all were taken; not where the daemon stops.
    private mutating func takeAll(of container: ContainerInput, _ work: inout ContainerWork) throws -> Bool {
        // What was done before a crash is passed over.
        while work.seen < work.progress.done, try container.next() != nil { work.seen += 1 }
        try work.progress.fetch()
        while let document = try container.next() {
            try work.progress.read()
            try take(document, &work)
            work.seen += 1
            try work.progress.advance()
            guard mayGoOn() else {
                try work.progress.pause()
                return false
            }
        }
        return true
    }

    private mutating func take(_ document: Document, _ work: inout ContainerWork) throws {
        try checkRoom()
        let attempts = work.progress.readings - 1
        let reading: Reading =
            if attempts >= Self.mostAttempts {
                .rejected(.poison(attempts))
            } else if let rejection = document.rejection {
                .rejected(rejection)
            } else {
                parts.reader(document.bytes, document.source, work.claim.received)
            }
        switch reading {
        case .rejected(let rejection): try quarantine(document, rejection, &work)
        case .report(var report):
            report.id = "sha256:" + SHA256.hex(of: document.bytes)
            report.received = work.claim.received
            try archive(report, document, &work)
        }
    }

    private mutating func archive(_ report: Report, _ document: Document, _ work: inout ContainerWork) throws {
        let isNew = try keep(report, document.bytes, isSilent: isSilent(work.claim))
        work.tally.archived += isNew ? 1 : 0
        work.tally.duplicates += isNew ? 0 : 1
    }

    private func quarantine(_ document: Document, _ rejection: Rejection, _ work: inout ContainerWork) throws {
        let id = "sha256:" + SHA256.hex(of: document.bytes)
        let source = document.source
        let name = try quarantine.keep(document.bytes, of: work.claim, rejection, source: source, id: id)
        // What a crawler took along is no news to anybody.
        if !isSilent(work.claim), !(work.isCrawl && rejection.code == .notAReport) {
            let path = "quarantine/" + FileName.printable(name)
            try parts.queue.enqueueUnreadable(rejection, source: source, id: id, path: path)
        }
        log.warning("\(source.name): to quarantine as \(name): \(rejection.message.en)")
        work.tally.quarantined += 1
    }

    /// The room that a plain file was promised when it was claimed, for each document anew.
    private func checkRoom() throws(PlatformError) {
        guard let free = (try? FileSystem.volume(of: folders.state))?.free else { return }
        guard free >= parts.intake.minimumFree else {
            throw PlatformError(operation: "write", path: folders.archive, errno: ENOSPC)
        }
    }

    private func keep(_ container: ContainerInput, _ work: ContainerWork) throws -> Outcome {
        try FileSystem.makeDirectory(folders.containers)
        // A file of that name has the same bytes.
        try DurableFile.rename(from: work.claim.path, to: folders.containers + "/" + container.id, replacing: true)
        claims.removeCompanions(of: work.claim)
        let tally = work.tally
        let skipped = container.skipped.isEmpty ? "" : "; passed over: \(container.skipped)"
        log.info(
            "\(work.claim.sourceName): \(work.seen) documents, \(tally.archived) archived, \(tally.duplicates) stood "
                + "there already, \(tally.quarantined) to quarantine\(skipped)"
        )
        return .container(tally)
    }
}

/// The work on one container.
private struct ContainerWork {
    let claim: ClaimedFile
    let isCrawl: Bool
    var progress: ContainerProgress
    var tally = ContainerTally()
    /// How many of its documents were taken.
    var seen = 0
}

extension Rejection {
    fileprivate static func holdsNothing(_ skipped: String) -> Rejection {
        let passed = skipped.isEmpty ? "nothing at all" : skipped
        return Rejection(
            .notAReport,
            Finding.Message(
                zh: "容器中没有可能是年度报告的内容（\(passed)）；请检查抓取范围。",
                en: "the container holds no page that could be a report (\(passed)): check what was scraped"
            )
        )
    }
}
