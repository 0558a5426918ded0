import Platform

/// What one endpoint of kind `webhook` is sent, and what its answers mean.
struct WebhookClient: Sendable {
    let address: EndpointAddress
    let secret: WebhookSecret?

    /// The longest part of an answer that is written down.
    private static let maximumReason = 200

    /// - Throws: where the address or the secret of the configuration will not do.
    init(_ endpoint: EndpointSettings) throws(EndpointError) {
        address = try EndpointAddress(endpoint)
        secret = try WebhookSecret.load(for: endpoint)
    }

    /// The request for a try at `now`, in seconds since 1970: identifier and body are frozen, time and signature are not.
    func request(id: String, body: [UInt8], now: Double) -> WebhookRequest {
        let timestamp = Int(now)
        var headers = [
            "Content-Type: application/json; charset=utf-8",
            "webhook-id: " + id,
            "webhook-timestamp: \(timestamp)",
            // Empty: libcurl would else ask for leave before a long body and wait a second.
            "Expect:",
        ]
        if let secret {
            headers.append("webhook-signature: " + secret.signature(id: id, timestamp: timestamp, body: body))
        }
        return WebhookRequest(address: address, headers: headers, body: body)
    }

    /// What `response` means; nil where the message has arrived, which is 2xx and nothing else.
    func failure(_ response: WebhookResponse) -> DeliveryFailure? {
        if let error = response.error {
            return DeliveryFailure(kind: .temporary, reason: shown(error))
        }
        if (200..<300).contains(response.status) { return nil }
        let excerpt = shown(response.excerpt).trimmed
        return DeliveryFailure(
            kind: Self.kind(response.status),
            reason: "HTTP \(response.status)" + (excerpt.isEmpty ? "" : ": " + excerpt),
            retryAfter: response.retryAfter,
            isReceivers: ![400, 413, 422].contains(response.status)
        )
    }

    private func shown(_ text: String) -> String { address.redacted(text).clipped(Self.maximumReason) }

    private static func kind(_ status: Int) -> DeliveryFailure.Kind {
        switch status {
        case 410: .gone
        case 400, 401, 403, 404, 405, 413, 422: .permanent
        default: .temporary
        }
    }
}
