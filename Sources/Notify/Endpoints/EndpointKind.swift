/// A kind of endpoint: what its table in the configuration may hold.
package struct EndpointKind: Sendable, Equatable {
    /// What `kind` says.
    package let name: String
    /// The keys that it takes beside those of every kind.
    package let keys: [String]
    /// The schemes that its address may have; none: it has no address.
    package let schemes: [String]

    /// The keys of every kind.
    package static let commonKeys = [
        "name", "kind", "wants", "severities", "sources", "agencies", "years", "language", "digest_every", "digest_at",
        "burst", "template",
    ]
    /// The keys of what is reached over HTTP.
    static let httpKeys = ["url", "url_file", "url_credential", "allow_http", "ca_file", "pin"]
    static let secretKeys = ["secret_file", "credential"]
    static let mailKeys = ["from", "to"]

    package static func == (one: Self, other: Self) -> Bool { one.name == other.name }
}

/// Every kind there is: a new one is a file of its own and a line here.
package enum EndpointCatalog {
    package static let kinds: [EndpointKind] = [.webhook, .maildir, .smtp, .wecom, .dingtalk, .feishu, .slack]

    /// The kind of that name, or nil.
    package static func kind(named name: String) -> EndpointKind? { kinds.first { $0.name == name } }
}

extension EndpointKind {
    package static let webhook = EndpointKind(
        name: "webhook",
        keys: httpKeys + secretKeys + ["previous_secret_file", "previous_credential"] + mailKeys,
        schemes: ["https", "http"]
    )
    package static let maildir = EndpointKind(name: "maildir", keys: mailKeys, schemes: [])
    package static let smtp = EndpointKind(
        name: "smtp",
        keys: ["url", "host", "port", "starttls", "allow_plaintext", "username", "ca_file", "pin"] + secretKeys
            + mailKeys,
        schemes: ["smtp", "smtps"]
    )
    package static let wecom = EndpointKind(name: "wecom", keys: httpKeys + ["prefix"], schemes: ["https", "http"])
    package static let dingtalk = EndpointKind(
        name: "dingtalk",
        keys: httpKeys + secretKeys + ["prefix"],
        schemes: ["https", "http"]
    )
    package static let feishu = EndpointKind(
        name: "feishu",
        keys: httpKeys + secretKeys + ["prefix"],
        schemes: ["https", "http"]
    )
    package static let slack = EndpointKind(name: "slack", keys: httpKeys + ["prefix"], schemes: ["https", "http"])
}
