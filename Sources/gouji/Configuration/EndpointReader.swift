internal import Notify

/// Reads the tables `[[endpoint]]`.
enum EndpointReader {
    /// The types of message that an endpoint can ask for.
    private static let types = [
        "report.failed", "report.warned", "report.resolved", "report.unreadable", "report.overdue", "digest",
        "daemon.degraded",
    ]

    /// Kinds that the format of the configuration names and this version does not know.
    private static let futureKinds = ["smtp", "wecom", "dingtalk", "feishu", "slack"]

    static func endpoints(_ tables: [ConfigurationTable]) throws(ConfigurationError) -> [EndpointSettings] {
        var endpoints: [EndpointSettings] = []
        for table in tables {
            let endpoint = try endpoint(table)
            if endpoints.contains(where: { $0.name == endpoint.name }) {
                throw table.refusal("name", "endpoint.name \(endpoint.name) stands twice; give each endpoint its own")
            }
            endpoints.append(endpoint)
        }
        return endpoints
    }

    private static func endpoint(_ table: ConfigurationTable) throws(ConfigurationError) -> EndpointSettings {
        try table.knows(["name", "kind", "url", "allow_http", "secret_file", "credential", "wants"])
        var endpoint = EndpointSettings(name: try name(table), kind: try kind(table))
        endpoint.allowsHTTP = try table.boolean("allow_http") ?? false
        endpoint.secretFile = try table.absolutePath("secret_file")
        endpoint.credential = try credential(table)
        endpoint.wants = try wants(table)
        switch endpoint.kind {
        case .webhook: endpoint.url = try url(table, allowsHTTP: endpoint.allowsHTTP)
        case .maildir: try refuseWebhookKeys(table, endpoint)
        }
        if endpoint.secretFile != nil, endpoint.credential != nil {
            throw table.refusal("credential", "endpoint has both secret_file and credential; keep one of them")
        }
        return endpoint
    }

    /// The name is a folder of the outbox, so it must be a safe one.
    private static func name(_ table: ConfigurationTable) throws(ConfigurationError) -> String {
        guard let name = try table.string("name") else {
            throw table.refusal("name", "endpoint.name is missing; add for example name = \"office\"")
        }
        guard (1...64).contains(name.utf8.count), name.utf8.allSatisfy(isNameByte) else {
            throw table.refusal("name", "endpoint.name must be 1 to 64 letters, digits, - and _")
        }
        return name
    }

    private static func kind(_ table: ConfigurationTable) throws(ConfigurationError) -> EndpointSettings.Kind {
        guard let name = try table.string("kind") else { return .webhook }
        if futureKinds.contains(name) {
            throw table.refusal("kind", "endpoint.kind \(name) is not there yet; use webhook or maildir")
        }
        guard let kind = EndpointSettings.Kind(rawValue: name) else {
            throw table.refusal("kind", "endpoint.kind is unknown; use webhook or maildir")
        }
        return kind
    }

    private static func credential(_ table: ConfigurationTable) throws(ConfigurationError) -> String? {
        guard let name = try table.string("credential") else { return nil }
        let isSafe = name.utf8.allSatisfy { isNameByte($0) || $0 == UInt8(ascii: ".") }
        guard !name.isEmpty, isSafe, !name.hasPrefix(".") else {
            throw table.refusal("credential", "endpoint.credential must be the name of a LoadCredential= line, no path")
        }
        return name
    }

    private static func wants(_ table: ConfigurationTable) throws(ConfigurationError) -> [String] {
        guard let wants = try table.strings("wants") else { return EndpointSettings.defaultWants }
        let known = types.joined(separator: ", ")
        if wants.isEmpty {
            throw table.refusal("wants", "endpoint.wants is empty; remove the endpoint or name some of: \(known)")
        }
        guard wants.allSatisfy(types.contains) else {
            throw table.refusal("wants", "endpoint.wants has a type that is not known; use some of: \(known)")
        }
        return wants
    }

    private static func url(_ table: ConfigurationTable, allowsHTTP: Bool) throws(ConfigurationError) -> String {
        guard let text = try table.string("url"), !text.isEmpty else {
            throw table.refusal("url", "endpoint.url is missing; a webhook needs the address that it posts to")
        }
        guard let url = WebhookURL(text) else {
            throw table.refusal("url", "endpoint.url must be https://host/path, without spaces")
        }
        guard url.isEncrypted || url.isLoopback || allowsHTTP else {
            throw table.refusal(
                "url",
                "endpoint.url is plain http to another host; use https, or set allow_http = true"
            )
        }
        return text
    }

    private static func refuseWebhookKeys(
        _ table: ConfigurationTable,
        _ endpoint: EndpointSettings
    ) throws(ConfigurationError) {
        for key in ["url", "secret_file", "credential"] where try table.string(key) != nil {
            throw table.refusal(
                key,
                "endpoint.\(key) is for kind = \"webhook\"; remove it, the maildir is <state>/mail"
            )
        }
    }

    private static func isNameByte(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"):
            true
        default: false
        }
    }
}

/// As much of a webhook's address as the configuration must know.
struct WebhookURL {
    /// Whether it is https.
    let isEncrypted: Bool
    /// The host in lower case, without a port; an IPv6 address with its brackets.
    let host: String

    /// Nil where `text` is no http or https address with a host.
    init?(_ text: String) {
        guard text.utf8.allSatisfy({ $0 > 0x20 && $0 != 0x7F }), let colon = text.firstRange(of: "://") else {
            return nil
        }
        let scheme = text[..<colon.lowerBound].lowercased()
        guard scheme == "https" || scheme == "http" else { return nil }
        let authority = text[colon.upperBound...].prefix { $0 != "/" && $0 != "?" && $0 != "#" && $0 != "\\" }
        let address = authority.split(separator: "@", omittingEmptySubsequences: false).last ?? ""
        let name = address.hasPrefix("[") ? address.prefix { $0 != "]" } + "]" : address.prefix { $0 != ":" }
        guard !name.isEmpty, name != "[]" else { return nil }
        isEncrypted = scheme == "https"
        host = name.lowercased()
    }

    /// Whether it leads to this machine.
    var isLoopback: Bool {
        if host == "localhost" || host == "[::1]" { return true }
        let parts = host.split(separator: ".", omittingEmptySubsequences: false)
        return parts.count == 4 && parts[0] == "127" && parts.allSatisfy { UInt8($0) != nil }
    }
}
