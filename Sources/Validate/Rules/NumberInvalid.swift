internal import Forms
internal import Model

/// Counts are whole numbers and not negative; money is a number; only the change of form 2019 has a sign.
struct NumberInvalid: Rule {
    static let description = RuleDescription(
        "number.invalid",
        severity: .error,
        statement: Finding.Message(
            zh: "件数应为非负整数（2019年格式的“本年增/减”除外），金额应为数字",
            en: "counts are whole numbers and not negative (the change of form 2019 apart), money is a number"
        ),
        basis: "各格式表内计量单位"
    )
    static let examples = [
        RuleExample(
            zh: "都是整数",
            en: "whole numbers",
            .example(applications: ["received": ["natural_person": 3, "total": 3]])
        ),
        RuleExample(
            zh: "增减可以为负",
            en: "a change may be negative",
            .example(form: "2019", year: 2019, table: "proactive", cells: ["permits": ["change": -59]])
        ),
        RuleExample(
            zh: "表示不适用的符号",
            en: "a mark for not applicable",
            .example(disputes: [:]).replacing("disputes", "review", "upheld", with: Cell(.mark, text: "/", line: 1))
        ),
        RuleExample(
            zh: "件数为负",
            en: "a negative count",
            .example(applications: ["received": ["natural_person": -3]]),
            finds: ["applications.received.natural_person"]
        ),
        RuleExample(
            zh: "以文字代替数字",
            en: "words in the place of a number",
            .example(disputes: [:]).replacing(
                "disputes",
                "review",
                "upheld",
                with: Cell(.invalid, text: "若干", line: 1)
            ),
            finds: ["disputes.review.upheld"]
        ),
    ]

    func judgement(of subject: Subject) -> Judgement {
        let space = subject.relations.space
        let findings = subject.relations.values.suspects.compactMap { number -> Finding? in
            let address = space.address(of: number)
            guard let table = subject.report.table(address.table), let row = table.row(address.row),
                let cell = table.cell(address.row, address.column), let fault = fault(cell, space.kinds[number])
            else { return nil }
            let column = subject.form.tables.first { $0.id == address.table }?.columns
                .first { $0.id == address.column }
            return finding(fault, cell, address.path, row.label, column?.label ?? address.column)
        }
        return Judgement(findings: findings, unverified: unread(in: subject))
    }

    /// The rows with cells that could not be read and that no relation asks for: nothing else would tell of them.
    private func unread(in subject: Subject) -> [Unverified] {
        let engine = subject.relations
        lazy var asked = engine.constraints.reduce(into: Set<Int>()) { asked, constraint in
            for term in constraint.left { asked.insert(term.variable) }
            for term in constraint.right { asked.insert(term.variable) }
        }
        var rows: [String] = []
        for table in subject.report.tables {
            for row in table.rows {
                let count = min(table.columns.count, row.cells.count)
                let isUnread = (0..<count).contains { index in
                    guard row.cells[index]?.content == .ambiguous else { return false }
                    let address = CellAddress(table: table.id, row: row.id, column: table.columns[index])
                    return engine.space.number(of: address).map { !asked.contains($0) } ?? true
                }
                if isUnread { rows.append("\(table.id) \(row.id)") }
            }
        }
        guard !rows.isEmpty else { return [] }
        let reason = "a cell could not be read for certain: \(rows.joined(separator: ", "))"
        return [Unverified(rule: Self.identifier, reason: reason)]
    }

    private enum Fault {
        case noNumber
        case negative
        case decimals
    }

    private func fault(_ cell: Cell, _ kind: ValueKind) -> Fault? {
        if cell.content == .invalid { return .noNumber }
        guard let value = cell.number else { return nil }
        switch kind {
        case .count: return value < Quantity(0) ? .negative : value.whole == nil ? .decimals : nil
        case .change: return value.whole == nil ? .decimals : nil
        case .money: return value < Quantity(0) ? .negative : nil
        }
    }

    private func finding(_ fault: Fault, _ cell: Cell, _ path: String, _ row: String, _ column: String) -> Finding {
        let message: Finding.Message
        switch fault {
        case .noNumber:
            message = Finding.Message(
                zh: "“\(row)”的“\(column)”不是数字：“\(cell.text)”（第 \(cell.line) 行）",
                en: "\(path) is no number: \"\(cell.text)\" (line \(cell.line))"
            )
        case .negative:
            message = Finding.Message(
                zh: "“\(row)”的“\(column)”为负数 \(cell.text)（第 \(cell.line) 行）",
                en: "\(path) is negative: \(cell.text) (line \(cell.line))"
            )
        case .decimals:
            message = Finding.Message(
                zh: "“\(row)”的“\(column)”应为整数，实为 \(cell.text)（第 \(cell.line) 行）",
                en: "\(path) must be a whole number, but is \(cell.text) (line \(cell.line))"
            )
        }
        return Finding(
            rule: Self.identifier,
            severity: .error,
            message: message,
            places: [Finding.Place(path: path, line: cell.line, text: cell.text)],
            actual: cell.number.map { .number($0) } ?? .words(cell.text),
            basis: Self.description.basis
        )
    }
}
