package import Model
package import Platform
internal import Synchronization

/// Puts into the outbox what happened, for every endpoint that wants it: the one door to this stage for the pipeline.
///
/// Everything here may be done again after a crash and then changes nothing.
package final class Notifier: Sendable {
    private let outbox: Outbox
    private let threads: ThreadStore
    private let composer: MessageComposer
    private let endpoints: [EndpointSettings]
    private let clock: @Sendable () -> Double
    private let afterQueueing: @Sendable ([OutboxName]) -> Void
    /// One report at a time: reading a thread's last message and writing the next must not be torn apart.
    private let turn = Mutex(())

    /// - Parameters:
    ///   - outbox: its folders are made here where they are not there yet.
    ///   - composer: words the messages.
    ///   - endpoints: as `EndpointSettings.effective` gives them.
    ///   - clock: seconds since 1970.
    ///   - afterQueueing: called with what was queued: to be passed to `Deliverer.expect`.
    /// - Throws: where a folder of the outbox cannot be made.
    package init(
        outbox: Outbox,
        composer: MessageComposer,
        endpoints: [EndpointSettings],
        clock: @escaping @Sendable () -> Double = Clock.realtime,
        afterQueueing: @escaping @Sendable ([OutboxName]) -> Void = { _ in }
    ) throws(PlatformError) {
        self.outbox = outbox
        self.composer = composer
        self.endpoints = endpoints
        self.clock = clock
        self.afterQueueing = afterQueueing
        threads = ThreadStore(outbox: outbox)
        try outbox.prepare(endpoints: endpoints.map(\.name))
        try threads.prepare()
    }

    /// Queues the message that `report` needs, if it needs one.
    ///
    /// - Parameters:
    ///   - report: the report, judged and archived.
    ///   - archivePath: the record's path below the state directory.
    ///   - revision: the number of the revision in the archive, from 1.
    /// - Returns: the messages that are new.
    /// - Throws: where a message or the thread's file cannot be written; to be done again then.
    @discardableResult
    package func announce(
        _ report: Report,
        archivePath: String,
        revision: Int
    ) throws(PlatformError) -> [OutboxName] {
        let queued = try turn.withLock { _ throws(PlatformError) in
            try announceAlone(report, archivePath, revision)
        }
        if !queued.isEmpty { afterQueueing(queued) }
        return queued
    }

    /// Queues the message about a file that went to quarantine; none for one that came by `drop/backfill/`.
    @discardableResult
    package func announce(_ notice: QuarantineNotice) throws(PlatformError) -> [OutboxName] {
        AlertPolicy.isSilent(notice.source) ? [] : try queueAndWake(.unreadable(notice))
    }

    /// Queues the message about trouble of the daemon's own.
    @discardableResult
    package func announce(_ notice: DegradedNotice) throws(PlatformError) -> [OutboxName] {
        try queueAndWake(.degraded(notice))
    }

    private func announceAlone(
        _ report: Report,
        _ archivePath: String,
        _ revision: Int
    ) throws(PlatformError) -> [OutboxName] {
        let key = ThreadKey(report.identity)
        let last = key.flatMap(threads.state)
        let type = AlertPolicy.message(
            for: report,
            revision: revision,
            last: last.map { ($0.type, $0.mark) },
            wantsWarnings: endpoints.contains { $0.wants(.warned) }
        )
        guard let type else { return [] }
        let notice = ReportNotice(
            type: type,
            report: report,
            archivePath: archivePath,
            revision: revision,
            last: last?.mark
        )
        // What only those were told who want warnings is settled only for them.
        let knowing = endpoints.filter { type != .resolved || last?.type != .warned || $0.wants(.warned) }
        let queued = try queue(.report(notice), for: knowing)
        if let mark = ThreadMark(notice, subject: last?.mark.subject ?? composer.subject(of: .report(notice))) {
            try threads.save(ThreadStore.State(type: type, mark: mark))
        }
        return queued
    }

    private func queueAndWake(_ occasion: Occasion) throws(PlatformError) -> [OutboxName] {
        let queued = try queue(occasion, for: endpoints)
        if !queued.isEmpty { afterQueueing(queued) }
        return queued
    }

    private func queue(
        _ occasion: Occasion,
        for endpoints: [EndpointSettings]
    ) throws(PlatformError) -> [OutboxName] {
        let now = clock()
        var queued: [OutboxName] = []
        for endpoint in endpoints where endpoint.wants(occasion) {
            let message = composer.addressed(by: endpoint).compose(occasion, endpoint: endpoint.name, created: Int(now))
            if try outbox.enqueue(message, next: now) {
                queued.append(OutboxName(endpoint: message.endpoint, id: message.id))
            }
        }
        return queued
    }
}

extension ThreadKey {
    /// Nil where agency or year is unknown: such a report is joined to no other.
    init?(_ identity: Identity) {
        guard let agency = identity.agency, let year = identity.year else { return nil }
        self.init(agency: agency, year: year, kind: identity.kind.rawValue)
    }
}
