internal import Forms
internal import Model

/// One table of a report beside the same table of the year before.
struct YearPair {
    let now: Table
    let before: Table
    let form: TableForm
    /// The year of the report before.
    let year: Int
    /// Why the two years may differ, where the report says so.
    var excuse: Excuse?

    enum Excuse {
        case reorganised
        /// One counts the whole area, the other one office.
        case otherScope
        /// The report says that what is counted changed.
        case changedScope
        /// The report says why it took up another number than was carried out.
        case corrected

        var words: Finding.Message {
            switch self {
            case .reorganised:
                Finding.Message(
                    zh: "；报告提到机构或职能变动，可能由此而来",
                    en: "; the report tells of a reorganisation, which may explain it"
                )
            case .changedScope:
                Finding.Message(
                    zh: "；报告提到统计口径或范围有变，可能由此而来",
                    en: "; the report tells that what is counted changed, which may explain it"
                )
            case .corrected:
                Finding.Message(
                    zh: "；报告对结转数作了说明，可能由此而来",
                    en: "; the report says something of what was carried over, which may explain it"
                )
            case .otherScope:
                Finding.Message(zh: "；两年统计范围似不相同（全域与本级）", en: "; the two years seem to count different bodies")
            }
        }
    }

    enum Outcome {
        case pair(YearPair)
        /// The table is there in both years, but not as it was printed in one of them.
        case unreadable(String)
        case nothing
    }

    /// The pair of `table`: nothing where the archive has no report of the year before, or not this table in both.
    static func of(_ table: String, in subject: Subject) -> Outcome {
        guard let previous = subject.context.neighbours.previous, let year = subject.report.identity.year,
            previous.identity.year == year - 1, let now = subject.report.table(table),
            let before = previous.table(table), let form = subject.form.tables.first(where: { $0.id == table })
        else { return .nothing }
        guard now.state != .lost, before.state != .lost else {
            return .unreadable("table \(table) is not in the source of \(now.state == .lost ? year : year - 1)")
        }
        let pair = YearPair(
            now: now,
            before: before,
            form: form,
            year: year - 1,
            excuse: excuse(subject.report, previous)
        )
        return .pair(pair)
    }

    private static func excuse(_ report: Report, _ previous: Report) -> Excuse? {
        if Reorganisation.isTold(in: report) { return .reorganised }
        if Scope.isChanged(in: report) { return .changedScope }
        let scopes = (Scope.told(in: report), Scope.told(in: previous))
        return scopes.0 != nil && scopes.1 != nil && scopes.0 != scopes.1 ? .otherScope : nil
    }

    /// How bad a difference is, where it would be `severity` without an excuse.
    func severity(_ severity: Finding.Severity) -> Finding.Severity { excuse == nil ? severity : .info }

    func chinese(row: String) -> String { form.rows.first { $0.id == row }?.shortLabel ?? row }

    func english(row: String) -> String { form.rows.first { $0.id == row }?.english ?? row }

    func chinese(column: String) -> String { form.columns.first { $0.id == column }?.label ?? column }

    func english(column: String) -> String { form.columns.first { $0.id == column }?.english ?? column }

    /// A cell of this year as a place.
    func place(_ row: String, _ column: String) -> Finding.Place {
        let cell = now.cell(row, column)
        return Finding.Place(path: "\(now.id).\(row).\(column)", line: cell?.line ?? 0, text: cell?.text ?? "")
    }
}

extension Table {
    /// Whether it is open what an empty cell of a row with a total stands for: no total is printed, or the others do not
    /// come to it. 空白 in a row that nobody filled in is no 0 件.
    func isOpen(_ row: String, _ column: String) -> Bool {
        guard let cell = cell(row, column), cell.number == nil else { return false }
        guard column != "total", let total = self.cell(row, "total")?.number else { return true }
        var sum = Quantity(0)
        for part in columns where part != "total" {
            guard let addend = self.cell(row, part)?.addend else { return true }
            sum = sum + addend
        }
        return sum != total
    }
}
