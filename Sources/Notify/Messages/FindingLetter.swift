import Model

/// The text about one finding, or one group of findings that the same repair explains.
struct FindingLetter: Sendable {
    var group: FindingGroup
    var report: Report
    var labels: PlaceLabels
    var tongue: Tongue

    /// More cells than these are not shown; the record has them.
    private static let maximumPlaces = 30
    private static let maximumRepairs = 3

    /// The text; `number` is its number in the message, from 1.
    func blocks(_ number: Int) -> [Block] {
        var blocks: [Block] = [.heading(heading(number))]
        blocks += group.findings.map { .paragraph(tongue($0.message).clipped(600)) }
        if !cells.isEmpty { blocks.append(.table(table)) }
        if !facts.isEmpty { blocks.append(.facts(facts)) }
        if !repairs.isEmpty { blocks.append(.list(repairs)) }
        return blocks
    }

    private func heading(_ number: Int) -> String {
        let name =
            switch group.severity {
            case .error: tongue("错误", "Error")
            case .warning: tongue("警告", "Warning")
            case .info: tongue("提示", "Note")
            }
        var rules: [String] = []
        for rule in group.findings.map(\.rule) where !rules.contains(rule) { rules.append(rule) }
        return tongue("\(number). \(name):", "\(number). \(name): ") + "\(rules.joined(separator: ", "))"
    }

    /// The places where something stands, or should stand in a cell.
    private var cells: [Finding.Place] { group.places.filter { $0.line > 0 || !$0.text.isEmpty } }

    /// What is not there at all: a section, a row.
    private var absent: String? {
        let places = group.places.filter { $0.line <= 0 && $0.text.isEmpty }
        return places.isEmpty ? nil : places.prefix(Self.maximumPlaces).map { name($0.path) }.joined(separator: ", ")
    }

    /// The cells that take part, what stands there, and what the likeliest repair would put there.
    private var table: CellTable {
        let places = cells
        let changes = group.findings.flatMap { $0.repairs.first?.changes ?? [] }
        var heads = [tongue("位置", "Place"), tongue("行", "Line"), tongue("原文", "Stands there")]
        if !changes.isEmpty { heads.append(tongue("或应为", "Would fit")) }
        var rows = places.prefix(Self.maximumPlaces).map { place in
            var row = [name(place.path), place.line > 0 ? String(place.line) : "–", shown(place.text)]
            if !changes.isEmpty { row.append(changes.first { $0.path == place.path }?.to.description ?? "") }
            return row
        }
        if places.count > rows.count {
            rows.append(["… (\(places.count - rows.count))"] + Array(repeating: "", count: heads.count - 1))
        }
        return CellTable(heads: heads, rows: rows)
    }

    private var facts: [Block.Fact] {
        [
            tongue.fact("未见", "Not there", absent),
            tongue.fact("应为", "Expected", group.first.expected.map(words)),
            tongue.fact("实为", "Actual", group.first.actual.map(words)),
            tongue.fact("依据", "Basis", group.first.basis.isEmpty ? nil : group.first.basis.clipped(200)),
            tongue.fact("指纹", "Fingerprint", group.findings.map(\.fingerprint).joined(separator: " ")),
        ].compactMap { $0 }
    }

    private var repairs: [String] {
        group.first.repairs.prefix(Self.maximumRepairs).enumerated().map { index, repair in
            let changes = repair.changes.map(change).joined(separator: tongue(";", "; "))
            let words = tongue(repair.cause).clipped(300)
            let cause = words.isEmpty ? "" : tongue("(\(words))", " (\(words))")
            return tongue("改法 \(index + 1):\(changes)\(cause)", "Repair \(index + 1): \(changes)\(cause)")
        }
    }

    private func change(_ change: Finding.Repair.Change) -> String {
        let from = change.from?.description ?? tongue("空", "blank")
        return tongue(
            "“\(name(change.path))”由 \(from) 改为 \(change.to.description)",
            "“\(name(change.path))” from \(from) to \(change.to.description)"
        )
    }

    private func name(_ path: String) -> String {
        tongue(labels.name(of: path, in: report)).clipped(80)
    }

    private func shown(_ text: String) -> String { text.isEmpty ? tongue("(空)", "(blank)") : text.clipped(80) }

    private func words(_ fact: Finding.Fact) -> String {
        switch fact {
        case .number(let value): value.description
        case .words(let text): text.clipped(200)
        }
    }
}
