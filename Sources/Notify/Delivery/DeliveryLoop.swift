import Platform

/// The loop of the delivery thread: starts what is due, writes down what has ended, and sleeps else.
///
/// With nothing pending it sleeps until it is woken.
final class DeliveryLoop {
    private let lines: [DeliveryLine]
    private let context: DeliveryContext
    private let multi: CurlMulti
    /// What is under way, by the address of its handle.
    private var transfers: [UInt: Running] = [:]
    private var idle: [CurlTransfer] = []

    private struct Running {
        let transfer: CurlTransfer
        let line: DeliveryLine
        let message: QueuedMessage
        let entry: OutboxEntry
    }

    /// A clock that was set is noticed after this time at the latest, in seconds.
    private static let longestSleep: Double = 600
    /// So many of one endpoint are started before the next has its turn.
    private static let mostAtOnce = 16

    init(lines: [DeliveryLine], context: DeliveryContext, multi: CurlMulti) {
        self.lines = lines
        self.context = context
        self.multi = multi
    }

    /// Runs until the orders say to stop.
    ///
    /// `turn` is called each time it comes round, with the number of pending messages.
    func run(orders: () -> Deliverer.Orders, turn: (Int) -> Void) {
        while true {
            turn(lines.reduce(0) { $0 + $1.queue.count })
            let order = orders()
            look(order)
            if order.isStopping, transfers.isEmpty || Clock.monotonic() >= order.deadline { break }
            if !order.isStopping { start() }
            multi.perform()
            if collect() { continue }
            multi.wait(milliseconds: sleep(order))
        }
        for running in transfers.values { multi.remove(running.transfer) }
    }

    private func look(_ order: Deliverer.Orders) {
        for line in lines {
            if order.mustRescan {
                line.rescan(context)
            } else {
                line.take(order.expected.filter { $0.endpoint == line.name }.map(\.id), context)
            }
        }
    }

    /// Starts everything that may go now.
    private func start() {
        let now = context.clock()
        for line in lines {
            line.settle(at: now, context)
            // A Maildir takes each at once, and must not keep the others waiting with a long queue.
            for _ in 0..<Self.mostAtOnce {
                guard let message = line.takeDue(at: now) else { break }
                start(message, line, now)
            }
            line.settleArrived(context)
        }
    }

    private func start(_ message: QueuedMessage, _ line: DeliveryLine, _ now: Double) {
        do throws(OutboxError) {
            let entry = try context.outbox.entry(message.id, of: line.name, in: .pending)
            switch line.channel {
            case .maildir(let maildir): line.conclude(message, entry, maildir.failure(entry), context)
            case .network(let client): send(message, entry, client, line, now)
            }
        } catch {
            line.setAside(message.id, error, context)
            line.queue.finish(message)
        }
    }

    private func send(
        _ message: QueuedMessage,
        _ entry: OutboxEntry,
        _ client: any EndpointClient,
        _ line: DeliveryLine,
        _ now: Double
    ) {
        guard let request = try? client.request(entry, now: now) else {
            let failure = DeliveryFailure(
                kind: .permanent,
                reason: "the message cannot be put into the endpoint's form",
                isReceivers: false
            )
            return line.conclude(message, entry, failure, context)
        }
        guard let transfer = idle.popLast() ?? CurlTransfer(), transfer.prepare(request, limits: context.limits),
            multi.add(transfer)
        else {
            let failure = DeliveryFailure(kind: .temporary, reason: "libcurl refuses the request")
            return line.conclude(message, entry, failure, context)
        }
        line.underWay += 1
        transfers[transfer.key] = Running(transfer: transfer, line: line, message: message, entry: entry)
    }

    /// Writes down what has ended; whether anything has.
    private func collect() -> Bool {
        var isAnything = false
        while let (key, code) = multi.nextDone() {
            guard let running = transfers.removeValue(forKey: key) else { continue }
            isAnything = true
            let response = running.transfer.response(code)
            multi.remove(running.transfer)
            idle.append(running.transfer)
            running.line.underWay -= 1
            guard case .network(let client) = running.line.channel else { continue }
            let failure = client.failure(response, now: context.clock())
            if failure == nil, let remark = client.remark(response) {
                context.log.warning("\(running.line.name): \(running.entry.id) delivered, but \(remark)")
            }
            running.line.conclude(running.message, running.entry, failure, context)
        }
        for line in lines { line.settleArrived(context) }
        return isAnything
    }

    /// How long it sleeps, if nobody wakes it, in milliseconds.
    func sleep(_ order: Deliverer.Orders) -> Int32 {
        if order.isStopping { return Int32(max(0, min(order.deadline - Clock.monotonic(), 1) * 1000) + 1) }
        let now = context.clock()
        guard let next = lines.compactMap({ $0.nextEvent(at: now) }).min() else { return .max }
        let seconds = min(max(next - now, 0), Self.longestSleep)
        // Rounded up: waking a moment too early would only mean to go round once more.
        return Int32(seconds * 1000) + 1
    }
}

extension Maildir {
    /// Delivers the message; nil where it has arrived.
    func failure(_ entry: OutboxEntry) -> DeliveryFailure? {
        do {
            let mail = MailWriter.mail(try MailFields.content(of: entry.body), id: entry.id)
            try deliver(mail, id: entry.id, created: entry.created)
            return nil
        } catch {
            return DeliveryFailure(kind: .temporary, reason: "\(error)".clipped(200))
        }
    }
}
