internal import Model

extension EndpointSettings {
    /// The endpoint that works with no configuration: the Maildir in `<state>/mail`.
    package static let fallback = EndpointSettings(name: "mail", kind: .maildir)

    /// The endpoints that messages go to: those of the configuration, or the Maildir where there is none.
    package static func effective(_ configured: [EndpointSettings]) -> [EndpointSettings] {
        configured.isEmpty ? [fallback] : configured
    }

    /// Whether messages of `type` go to it.
    func wants(_ type: MessageType) -> Bool { wants.contains(type.rawValue) }

    /// Whether it was to be told of `trouble`, and so may be told that it is over.
    ///
    /// One that asks for none of the troubles and yet for their end gets every end.
    func heard(of trouble: MessageType) -> Bool {
        wants(trouble) || ![.failed, .warned, .overdue].contains(where: wants)
    }

    /// Whether messages about `report` go to it.
    func takes(_ report: Report) -> Bool { true }

    /// Whether messages about the file go to it, of which no report could be made.
    func takes(_ source: Source) -> Bool { true }

    /// Whether messages about a missing report go to it.
    func takes(agency: String, year: Int) -> Bool { true }
}
