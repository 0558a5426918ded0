extension EndpointKind {
    /// The Maildir in the state directory.
    package static let maildir = EndpointKind(name: "maildir", keys: mailKeys, schemes: []) { _ in nil }
}
