internal import ArgumentParser

/// What `gouji check` prints.
enum CheckFormat: String, ExpressibleByArgument, CaseIterable, Sendable {
    /// For people.
    case text
    /// One record a line.
    case json
    /// One log of SARIF 2.1.0 for all files.
    case sarif
}
