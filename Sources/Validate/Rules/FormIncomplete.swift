internal import Forms
internal import Model

/// A table that is there has every row and column of its form.
struct FormIncomplete: Rule {
    static let description = RuleDescription(
        "form.incomplete",
        severity: .warning,
        statement: Finding.Message(zh: "已有的表格行、列齐全", en: "a table that is there has every row and column of its form"),
        basis: "国办公开办函〔2021〕30号 附表；国办公开办函〔2019〕60号 附表；国办发〔2014〕32号 附表"
    )
    static let examples = [
        RuleExample(zh: "行列齐全", en: "complete", .example(applications: [:])),
        RuleExample(
            zh: "少了两行",
            en: "two rows were left out",
            .example(applications: [:]).dropping(["other.fee_unpaid", "other.other"], from: "applications"),
            finds: ["applications.other.fee_unpaid"]
        ),
        RuleExample(
            zh: "少了一列",
            en: "a column was left out",
            Report.example(applications: [:]).lackingResearch,
            finds: ["applications.research"]
        ),
        RuleExample(
            zh: "多数行没有找到：视为读取存疑",
            en: "most rows were not found: that is the reader's doubt",
            .example(applications: [:]).dropping(Set(Report.outcomeRows), from: "applications")
        ),
    ]

    func judgement(of subject: Subject) -> Judgement {
        var result = Judgement()
        for form in subject.form.tables {
            guard let table = subject.report.table(form.id), table.state != .lost else { continue }
            if !table.missingColumns.isEmpty { result.findings.append(columnFinding(table, form)) }
            let missing = Self.missing(in: table, of: form)
            guard !missing.isEmpty else { continue }
            if table.state == .partial || isOfAnotherPlace(table, form) || missing.count * 3 > form.rows.count {
                let reason =
                    "table \(form.id): \(missing.count) of \(form.rows.count) rows were not found, and the rest is in doubt"
                result.unverified.append(Unverified(rule: Self.identifier, reason: reason))
            } else {
                result.findings.append(finding(missing, table, form))
            }
        }
        return result
    }

    /// A local table that lacks the column of all years is hardly of the place whose rows are known: no form is national.
    private func isOfAnotherPlace(_ table: Table, _ form: TableForm) -> Bool {
        guard let column = form.columns.first(where: \.isOptional),
            let place = table.columns.firstIndex(of: column.id)
        else { return form.columns.contains(where: \.isOptional) }
        return table.rows.allSatisfy { !$0.cells.indices.contains(place) || $0.cells[place]?.number == nil }
    }

    private static func missing(in table: Table, of form: TableForm) -> [RowForm] {
        // Nearly every table: its rows are the form's, in the form's order.
        if table.rows.count == form.rows.count, zip(table.rows, form.rows).allSatisfy({ $0.id == $1.id }) { return [] }
        return form.rows.filter { table.row($0.id) == nil }
    }

    private func finding(_ missing: [RowForm], _ table: Table, _ form: TableForm) -> Finding {
        let names = missing.prefix(4).map { "“\($0.label)”" }.joined(separator: "、") + (missing.count > 4 ? "等" : "")
        let english = missing.prefix(4).map(\.english).joined(separator: ", ") + (missing.count > 4 ? ", …" : "")
        let merged = form.mergedRows.first { table.row($0.row.id) != nil }
        let line = merged.flatMap { table.row($0.row.id)?.line } ?? table.line
        return Finding(
            rule: Self.identifier,
            severity: .warning,
            message: Finding.Message(
                zh: "“\(form.title)”表缺少 \(missing.count) 行：\(names)（表始于第 \(table.line) 行）",
                en:
                    "the table of \(form.english) lacks \(missing.count) rows: \(english) (it begins on line \(table.line))"
            ),
            places: missing.map { Finding.Place(path: "\(form.id).\($0.id)", line: line) },
            expected: .number(Quantity(form.rows.count)),
            actual: .number(Quantity(form.rows.count - missing.count)),
            basis: Self.description.basis
        )
    }
}

extension FormIncomplete {
    private func columnFinding(_ table: Table, _ form: TableForm) -> Finding {
        let missing = form.columns.filter { table.missingColumns.contains($0.id) }
        let names = missing.map { "“\($0.label)”" }.joined(separator: "、")
        let english = missing.map(\.english).joined(separator: ", ")
        return Finding(
            rule: Self.identifier,
            severity: .warning,
            message: Finding.Message(
                zh: "“\(form.title)”表缺少 \(missing.count) 列：\(names)（表始于第 \(table.line) 行）",
                en:
                    "the table of \(form.english) lacks \(missing.count) columns: \(english) (it begins on line \(table.line))"
            ),
            places: missing.map { Finding.Place(path: "\(form.id).\($0.id)", line: table.line) },
            expected: .number(Quantity(form.columns.count)),
            actual: .number(Quantity(form.columns.count - missing.count)),
            basis: Self.description.basis
        )
    }
}

extension Report {
    fileprivate var lackingResearch: Report {
        var report = self
        for index in report.tables.indices where report.tables[index].id == "applications" {
            report.tables[index].missingColumns = ["research"]
        }
        return report
    }

    fileprivate static let outcomeRows =
        FormCatalog.form("2021")?.tables.first { $0.id == "applications" }?.rows.map(\.id).dropFirst(2).map { $0 } ?? []
}
