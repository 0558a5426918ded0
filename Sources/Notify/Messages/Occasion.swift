package import Model

/// What a message is written for.
package enum Occasion: Sendable {
    /// A report was judged.
    case report(ReportNotice)
    /// No report could be made of a file.
    case unreadable(QuarantineNotice)
    /// The daemon cannot do its work as it should.
    case degraded(DegradedNotice)
    /// A report that the roster expects has not come, or is due soon.
    case overdue(OverdueNotice)
    /// A report that was announced as missing has come.
    case arrived(ArrivalNotice)
    /// Several messages at once.
    case digest(DigestNotice)
    /// Somebody tries an endpoint out; each trial has a name of its own.
    case trial(String)

    /// The type of the message.
    package var type: MessageType {
        switch self {
        case .report(let notice): notice.type
        case .unreadable: .unreadable
        case .degraded: .degraded
        case .overdue: .overdue
        case .arrived: .resolved
        case .digest: .digest
        // The one type that raises no alarm.
        case .trial: .digest
        }
    }

    /// One word for identifiers, which may hold no point.
    var tag: String { if case .trial = self { "test" } else { type.tag } }

    /// The agency that it is about, where it is about one.
    var agency: String? {
        switch self {
        case .report(let notice): notice.report.identity.agency
        case .overdue(let notice): notice.agency
        case .arrived(let notice): notice.last.agency
        case .unreadable, .degraded, .digest, .trial: nil
        }
    }

    /// What the last message of its thread said; nil where it is the first, or stands alone.
    var last: ThreadMark? {
        switch self {
        case .report(let notice): notice.last
        case .arrived(let notice): notice.last
        case .unreadable, .degraded, .overdue, .digest, .trial: nil
        }
    }

    /// What, with the endpoint and the type, makes the message the same one again.
    var subject: String {
        switch self {
        case .report(let notice):
            // Judged again because of another report, the same bytes may have something new to say.
            notice.report.beside.round > 1
                ? "\(notice.report.id) round \(notice.report.beside.round)" : notice.report.id
        // Two files may be equal, as all empty ones are, and each is to be fetched again.
        case .unreadable(let notice): notice.id + " " + notice.source.name
        case .degraded(let notice): notice.code + "@" + (notice.period ?? notice.since)
        case .overdue(let notice): notice.subject
        case .arrived(let notice): "arrived " + notice.report.id
        case .digest(let notice): (["digest", String(notice.created)] + notice.members).joined(separator: " ")
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
    /// The roster's name of the agency where the report was said to be missing, or to be due: it goes on in that thread.
    var expected: String?
    /// Whether the message is also the first to tell that it has come.
    var isArrival = false

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
    /// What is wrong, in the few words of a subject; nil: the code says it.
    var title: Finding.Message?
    /// The span of time within which the same trouble makes one message; nil: that is told by `since`.
    var period: String?

    package init(code: String, message: Finding.Message, since: String) {
        self.code = code
        self.message = message
        self.since = since
    }
}

/// A report that is expected and is not in.
package struct OverdueNotice: Sendable, Equatable {
    /// As the roster names it.
    package var agency: String
    /// The report year.
    package var year: Int
    /// The last day on which it is in time: `YYYY-MM-DD`.
    package var due: String
    /// Days from today to the due date; below zero where it has passed.
    package var daysLeft: Int
    /// The number of days before the due date for which this is the reminder; nil where the date has passed.
    package var reminder: Int?
    /// Where the report is published.
    package var source: String?

    package init(
        agency: String,
        year: Int,
        due: String,
        daysLeft: Int,
        reminder: Int? = nil,
        source: String? = nil
    ) {
        self.agency = agency
        self.year = year
        self.due = due
        self.daysLeft = daysLeft
        self.reminder = reminder
        self.source = source
    }

    /// Whether it only reminds of a date to come.
    package var isReminder: Bool { reminder != nil }

    /// One reminder for each number of days, and one message after the date, however often it is asked for.
    var subject: String { "overdue \(agency) \(year)" + (reminder.map { " in \($0)" } ?? "") }
}

/// A report that was missing and has come.
package struct ArrivalNotice: Sendable {
    package var report: Report
    /// The record's path below the state directory.
    package var archivePath: String
    /// What the thread's last message said.
    package var last: ThreadMark

    package init(report: Report, archivePath: String, last: ThreadMark) {
        self.report = report
        self.archivePath = archivePath
        self.last = last
    }
}

/// Messages that are sent as one.
package struct DigestNotice: Sendable, Equatable {
    /// When it was put together, in whole seconds since 1970.
    package var created: Int
    /// The identifiers of the messages, in the order in which they were made.
    package var members: [String]
    /// What each says in a line, in the same order.
    package var rows: [MessageSummary]
    /// Where one message has no room to name them all: which of several this is, from 1.
    var part: Part?

    struct Part: Sendable, Equatable {
        var number: Int
        var count: Int
    }

    package init(created: Int, members: [String], rows: [MessageSummary]) {
        self.created = created
        self.members = members
        self.rows = rows
    }
}
