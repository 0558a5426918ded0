/// How messages are worded and addressed: the table `[message]` of the configuration.
package struct MessageSettings: Sendable, Equatable {
    package enum Language: String, Sendable {
        case zh
        case en
        case both
    }

    package var language: Language
    package var from: String
    package var to: [String]

    package init(language: Language = .zh, from: String = "gouji@localhost", to: [String] = ["root@localhost"]) {
        self.language = language
        self.from = from
        self.to = to
    }
}

/// When a delivery that failed is tried again: the table `[delivery]` of the configuration.
package struct DeliverySettings: Sendable, Equatable {
    /// Seconds after the try before; the schedule of Standard Webhooks 1.0.0.
    package var retry: [Double]

    package init(retry: [Double] = [0, 5, 300, 1800, 7200, 18000, 36000, 50400, 72000, 86400]) {
        self.retry = retry
    }
}

/// Where messages go: a table `[[endpoint]]` of the configuration.
package struct EndpointSettings: Sendable, Equatable {
    /// `smtp`, `wecom`, `dingtalk`, `feishu`, `slack` are refused by the loader until they exist.
    package enum Kind: String, Sendable {
        case webhook
        case maildir
    }

    /// The name: letters, digits, `-`, `_`; it is the folder in the outbox.
    package var name: String
    package var kind: Kind
    /// A webhook's address. A secret: never in logs, arguments or the archive.
    package var url: String
    /// A file that holds `whsec_…`; or nil.
    package var secretFile: String?
    /// The name of a systemd credential that holds `whsec_…`; or nil.
    package var credential: String?
    /// Whether plain http may go to another than a loopback host.
    package var allowsHTTP: Bool
    /// The types of message that it gets.
    package var wants: [String]

    package static let defaultWants = ["report.failed", "report.resolved", "report.unreadable", "daemon.degraded"]

    package init(
        name: String,
        kind: Kind,
        url: String = "",
        secretFile: String? = nil,
        credential: String? = nil,
        allowsHTTP: Bool = false,
        wants: [String] = EndpointSettings.defaultWants
    ) {
        self.name = name
        self.kind = kind
        self.url = url
        self.secretFile = secretFile
        self.credential = credential
        self.allowsHTTP = allowsHTTP
        self.wants = wants
    }
}
