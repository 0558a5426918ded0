internal import Platform

/// Sends one message for trying an endpoint out, at once and without the outbox: does a message arrive?
package struct EndpointTrial: Sendable {
    private let composer: MessageComposer
    private let maildir: Maildir
    private let limits: TransferLimits

    package init(composer: MessageComposer, maildir: Maildir, limits: TransferLimits = TransferLimits()) {
        self.composer = composer
        self.maildir = maildir
        self.limits = limits
    }

    /// What came of a trial.
    package enum Result: Sendable, Equatable {
        case delivered
        /// For people, without the address.
        case failed(String)
    }

    /// Sends and waits; the message is of type `digest` and has no report.
    ///
    /// - Throws: where the endpoint cannot be used as it is configured.
    package func run(
        _ endpoint: EndpointSettings,
        now: Double = Clock.realtime()
    ) throws(EndpointError) -> Result {
        let channel = try DeliveryChannel(endpoint, maildir)
        let message = composer.addressed(by: endpoint).compose(
            .trial(Random.hex(8)),
            endpoint: endpoint.name,
            created: Int(now)
        )
        let entry = OutboxEntry(message, next: now)
        let failure =
            switch channel {
            case .maildir(let maildir): maildir.failure(entry)
            case .network(let client): try send(entry, client, now)
            }
        return failure.map { .failed($0.reason) } ?? .delivered
    }

    private func send(_ entry: OutboxEntry, _ client: any EndpointClient, _ now: Double) throws(EndpointError)
        -> DeliveryFailure?
    {
        guard let multi = CurlMulti(), let transfer = CurlTransfer() else { throw .noTransport }
        guard let request = try? client.request(entry, now: now) else { return .unfit }
        guard transfer.prepare(request, limits: limits), multi.add(transfer) else { return .refusedByLibcurl }
        defer { multi.remove(transfer) }
        while true {
            multi.perform()
            if let (_, code) = multi.nextDone() { return client.failure(transfer.response(code), now: now) }
            multi.wait(milliseconds: 1_000)
        }
    }
}
