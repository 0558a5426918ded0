package import Platform

/// A report that is in the archive, as far as the roster needs it: the first revision tells when it came, the last how
/// it is.
package struct ArrivedReport: Sendable, Equatable {
    /// As the report has it.
    package var agency: String
    /// The date that the first revision states, `YYYY-MM-DD`.
    package var published: String?
    /// When the first revision was received: RFC 3339, UTC.
    package var received: String
    /// Of the last revision: `pass`, `warn`, `fail`.
    package var verdict: String
    /// Of the last revision.
    package var errors: Int
    /// Of the last revision, below the state directory.
    package var path: String

    package init(
        agency: String,
        published: String?,
        received: String,
        verdict: String,
        errors: Int,
        path: String
    ) {
        self.agency = agency
        self.published = published
        self.received = received
        self.verdict = verdict
        self.errors = errors
        self.path = path
    }
}

/// How an agency stands with its report on one year.
package struct RosterStanding: Sendable, Equatable {
    package enum State: String, Sendable, CaseIterable {
        /// It is in, in time, and has no error.
        case `in`
        /// It came after the due date, and has no error.
        case late
        /// It is in, whenever, and has errors.
        case failed
        /// The due date has passed.
        case missing
        /// It is not in, and the due date is to come.
        case awaited
    }

    package var entry: RosterEntry
    package var year: Int
    package var due: CalendarDay
    package var state: State
    package var report: ArrivedReport?
    /// The day on which it came: as published, or else as received.
    package var came: CalendarDay?

    /// How many days after the due date it came; nil where it did not come, or in time.
    package var daysLate: Int? { came.flatMap { $0 > due ? $0 - due : nil } }

    /// How `entry` stands on `today`; nil where the year is beyond the calendar.
    ///
    /// Dates of receipt are those of `zone`.
    package init?(_ entry: RosterEntry, year: Int, report: ArrivedReport?, today: CalendarDay, zone: ZoneRules) {
        guard let due = entry.due(year: year) else { return nil }
        self.entry = entry
        self.year = year
        self.due = due
        self.report = report
        came = report.flatMap { Self.came($0, zone) }
        if let report {
            let isLate = came.map { $0 > due } ?? false
            state = report.verdict == "fail" ? .failed : isLate ? .late : .in
        } else {
            state = today > due ? .missing : .awaited
        }
    }

    private static func came(_ report: ArrivedReport, _ zone: ZoneRules) -> CalendarDay? {
        if let published = report.published.flatMap({ CalendarDay($0) }) { return published }
        return Clock.seconds(report.received).map { zone.day(at: $0) }
    }
}

extension Roster {
    /// How each agency stands with its report on `year`, in the order of the file.
    package func standings(
        year: Int,
        reports: [ArrivedReport],
        today: CalendarDay,
        zone: ZoneRules
    ) -> [RosterStanding] {
        var found: [Int: ArrivedReport] = [:]
        for report in reports {
            guard let entry = entry(named: report.agency) else { continue }
            found[entry.line] = found[entry.line]?.joined(report) ?? report
        }
        return entries.compactMap { entry in
            RosterStanding(entry, year: year, report: found[entry.line], today: today, zone: zone)
        }
    }
}

extension ArrivedReport {
    /// The same agency's report under another of its names: it came with the first, and is as the last is.
    fileprivate func joined(_ other: ArrivedReport) -> ArrivedReport {
        let (first, last) = received <= other.received ? (self, other) : (other, self)
        var result = last
        result.published = first.published
        result.received = first.received
        return result
    }
}
