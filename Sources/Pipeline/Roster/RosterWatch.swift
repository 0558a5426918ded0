internal import Archive
internal import Notify
internal import Platform
internal import Roster

/// Turns absence into messages: once a day, and at the start, for what a day on which the daemon was off has missed.
///
/// It only decides; what was told already is known by the outbox, so that it may look as often as it likes.
struct RosterWatch {
    let roster: Roster
    let settings: RosterSettings
    let zone: ZoneRules
    /// The day for which everything was said.
    private var doneDay: CalendarDay?
    /// The wall clock's lead over the monotonic one.
    private var lead: Double?
    /// On the monotonic clock: before, the date is not believed.
    private var trustedFrom = 0.0
    /// On the monotonic clock: since when files wait that may be what is missed.
    private var busySince: Double?

    /// A clock that leaps by more, in seconds, has been wrong, or is now.
    private static let leap = 3600.0
    /// In seconds: how long a clock that has leapt must go on before anybody is told of a date that it made.
    private static let trial = 600.0
    /// In seconds: how long waiting files put off the look.
    private static let longestWait = 3600.0
    private static let pause = 10.0

    init(roster: Roster, settings: RosterSettings, zone: ZoneRules) {
        self.roster = roster
        self.settings = settings
        self.zone = zone
    }

    /// Looks, if that is due.
    ///
    /// - Parameters:
    ///   - now: on the monotonic clock.
    ///   - wall: in seconds since 1970.
    ///   - isBusy: whether files wait to be read.
    ///   - reports: those of a report year that are in.
    ///   - announce: tells people.
    /// - Returns: when to look again, on the monotonic clock; nil: never.
    /// - Throws: what `reports` or `announce` does; to be called again after a while then.
    mutating func turn(
        at now: Double,
        wall: Double,
        isBusy: () -> Bool,
        reports: (Int) throws -> [ArrivedReport],
        announce: (OverdueNotice) throws -> Void
    ) throws -> Double? {
        guard !roster.entries.isEmpty else { return nil }
        noteLeap(at: now, wall: wall)
        let today = effectiveDay(wall)
        let next = now + Double(zone.next(minute: settings.minute, after: Int(wall))) - wall
        guard doneDay != today else { return next }
        if now < trustedFrom { return trustedFrom }
        if isBusy(), now - (busySince ?? now) < Self.longestWait {
            busySince = busySince ?? now
            return now + Self.pause
        }
        busySince = nil
        let year = today.year - 1
        for standing in roster.standings(year: year, reports: try reports(year), today: today, zone: zone) {
            if let notice = notice(standing, today) { try announce(notice) }
        }
        doneDay = today
        return next
    }

    /// A clock that was set forward may have been set wrong: absence of a future year must not be told.
    private mutating func noteLeap(at now: Double, wall: Double) {
        if let lead, wall - now - lead > Self.leap { trustedFrom = now + Self.trial }
        lead = wall - now
    }

    /// The day whose messages may go out: until the time of day comes, that is yesterday.
    private func effectiveDay(_ wall: Double) -> CalendarDay {
        let today = zone.day(at: Int(wall))
        let isBefore = Int(wall) < zone.moment(today, minute: settings.minute)
        return isBefore ? CalendarDay(number: today.number - 1) : today
    }

    private func notice(_ standing: RosterStanding, _ today: CalendarDay) -> OverdueNotice? {
        let left = standing.due - today
        var reminder: Int?
        switch standing.state {
        case .missing: break
        case .awaited:
            // After days off, the last reminder that would have gone out stands for those before it.
            guard let days = settings.remind.filter({ left <= $0 }).min() else { return nil }
            reminder = days
        case .in, .late, .failed: return nil
        }
        return OverdueNotice(
            agency: standing.entry.agency,
            year: standing.year,
            due: standing.due.description,
            daysLeft: left,
            reminder: reminder,
            source: standing.entry.source
        )
    }
}
