internal import Notify
internal import Platform

/// How an endpoint is reached.
extension EndpointReader {
    /// The keys that name what is read only when it is used.
    private static let placedKeys = [
        "secret_file", "credential", "previous_secret_file", "previous_credential", "url_file", "url_credential",
        "ca_file",
    ]

    /// Where its secrets are; the secrets themselves are read when they are used.
    static func readSecrets(
        _ table: ConfigurationTable,
        into endpoint: inout EndpointSettings
    ) throws(ConfigurationError) {
        endpoint.secretFile = try table.absolutePath("secret_file")
        endpoint.credential = try table.credential("credential")
        endpoint.previousSecretFile = try table.absolutePath("previous_secret_file")
        endpoint.previousCredential = try table.credential("previous_credential")
        endpoint.urlFile = try table.absolutePath("url_file")
        endpoint.urlCredential = try table.credential("url_credential")
        for key in placedKeys where table.has(key) { endpoint.places[key] = table.place(of: key) }
        for keys in [
            ["secret_file", "credential"], ["previous_secret_file", "previous_credential"],
            ["url", "url_file", "url_credential"], ["url", "host"],
        ] {
            let found = keys.filter(table.has)
            if found.count > 1 {
                throw table.refusal(
                    found[1],
                    "endpoint has both \(found[0]) and \(found[1]); keep one of them"
                )
            }
        }
        let hasSecret = endpoint.secretFile != nil || endpoint.credential != nil
        if !hasSecret, endpoint.previousSecretFile != nil || endpoint.previousCredential != nil {
            let key = table.has("previous_secret_file") ? "previous_secret_file" : "previous_credential"
            throw table.refusal(key, "endpoint.\(key) needs a secret that came after it; add secret_file or credential")
        }
        endpoint.username = try table.string("username")
        guard endpoint.kind == .smtp, hasSecret != (endpoint.username != nil) else { return }
        throw hasSecret
            ? table.refusal(
                table.has("secret_file") ? "secret_file" : "credential",
                "endpoint has a password and no username; add the account's name"
            )
            : table.refusal(
                "username",
                "endpoint.username needs a password; add secret_file or credential with it"
            )
    }

    /// Its address, and what protects the way to it.
    static func readTransport(
        _ table: ConfigurationTable,
        into endpoint: inout EndpointSettings
    ) throws(ConfigurationError) {
        endpoint.allowsHTTP = try table.boolean("allow_http") ?? false
        endpoint.tls.authorityFile = try table.absolutePath("ca_file")
        endpoint.tls.pin = try pin(table)
        endpoint.tls.allowsPlaintext = try table.boolean("allow_plaintext") ?? false
        if let word = try table.string("starttls") {
            guard let startTLS = TLSSettings.StartTLS(rawValue: word) else {
                throw table.refusal("starttls", "endpoint.starttls must be required or none")
            }
            endpoint.tls.startTLS = startTLS
        }
        guard !endpoint.kind.schemes.isEmpty else { return }
        endpoint.url = try endpoint.kind == .smtp ? mailServer(table) : table.string("url") ?? ""
        if endpoint.urlFile != nil || endpoint.urlCredential != nil { return }
        guard !endpoint.url.isEmpty else { throw missingAddress(table, endpoint.kind) }
        let address: EndpointAddress
        do throws(EndpointError) {
            address = try EndpointAddress(endpoint)
        } catch {
            throw refusal(of: error, table, endpoint.kind)
        }
        try check(address, endpoint, table)
    }

    /// An address or, where there is none, the host and the port.
    private static func mailServer(_ table: ConfigurationTable) throws(ConfigurationError) -> String {
        let port = try table.whole("port", in: 1...65_535)
        if let url = try table.string("url") {
            if port != nil {
                throw table.refusal("port", "endpoint.port goes with host; write it into the url: smtp://HOST:PORT")
            }
            return url
        }
        guard let host = try table.string("host"), !host.isEmpty else { return "" }
        guard host.utf8.allSatisfy({ isNameByte($0) || ".:[]".utf8.contains($0) || $0 > 0x7F }) else {
            throw table.refusal("host", "endpoint.host must be the name or the number of a mail server, nothing else")
        }
        let isBareIPv6 = !host.hasPrefix("[") && host.utf8.count { $0 == UInt8(ascii: ":") } > 1
        return "smtp://\(isBareIPv6 ? "[\(host)]" : host):\(port ?? 587)"
    }

    /// A password must never be read by others, whatever else is allowed.
    private static func check(
        _ address: EndpointAddress,
        _ endpoint: EndpointSettings,
        _ table: ConfigurationTable
    ) throws(ConfigurationError) {
        guard address.scheme == "smtp", endpoint.tls.startTLS == .none else { return }
        if endpoint.username != nil, !address.isLoopback {
            throw table.refusal("starttls", "endpoint.starttls is none: the password could be read; remove the line")
        }
    }

    private static func missingAddress(_ table: ConfigurationTable, _ kind: EndpointKind) -> ConfigurationError {
        kind == .smtp
            ? table.refusal("host", "endpoint.host is missing; name the mail server")
            : table.refusal("url", "endpoint.url is missing; a \(kind.name) needs the address that it posts to")
    }

    /// The address is not repeated: it is a secret.
    private static func refusal(
        of error: EndpointError,
        _ table: ConfigurationTable,
        _ kind: EndpointKind
    ) -> ConfigurationError {
        let key = table.has("url") ? "url" : "host"
        switch error {
        case .plainHTTP where kind == .smtp:
            return table.refusal(
                "starttls",
                "endpoint.starttls is none to another host; remove the line, or set allow_plaintext = true"
            )
        case .plainHTTP:
            return table.refusal(
                key,
                "endpoint.url is plain http to another host; use https, or set allow_http = true"
            )
        default:
            let form = kind == .smtp ? "smtp://host:port or smtps://host:port" : "https://host/path"
            return table.refusal(key, "endpoint.\(key) must be \(form), without spaces")
        }
    }

    /// As libcurl takes them: `sha256//BASE64`, several with `;` between.
    private static func pin(_ table: ConfigurationTable) throws(ConfigurationError) -> String? {
        guard let pin = try table.string("pin") else { return nil }
        let pieces = pin.split(separator: ";", omittingEmptySubsequences: false)
        let isSound = pieces.allSatisfy { piece in
            piece.hasPrefix("sha256//") && Base64.decode(String(piece.dropFirst(8)))?.count == 32
        }
        guard isSound else {
            throw table.refusal(
                "pin",
                "endpoint.pin must be sha256// and the base64 digest of the public key, several with ; between"
            )
        }
        return pin
    }
}

extension ConfigurationTable {
    /// The name of a systemd credential.
    fileprivate func credential(_ key: String) throws(ConfigurationError) -> String? {
        guard let name = try string(key) else { return nil }
        let isSafe = name.utf8.allSatisfy { EndpointReader.isNameByte($0) || $0 == UInt8(ascii: ".") }
        guard !name.isEmpty, isSafe, !name.hasPrefix(".") else {
            throw refusal(key, "endpoint.\(key) must be the name of a LoadCredential= line, no path")
        }
        return name
    }
}
