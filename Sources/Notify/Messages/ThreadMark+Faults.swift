import Model

extension ThreadMark.Fault {
    /// More errors, and more places of one, are not kept.
    private static let (mostFaults, mostPaths) = (60, 8)

    /// The errors that a message on `report` tells of, and those of the last message that cannot be looked at now; nil
    /// where there are none.
    static func all(of report: Report, after last: ThreadMark?) -> [ThreadMark.Fault]? {
        let now = AlertPolicy.announced(report).filter { $0.severity == .error }.map { finding in
            Self(
                rule: finding.rule,
                fingerprint: finding.fingerprint,
                paths: finding.places.prefix(mostPaths).map(\.path)
            )
        }
        let known = Set(now.map(\.fingerprint))
        let unseen = (last?.faults ?? []).filter { !known.contains($0.fingerprint) && $0.isUnseen(in: report) }
        let all = Array((now + unseen).prefix(mostFaults))
        return all.isEmpty ? nil : all
    }

    /// Whether the report as it is now does not let tell whether the fault is still there: its table is a picture this
    /// time, its cells could not be read, its relation was not verified.
    func isUnseen(in report: Report) -> Bool {
        if report.findings.contains(where: { $0.fingerprint == fingerprint }) { return false }
        return paths.contains { isUnseen($0, report) } || report.unverified.contains(where: concerns)
    }

    private func isUnseen(_ path: String, _ report: Report) -> Bool {
        let parts = path.split(separator: ".").map(String.init)
        guard parts.count > 2, parts[0] != "claims", parts[0] != "sections", parts[0] != "identity" else {
            return path == "identity.published" && report.identity.published == nil
        }
        // A text without any table, read without a doubt, is of a form that has none.
        if report.tables.isEmpty, report.unverified.isEmpty { return false }
        guard let table = report.table(parts[0]), table.state != .lost,
            let row = table.row(parts[1..<(parts.count - 1)].joined(separator: ".")),
            let column = table.columns.firstIndex(of: parts[parts.count - 1])
        else { return true }
        return row.cells[column]?.content == .ambiguous
    }

    /// Whether a reason says that just this was not judged: it names the column or the row (`the total is blank:
    /// applications received`), the whole table, or last year's report.
    private func concerns(_ unverified: Unverified) -> Bool {
        guard unverified.rule == rule else { return false }
        // Behind the point stands where: of "the total is blank: applications business" no column of totals is meant.
        let reason = unverified.reason[...]
        let place = reason.lastIndex(of: ":").map { reason[reason.index(after: $0)...] } ?? reason
        let words = place.split { $0 == " " || $0 == "," }
        let isOfYears = rule.hasPrefix("history.")
        if isOfYears, reason.hasPrefix("table ") { return true }
        return paths.contains { path in
            let parts = path.split(separator: ".")
            guard parts.count > 1 else { return false }
            if parts[0] == "sections" { return words.contains(parts[1]) }
            guard parts.count > 2, isOfYears || words.contains(parts[0]) else { return false }
            let row = parts[1..<(parts.count - 1)].joined(separator: ".")
            return words.contains { $0 == parts[parts.count - 1] || $0 == row }
        }
    }
}

extension ThreadMark {
    /// Whether any error that was told of can neither be found nor ruled out in `report`.
    func hasUnseen(in report: Report) -> Bool { (faults ?? []).contains { $0.isUnseen(in: report) } }
}
