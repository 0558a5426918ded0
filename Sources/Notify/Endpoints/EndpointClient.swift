/// How an endpoint over the network is spoken to: what it is sent, and what its answers mean.
protocol EndpointClient: Sendable {
    var address: EndpointAddress { get }

    /// At most so many messages are under way at once.
    var parallel: Int { get }

    /// How often it may be sent to; nil: as often as it answers.
    var rate: RateLimit? { get }

    /// What the operator should know at start, without anything secret.
    var warnings: [String] { get }

    /// What is sent in a try at `now`, in seconds since 1970.
    ///
    /// - Throws: where the message cannot be put into the form that the endpoint takes.
    func request(_ entry: OutboxEntry, now: Double) throws -> TransferRequest

    /// What `response` means; nil where the message has arrived.
    func failure(_ response: TransferResponse, now: Double) -> DeliveryFailure?

    /// What must be said of a message that has arrived all the same; nil: nothing.
    func remark(_ response: TransferResponse) -> String?
}

extension EndpointClient {
    var warnings: [String] { [] }

    func remark(_ response: TransferResponse) -> String? { nil }

    /// A text of the other side for people: without the address, on one line, not too long.
    func shown(_ text: String) -> String { address.redacted(text).clipped(200).trimmed }

    /// Why HTTP itself says that the message has not arrived; nil at 2xx.
    func failureOfHTTP(_ response: TransferResponse) -> DeliveryFailure? {
        if let error = response.error {
            return DeliveryFailure(kind: .temporary, reason: shown(error))
        }
        if (200..<300).contains(response.status) { return nil }
        let excerpt = shown(response.excerpt)
        let kind: DeliveryFailure.Kind =
            switch response.status {
            case 410: .gone
            case 400, 401, 403, 404, 405, 413, 422: .permanent
            default: .temporary
            }
        // A signed body goes nowhere but where the configuration sends it.
        let redirect = (300..<400).contains(response.status) ? " (a redirect, not followed: mend the url)" : ""
        return DeliveryFailure(
            kind: kind,
            reason: "HTTP \(response.status)" + redirect + (excerpt.isEmpty ? "" : ": " + excerpt),
            retryAfter: response.retryAfter,
            isReceivers: ![400, 413, 422].contains(response.status)
        )
    }
}

/// How an endpoint is reached.
enum DeliveryChannel: Sendable {
    case network(any EndpointClient)
    case maildir(Maildir)

    init(_ endpoint: EndpointSettings, _ maildir: Maildir) throws(EndpointError) {
        self = try endpoint.kind.client(endpoint).map { .network($0) } ?? .maildir(maildir)
    }

    /// The address, by which a change of it is noticed; empty for a Maildir.
    var address: String {
        switch self {
        case .network(let client): client.address.url
        case .maildir: ""
        }
    }
}

extension EndpointSettings {
    /// Whether it can be used as it is configured: its address, its secrets and its certificates are there.
    ///
    /// - Returns: what the operator should know, without anything secret.
    package func inspect() throws(EndpointError) -> [String] { try kind.client(self)?.warnings ?? [] }
}
