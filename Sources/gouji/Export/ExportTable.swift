internal import Archive
internal import ArgumentParser
internal import Forms
internal import Record

/// What is a row of an exported table.
enum ExportRows: String, ExpressibleByArgument, CaseIterable, Sendable {
    /// A report, with every number in a column that is named by its path.
    case reports
    /// A cell of a table.
    case cells
    case findings
    /// A figure of the text.
    case claims
}

/// Records as rows of a table. Each row begins with what tells which record it is of.
struct ExportTable {
    private let rows: ExportRows
    /// The paths of all cells of all forms, each once, in the forms' order.
    private let paths: [CellAddress]

    init(_ rows: ExportRows) {
        self.rows = rows
        var seen: Set<CellAddress> = []
        paths = FormCatalog.all.reversed().flatMap(Self.cells).filter { seen.insert($0).inserted }
    }

    private static func cells(of form: Form) -> [CellAddress] {
        form.tables.flatMap { table in
            (table.rows + table.mergedRows.map(\.row)).flatMap { row in
                table.columns.map(\.id).filter { row.columns?.contains($0) ?? true }
                    .map { CellAddress(table: table.id, row: row.id, column: $0) }
            }
        }
    }

    /// The names of the columns.
    var head: [UInt8] { CommaSeparatedRow(Self.identity + columns).bytes }

    private static let identity = ["path", "id", "agency", "year", "form", "kind", "revision", "verdict"]

    private var columns: [String] {
        switch rows {
        case .reports:
            ["title", "published", "received", "errors", "warnings", "source", "url"] + paths.map(\.path)
        case .cells: ["table", "row", "column", "value", "mark", "label", "state", "line"]
        case .findings:
            [
                "rule", "severity", "where", "line", "message_zh", "message_en", "basis", "fingerprint", "group",
                "accepted",
            ]
        case .claims: ["key", "value", "low", "high", "unit", "line", "text"]
        }
    }

    /// The rows of one record.
    func rows(of record: ArchivedRecord, _ entry: ArchiveEntry) -> [UInt8] {
        let identity: [String?] = [
            entry.path, entry.id, entry.agency, entry.year.map(String.init), entry.form, entry.kind,
            String(entry.revision), entry.verdict,
        ]
        return fields(of: record, entry).flatMap { CommaSeparatedRow(identity + $0).bytes }
    }

    private func fields(of record: ArchivedRecord, _ entry: ArchiveEntry) -> [[String?]] {
        switch rows {
        case .reports: [report(record, entry)]
        case .cells: cells(record)
        case .findings: record.findings.map(finding)
        case .claims: (record.claims ?? []).map(claim)
        }
    }

    private func report(_ record: ArchivedRecord, _ entry: ArchiveEntry) -> [String?] {
        [
            entry.title, record.identity.published, entry.received, String(entry.errors), String(entry.warnings),
            entry.sourceName, record.source.url,
        ]
            + paths.map { path in
                record.tables[path.table]?.rows[path.row]?.cells[path.column].flatMap { $0 }.map(Self.number)
            }
    }

    /// In the forms' order; what is blank or could not be read has no value.
    private func cells(_ record: ArchivedRecord) -> [[String?]] {
        paths.compactMap { path in
            guard let table = record.tables[path.table], let row = table.rows[path.row],
                let value = row.cells[path.column]
            else { return nil }
            return [
                path.table, path.row, path.column, value.map(Self.number), row.marks[path.column], row.label,
                table.state, String(row.places?[path.column]?.line ?? row.line),
            ]
        }
    }

    private func finding(_ finding: ArchivedRecord.Finding) -> [String?] {
        [
            finding.rule, finding.severity, finding.where.map(\.path).joined(separator: " "),
            finding.where.compactMap(\.line).min().map(String.init), finding.message.zh, finding.message.en,
            finding.basis, finding.fingerprint, finding.group, finding.accepted,
        ]
    }

    private func claim(_ claim: ArchivedRecord.Claim) -> [String?] {
        [
            claim.key, claim.value.map(Self.number), claim.low.map(Self.number), claim.high.map(Self.number),
            claim.unit, String(claim.line), claim.text,
        ]
    }

    /// Counts without a point, money with its decimals.
    private static func number(_ value: Double) -> String {
        Int(exactly: value).map(String.init) ?? value.description
    }
}
