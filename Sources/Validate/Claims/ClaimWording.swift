internal import Forms
internal import Model

/// Names claims and the cells beside them, for people.
struct ClaimWording {
    let report: Report
    let form: Form

    func place(_ index: Int) -> Finding.Place {
        let claim = report.claims[index]
        return Finding.Place(path: "claims.\(index)", line: claim.line, text: claim.text)
    }

    /// The cells of a reading, those with a number other than nothing first; behind a blank total its row's cells.
    func places(_ reading: [String]) -> [Finding.Place] {
        let all = reading.flatMap { path in [path] + parts(ofBlank: path) }
        return (all.filter { value($0) != Quantity(0) } + all.filter { value($0) == Quantity(0) }).map { path in
            let cell = self.cell(path)
            return Finding.Place(path: path, line: cell?.line ?? 0, text: cell?.text ?? "")
        }
    }

    private func parts(ofBlank path: String) -> [String] {
        guard path.hasSuffix(".total"), cell(path)?.content == .blank, let place = CellAddress(path: path),
            let table = report.table(place.table), let row = table.row(place.row)
        else { return [] }
        return zip(table.columns, row.cells).compactMap { column, cell in
            guard let number = cell?.number, number != Quantity(0) else { return nil }
            return CellAddress(table: place.table, row: place.row, column: column).path
        }
    }

    private func value(_ path: String) -> Quantity {
        guard case .number(let value, _) = ClaimCells(report: report).value(at: path) else { return Quantity(0) }
        return value
    }

    private func cell(_ path: String) -> Cell? { ClaimCells(report: report).cell(path) }

    /// What the text says, and where: `正文第 12 行“共收到申请17件”`.
    func quoted(_ index: Int) -> Finding.Message {
        let claim = report.claims[index]
        return Finding.Message(
            zh: "正文第 \(claim.line) 行“\(claim.text)”",
            en: "the text says “\(claim.text)” (line \(claim.line))"
        )
    }

    /// The figures of claims as they are added up: `286 + 126`; of one that is not exact its least, with 余.
    func sum(_ parts: [Int]) -> String {
        parts.map { index in
            let claim = report.claims[index]
            return claim.value?.description ?? "\(claim.low?.description ?? "")余"
        }.joined(separator: " + ")
    }

    /// The cells of a reading by their names, with their numbers: `表“收到和处理…”中“予以公开·总计” 6`.
    func cells(_ reading: [String]) -> Finding.Message {
        let shown = reading.filter { value($0) != Quantity(0) }
        let named = shown.isEmpty ? Array(reading.prefix(2)) : shown
        let table = reading.first.flatMap { CellAddress(path: $0) }.flatMap { place in
            form.tables.first { $0.id == place.table }
        }
        let zh = named.prefix(6).map { "“\(name($0).zh)” \(value($0))" }.joined(separator: " + ")
        let en = named.prefix(6).map { "\(name($0).en) \(value($0))" }.joined(separator: " + ")
        let lines = Set(named.compactMap { cell($0)?.line }).filter { $0 > 0 }.sorted().prefix(6)
        let more = named.count > 6 ? " + …" : ""
        return Finding.Message(
            zh: "表“\(table?.title ?? "")”中 \(zh)\(more)（第 \(lines.map(String.init).joined(separator: "、")) 行）",
            en: "table \(table?.english ?? ""): \(en)\(more) (line \(lines.map(String.init).joined(separator: ", ")))"
        )
    }

    private func name(_ path: String) -> Finding.Message {
        guard let place = CellAddress(path: path), let table = form.tables.first(where: { $0.id == place.table }) else {
            return Finding.Message(zh: path, en: path)
        }
        let row =
            table.rows.first { $0.id == place.row } ?? table.mergedRows.first { $0.row.id == place.row }?.row
        let column = table.columns.first { $0.id == place.column }
        guard table.columns.count > 1 else {
            return Finding.Message(zh: row?.shortLabel ?? place.row, en: row?.english ?? place.row)
        }
        return Finding.Message(
            zh: "\(row?.shortLabel ?? place.row)·\(column?.label ?? place.column)",
            en: "\(row?.english ?? place.row), \(column?.english ?? place.column)"
        )
    }
}
