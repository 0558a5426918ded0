internal import Archive
internal import Pipeline
internal import Platform
internal import Roster

/// Who is expected, in, late, failed and missing, as `gouji roster` and `gouji status` show it.
struct RosterPage {
    let year: Int
    let standings: [RosterStanding]

    /// `year` nil: the report year whose reports are due in this calendar year.
    init(_ settings: Settings, _ folders: StateFolders, year: Int?, now: Double = Clock.realtime()) throws {
        let roster = try RosterFile.load(settings.roster)
        let today = settings.zone.day(at: Int(now))
        let chosen = year ?? today.year - 1
        self.year = chosen
        guard !roster.entries.isEmpty else {
            standings = []
            return
        }
        let archive = ArchiveReader(root: folders.archive)
        let reports = try RosterLook.reports(roster, year: chosen, in: archive, readsDates: true)
        standings = roster.standings(year: chosen, reports: reports, today: today, zone: settings.zone)
    }

    /// `2025: 12 expected, 8 in (1 late, 2 failed), 3 missing, 1 not due yet`.
    var totals: String {
        func count(_ state: RosterStanding.State) -> Int { standings.count { $0.state == state } }
        let late = standings.count { $0.daysLate != nil }
        let arrived = standings.count { $0.report != nil }
        return "\(year): \(standings.count) expected, \(arrived) in (\(late) late, \(count(.failed)) failed), "
            + "\(count(.missing)) missing, \(count(.awaited)) not due yet"
    }

    /// A line for each agency, and the totals; columns of fixed width first.
    var table: [String] {
        let head = [
            Column.left("STATE", 8), Column.left("DUE", 10), Column.left("CAME", 10), Column.right("LATE", 4),
            Column.right("ERRORS", 6), Column.left("LEVEL", 10), "AGENCY",
        ]
        let lines = standings.map { standing in
            [
                Column.left(standing.state.rawValue, 8), standing.due.description,
                Column.left(standing.came?.description ?? "-", 10),
                Column.right(standing.daysLate.map(String.init) ?? "-", 4),
                Column.right(standing.report.map { String($0.errors) } ?? "-", 6),
                Column.left(standing.entry.level.rawValue, 10), Column.printable(standing.entry.agency),
            ]
        }
        return ([head] + lines).map { $0.joined(separator: "  ") } + [totals]
    }

    /// Rows for a spreadsheet (RFC 4180).
    var csv: [String] {
        let head = [
            "agency", "level", "year", "state", "due", "came", "days_late", "verdict", "errors", "record", "contact",
        ]
        let rows = standings.map { standing in
            [
                standing.entry.agency, standing.entry.level.rawValue, String(standing.year), standing.state.rawValue,
                standing.due.description, standing.came?.description ?? "",
                standing.daysLate.map(String.init) ?? "", standing.report?.verdict ?? "",
                standing.report.map { String($0.errors) } ?? "", standing.report?.path ?? "",
                standing.entry.contacts.joined(separator: ";"),
            ]
        }
        return ([head] + rows).map { String(decoding: CommaSeparatedRow($0).line, as: UTF8.self) }
    }
}
