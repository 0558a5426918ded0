package import Platform

/// Where messages go: a table `[[endpoint]]` of the configuration.
package struct EndpointSettings: Sendable, Equatable {
    /// The name: letters, digits, `-`, `_`; it is the folder in the outbox.
    package var name: String
    package var kind: EndpointKind
    /// Where it is reached; empty where `urlFile` or `urlCredential` holds it. A secret: never in logs, arguments or the
    /// archive.
    package var url: String
    /// A file that holds the address; or nil.
    package var urlFile: String?
    /// The name of a systemd credential that holds the address; or nil.
    package var urlCredential: String?
    /// A file that holds the secret: a webhook's `whsec_…`, a robot's signing key, a mail account's password; or nil.
    package var secretFile: String?
    /// The name of a systemd credential that holds the secret; or nil.
    package var credential: String?
    /// A file that holds the secret before this one, which still signs while receivers change over; or nil.
    package var previousSecretFile: String?
    /// The name of a systemd credential that holds the secret before this one; or nil.
    package var previousCredential: String?
    /// Whether plain http may go to another than a loopback host.
    package var allowsHTTP: Bool
    package var tls = TLSSettings()
    /// The account at the mail server; or nil for none.
    package var username: String?
    /// The word that a group robot asks for in every message; or empty.
    package var prefix = ""
    /// Instead of what `[message]` says; nil: what that says.
    package var language: MessageSettings.Language?
    /// Instead of what `[message]` says; nil: what that says.
    package var from: String?
    /// Instead of what `[message]` says; nil: what that says.
    package var to: [String]?
    /// The types of message that it gets.
    package var wants: [String]
    package var filter = EndpointFilter()
    package var pace = EndpointPace()
    package var template = EndpointTemplate()
    /// Where the configuration names the files and credentials.
    package var places = KeyPlaces()

    package static let defaultWants = ["report.failed", "report.resolved", "report.unreadable", "daemon.degraded"]

    package init(
        name: String,
        kind: EndpointKind,
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

/// How the connection to an endpoint is kept secret, and by what its other end is known.
package struct TLSSettings: Sendable, Equatable {
    /// What a mail server must offer before anything is said to it.
    package enum StartTLS: String, Sendable {
        case required
        case none
    }

    /// A file with the certificates of the authorities that are trusted, instead of the system's; or nil.
    package var authorityFile: String?
    /// The digests of the public keys that the other end may have, as libcurl takes them: `sha256//BASE64`, several with
    /// `;` between; or nil.
    package var pin: String?
    /// Of a mail server.
    package var startTLS = StartTLS.required
    /// Whether mail may go unencrypted to another than a loopback host.
    package var allowsPlaintext = false
}

/// The words that an endpoint puts in the place of the usual ones.
package struct EndpointTemplate: Sendable, Equatable {
    /// Nil: the usual subject.
    package var subject: String?
    /// Nil: the usual text.
    package var text: String?

    package init(subject: String? = nil, text: String? = nil) {
        self.subject = subject
        self.text = text
    }
}

/// When an endpoint gets its messages.
package struct EndpointPace: Sendable, Equatable {
    /// Whether messages are gathered into a `digest`; `daemon.degraded` never is.
    package enum Gathering: Sendable, Equatable {
        /// Each goes at once.
        case immediate
        /// One digest so many minutes after the first message in it.
        case every(minutes: Int)
        /// One digest at each of these times of day, in minutes after midnight by the clocks of the configured place, ascending.
        case at([Int])
    }

    package var gathering = Gathering.immediate
    /// With more messages than this within a minute, they make one digest; 0: never.
    package var burst = EndpointPace.defaultBurst

    package static let defaultBurst = 20

    package init(gathering: Gathering = .immediate, burst: Int = EndpointPace.defaultBurst) {
        self.gathering = gathering
        self.burst = burst
    }

    /// Whether any message waits before it is queued.
    var holds: Bool { gathering != .immediate || burst > 0 }
}
