import Forms
import Foundation
import Model
import Pipeline
import TestSupport
import Testing

/// One report in many shapes is one report: its tables and its identity do not depend on how it came.
struct SameReportTests {
    enum LineEnd: String, CaseIterable, Sendable {
        case crlf = "\r\n"
        case cr = "\r"
    }

    private static let encodings: [TextEncoding] = [.utf8WithMark, .gb18030, .utf16LittleEndian, .utf16BigEndian]

    @Test(arguments: ["2008", "2014", "2019", "2021"], encodings)
    func theEncodingChangesNothing(_ form: String, _ encoding: TextEncoding) throws {
        let truth = try make(form)
        for layout in [Layout.wholeRows, .cellLines, .markdown] {
            let plain = try read(Array(truth.text(layout).utf8), layout)
            let bytes = try #require(encoding.bytes(of: truth.text(layout, charset: encoding.charset)))
            #expect(try read(bytes, layout) == plain, "\(layout)")
        }
    }

    @Test(arguments: ["2008", "2014", "2019", "2021"], LineEnd.allCases)
    func theLineEndsChangeNothing(_ form: String, _ end: LineEnd) throws {
        let truth = try make(form)
        for layout in Layout.allCases where ![.carriageReturns, .glued].contains(layout) {
            let text = truth.text(layout)
            let plain = try read(Array(text.utf8), layout)
            #expect(try read(Array(text.replacing("\n", with: end.rawValue).utf8), layout) == plain, "\(layout)")
        }
    }

    @Test(arguments: ["2008", "2014", "2019", "2021"])
    func theLayoutChangesNothing(_ form: String) throws {
        let truth = try make(form)
        let plain = try read(Array(truth.text(.html).utf8), .html)
        for layout in Layout.allCases where layout.keepsCells {
            #expect(try read(Array(truth.text(layout).utf8), layout) == plain, "\(layout)")
        }
        guard PDFProgram.isInstalled, let style = PDFStyle.all.first else { return }
        #expect(try read(truth.pdf(style), nil) == plain)
    }

    /// A scraped record may carry the next one's fields; then the report of another year stands behind this one.
    @Test(arguments: ["2008", "2014", "2019", "2021"])
    func theReportOfAnotherYearBehindItChangesNothing(_ form: String) throws {
        let truth = try make(form)
        let other = ReportTruth.make(form: truth.form, agency: Agency.all[3], year: truth.year + 1, seed: 78)
        for layout in [Layout.cellLines, .wholeRows, .barsAtEnd] {
            let plain = try read(Array(truth.text(layout).utf8), layout)
            let both = truth.text(layout) + other.text(layout)
            #expect(try read(Array(both.utf8), layout) == plain, "\(layout)")
        }
    }

    /// What two readings of one report have in common.
    private struct Content: Equatable {
        var agency: String?
        var year: Int?
        var form: String?
        var sections: [String]
        var cells: [String: Quantity]
    }

    private func make(_ identifier: String) throws -> ReportTruth {
        let years = ["2008": 2012, "2014": 2016, "2019": 2019, "2021": 2023]
        let form = try #require(FormCatalog.form(identifier))
        return ReportTruth.make(form: form, agency: Agency.all[3], year: years[identifier] ?? 2023, seed: 77)
    }

    private func read(_ bytes: [UInt8], _ layout: Layout?) throws -> Content {
        let source = Source(name: "a." + (layout?.fileExtension ?? "pdf"))
        let reading = ReportReader.read(bytes, source: source, received: "2026-01-31T09:00:00Z")
        guard case .report(let report) = reading else { throw Unread() }
        var cells: [String: Quantity] = [:]
        for table in report.tables {
            for row in table.rows {
                for (column, cell) in zip(table.columns, row.cells) {
                    if let number = cell?.number { cells["\(table.id).\(row.id).\(column)"] = number }
                }
            }
        }
        return Content(
            agency: report.identity.agency,
            year: report.identity.year,
            form: report.identity.form,
            sections: report.sections.compactMap(\.id),
            cells: cells
        )
    }

    private struct Unread: Error {}
}
