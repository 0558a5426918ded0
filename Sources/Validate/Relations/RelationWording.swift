internal import Forms
internal import Model

/// Says in words which relation is broken, in which cells, and what would fit.
struct RelationWording {
    let instance: RelationInstance
    let table: Table
    let form: TableForm

    func finding(left: Quantity, right: Quantity) -> Finding {
        let relation = instance.relation
        let isTotal = relation.comparison == .totalOfParts
        let isBound = !isTotal && relation.comparison != .equalSums
        let isShort = isTotal && right < left
        var finding = Finding(
            rule: relation.rule,
            severity: isShort ? relation.shortfallSeverity ?? relation.severity : relation.severity,
            message: Finding.Message(zh: chinese(left, right), en: english(left, right)),
            places: places(),
            // A printed total is measured by its parts; of two sums the one that came in is what must go out. What is
            // bounded may be many numbers.
            expected: isBound ? nil : .number(isTotal ? right : left),
            actual: .number(isTotal || isBound ? left : right),
            basis: relation.basis
        )
        finding.operands = operands
        return finding
    }

    private var operands: [String] { (instance.left + instance.right).map(\.path) }

    /// The finding where digits ran together, and the relation is broken however they are cut.
    func unsatisfied() -> Finding {
        let relation = instance.relation
        let glued = (instance.left + instance.right).first { cell($0)?.content == .ambiguous }
        let text = glued.flatMap { cell($0)?.text } ?? ""
        // A row is named as the place already.
        let zh = glued.map { isByColumn ? "中“\(chineseName($0))”的" : "" } ?? ""
        let en = glued.map { isByColumn ? ", \(englishName($0))" : "" } ?? ""
        let tail = Finding.Message(linesOf: places())
        var finding = Finding(
            rule: relation.rule,
            // Whether the parts fall short is not known.
            severity: relation.shortfallSeverity ?? relation.severity,
            message: Finding.Message(
                zh: "\(chineseScope())\(zh)数字连写为“\(text)”，无论怎样拆分，勾稽关系都不成立\(tail.zh)",
                en: "\(englishScope())\(en): the digits ran together as \(text), and no cut makes it hold\(tail.en)"
            ),
            places: places(),
            expected: nil,
            actual: nil,
            basis: relation.basis
        )
        finding.operands = operands
        return finding
    }

    /// The cells that take part: the total first, then what is not zero; all of them where nothing is.
    private func places() -> [Finding.Place] {
        let left = instance.left.map(place)
        let right = instance.right.filter { cell($0)?.addend != Quantity(0) }.map(place)
        return left + (right.isEmpty ? instance.right.prefix(4).map(place) : right)
    }

    private func cell(_ address: CellAddress) -> Cell? { table.cell(address.row, address.column) }

    private func place(_ address: CellAddress) -> Finding.Place {
        let cell = cell(address)
        return Finding.Place(path: address.path, line: cell?.line ?? 0, text: cell?.text ?? "")
    }

    // MARK: Names

    private var isByColumn: Bool {
        if case .eachColumn = instance.relation.shape { return true }
        return false
    }

    private func rowForm(_ id: String) -> RowForm? {
        form.rows.first { $0.id == id } ?? form.mergedRows.first { $0.row.id == id }?.row
    }

    private func chineseName(_ address: CellAddress) -> String {
        if isByColumn { return rowForm(address.row)?.shortLabel ?? address.row }
        return form.columns.first { $0.id == address.column }?.label ?? address.column
    }

    private func englishName(_ address: CellAddress) -> String {
        if isByColumn { return rowForm(address.row)?.english ?? address.row }
        return form.columns.first { $0.id == address.column }?.english ?? address.column
    }

    private func chineseScope() -> String {
        if isByColumn {
            let label = form.columns.first { $0.id == instance.place }?.label ?? instance.place
            return form.columns.count > 1 ? "“\(label)”列" : form.title
        }
        let row = rowForm(instance.place)
        let group = form.isOneLine ? row?.group.map { $0 + "·" } ?? "" : ""
        return "“\(group)\(row?.shortLabel ?? instance.place)”"
    }

