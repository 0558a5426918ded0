package import Model

/// What a message is written for.
package enum Occasion: Sendable {
    /// A report was judged.
    case report(ReportNotice)
    /// No report could be made of a file.
    case unreadable(QuarantineNotice)
    /// The daemon cannot do its work as it should.
    case degraded(DegradedNotice)
    /// Somebody tries an endpoint out; each trial has a name of its own.
    case trial(String)

    /// The type of the message.
    package var type: MessageType {
        switch self {
        case .report(let notice): notice.type
        case .unreadable: .unreadable
        case .degraded: .degraded
        // The one type that raises no alarm.
        case .trial: .digest
        }
    }

    /// What, with the endpoint and the type, makes the message the same one again.
    var subject: String {
        switch self {
        case .report(let notice):
            // Judged again because of another report, the same bytes may have something new to say.
            notice.report.beside.round > 1
                ? "\(notice.report.id) round \(notice.report.beside.round)" : notice.report.id
        case .unreadable(let notice): notice.id
        case .degraded(let notice): notice.code + "@" + notice.since
        case .trial(let name): "trial " + name
        }
    }
}

/// A report that needs a message.
package struct ReportNotice: Sendable {
    package var type: MessageType
    package var report: Report
    /// The record's path below the state directory: `archive/2023/…/report-1.json`.
    package var archivePath: String
    /// The number of the revision in the archive, from 1.
    package var revision: Int
    /// What the thread's last message said; nil where this is the first.
    package var last: ThreadMark?

    package init(type: MessageType, report: Report, archivePath: String, revision: Int, last: ThreadMark? = nil) {
        self.type = type
        self.report = report
        self.archivePath = archivePath
        self.revision = revision
        self.last = last
    }
}

/// A file that went to quarantine.
package struct QuarantineNotice: Sendable {
    package var rejection: Rejection
    package var source: Source
    /// `sha256:` and the hex digest of the bytes.
    package var id: String
    /// Where the file lies now, below the state directory: `quarantine/NAME`.
    package var path: String

    package init(rejection: Rejection, source: Source, id: String, path: String) {
        self.rejection = rejection
        self.source = source
        self.id = id
        self.path = path
    }
}

/// Trouble of the daemon's own.
package struct DegradedNotice: Sendable {
    /// A stable word for the kind of trouble: `disk-full`.
    package var code: String
    /// Whole sentences with the remedy, in both languages.
    package var message: Finding.Message
    /// Since when: RFC 3339. The same trouble since the same moment makes one message.
    package var since: String

    package init(code: String, message: Finding.Message, since: String) {
        self.code = code
        self.message = message
        self.since = since
    }
}
