/// Why a command ends without having done what it was asked for.
struct Failure: Error, Equatable, CustomStringConvertible {
    /// One line: what is wrong, and what to do.
    var description: String
    var status: CommandStatus

    init(_ description: String, status: CommandStatus = .wrongUse) {
        self.description = description
        self.status = status
    }
}

/// The exit status of a command.
enum CommandStatus: Int32, Comparable, Sendable {
    case success = 0
    /// At least one finding at error level; for other commands: what they looked for is not in order.
    case findings = 1
    /// Wrong use or configuration.
    case wrongUse = 2
    /// At least one input could not be read, or is no annual report.
    case unreadable = 3

    static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }
}
