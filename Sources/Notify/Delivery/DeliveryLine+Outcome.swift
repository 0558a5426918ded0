import Platform

/// What becomes of a message after a try.
extension DeliveryLine {
    /// Seconds until a move that the disk refused is tried again.
    private static let settleWait: Double = 10

    /// Writes down how a try ended; `failure` is nil where the message has arrived.
    func conclude(
        _ message: QueuedMessage,
        _ entry: OutboxEntry,
        _ failure: DeliveryFailure?,
        _ context: DeliveryContext
    ) {
        let now = context.clock()
        guard let failure else {
            succeed(context)
            context.log.info("\(name): delivered \(entry.id) (\(entry.type.rawValue)) at try \(entry.attempts + 1)")
            return arrived.append(message)
        }
        if failure.kind == .gone { return disable(message, failure, context) }
        if failure.isReceivers { fail(failure, at: now, context) }
        if failure.isReceivers, failure.kind == .permanent {
            context.onTrouble(EndpointTrouble(endpoint: name, kind: .refused(reason: failure.reason), since: now))
        }
        if let wait = failure.retryAfter { circuit.pause(until: now + min(wait, 86_400)) }
        var entry = entry
        entry.attempts += 1
        entry.refusals += failure.kind == .permanent ? 1 : 0
        entry.lastError = failure.reason
        retry(message, entry, failure, at: now, context)
        if circuit.isOpen { giveUpTheOldest(at: now, context) }
    }

    private func succeed(_ context: DeliveryContext) {
        // Down before a restart counts too.
        if circuit.isOpen || downSince != nil { recover(context) }
        circuit.succeed()
        countArrival(context)
        guard let since = downSince else { return }
        context.log.notice("\(name): answers again, after \(Int(context.clock() - since)) s")
        downSince = nil
        context.outbox.clearDown(name)
    }

    /// Counts a failure of the receiver's; people are told once it has been down for a while.
    private func fail(_ failure: DeliveryFailure, at now: Double, _ context: DeliveryContext) {
        circuit.fail(at: now, policy: context.policy, jitter: context.jitter())
        guard circuit.isOpen else { return }
        let since = downSince ?? now
        if downSince == nil {
            downSince = now
            context.outbox.markDown(name, since: now)
        }
        if now - since >= EndpointTrouble.patience {
            context.onTrouble(EndpointTrouble(endpoint: name, kind: .down(reason: failure.reason), since: since))
        }
    }

    private func retry(
        _ message: QueuedMessage,
        _ entry: OutboxEntry,
        _ failure: DeliveryFailure,
        at now: Double,
        _ context: DeliveryContext
    ) {
        var entry = entry
        let wait = context.policy.wait(
            after: failure,
            attempts: entry.attempts,
            refusals: entry.refusals,
            jitter: context.jitter()
        )
        let what = "\(name): \(entry.id) not delivered at try \(entry.attempts): \(failure.reason)"
        guard let wait else {
            context.log.error("\(what); given up, see gouji messages")
            save(entry, context)
            context.onTrouble(EndpointTrouble(endpoint: name, kind: .dead(reason: failure.reason), since: now))
            return settle(message, into: .dead, at: now, context)
        }
        context.log.warning("\(what); next in \(Int(wait.rounded())) s")
        entry.next = now + wait
        save(entry, context)
        var message = message
        message.next = entry.next
        message.modified = modified(message.id, context)
        queue.postpone(message)
    }

    /// The receiver has said that it is gone: everything stays pending, and nothing more is sent to this address.
    private func disable(_ message: QueuedMessage, _ failure: DeliveryFailure, _ context: DeliveryContext) {
        defer { queue.postpone(message) }
        // Others were under way at the same time, and say the same.
        guard !isDisabled else { return }
        context.log.error("\(name): disabled: the receiver answered \(failure.reason); give it a new url, or resend")
        isDisabled = true
        do throws(PlatformError) {
            try context.outbox.disable(name, address: address)
        } catch {
            context.log.error("\(error)")
        }
        context.onTrouble(EndpointTrouble(endpoint: name, kind: .disabled, since: context.clock()))
    }

    /// While the endpoint is down only one message at a time is tried; the others do not wait for ever.
    private func giveUpTheOldest(at now: Double, _ context: DeliveryContext) {
        while let message = queue.takeOlder(than: now - context.policy.longestLife) {
            context.log.error("\(name): \(message.id) given up: the receiver has been down for too long")
            if var entry = try? context.outbox.entry(message.id, of: name, in: .pending) {
                entry.lastError = entry.lastError ?? "the receiver has been down for too long"
                save(entry, context)
            }
            let reason = "the receiver has been down for too long"
            context.onTrouble(EndpointTrouble(endpoint: name, kind: .dead(reason: reason), since: now))
            settle(message, into: .dead, at: now, context)
        }
    }

    /// Notes what has arrived since the last call: together, for each look at the disk costs as much as a try.
    func settleArrived(_ context: DeliveryContext) {
        guard !arrived.isEmpty else { return }
        let now = context.clock()
        let messages = arrived
        arrived = []
        do throws(PlatformError) {
            let failures = try context.outbox.settle(messages.map(\.id), of: name)
            for message in messages { finish(message, into: .sent, failures[message.id], at: now, context) }
        } catch {
            for message in messages { finish(message, into: .sent, error, at: now, context) }
        }
    }

    /// Moves on what could not be moved before.
    func settle(at now: Double, _ context: DeliveryContext) {
        let due = unsettled.filter { $0.next <= now }
        guard !due.isEmpty else { return }
        unsettled.removeAll { $0.next <= now }
        for item in due { settle(item.message, into: item.box, at: now, context) }
    }

    private func settle(_ message: QueuedMessage, into box: Outbox.Box, at now: Double, _ context: DeliveryContext) {
        do throws(PlatformError) {
            try context.outbox.move(message.id, of: name, from: .pending, to: box)
            finish(message, into: box, nil, at: now, context)
        } catch {
            finish(message, into: box, error, at: now, context)
        }
    }

    /// The message is moved, or `error` says why not: it is tried again then, and never sent again.
    private func finish(
        _ message: QueuedMessage,
        into box: Outbox.Box,
        _ error: PlatformError?,
        at now: Double,
        _ context: DeliveryContext
    ) {
        guard let error, !error.isMissing else { return queue.finish(message) }
        context.log.error("\(error)")
        unsettled.append(Unsettled(message: message, box: box, next: now + Self.settleWait))
    }

    /// The number of tries is only a guide: where it cannot be written the message is tried once more than it need be.
    private func save(_ entry: OutboxEntry, _ context: DeliveryContext) {
        do throws(PlatformError) {
            try context.outbox.update(entry)
        } catch {
            context.log.error("\(error)")
        }
    }
}
