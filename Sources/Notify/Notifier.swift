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
    private let gatherer: Gatherer?
    private let isGatheredElsewhere: Bool
    private let clock: @Sendable () -> Double
    private let afterQueueing: @Sendable ([OutboxName]) -> Void
    /// One report at a time: reading a thread's last message and writing the next must not be torn apart.
    private let turn = Mutex(())

    /// - Parameters:
    ///   - outbox: its folders are made here where they are not there yet.
    ///   - composer: words the messages.
    ///   - endpoints: as `EndpointSettings.effective` gives them.
    ///   - gatherer: holds messages back as their endpoint's pace wants it; nil: all go out at once.
    ///   - isGatheredElsewhere: whether another process sends on what is held back.
    ///   - clock: seconds since 1970.
    ///   - afterQueueing: called with what was queued: to be passed to `Deliverer.expect`.
    /// - Throws: where a folder of the outbox cannot be made.
    package init(
        outbox: Outbox,
        composer: MessageComposer,
        endpoints: [EndpointSettings],
        gatherer: Gatherer? = nil,
        isGatheredElsewhere: Bool = false,
        clock: @escaping @Sendable () -> Double = Clock.realtime,
        afterQueueing: @escaping @Sendable ([OutboxName]) -> Void = { _ in }
    ) throws(PlatformError) {
        self.outbox = outbox
        self.composer = composer
        self.endpoints = endpoints
        self.gatherer = gatherer
        self.isGatheredElsewhere = isGatheredElsewhere
        self.clock = clock
        self.afterQueueing = afterQueueing
        threads = ThreadStore(outbox: outbox)
        try outbox.prepare(endpoints: endpoints.map(\.name))
        try threads.prepare()
    }

    /// Queues the messages that `report` needs, if it needs any: what is wrong with it, and that it has come.
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
        try queueing { () throws(PlatformError) in
            var queued: [OutboxName] = []
            for endpoint in endpoints {
                let missed = missed(report, endpoint)
                let message = try announce(report, archivePath, revision, missed, to: endpoint)
                // A message on its errors says that it has come; nothing is settled by that.
                if let missed { queued += try closeMissed(missed, report, archivePath, to: endpoint) }
                queued += message
            }
            return queued
        }
    }

    /// Queues the message about a file that went to quarantine; none for one that came by `drop/backfill/`.
    @discardableResult
    package func announce(_ notice: QuarantineNotice) throws(PlatformError) -> [OutboxName] {
        AlertPolicy.isSilent(notice.source) ? [] : try queueForAll(.unreadable(notice))
    }

    /// Queues the message about trouble of the daemon's own.
    @discardableResult
    package func announce(_ notice: DegradedNotice) throws(PlatformError) -> [OutboxName] {
        try queueForAll(.degraded(notice))
    }

    /// Queues the message about trouble with an endpoint, for every other endpoint that wants to hear of it.
    @discardableResult
    package func announce(_ trouble: EndpointTrouble) throws(PlatformError) -> [OutboxName] {
        try queueing { () throws(PlatformError) in
            var queued: [OutboxName] = []
            for endpoint in endpoints where endpoint.name != trouble.endpoint {
                queued += try queue(.degraded(trouble.notice), for: endpoint)
            }
            return queued
        }
    }

    /// Queues the message that a report is missing, or the reminder that it will be due.
    ///
    /// The same agency, year and number of days make one message, whenever and however often it is asked for.
    @discardableResult
    package func announce(_ notice: OverdueNotice) throws(PlatformError) -> [OutboxName] {
        try queueing { () throws(PlatformError) in
            var queued: [OutboxName] = []
            for endpoint in endpoints where endpoint.filter.allows(.overdue(notice)) {
                queued += try queue(.overdue(notice), for: endpoint)
                guard let mark = ThreadMark(.overdue(notice), subject: subject(.overdue(notice), endpoint)) else {
                    continue
                }
                let last = threads.state(mark.key, of: endpoint.name)
                if last == nil || last?.mark.errors.isEmpty == true && !notice.isReminder {
                    try threads.save(ThreadStore.State(type: .overdue, mark: mark), of: endpoint.name)
                }
            }
            return queued
        }
    }

    // MARK: One endpoint

    private func announce(
        _ report: Report,
        _ archivePath: String,
        _ revision: Int,
        _ missed: ThreadStore.State?,
        to endpoint: EndpointSettings
    ) throws(PlatformError) -> [OutboxName] {
        let last = ThreadKey(report.identity).flatMap { threads.state($0, of: endpoint.name) }
        let type = AlertPolicy.message(
            for: report,
            revision: revision,
            last: last.map { ($0.type, $0.mark) },
            wantsWarnings: endpoint.wants(.warned)
        )
        guard let type else { return [] }
        var notice = ReportNotice(
            type: type,
            report: report,
            archivePath: archivePath,
            revision: revision,
            last: last?.mark
        )
        notice.expected = missed?.mark.agency
        notice.isArrival = type == .failed && missed?.isOpen == true
        // What the endpoint is not to know of is as if it had never been: its thread goes on from what it was told.
        guard endpoint.filter.allows(.report(notice)) else { return [] }
        let isWanted = type != .resolved || endpoint.heard(of: last?.type ?? .failed)
        let queued = isWanted ? try queue(.report(notice), for: endpoint) : []
        // What is not wanted counts all the same: the next failure after it is news again.
        let first = last?.mark.subject ?? subject(.report(notice), endpoint)
        if let mark = ThreadMark(notice, subject: first) {
            try threads.save(ThreadStore.State(type: type, mark: mark), of: endpoint.name)
        }
        return queued
    }

    /// What was told of the report while it was missing, or due; nil where nothing was.
    private func missed(_ report: Report, _ endpoint: EndpointSettings) -> ThreadStore.State? {
        guard !AlertPolicy.isSilent(report.source), report.identity.kind == .report, let year = report.identity.year,
            let agency = report.identity.agency, let entry = composer.addresses.entry(agency)
        else { return nil }
        return threads.state(ThreadKey(agency: entry.name, year: year, kind: ThreadKey.overdue), of: endpoint.name)
    }

    /// Says that a missing report has come, where no message on its errors does.
    private func closeMissed(
        _ missed: ThreadStore.State,
        _ report: Report,
        _ archivePath: String,
        to endpoint: EndpointSettings
    ) throws(PlatformError) -> [OutboxName] {
        guard missed.isOpen else { return [] }
        let occasion = Occasion.arrived(ArrivalNotice(report: report, archivePath: archivePath, last: missed.mark))
        let isTold =
            !AlertPolicy.fingerprints(of: report, .error).isEmpty && endpoint.wants(.failed)
            && endpoint.filter.allows(
                source: report.source.name,
                agency: report.identity.agency,
                year: report.identity.year
            )
        let queued = !isTold && endpoint.heard(of: .overdue) ? try queue(occasion, for: endpoint) : []
        if let mark = ThreadMark(occasion, subject: missed.mark.subject) {
            try threads.save(ThreadStore.State(type: .resolved, mark: mark), of: endpoint.name)
        }
        return queued
    }

    private func subject(_ occasion: Occasion, _ endpoint: EndpointSettings) -> String {
        composer.addressed(by: endpoint).subject(of: occasion)
    }

    // MARK: The outbox

    private func queueForAll(_ occasion: Occasion) throws(PlatformError) -> [OutboxName] {
        try queueing { () throws(PlatformError) in
            var queued: [OutboxName] = []
            for endpoint in endpoints { queued += try queue(occasion, for: endpoint) }
            return queued
        }
    }

    /// Passes on what may go at once; what is held back, the gatherer knows of already.
    private func queueing(_ body: () throws(PlatformError) -> [OutboxName]) throws(PlatformError) -> [OutboxName] {
        let queued = try turn.withLock { _ throws(PlatformError) in try body() }
        let ready = queued.filter { gatherer?.isHolding($0) != true }
        if !ready.isEmpty { afterQueueing(ready) }
        return queued
    }

    private func queue(_ occasion: Occasion, for endpoint: EndpointSettings) throws(PlatformError) -> [OutboxName] {
        guard endpoint.wants(occasion) else { return [] }
        // What was told already is not even worded again: a roster asks every day.
        let id = MessageComposer.identifier(occasion, endpoint: endpoint.name)
        guard !outbox.holds(id, of: endpoint.name) else { return [] }
        let now = clock()
        let message = composer.addressed(by: endpoint).compose(occasion, endpoint: endpoint.name, created: Int(now))
        let isForOthers = isGatheredElsewhere && endpoint.pace.holds && Gatherer.mayHold(occasion.type)
        let box = gatherer?.box(for: occasion.type, endpoint: endpoint.name) ?? (isForOthers ? .held : .pending)
        guard try outbox.enqueue(message, next: now, in: box) else { return [] }
        let name = OutboxName(endpoint: message.endpoint, id: message.id)
        if box == .held { gatherer?.expect([name]) }
        return [name]
    }
}

extension ThreadKey {
    /// Nil where agency or year is unknown: such a report is joined to no other.
    init?(_ identity: Identity) {
        guard let agency = identity.agency, let year = identity.year else { return nil }
        self.init(agency: agency, year: year, kind: identity.kind.rawValue)
    }
}
