import Forms
import Model
import Pipeline
import TestSupport

/// Thrown where what was read is no report.
struct Unread: Error {}

/// The report that `text` is read as; `lastYear` is in the archive already.
func readReport(_ text: String, name: String = "report.txt", lastYear: ReportTruth? = nil) throws -> Report {
    let reading = ReportReader.read(
        Array(text.utf8),
        source: Source(name: name),
        received: "2026-01-31T09:00:00Z",
        neighbours: { _ in Neighbours(previous: lastYear?.report) }
    )
    guard case .report(let report) = reading else { throw Unread() }
    return report
}

extension ReportTruth {
    /// The cells of which `report` has another number than is true, or none.
    func notRead(in report: Report) -> [String] {
        tables.flatMap { table in
            table.form.rows.flatMap { row in
                table.columns(of: row).compactMap { column in
                    guard let value = table[row.id, column] else { return nil }
                    let read = report.table(table.form.id)?.cell(row.id, column)?.number
                    return read == value ? nil : "\(table.form.id).\(row.id).\(column)"
                }
            }
        }
    }
}
