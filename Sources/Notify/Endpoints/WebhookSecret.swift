internal import Platform

/// The key that a webhook's messages are signed with. It never comes out as text.
package struct WebhookSecret: Sendable, Equatable {
    private let key: [UInt8]

    private static let prefix = "whsec_"

    /// - Parameter text: `whsec_` and base64, as Standard Webhooks 1.0.0 writes it; white space around it is dropped.
    package init?(_ text: String) {
        let words = text.split(whereSeparator: \.isWhitespace)
        guard words.count == 1, words[0].hasPrefix(Self.prefix),
            let key = Base64.decode(String(words[0].dropFirst(Self.prefix.count))), !key.isEmpty
        else { return nil }
        self.key = key
    }

    /// Whether it is as long as the standard asks for: 24 to 64 bytes.
    package var isOfProperLength: Bool { (24...64).contains(key.count) }

    /// The `webhook-signature` of a try: `v1,<base64 of HMAC-SHA256 over id.timestamp.body>`.
    ///
    /// `timestamp` is that of this very try, in seconds since 1970.
    package func signature(id: String, timestamp: Int, body: [UInt8]) -> String {
        "v1," + Base64.encode(HMACSHA256.code(key: key, message: Array("\(id).\(timestamp).".utf8) + body))
    }

    /// Whether `header`, a list of signatures with spaces between, holds ours; compared in constant time.
    package func verifies(_ header: String, id: String, timestamp: Int, body: [UInt8]) -> Bool {
        let wanted = Array(signature(id: id, timestamp: timestamp, body: body).utf8)
        return header.split(separator: " ").contains { given in
            let bytes = Array(given.utf8)
            guard bytes.count == wanted.count else { return false }
            return zip(bytes, wanted).reduce(0) { $0 | ($1.0 ^ $1.1) } == 0
        }
    }

    /// The endpoint's secret in force; nil where it has none.
    package static func load(for endpoint: EndpointSettings) throws(EndpointError) -> WebhookSecret? {
        try parse(try SecretFile.read(.secret, of: endpoint), endpoint)
    }

    /// The endpoint's secret before the one in force, which signs too while receivers change over; or nil.
    static func loadPrevious(for endpoint: EndpointSettings) throws(EndpointError) -> WebhookSecret? {
        try parse(try SecretFile.read(.previousSecret, of: endpoint), endpoint)
    }

    private static func parse(
        _ file: SecretFile?,
        _ endpoint: EndpointSettings
    ) throws(EndpointError) -> WebhookSecret? {
        guard let file else { return nil }
        guard let secret = WebhookSecret(file.text) else {
            throw endpoint.located(.malformedSecret(endpoint: endpoint.name, path: file.path), at: file.key)
        }
        return secret
    }
}
