/// A kind of endpoint: what its table in the configuration may hold.
package struct EndpointKind: Sendable, Equatable {
    /// What `kind` says.
    package let name: String
    /// The keys that it takes beside those of every kind.
    package let keys: [String]
    /// The schemes that its address may have; none: it has no address.
    package let schemes: [String]
    /// Reads the secrets and makes the client; nil for the Maildir, which needs none.
    let client: @Sendable (EndpointSettings) throws(EndpointError) -> (any EndpointClient)?

    init(
        name: String,
        keys: [String],
        schemes: [String],
        client: @escaping @Sendable (EndpointSettings) throws(EndpointError) -> (any EndpointClient)?
    ) {
        self.name = name
        self.keys = keys
        self.schemes = schemes
        self.client = client
    }

    /// The keys of every kind.
    package static let commonKeys = [
        "name", "kind", "wants", "severities", "sources", "agencies", "years", "language", "digest_every", "digest_at",
        "burst", "template",
    ]
    /// The keys of what is reached over HTTP.
    static let httpKeys = ["url", "url_file", "url_credential", "allow_http", "ca_file", "pin"]
    static let secretKeys = ["secret_file", "credential"]
    static let mailKeys = ["from", "to"]
    static let webSchemes = ["https", "http"]

    package static func == (one: Self, other: Self) -> Bool { one.name == other.name }
}

/// Every kind there is: a new one is a file of its own and a line here.
package enum EndpointCatalog {
    package static let kinds: [EndpointKind] = [.webhook, .maildir, .smtp, .wecom, .dingtalk, .feishu, .slack]

    /// The kind of that name, or nil.
    package static func kind(named name: String) -> EndpointKind? { kinds.first { $0.name == name } }
}
