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

/// A text in which nothing of the form's parts is missing, for tests of what stands above them and in the first.
enum BareReport {
    /// The parts behind 一、总体情况.
    static let rest = """
        二、主动公开政府信息情况
        三、收到和处理政府信息公开申请情况
        四、政府信息公开行政复议、行政诉讼情况
        五、存在的主要问题及改进情况
        培训不够，下一步加强培训。
        六、其他需要报告的事项
        没有其他需要报告的事项。

        """
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
