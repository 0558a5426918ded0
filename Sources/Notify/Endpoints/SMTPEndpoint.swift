extension EndpointKind {
    /// Mail through a server, by libcurl.
    package static let smtp = EndpointKind(
        name: "smtp",
        keys: ["url", "host", "port", "starttls", "allow_plaintext", "username", "ca_file", "pin"] + secretKeys
            + mailKeys,
        schemes: ["smtp", "smtps"]
    ) { endpoint throws(EndpointError) in try SMTPClient(endpoint) }
}

/// What a mail server is sent, and what its answers mean (RFC 5321).
struct SMTPClient: EndpointClient {
    let address: EndpointAddress
    /// One is polite, two hide the time in which the server writes a mail down.
    let parallel = 2
    let rate: RateLimit? = nil
    private let tls: TLSSettings
    private let account: MailAccount?

    /// - Throws: where the address or the password of the configuration will not do.
    init(_ endpoint: EndpointSettings) throws(EndpointError) {
        address = try endpoint.loadAddress()
        tls = endpoint.tls
        let password = try endpoint.loadSecret()
        account = endpoint.username.flatMap { name in password.map { MailAccount(name: name, password: $0) } }
        let isOpen = address.scheme == "smtp" && tls.startTLS == .none && !address.isLoopback
        if account != nil, isOpen { throw .openPassword(endpoint: endpoint.name) }
        try endpoint.checkAuthorities()
    }

    /// The mail is the frozen message, the same at each try.
    func request(_ entry: OutboxEntry, now: Double) throws -> TransferRequest {
        let content = try MailFields.content(of: entry.body)
        let mail = TransferRequest.Mail(
            from: content.FromFull.Email.headerSafe,
            to: content.ToFull.map(\.Email.headerSafe),
            bytes: Self.withCarriageReturns(MailWriter.mail(content, id: entry.id)),
            account: account
        )
        return TransferRequest(address: address, tls: tls, content: .mail(mail))
    }

    func failure(_ response: TransferResponse, now: Double) -> DeliveryFailure? {
        guard let error = response.error else { return nil }
        let reply = shown(response.excerpt)
        let isRefusal = !reply.isEmpty && (500..<600).contains(response.status)
        return DeliveryFailure(
            kind: response.isLoginRefused || isRefusal ? .permanent : .temporary,
            reason: reply.isEmpty ? shown(error) : "SMTP " + reply,
            // Too large, or its content is not wanted: the next may be.
            isReceivers: ![523, 552, 554].contains(response.status)
        )
    }

    /// Some of the recipients were refused, and the others have it.
    func remark(_ response: TransferResponse) -> String? {
        let reply = shown(response.excerpt)
        return reply.isEmpty ? nil : "not every recipient was taken: " + reply
    }

    private static func withCarriageReturns(_ bytes: [UInt8]) -> [UInt8] {
        var result: [UInt8] = []
        result.reserveCapacity(bytes.count + bytes.count / 60)
        for byte in bytes {
            if byte == UInt8(ascii: "\n") { result.append(UInt8(ascii: "\r")) }
            result.append(byte)
        }
        return result
    }
}
