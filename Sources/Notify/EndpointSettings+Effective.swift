extension EndpointSettings {
    /// The endpoint that works with no configuration: the Maildir in `<state>/mail`.
    package static let fallback = EndpointSettings(name: "mail", kind: .maildir)

    /// The endpoints that messages go to: those of the configuration, or the Maildir where there is none.
    package static func effective(_ configured: [EndpointSettings]) -> [EndpointSettings] {
        configured.isEmpty ? [fallback] : configured
    }

    /// Whether messages of `type` go to it.
    func wants(_ type: MessageType) -> Bool { wants.contains(type.rawValue) }
}
