internal import Forms
internal import Model

/// Says in words which rule of the configuration is broken, and with which numbers.
struct ConstraintWording {
    let constraint: CompiledConstraint
    let values: CellValues
    let subject: Subject

    func finding(left: Quantity, right: Quantity) -> Finding {
        let source = constraint.source
        let isEquation = source.comparison == .equal
        let isLeftTotal = source.left.count == 1
        let sign = [.equal: "≠", .atMost: ">", .atLeast: "<", .atLeastEach: "<"][source.comparison] ?? "≠"
        let unnamed = Finding.Message(zh: "规则 \(source.rule) 不成立", en: "\(source.rule) does not hold")
        let statement = source.statement ?? unnamed
        let sum = { (name: (Finding.Message) -> String) in
            (source.left.count > 1 ? "\(side(source.left, name)) = \(left)" : side(source.left, name)) + " \(sign) "
                + (source.right.count > 1 ? "\(right) = \(side(source.right, name))" : side(source.right, name))
        }
        let lines = Finding.Message(linesOf: places)
        return Finding(
            rule: source.rule,
            severity: source.severity,
            message: Finding.Message(
                zh: "\(statement.zh)：\(sum(\.zh))\(lines.zh)",
                en: "\(statement.en): \(sum(\.en))\(lines.en)"
            ),
            places: places,
            expected: isEquation ? .number(isLeftTotal ? right : left) : nil,
            actual: .number(isEquation && !isLeftTotal ? right : left),
            basis: source.basis.isEmpty ? source.rule : source.basis
        )
    }

    private var places: [Finding.Place] {
        var seen: Set<String> = []
        return (source.left + source.right).compactMap { place($0.operand) }.filter { seen.insert($0.path).inserted }
    }

    private var source: Constraint { constraint.source }

    private func place(_ operand: Constraint.Operand) -> Finding.Place? {
        switch operand {
        case .constant: return nil
        case .cell(let address):
            let cell = subject.report.table(address.table)?.cell(address.row, address.column)
            return Finding.Place(path: address.path, line: cell?.line ?? 0, text: cell?.text ?? "")
        case .claim(let key):
            guard let index = claim(key) else { return nil }
            let claim = subject.report.claims[index]
            return Finding.Place(path: "claims.\(index)", line: claim.line, text: claim.text)
        }
    }

    private func claim(_ key: String) -> Int? {
        subject.report.claims.firstIndex { $0.key == key && $0.value != nil }
    }

    private func side(_ terms: [Constraint.Term], _ name: (Finding.Message) -> String) -> String {
        let parts = terms.map { term in
            let factor = term.coefficient == 1 ? "" : term.coefficient == -1 ? "−" : "\(term.coefficient) × "
            return factor + words(term.operand, name)
        }
        return parts.isEmpty ? "0" : parts.joined(separator: " + ")
    }

    private func words(_ operand: Constraint.Operand, _ name: (Finding.Message) -> String) -> String {
        switch operand {
        case .constant(let value): return value.description
        case .claim(let key):
            let value = claim(key).flatMap { subject.report.claims[$0].value }
            let text = name(Finding.Message(zh: "正文“\(key)”", en: "the text's \(key)"))
            return "\(text) \(value?.description ?? "?")"
        case .cell(let address):
            let value = subject.report.table(address.table)?.cell(address.row, address.column)?.addend
            return "\(name(CellName(form: subject.form).name(of: address))) \(value?.description ?? "?")"
        }
    }
}

/// What people call a cell: its row and its column.
struct CellName {
    let form: Form

    /// The row alone.
    func row(of address: CellAddress) -> Finding.Message {
        let table = form.tables.first { $0.id == address.table }
        let row =
            table?.rows.first { $0.id == address.row } ?? table?.mergedRows.first { $0.row.id == address.row }?.row
        return Finding.Message(zh: row?.shortLabel ?? address.row, en: row?.english ?? address.row)
    }

    func name(of address: CellAddress) -> Finding.Message {
        guard let table = form.tables.first(where: { $0.id == address.table }) else {
            return Finding.Message(zh: address.path, en: address.path)
        }
        let row =
            table.rows.first { $0.id == address.row } ?? table.mergedRows.first { $0.row.id == address.row }?.row
        let column = table.columns.first { $0.id == address.column }
        let group = table.isOneLine ? row?.group.map { $0 + "·" } ?? "" : ""
        let zh = "“\(group)\(row?.shortLabel ?? address.row)”"
        let en = row?.english ?? address.row
        guard table.columns.count > 1 else { return Finding.Message(zh: zh, en: en) }
        return Finding.Message(
            zh: zh + "的“\(column?.label ?? address.column)”",
            en: "\(en) / \(column?.english ?? address.column)"
        )
    }
}
