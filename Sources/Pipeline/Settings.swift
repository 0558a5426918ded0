package import Intake
package import Model
package import Notify
package import Platform
package import Validate

/// The whole configuration, one struct a stage; the defaults stand in each struct's initialiser.
package struct Settings: Sendable, Equatable {
    /// The state directory.
    package var state: String
    package var intake: IntakeSettings
    package var message: MessageSettings
    package var delivery: DeliverySettings
    /// None: the Maildir in `<state>/mail`.
    package var endpoints: [EndpointSettings]
    package var accepted: [AcceptedFinding]
    /// By whose clocks times of day and due dates are meant.
    package var zone = ZoneRules.shanghai
    package var roster = RosterSettings()
    /// The folder of rules that was named; empty: `rules.d` beside the configuration, if it is there.
    package var rulesFolder = ""
    /// The rules of that folder.
    package var ownRules: [OwnRule] = []
    /// Other severities of rules, and rules that are off.
    package var rules: [RuleSetting] = []
    /// The agencies that have several names.
    package var agencies: AgencyNames

    package init(
        state: String = "/var/lib/gouji",
        intake: IntakeSettings = IntakeSettings(),
        message: MessageSettings = MessageSettings(),
        delivery: DeliverySettings = DeliverySettings(),
        endpoints: [EndpointSettings] = [],
        accepted: [AcceptedFinding] = [],
        agencies: AgencyNames = AgencyNames()
    ) {
        self.state = state
        self.intake = intake
        self.message = message
        self.delivery = delivery
        self.endpoints = endpoints
        self.accepted = accepted
        self.agencies = agencies
    }

    /// The drop folder, wherever it is.
    package var dropFolder: String { intake.drop.isEmpty ? state + "/drop" : intake.drop }

    /// What a report that comes in at `received` is read and judged by: what is accepted until a day is accepted on it.
    package func reading(at received: String) -> ReadingSettings {
        let accepted = accepted.filter { $0.until.map { $0 >= received.prefix(10) } ?? true }
        return ReadingSettings(
            accepted: Dictionary(accepted.map { ($0.fingerprint, $0.reason) }) { first, _ in first },
            maximumBytes: intake.maximumBytes,
            ownRules: ownRules,
            rules: rules
        )
    }
}

/// A finding that is known and accepted: kept in the record, not announced. A table `[[accept]]`.
package struct AcceptedFinding: Sendable, Equatable {
    package var fingerprint: String
    package var reason: String
    /// The last day on which it is accepted, `YYYY-MM-DD`; nil: for ever.
    package var until: String?

    package init(fingerprint: String, reason: String, until: String? = nil) {
        self.fingerprint = fingerprint
        self.reason = reason
        self.until = until
    }
}
