internal import Forms
internal import Model

extension ReportTruth {
    /// Sound reports of one agency for years that follow each other: each takes up what the one before left.
    ///
    /// `carryOverFault` is how many applications too many are carried into a year.
    package static func series(
        agency: Agency,
        years: ClosedRange<Int>,
        seed: UInt64,
        carryOverFault: [Int: Int] = [:]
    ) -> [ReportTruth] {
        var reports: [ReportTruth] = []
        for year in years {
            guard let form = FormCatalog.all.last(where: { $0.reportYears.contains(year) }) else { continue }
            reports.append(
                make(form: form, agency: agency, year: year, seed: seed + UInt64(year)) { report in
                    if let previous = reports.last { report.follow(previous, tooMany: carryOverFault[year] ?? 0) }
                }
            )
        }
        return reports
    }

    /// Makes the tables go on from those of the year before; every relation within the year still holds.
    private mutating func follow(_ previous: ReportTruth, tooMany: Int) {
        followApplications(previous, tooMany)
        guard form.identifier == previous.form.identifier else { return }
        for row in ["regulations", "normative_documents"] where form.identifier == "2021" {
            let change = count("proactive", row, "issued") - count("proactive", row, "repealed")
            set("proactive", row, "in_force", to: Quantity(previous.count("proactive", row, "in_force") + change))
        }
        for row in ["permits", "other_services", "penalties", "coercive_measures", "fees"]
        where form.identifier == "2019" {
            let before =
                previous.count("proactive", row, "items_last_year") + previous.count("proactive", row, "change")
            set("proactive", row, "items_last_year", to: Quantity(before))
        }
        for row in form.tables.first(where: { $0.id == "annex" })?.rows ?? [] {
            let all = previous.count("annex", row.id, "cumulative") + count("annex", row.id, "year")
            set("annex", row.id, "cumulative", to: Quantity(all))
        }
    }

    private mutating func followApplications(_ previous: ReportTruth, _ tooMany: Int) {
        guard previous.table("applications") != nil, let table = table("applications") else { return }
        for column in table.form.columns.map(\.id) {
            let isFaulty = column == "natural_person" || column == "total"
            let carried = previous.count("applications", "carried_out", column) + (isFaulty ? tooMany : 0)
            let others = count("applications", "processed_total", column) + count("applications", "carried_out", column)
            set("applications", "carried_in", column, to: Quantity(carried))
            set("applications", "received", column, to: Quantity(others - carried))
        }
    }
}
