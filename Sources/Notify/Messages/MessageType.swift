/// What a message is about; the values are those of the message's `type`.
package enum MessageType: String, Sendable, Codable, CaseIterable {
    /// A report has a finding at error level.
    case failed = "report.failed"
    /// A report has warnings and no error.
    case warned = "report.warned"
    /// A later revision has no error left.
    case resolved = "report.resolved"
    /// No report could be made of a file.
    case unreadable = "report.unreadable"
    /// A report that is expected has not come.
    case overdue = "report.overdue"
    /// Several things at once.
    case digest = "digest"
    /// The daemon cannot do its work as it should.
    case degraded = "daemon.degraded"

    /// The last word of the type, for identifiers, which may hold no point.
    var tag: String { String(rawValue.split(separator: ".").last ?? "") }
}
