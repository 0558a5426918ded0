internal import Platform

/// The receiver's side of Standard Webhooks 1.0.0: does a request come from who has the secret, and is it fresh?
///
/// Written apart from the sender's side, so that trying things out with `gouji sink` checks the one by the other.
struct SignatureCheck {
    private let key: [UInt8]

    /// How far the sender's clock may be from ours, in seconds: what receivers usually allow.
    private static let tolerance = 300.0

    /// Nil where `secret` is not `whsec_` and base64.
    init?(secret: String) {
        let text = String(secret.split(whereSeparator: \.isWhitespace).joined())
        guard text.hasPrefix("whsec_"), let key = Base64.decode(String(text.dropFirst(6))), !key.isEmpty else {
            return nil
        }
        self.key = key
    }

    /// What is wrong with the request's signature; nil where it is in order.
    func complaint(about request: HTTPRequest, now: Double) -> String? {
        guard let id = request.fields["webhook-id"], let signatures = request.fields["webhook-signature"] else {
            return "not signed"
        }
        guard let timestamp = request.fields["webhook-timestamp"], let seconds = Double(timestamp) else {
            return "without a timestamp"
        }
        guard abs(now - seconds) <= Self.tolerance else { return "more than 5 minutes from this clock" }
        let code = HMACSHA256.code(key: key, message: Array("\(id).\(timestamp).".utf8) + request.body)
        let wanted = "v1," + Base64.encode(code)
        return signatures.split(separator: " ").contains { $0 == wanted } ? nil : "signed with another secret"
    }
}
