internal import ArgumentParser

/// What `gouji check` prints.
enum CheckFormat: String, ExpressibleByArgument, CaseIterable, Sendable {
    /// For people.
    case text
    /// One record a line.
    case json
}
