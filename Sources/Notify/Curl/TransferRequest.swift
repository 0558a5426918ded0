/// What an endpoint is sent in one try.
struct TransferRequest: Sendable {
    enum Content: Sendable {
        /// By HTTP; the headers as `Name: value`.
        case post(headers: [String], body: [UInt8])
        /// By SMTP.
        case mail(Mail)
    }

    /// A mail and its envelope.
    struct Mail: Sendable {
        var from: String
        var to: [String]
        /// The whole mail; its lines end in CR and LF.
        var bytes: [UInt8]
        var account: MailAccount?
    }

    var address: EndpointAddress
    /// The address with what belongs to this try alone; nil: the address as it is.
    var url: String?
    var tls: TLSSettings
    var content: Content
}

/// Who logs in at a mail server.
struct MailAccount: Sendable, Equatable {
    var name: String
    var password: String
}

/// What came of a try.
struct TransferResponse: Sendable, Equatable {
    /// The answer's status, of HTTP or of SMTP; 0 where there was none.
    var status = 0
    /// Why the transfer did not end as it should; nil where it did.
    var error: String?
    /// Whether a mail server does not take the account.
    var isLoginRefused = false
    /// The answer, at most 64 KiB of it; of a mail server the replies that refuse something.
    var answer: [UInt8] = []
    /// What the receiver asked for, in seconds; nil where it asked for nothing, or for a moment that is past.
    var retryAfter: Double?
    /// What time it is there, in seconds since 1970.
    var serverTime: Double?

    /// The beginning of the answer.
    var excerpt: String { String(decoding: answer.prefix(2_048), as: UTF8.self) }
}
