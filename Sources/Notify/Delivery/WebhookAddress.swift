/// A webhook's address, looked through once; itself a secret.
package struct WebhookAddress: Sendable, Equatable {
    /// The whole, for libcurl.
    let url: String
    /// `https` or `http`: the one protocol that the transfer may speak.
    let scheme: String
    let guardian: AddressGuard
    /// What must not appear in any text: the whole, host, path, query, user.
    private let secrets: [String]

    /// - Throws: where the address is none, or is plain http to another machine and that is not allowed.
    package init(_ endpoint: EndpointSettings) throws(EndpointError) {
        guard let parts = CurlURL(endpoint.url) else { throw .malformedAddress(endpoint: endpoint.name) }
        guard parts.scheme == "https" || parts.scheme == "http" else {
            throw .unsupportedScheme(endpoint: endpoint.name, scheme: parts.scheme)
        }
        let isLoopbackHost = Self.isLoopback(parts.host)
        let isPlain = parts.scheme == "http" && !endpoint.allowsHTTP
        if isPlain, !isLoopbackHost { throw .plainHTTP(endpoint: endpoint.name) }
        url = endpoint.url
        scheme = parts.scheme
        guardian = AddressGuard(isLoopbackHost: isLoopbackHost, isLoopbackOnly: isPlain)
        let pieces = [
            endpoint.url, parts.path, parts.query, parts.user, parts.password, isLoopbackHost ? nil : parts.host,
        ]
        secrets = pieces.compactMap { $0 }.filter { $0.utf8.count > 3 }.sorted { $0.utf8.count > $1.utf8.count }
    }

    /// `text` without anything of the address in it.
    func redacted(_ text: String) -> String {
        secrets.reduce(text) { $0.replacing($1, with: "…") }
    }

    /// The host is as libcurl gives it: numbers in decimal, brackets round IPv6.
    private static func isLoopback(_ host: String) -> Bool {
        let lower = host.lowercased()
        if lower == "localhost" || lower.hasSuffix(".localhost") || lower == "[::1]" { return true }
        let numbers = lower.split(separator: ".", omittingEmptySubsequences: false).map { UInt8($0) }
        return numbers.count == 4 && !numbers.contains(nil) && numbers[0] == 127
    }
}
