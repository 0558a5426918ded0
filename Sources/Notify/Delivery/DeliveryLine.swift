import Platform

/// One endpoint as the loop sees it: its queue, how it fares, and what is under way.
final class DeliveryLine {
    let name: String
    let address: String
    let channel: DeliveryChannel
    var queue = EndpointQueue()
    var circuit = Circuit()
    var underWay = 0
    /// Whether its receiver has answered 410.
    var isDisabled = false
    /// Messages that have arrived, of which that is not noted yet.
    var arrived: [QueuedMessage] = []
    /// Since when it has been down, in seconds since 1970; nil: it is not.
    var downSince: Double?
    /// How often it may be sent to.
    private var rate: TokenBucket?
    /// After it was down: how fast what has waited goes to it.
    private var recovery: TokenBucket?
    /// How many had to wait, and have not gone since.
    private var backlog = 0
    /// Messages that have arrived, or were given up, and could not be moved yet: they must not be sent again.
    var unsettled: [Unsettled] = []

    /// At most this many at once.
    private let parallel: Int

    /// One that has just come back is not flooded: so many a second, until as many have gone as had to wait.
    private static let recoveryRate = RateLimit(perSecond: 10, burst: 1)

    struct Unsettled {
        var message: QueuedMessage
        var box: Outbox.Box
        /// When to try again, in seconds since 1970.
        var next: Double
    }

    init(endpoint: EndpointSettings, channel: DeliveryChannel) {
        name = endpoint.name
        address = channel.address
        self.channel = channel
        if case .network(let client) = channel {
            parallel = client.parallel
            rate = client.rate.map(TokenBucket.init)
        } else {
            parallel = 1
        }
    }

    /// How many may be under way now.
    private var room: Int { circuit.isOpen ? 1 : parallel }

    /// The next message that may go now, taken out of the queue.
    func takeDue(at now: Double) -> QueuedMessage? {
        guard !isDisabled, now >= circuit.until, underWay < room else { return nil }
        guard let due = queue.nextDue, due <= now else { return nil }
        guard recovery?.take(at: now) ?? true, rate?.take(at: now) ?? true else { return nil }
        return queue.takeDue(at: now)
    }

    /// When there is something to do, in seconds since 1970, if nothing ends before; nil: never.
    func nextEvent(at now: Double) -> Double? {
        let settling = unsettled.map(\.next).min()
        guard !isDisabled, underWay < room, let due = queue.nextDue else { return settling }
        let starts = [due, circuit.until, rate?.ready(at: now), recovery?.ready(at: now)].compactMap(\.self)
        return [settling, starts.max()].compactMap(\.self).min()
    }

    /// It answers again: what has waited goes to it little by little.
    func recover(_ context: DeliveryContext) {
        recovery = TokenBucket(Self.recoveryRate)
        backlog = queue.count
        // A restart amid that must not turn the rest into a flood.
        context.outbox.markRecovering(name)
    }

    /// Counts what has arrived.
    func countArrival(_ context: DeliveryContext) {
        backlog -= 1
        if backlog <= 0, recovery != nil {
            recovery = nil
            context.outbox.clearRecovering(name)
        }
    }

    /// Brings the queue up to what is in the outbox now.
    func rescan(_ context: DeliveryContext) {
        let isDisabledNow = context.outbox.isDisabled(name, address: address)
        if isDisabled, !isDisabledNow { circuit = Circuit() }
        isDisabled = isDisabledNow
        downSince = downSince ?? context.outbox.downSince(name)
        let identifiers = Set(context.outbox.identifiers(name, .pending))
        take(identifiers.filter { hasChanged($0, context) }, context)
        for id in queue.known.keys where !identifiers.contains(id) { _ = queue.drop(id) }
        if recovery == nil, context.outbox.isRecovering(name) { recover(context) }
    }

    /// Takes the pending messages `identifiers` into the queue; those that are there stay as they are.
    func take(_ identifiers: some Sequence<String>, _ context: DeliveryContext) {
        var found: [QueuedMessage] = []
        for id in identifiers where queue.known[id] == nil {
            do throws(OutboxError) {
                found.append(try load(id, context))
            } catch {
                setAside(id, error, context)
            }
        }
        for message in found.sorted(by: { $0.isOlder(than: $1) }) { queue.add(message) }
    }

    /// Whether the file is new here, or somebody else has written it: then it has been dropped from the queue.
    private func hasChanged(_ id: String, _ context: DeliveryContext) -> Bool {
        if unsettled.contains(where: { $0.message.id == id }) { return false }
        guard let modified = queue.known[id] else { return true }
        return modified != self.modified(id, context) && queue.drop(id)
    }

    private func load(_ id: String, _ context: DeliveryContext) throws(OutboxError) -> QueuedMessage {
        let modified = modified(id, context)
        return QueuedMessage(try context.outbox.entry(id, of: name, in: .pending), modified: modified)
    }

    /// When the file of the pending message was last written, as the file system says; 0 where it is gone.
    func modified(_ id: String, _ context: DeliveryContext) -> Int {
        (try? FileSystem.status(of: context.outbox.path(name, .pending, id)))?.modified ?? 0
    }

    /// A damaged file stops nobody: it goes to `dead`, where `gouji messages` shows it.
    func setAside(_ id: String, _ error: OutboxError, _ context: DeliveryContext) {
        guard FileSystem.exists(context.outbox.path(name, .pending, id)) else { return }
        context.log.error("\(error)")
        try? context.outbox.move(id, of: name, from: .pending, to: .dead)
    }
}
