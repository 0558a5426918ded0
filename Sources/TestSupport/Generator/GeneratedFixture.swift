import Model
import Bytes
import Forms

/// A folder of `Fixtures/reports` as the generator makes it.
package struct GeneratedFixture: Sendable {
    package var name: String
    /// The files of the folder by name.
    package var files: [String: [UInt8]]

    /// A report in one layout and one encoding; nil where the encoding is not to be had.
    init?(_ name: String, _ report: ReportTruth, _ layout: Layout, _ encoding: TextEncoding = .utf8, why: String) {
        guard let input = encoding.bytes(of: report.text(layout, charset: encoding.charset)) else { return nil }
        self.name = name
        files = [
            "input." + layout.fileExtension: input,
            "expected.json": Self.expectation(of: report, layout),
            "expected.cells.json": Self.cells(of: report),
            "README.md": Self.readMe(why),
        ]
    }

    /// A document that is no report.
    init(_ name: String, foreign text: String, why: String) {
        self.name = name
        files = ["input.txt": Array(text.utf8), "expected.json": Self.foreign, "README.md": Self.readMe(why)]
    }

    private static func readMe(_ why: String) -> [UInt8] {
        Array((why + " Invented: no such agency or document exists.\n").utf8)
    }

    private static var foreign: [UInt8] {
        var writer = JSONWriter(pretty: true)
        writer.object { writer in
            writer.key("findings")
            writer.array { _ in }
            writer.member("kind", Identity.Kind.notAReport.rawValue)
            writer.key("missing")
            writer.array { _ in }
            writer.key("sections")
            writer.array { _ in }
            writer.member("verdict", Verdict.unreadable.rawValue)
        }
        return writer.bytes + [0x0A]
    }

    private static func expectation(of report: ReportTruth, _ layout: Layout) -> [UInt8] {
        var writer = JSONWriter(pretty: true)
        writer.object { writer in
            writer.member("agency", report.agency)
            writer.key("findings")
            writer.array(report.faults) { $0.write($1) }
            writer.member("form", report.form.identifier)
            writer.member("kind", report.kind.rawValue)
            writer.key("missing")
            writer.array(report.missing) { $0.string($1) }
            // A statistics page has no signature: the date is in the head of the page or nowhere.
            if report.kind == .report || layout.fileExtension == "html" {
                writer.member("published", report.published)
            }
            writer.key("sections")
            writer.array(report.sections.map(\.id)) { $0.string($1) }
            writer.member("title", layout.printed(report.title))
            writer.member("verdict", report.verdict.rawValue)
            writer.key("year")
            writer.int(report.year)
        }
        return writer.bytes + [0x0A]
    }

    private static func cells(of report: ReportTruth) -> [UInt8] {
        var writer = JSONWriter(pretty: true)
        writer.object { writer in
            for table in report.tables {
                writer.key(named: table.form.id)
                writer.object { $0.writeRows(of: table) }
            }
        }
        return writer.bytes + [0x0A]
    }
}

extension JSONWriter {
    fileprivate mutating func write(_ fault: FaultTruth) {
        object { writer in
            writer.key("paths")
            writer.array(fault.paths) { $0.string($1) }
            writer.member("rule", fault.rule)
            writer.member("severity", fault.severity.rawValue)
        }
    }

    fileprivate mutating func writeRows(of table: TableTruth) {
        for row in table.form.rows {
            key(named: row.id)
            object { writer in
                for column in table.columns(of: row) {
                    writer.key(named: column)
                    if let value = table[row.id, column] { writer.number("\(value)") } else { writer.null() }
                }
            }
        }
    }
}
