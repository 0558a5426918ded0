extension EndpointSettings {
    /// The endpoint that works with no configuration: the Maildir in `<state>/mail`.
    private static let fallback = EndpointSettings(name: "mail", kind: .maildir)

    /// The endpoints that messages go to: those of the configuration, or the Maildir where there is none; each with the
    /// language and the addresses that `message` gives where it has none of its own.
    package static func effective(
        _ configured: [EndpointSettings],
        message: MessageSettings = MessageSettings()
    ) -> [EndpointSettings] {
        (configured.isEmpty ? [fallback] : configured).map { endpoint in
            let own = endpoint.message(over: message)
            var endpoint = endpoint
            endpoint.language = own.language
            endpoint.from = own.from
            endpoint.to = own.to
            return endpoint
        }
    }

    /// How messages for this endpoint are worded and addressed, where `general` holds for all.
    package func message(over general: MessageSettings) -> MessageSettings {
        var message = general
        message.language = language ?? general.language
        message.from = from ?? general.from
        message.to = to ?? general.to
        return message
    }

    /// Whether messages of `type` go to it.
    package func wants(_ type: MessageType) -> Bool { wants.contains(type.rawValue) }

    /// Whether a message on `occasion` goes to it.
    package func wants(_ occasion: Occasion) -> Bool { wants(occasion.type) && filter.allows(occasion) }

    /// Whether it was to be told of `trouble`, and so may be told that it is over.
    ///
    /// One that asks for none of the troubles and yet for their end gets every end.
    func heard(of trouble: MessageType) -> Bool {
        wants(trouble) || ![.failed, .warned, .overdue].contains { wants($0) }
    }
}