    private func englishScope() -> String {
        if isByColumn {
            let label = form.columns.first { $0.id == instance.place }?.english ?? instance.place
            return form.columns.count > 1 ? "column \(label)" : form.english
        }
        return "row \(rowForm(instance.place)?.english ?? instance.place)"
    }

    // MARK: Sentences

    /// What a cell adds, as people read it: where nothing stands, no 0 is told.
    private func addend(_ address: CellAddress, blank: String) -> String {
        guard let cell = cell(address), cell.content != .blank else { return blank }
        return (cell.addend ?? Quantity(0)).description
    }

    private func sum(_ addresses: [CellAddress], _ name: (CellAddress) -> String, _ blank: String) -> String {
        // What is taken off the first: 本年制发 5 − 本年废止 1.
        let isDifference = instance.relation.comparison == .atLeastDifference && addresses.count > 1
        let between = isDifference ? " − " : " + "
        let present = addresses.filter { cell($0)?.addend != Quantity(0) }
        let shown = present.isEmpty || addresses.count <= 2 ? addresses : present
        guard !present.isEmpty || addresses.count <= 2 else { return "0" }
        return shown.map { "\(name($0)) \(addend($0, blank: blank))" }.joined(separator: between)
    }

    private func chinese(_ left: Quantity, _ right: Quantity) -> String {
        let first = sum(instance.left, chineseName, "空白")
        let second = sum(instance.right, chineseName, "空白")
        let tail = Finding.Message(linesOf: places()).zh
        switch instance.relation.comparison {
        case .equalSums:
            return "\(chineseScope())勾稽不平：\(first)，合计 \(left)；而 \(second)，合计 \(right)\(tail)"
        case .totalOfParts:
            return "\(chineseScope())合计不符：\(first)，而各分项之和为 \(right)（\(second)）\(tail)"
        case .atMost: return "\(chineseScope())：\(first) 不应大于 \(second)\(tail)"
        case .atLeastDifference:
            return "\(chineseScope())：\(first) 小于本年净增 \(right)（\(second)）\(tail)"
        case .atLeastLargest: return "\(chineseScope())：\(first) 不应小于各渠道中最大的 \(right)（\(second)）\(tail)"
        }
    }

    private func english(_ left: Quantity, _ right: Quantity) -> String {
        let first = sum(instance.left, englishName, "blank")
        let second = sum(instance.right, englishName, "blank")
        let tail = Finding.Message(linesOf: places()).en
        switch instance.relation.comparison {
        case .equalSums:
            return "\(englishScope()) does not balance: \(first) make \(left), but \(second) make \(right)\(tail)"
        case .totalOfParts:
            return "\(englishScope()) does not add up: \(first), but the parts make \(right) (\(second))\(tail)"
        case .atMost: return "\(englishScope()): \(first) is more than \(second)\(tail)"
        case .atLeastDifference:
            return "\(englishScope()): \(first) is less than what the year added, \(right) (\(second))\(tail)"
        case .atLeastLargest:
            return "\(englishScope()): \(first) is less than the largest of the channels, \(right) (\(second))\(tail)"
        }
    }
}

extension RowForm {
    /// The label without its number, its notes and 其中.
    var shortLabel: String {
        var text = label.unicodeScalars[...]
        if text.starts(with: "其中：".unicodeScalars) { text = text.dropFirst(3) }
        if let close = text.prefix(4).firstIndex(where: { $0 == "、" || $0 == "." || $0 == "）" }) {
            text = text[text.index(after: close)...]
        }
        if let note = text.firstIndex(of: "（"), note > text.startIndex { text = text[..<note] }
        let name = String(text)
        // A total by itself would not say of what.
        return name == "总计" ? (group ?? "") + name : name
    }
}
