internal import Forms
internal import Model

/// A whole table is not last year's, number for number.
struct HistoryCopied: Rule {
    static let description = RuleDescription(
        "history.copied",
        severity: Finding.Message(
            zh: "各格全同，且除合计外至少有 5 个不同的非零数相同，为错误；不足 5 个为警告",
            en: "error where every cell is the same and at least 5 different numbers, totals and 0 apart, are; warning "
                + "where there are fewer"
        ),
        statement: Finding.Message(zh: "整张表与上年不逐格相同", en: "a whole table is not last year's, number for number"),
        basis: "国办公开办函〔2021〕30号（数据准确，不得雷同、敷衍）"
    )
    static let examples = [
        RuleExample(
            zh: "数不相同",
            en: "other numbers",
            counts([9, 5, 4, 3, 2, 1]),
            beside: countsBefore([9, 5, 4, 3, 1, 2])
        ),
        RuleExample(zh: "没有上年报告", en: "no report of the year before", counts([9, 5, 4, 3, 2, 1])),
        RuleExample(
            zh: "申请极少",
            en: "hardly any applications",
            counts([3, 1, 1, 1]),
            beside: countsBefore([3, 1, 1, 1])
        ),
        RuleExample(
            zh: "逐格相同",
            en: "number for number",
            counts([9, 5, 4, 3, 2, 1]),
            beside: countsBefore([9, 5, 4, 3, 2, 1]),
            finds: ["applications.received.total"]
        ),
        RuleExample(
            zh: "逐格相同，但数很少",
            en: "number for number, but only few",
            counts([9, 9, 9]),
            beside: countsBefore([9, 9, 9]),
            finds: ["applications.received.total"]
        ),
    ]

    private static let example = [
        "received", "granted", "partly_granted", "refused.state_secret", "carried_in", "carried_out",
    ]

    private static func counts(_ values: [Int]) -> Report {
        let rows = zip(example, values).map { ($0, ["natural_person": Optional($1), "total": Optional($1)]) }
        return .example(applications: Dictionary(uniqueKeysWithValues: rows))
    }

    private static func countsBefore(_ values: [Int]) -> Neighbours { Neighbours(previous: .before(counts(values))) }

    /// Different numbers that no chance makes the same two years running.
    private static let many = 5
    /// With fewer applications than this a table may well repeat itself.
    private static let fewApplications = Quantity(5)

    func judgement(of subject: Subject) -> Judgement {
        let findings = subject.form.tables.compactMap { form -> Finding? in
            guard case .pair(let pair) = YearPair.of(form.id, in: subject), pair.now.state == .read,
                let copied = copied(pair, subject.form)
            else { return nil }
            return finding(pair, copied)
        }
        return Judgement(findings: findings)
    }

    private struct Copied {
        /// The cells that are not 0 and no total.
        var cells: [(row: String, column: String)] = []
        var values: Set<Quantity> = []
    }

    /// What is the same; nil where a cell differs or is not known, or where that proves nothing.
    private func copied(_ pair: YearPair, _ form: Form) -> Copied? {
        guard pair.now.columns == pair.before.columns, pair.now.rows.map(\.id) == pair.before.rows.map(\.id) else {
            return nil
        }
        let isApplications = pair.now.id == "applications"
        if isApplications, (pair.now.cell("received", "total")?.addend ?? Quantity(0)) < Self.fewApplications {
            return nil
        }
        let totals = Self.totals(of: form, table: pair.now.id)
        var copied = Copied()
        for (now, before) in zip(pair.now.rows, pair.before.rows) {
            for (index, column) in pair.now.columns.enumerated() {
                guard let cell = now.cells[index], let other = before.cells[index] else { continue }
                guard let value = cell.addend, value == other.addend else { return nil }
                if value != Quantity(0), !totals.contains("\(now.id).\(column)") {
                    copied.cells.append((now.id, column))
                    copied.values.insert(value)
                }
            }
        }
        // Other tables stay as they are for years; only numbers that vary prove anything.
        let proves = isApplications ? !copied.cells.isEmpty : copied.values.count >= Self.many
        return proves ? copied : nil
    }

    /// The cells that are sums of others.
    private static func totals(of form: Form, table: String) -> Set<String> {
        var totals: Set<String> = []
        for relation in form.relations where relation.table == table && relation.comparison == .totalOfParts {
            switch relation.shape {
            case .eachColumn(let columns, let left, _):
                for column in columns { totals.formUnion(left.map { "\($0).\(column)" }) }
            case .eachRow(let rows, let left, _):
                for row in rows { totals.formUnion(left.map { "\(row).\($0)" }) }
            }
        }
        return totals
    }

    private func finding(_ pair: YearPair, _ copied: Copied) -> Finding {
        let total = pair.now.id == "applications" ? [pair.place("received", "total")] : []
        let places = total + copied.cells.prefix(12).map { pair.place($0.row, $0.column) }
        return Finding(
            rule: Self.identifier,
            severity: copied.values.count >= Self.many ? .error : .warning,
            message: Finding.Message(
                zh: "“\(pair.form.title)”表与 \(pair.year) 年报告逐格相同（\(copied.cells.count) 个非零数，始于第 \(pair.now.line) 行）；"
                    + "请核对是否沿用了上年数据",
                en:
                    "the table of \(pair.form.english) is that of \(pair.year), number for number (\(copied.cells.count) "
                    + "that are not 0, from line \(pair.now.line)): was last year's left in?"
            ),
            places: places,
            basis: Self.description.basis
        )
    }
}
