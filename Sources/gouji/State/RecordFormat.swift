internal import ArgumentParser

/// How `gouji show` prints a record.
enum RecordFormat: String, ExpressibleByArgument, CaseIterable, Sendable {
    /// For people.
    case text
    /// The record as it is.
    case json
}
