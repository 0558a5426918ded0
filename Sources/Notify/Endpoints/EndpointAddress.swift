/// An endpoint's address, looked through once; itself a secret.
package struct EndpointAddress: Sendable, Equatable {
    /// The whole, for libcurl.
    let url: String
    /// The one protocol that the transfer may speak: `https`, `http`, `smtp` or `smtps`.
    package let scheme: String
    /// Whether the configured host is this machine.
    package let isLoopback: Bool
    let guardian: AddressGuard
    /// What must not appear in any text: the whole, host, path, query, user.
    private let secrets: [String]

    /// - Parameters:
    ///   - endpoint: says what the address may be.
    ///   - text: the address where it stands in a file of its own; nil: the endpoint's `url`.
    /// - Throws: where the address is none, or is unencrypted to another machine and that is not allowed.
    package init(_ endpoint: EndpointSettings, text: String? = nil) throws(EndpointError) {
        let text = text ?? endpoint.url
        // libcurl takes the path for the host where there is none.
        guard !text.contains(":///"), let parts = CurlURL(text) else {
            throw .malformedAddress(endpoint: endpoint.name)
        }
        guard endpoint.kind.schemes.contains(parts.scheme) else {
            throw .unsupportedScheme(endpoint: endpoint.name, scheme: parts.scheme)
        }
        let isLoopback = Self.isLoopback(parts.host)
        let isPlain = Self.isPlain(parts.scheme, endpoint)
        if isPlain, !isLoopback { throw .plainHTTP(endpoint: endpoint.name) }
        url = text
        scheme = parts.scheme
        self.isLoopback = isLoopback
        guardian = AddressGuard(isLoopbackHost: isLoopback, isLoopbackOnly: isPlain)
        // The name of a mail server is no secret, and says what is wrong.
        let isMail = parts.scheme.hasPrefix("smtp")
        let host = isLoopback || isMail ? nil : parts.host
        let pieces = [text, isMail ? nil : parts.path, parts.query, parts.user, parts.password, host]
        secrets = pieces.compactMap { $0 }.filter { $0.utf8.count > 3 }.sorted { $0.utf8.count > $1.utf8.count }
    }

    /// `text` without anything of the address in it.
    func redacted(_ text: String) -> String {
        secrets.reduce(text) { $0.replacing($1, with: "…") }
    }

    /// Whether others could read along, and the configuration does not allow that.
    private static func isPlain(_ scheme: String, _ endpoint: EndpointSettings) -> Bool {
        switch scheme {
        case "http": !endpoint.allowsHTTP
        case "smtp": endpoint.tls.startTLS == .none && !endpoint.tls.allowsPlaintext
        default: false
        }
    }

    /// The host is as libcurl gives it: numbers in decimal, brackets round IPv6.
    private static func isLoopback(_ host: String) -> Bool {
        let lower = host.lowercased()
        if lower == "localhost" || lower.hasSuffix(".localhost") || lower == "[::1]" { return true }
        let numbers = lower.split(separator: ".", omittingEmptySubsequences: false).map { UInt8($0) }
        return numbers.count == 4 && !numbers.contains(nil) && numbers[0] == 127
    }
}
