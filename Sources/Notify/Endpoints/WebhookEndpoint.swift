import Platform

extension EndpointKind {
    /// A program of the receiver's own: the frozen body, signed after Standard Webhooks 1.0.0.
    package static let webhook = EndpointKind(
        name: "webhook",
        keys: httpKeys + secretKeys + ["previous_secret_file", "previous_credential"] + mailKeys,
        schemes: webSchemes
    ) { endpoint throws(EndpointError) in try WebhookClient(endpoint) }
}

/// What one endpoint of kind `webhook` is sent, and what its answers mean.
struct WebhookClient: EndpointClient {
    let address: EndpointAddress
    let parallel = 4
    let rate: RateLimit? = nil
    private let tls: TLSSettings
    /// The one in force first; several while receivers change over.
    private let secrets: [WebhookSecret]

    /// - Throws: where the address or the secret of the configuration will not do.
    init(_ endpoint: EndpointSettings) throws(EndpointError) {
        address = try endpoint.loadAddress()
        let loaded = [try WebhookSecret.load(for: endpoint), try WebhookSecret.loadPrevious(for: endpoint)]
        secrets = loaded.compactMap(\.self)
        tls = endpoint.tls
        try endpoint.checkAuthorities()
    }

    var warnings: [String] {
        if secrets.isEmpty { return ["no secret_file or credential; messages are sent unsigned"] }
        let isProper = secrets.allSatisfy(\.isOfProperLength)
        return isProper ? [] : ["the secret has not the 24 to 64 bytes that the standard asks for"]
    }

    /// Identifier and body are frozen; time and signature are those of this try.
    func request(_ entry: OutboxEntry, now: Double) -> TransferRequest {
        let timestamp = Int(now)
        let body = Array(entry.body.utf8)
        var headers = [
            "Content-Type: application/json; charset=utf-8",
            "webhook-id: " + entry.id,
            "webhook-timestamp: \(timestamp)",
            // Empty: libcurl would else ask for leave before a long body and wait a second.
            "Expect:",
        ]
        let signatures = secrets.map { $0.signature(id: entry.id, timestamp: timestamp, body: body) }
        if !signatures.isEmpty { headers.append("webhook-signature: " + signatures.joined(separator: " ")) }
        return TransferRequest(address: address, tls: tls, content: .post(headers: headers, body: body))
    }

    /// It has arrived at 2xx and nothing else.
    func failure(_ response: TransferResponse, now: Double) -> DeliveryFailure? { failureOfHTTP(response) }
}
