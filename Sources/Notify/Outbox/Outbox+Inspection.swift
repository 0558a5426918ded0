internal import Platform

/// What the commands ask of the outbox; none of it needs the daemon.
extension Outbox {
    /// One message, for a list.
    package struct Item: Sendable, Equatable {
        package var box: Box
        package var entry: OutboxEntry
    }

    /// How an endpoint stands.
    package struct EndpointStatus: Sendable, Equatable {
        package var endpoint: String
        package var pending: Int
        package var sent: Int
        package var dead: Int
        /// Messages that wait for the endpoint's pace.
        package var held: Int
        /// When the first of them was made, in seconds since 1970.
        package var oldestHeld: Int?
        /// When the oldest pending message was made, in seconds since 1970.
        package var oldestPending: Int?
        /// Why the last try of a pending message failed.
        package var lastError: String?
        /// Whether the receiver answered 410, so that nothing is sent to it.
        package var isDisabled: Bool
        /// Since when the receiver has been down, in seconds since 1970; nil: it is not.
        package var downSince: Double?
    }

    /// The messages in `boxes`, the oldest first; damaged files are passed to `report` and left out.
    package func list(
        _ boxes: [Box] = Box.allCases,
        report: (OutboxError) -> Void = { _ in }
    ) -> [Item] {
        var items: [Item] = []
        for endpoint in endpoints {
            for box in boxes {
                for id in identifiers(endpoint, box) {
                    do throws(OutboxError) {
                        items.append(Item(box: box, entry: try entry(id, of: endpoint, in: box)))
                    } catch {
                        report(error)
                    }
                }
            }
        }
        return items.sorted { ($0.entry.created, $0.entry.id) < ($1.entry.created, $1.entry.id) }
    }

    /// How each endpoint that has a folder stands.
    package func status() -> [EndpointStatus] {
        endpoints.map { endpoint in
            let pending = identifiers(endpoint, .pending)
            let entries = pending.compactMap { try? entry($0, of: endpoint, in: .pending) }
            return EndpointStatus(
                endpoint: endpoint,
                pending: pending.count,
                sent: identifiers(endpoint, .sent).count,
                dead: identifiers(endpoint, .dead).count,
                held: identifiers(endpoint, .held).count,
                oldestHeld: oldestHeld(endpoint),
                oldestPending: entries.map(\.created).min(),
                lastError: entries.filter { $0.lastError != nil }.max { $0.attempts < $1.attempts }?.lastError,
                isDisabled: FileSystem.exists(disabledMark(endpoint)),
                downSince: downSince(endpoint)
            )
        }
    }

    /// From the times of the files: there may be many, and a status is asked for often.
    private func oldestHeld(_ endpoint: String) -> Int? {
        let times = identifiers(endpoint, .held).compactMap { id in
            (try? FileSystem.status(of: path(endpoint, .held, id)))?.modified
        }
        return times.min().map { $0 / 1_000_000_000 }
    }

    /// Messages that are pending or held, at all endpoints: for back-pressure; counts names and reads nothing.
    package func waitingCount() -> Int {
        endpoints.reduce(0) { $0 + identifiers($1, .pending).count + identifiers($1, .held).count }
    }

    /// Queues the message `id` again, from whatever box it is in: as if it were new, under the same identifier.
    ///
    /// A running daemon finds it at its next look at the outbox.
    ///
    /// - Returns: the endpoint that it goes to.
    @discardableResult
    package func resend(_ id: String, now: Double = Clock.realtime()) throws -> String {
        for endpoint in endpoints {
            for box in [Box.dead, .sent, .pending, .held, .merged] where FileSystem.exists(path(endpoint, box, id)) {
                var entry = try entry(id, of: endpoint, in: box)
                entry.attempts = 0
                entry.refusals = 0
                entry.next = now
                entry.queued = Int(now)
                try update(entry, in: box)
                if box != .pending { try move(id, of: endpoint, from: box, to: .pending) }
                try enable(endpoint)
                return endpoint
            }
        }
        throw OutboxError.unknown(id: id)
    }

    /// Sends nothing more to the endpoint, whose receiver is gone, as long as its address stays the same.
    func disable(_ endpoint: String, address: String) throws(PlatformError) {
        try DurableFile.write(Array(mark(address).utf8), to: disabledMark(endpoint), replacing: true)
    }

    func enable(_ endpoint: String) throws(PlatformError) {
        guard FileSystem.exists(disabledMark(endpoint)) else { return }
        try DurableFile.unlink(disabledMark(endpoint))
    }

    func isDisabled(_ endpoint: String, address: String) -> Bool {
        (try? FileSystem.read(disabledMark(endpoint))) == Array(mark(address).utf8)
    }

    private func disabledMark(_ endpoint: String) -> String { folder + "/" + endpoint + "/.disabled" }

    /// The address itself is a secret.
    private func mark(_ address: String) -> String { Envelope.digest(["address", address]) + "\n" }
}
