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
        let (shownLeft, shownRight) = (source.multiple.undone(left), source.multiple.undone(right))
        let sum = { (name: (Finding.Message) -> String) in
            (isSum(source.left) ? "\(side(source.left, name)) = \(shownLeft)" : side(source.left, name)) + " \(sign) "
                + (isSum(source.right) ? "\(shownRight) = \(side(source.right, name))" : side(source.right, name))
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
            expected: isEquation ? .number(isLeftTotal ? shownRight : shownLeft) : nil,
            actual: .number(isEquation && !isLeftTotal ? shownRight : shownLeft),
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

    /// Whether the side has to be reckoned: several terms, or one with a factor.
    private func isSum(_ side: [Constraint.Term]) -> Bool {
        if side.count > 1 { return true }
        guard let term = side.first, case .cell = term.operand else { return false }
        return factor(term) != Quantity(1)
    }

    /// The factor as the user wrote it.
    private func factor(_ term: Constraint.Term) -> Quantity { source.multiple.undone(Quantity(term.coefficient)) }

    private func side(_ terms: [Constraint.Term], _ name: (Finding.Message) -> String) -> String {
        var text = ""
        for term in terms {
            let factor = factor(term)
            let isMinus = factor < Quantity(0)
            let size = isMinus ? Quantity(0) - factor : factor
            if case .constant(let value) = term.operand {
                text += (text.isEmpty ? "" : " + ") + source.multiple.undone(value).description
                continue
            }
            text += isMinus ? (text.isEmpty ? "−" : " − ") : (text.isEmpty ? "" : " + ")
            text += (size == Quantity(1) ? "" : "\(size) × ") + words(term.operand, name)
        }
        return text.isEmpty ? "0" : text
    }

    private func words(_ operand: Constraint.Operand, _ name: (Finding.Message) -> String) -> String {
        switch operand {
        case .constant(let value): return value.description
        case .claim(let key):
            let value = claim(key).flatMap { subject.report.claims[$0].value }
            let cell = CellAddress(path: key).map(CellName(form: subject.form).name)
            let text = name(
                Finding.Message(
                    zh: "正文所说" + (cell?.zh ?? "“\(key)”"),
                    en: "the text's " + (cell?.en ?? key)
                )
            )
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
        // 危及“三安全一稳定” has quotes of its own.
        let label = (row?.shortLabel ?? address.row).replacing("“", with: "‘").replacing("”", with: "’")
        let zh = "“\(group)\(label)”"
        let en = row?.english ?? address.row
        guard table.columns.count > 1 else { return Finding.Message(zh: zh, en: en) }
        return Finding.Message(
            zh: zh + "的“\(column?.label ?? address.column)”",
            en: "\(en) / \(column?.english ?? address.column)"
        )
    }
}
