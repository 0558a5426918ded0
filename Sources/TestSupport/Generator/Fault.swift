import Forms
import Model

/// A fault that can be put into a sound report; each touches only cells that the text does not speak of.
package enum Fault: Sendable, Equatable {
    case missingSection(String)
    /// More applications carried out than there were.
    case balance
    /// An outcome that （七）总计 does not count.
    case columnSum
    /// A 总计 that is not the sum of its row.
    case rowTotal
    case disputesTotal
    /// Fewer documents in force than the year added.
    case inForce
    /// A row that the table does not print.
    case missingRow
    /// A count below zero.
    case negative
    /// The sections on disputes and problems in the wrong order.
    case sectionOrder
    /// A section on problems that knows of none.
    case noProblems
    /// The form is not that of the report's year.
    case outdated
    /// A part that its total does not hold: the total's row and the part's, of `statistics`.
    case statistics(total: String, part: String)
    /// One case of review that has no outcome yet.
    case openReview
    /// More press conferences with the head than there were.
    case leaders
    /// One channel with more than was disclosed at all.
    case channel
    /// A part that its total does not hold, in one column of `annex`.
    case annex(total: String, part: String, column: String)
    /// More in the year than since the beginning.
    case cumulative
}

extension ReportTruth {
    /// The report with one fault more, and with what must be found because of it.
    package func withFault(_ fault: Fault) -> ReportTruth {
        var report = self
        report.put(fault)
        return report
    }

    private mutating func put(_ fault: Fault) {
        switch fault {
        case .missingSection(let id): remove(section: id)
        case .balance: breakBalance()
        case .columnSum: breakColumnSum()
        case .rowTotal: breakRowTotal()
        case .disputesTotal: breakDisputes()
        case .inForce: breakInForce()
        case .missingRow: removeRow()
        case .negative: breakSign()
        case .sectionOrder: breakOrder()
        case .noProblems: denyProblems()
        case .outdated: blame("form.outdated", year < 2022 ? .warning : .error, ["identity.form"])
        default: putEarly(fault)
        }
    }

    private mutating func putEarly(_ fault: Fault) {
        switch fault {
        case .statistics(let total, let part): breakStatistics(total, part)
        case .openReview:
            let paths = ["review", "review.upheld", "review.corrected", "review.other"]
            change("statistics", "review.upheld", "count", by: -1)
            blame("statistics.sum", .warning, paths.map { "statistics." + $0 + ".count" })
        case .leaders:
            let times = count("statistics", "responses.press", "count")
            set("statistics", "responses.press.leader", "count", to: Quantity(times + 1))
            let paths = ["responses.press.leader", "responses.press"]
            blame("statistics.sum", .error, paths.map { "statistics." + $0 + ".count" })
        case .channel:
            let disclosed = count("statistics", "disclosed", "count")
            set("statistics", "channel.wechat", "count", to: Quantity(disclosed + 5))
            let channels = ["gazette", "website", "weibo", "wechat", "other"].map { "channel." + $0 }
            blame("statistics.sum", .warning, (["disclosed"] + channels).map { "statistics." + $0 + ".count" })
        case .annex(let total, let part, let column): breakAnnex(total, part, column)
        case .cumulative:
            let all = count("annex", "disclosed.gazette", "cumulative")
            set("annex", "disclosed.gazette", "year", to: Quantity(all + 3))
            blame("annex.sum", .error, ["annex.disclosed.gazette.year", "annex.disclosed.gazette.cumulative"])
        default: break
        }
    }

    private mutating func remove(section id: String) {
        sections.removeAll { $0.id == id }
        tables.removeAll { $0.form.section == id }
        missing.append(id)
        let severity = form.sections.first { $0.id == id }?.missingSeverity ?? .error
        blame("section.missing", severity, ["sections." + id])
    }

    private mutating func breakBalance() {
        for column in ["natural_person", "total"] {
            change("applications", "carried_out", column, by: 3)
            let rows = ["received", "carried_in", "processed_total", "carried_out"]
            blame("applications.balance", .error, rows.map { "applications." + $0 + "." + column })
        }
    }

    private mutating func breakColumnSum() {
        for column in ["natural_person", "total"] {
            change("applications", "unavailable.not_held", column, by: 1)
            blameColumn(column)
        }
    }

    private mutating func breakRowTotal() {
        change("applications", "refused.third_party", "total", by: 2)
        let columns = table("applications")?.form.columns.map(\.id) ?? []
        blame("applications.row-total", .error, columns.map { "applications.refused.third_party." + $0 })
        blameColumn("total")
    }

    private mutating func blameColumn(_ column: String) {
        let rows = table("applications")?.form.rows.map(\.id) ?? []
        let outcomes = rows.filter(Numbers.isOutcome)
        blame(
            "applications.column-sum",
            .error,
            (["processed_total"] + outcomes).map { "applications." + $0 + "." + column }
        )
    }

    private mutating func breakDisputes() {
        change("disputes", "review", "upheld", by: 1)
        let columns = ["upheld", "corrected", "other", "pending", "total"]
        blame("disputes.total", .error, columns.map { "disputes.review." + $0 })
    }

    private mutating func breakInForce() {
        let row = "normative_documents"
        let added = count("proactive", row, "issued") - count("proactive", row, "repealed")
        set("proactive", row, "in_force", to: Quantity(added - 1))
        blame(
            "proactive.in-force",
            .warning,
            ["in_force", "issued", "repealed"].map { "proactive." + row + "." + $0 }
        )
    }

    private mutating func breakStatistics(_ total: String, _ part: String) {
        change("statistics", part, "count", by: 2)
        let prefix = part.split(separator: ".").dropLast().joined(separator: ".") + "."
        let parts = table("statistics")?.form.rows.map(\.id).filter { $0.hasPrefix(prefix) } ?? []
        blame("statistics.sum", .error, ([total] + parts).map { "statistics." + $0 + ".count" })
    }

    private mutating func breakAnnex(_ total: String, _ part: String, _ column: String) {
        change("annex", part, column, by: 2)
        let parts = table("annex")?.form.rows.map(\.id).filter { $0.hasPrefix(total + ".") } ?? []
        blame("annex.sum", .error, ([total] + parts).map { "annex." + $0 + "." + column })
    }

    mutating func change(_ table: String, _ row: String, _ column: String, by difference: Int) {
        set(table, row, column, to: Quantity(count(table, row, column) + difference))
    }

    mutating func blame(_ rule: String, _ severity: Finding.Severity, _ paths: [String]) {
        faults.append(FaultTruth(rule: rule, severity: severity, paths: paths))
    }
}
