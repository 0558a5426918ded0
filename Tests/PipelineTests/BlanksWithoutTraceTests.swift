import Forms
import Model
import Pipeline
import TestSupport
import Testing

/// Texts in which a blank cell shows by the gap beside it, by the sums alone, or not at all.
struct BlanksWithoutTraceTests {
    private func truth() throws -> ReportTruth {
        let form = try #require(FormCatalog.form("2021"))
        return ReportTruth.make(form: form, agency: Agency.all[1], year: 2023, seed: 11)
    }

    private func wrong(_ report: Report, _ truth: ReportTruth) -> [String] {
        truth.tables.flatMap { table in
            table.form.rows.flatMap { row in
                table.columns(of: row).compactMap { column in
                    let read = report.table(table.form.id)?.cell(row.id, column)?.number
                    return read == nil || read == table[row.id, column] ? nil : "\(row.id).\(column)"
                }
            }
        }
    }

    private func text(_ truth: ReportTruth, _ change: (String) -> String) -> String {
        truth.text(.tabs).split(separator: "\n", omittingEmptySubsequences: false)
            .map { $0.contains("\t") ? change(String($0)) : String($0) }.joined(separator: "\n")
    }

    /// Every cell of a row behind two blanks: an empty one leaves four.
    @Test func anEmptyCellLeavesTwiceTheGap() throws {
        let truth = try truth().withBlanks(40, seed: 3)
        let text = text(truth) { line in
            let cells = line.split(separator: "\t", omittingEmptySubsequences: false)
            let first = cells.firstIndex { !$0.isEmpty } ?? 0
            let label = cells.indices.last { Int(cells[$0]) == nil && !cells[$0].isEmpty } ?? first
            return (cells[first...label].filter { !$0.isEmpty } + cells[(label + 1)...]).joined(separator: "  ")
        }
        #expect(wrong(try readReport(text), truth) == [])
    }

    /// Each cell on a line of its own, or with two lines between, and no row full: all rows take as many lines.
    @Test(arguments: [(1, 1), (3, 5)])
    func zerosLeftBlankInAllTablesTellTheirColumns(_ cells: Int, _ rows: Int) throws {
        var truth = try truth()
        for table in truth.form.tables {
            for row in table.rows {
                for column in table.columns where column.id != "total" {
                    truth.set(table.id, row.id, column.id, to: column.id == "other_organisation" ? Quantity(3) : nil)
                }
            }
        }
        let lines = text(truth) { line in
            let parts = line.split(separator: "\t", omittingEmptySubsequences: false)
            let labels = parts.dropLast(7).filter { !$0.isEmpty }
            return (parts.count > 7 ? labels + parts.suffix(7) : parts.filter { !$0.isEmpty })
                .joined(separator: String(repeating: "\n", count: cells)) + String(repeating: "\n", count: rows - 1)
        }
        let report = try readReport(lines)
        #expect(wrong(report, truth) == [])
        let table = try #require(report.table("applications"))
        #expect(table.rows.dropLast().allSatisfy { $0.cells[5]?.number == Quantity(3) && $0.cells[6]?.number != nil })
        // Without the blank lines nothing tells whose 3 it is.
        let joined = lines.split(separator: "\n").joined(separator: "\n")
        #expect(wrong(try readReport(joined), truth) == [])
    }

    /// A page whose whole text stands on one line: no row's columns stand below those of another.
    @Test func rowsOnOneLineKeepTheirOwnNumbers() throws {
        let truth = try truth().withBlanks(60, seed: 5)
        let text = text(truth) { $0.replacing("\t", with: "　") }
        let report = try readReport(text.replacing("\n", with: "　"))
        #expect(wrong(report, truth) == [])
        let rows = try #require(report.table("applications")).rows
        #expect(Set(rows.map { $0.cells.map { $0?.number } }).count > 5)
    }

    /// （一）予以公开 | | over 2 | and its other cells: the second bar is of the label, which is merged over two columns.
    @Test func theBarsOfAMergedLabelAreNoCells() throws {
        let truth = try truth().withBlanks(60, seed: 7)
        let text = text(truth) { line in
            let cells = line.split(separator: "\t", omittingEmptySubsequences: false)
            guard let label = cells.lastIndex(where: { Int($0) == nil && !$0.isEmpty }), label + 1 < cells.count else {
                return line
            }
            let merged = cells[...label].filter { !$0.isEmpty }.joined(separator: " |\n")
            return "|\n\(merged) | |\n" + cells[(label + 1)...].map { "\($0) |" }.joined(separator: "\n")
        }
        let report = try readReport(text)
        #expect(wrong(report, truth) == [])
        let received = try #require(report.table("applications")?.row("granted")).cells
        #expect(received.count { $0?.number != nil } > 1)
    }

    /// No trace of blank cells at all: what the sums do not tell stays null.
    @Test func theSumsTellSomeCellsAndNoneWrong() throws {
        for seed in 1...4 as ClosedRange<UInt64> {
            let truth = try truth().withBlanks(40, seed: seed)
            let text = text(truth) { $0.split(separator: "\t").joined(separator: " ") }
            #expect(wrong(try readReport(text), truth) == [], "seed \(seed)")
        }
    }

    /// As `pdftotext -layout` writes it: each page has its columns, and what is close to its neighbour stands behind one blank.
    @Test func placesAndSumsTellTheColumnsOfAPage() throws {
        let text = """
            青禾市审计局2022年政府信息公开工作年度报告
            三、收到和处理政府信息公开申请情况
            一、本年新收政府信息公开申请数量      57     13     52     33     37     20    212
            二、上年结转政府信息公开申请数量                                    1      1      2
            （一）予以公开                        55                           23     78
            （二）部分公开                               13                                 13
            1.属于国家秘密                               52                     52
            2.其他法律行政法规禁止公开                          33     38                    71
            （七）总计                            55     13     52     33     38     23    214
            四、结转下年度继续办理                 2             0                           0
            四、政府信息公开行政复议、行政诉讼情况
            """
        let report = try readReport(text)
        let table = try #require(report.table("applications"))
        for row in table.rows {
            let numbers = row.cells.compactMap { $0?.number?.whole }
            guard numbers.count == 7 else { continue }
            #expect(numbers.dropLast().reduce(0, +) == numbers[6])
        }
    }

    /// A row's total is never taken for blank because the sum fails: 142 and 222 stood so close that they are one word.
    @Test func aNumberThatRanIntoItsTotalIsNoPart() throws {
        var truth = try truth()
        for row in ["granted", "partly_granted", "refused.state_secret", "received"] {
            truth.set("applications", row, "total", to: nil)
            truth.set("applications", row, "other_organisation", to: Quantity(142_222))
        }
        let text = text(truth) { $0.split(separator: "\t").joined(separator: "  ") }
        let table = try #require(try readReport(text).table("applications"))
        for row in ["granted", "partly_granted", "refused.state_secret", "received"] {
            #expect(table.cell(row, "other_organisation")?.number == nil)
            #expect(table.cell(row, "total")?.number == nil)
        }
    }

    /// A bar on a line of its own behind each cell, and one alone for a blank one.
    @Test func aBarOnALineClosesTheCellBeforeIt() throws {
        let truth = try truth().withBlanks(40, seed: 5)
        let text = text(truth) { line in
            line.split(separator: "\t", omittingEmptySubsequences: false).map { $0.isEmpty ? "|" : "\($0)\n|" }
                .joined(separator: "\n")
        }
        #expect(wrong(try readReport(text), truth) == [])
    }

    @Test(arguments: [";", "；", "｜"])
    func cellsBetweenOtherSignsAreATable(_ sign: String) throws {
        let truth = try truth().withBlanks(20, seed: 5)
        let text = text(truth) { $0.replacing("\t", with: sign) }
        let report = try readReport(text)
        #expect(wrong(report, truth) == [])
        #expect(
            report.table("applications")?.cell("received", "total")?.number
                == truth.table("applications")?["received", "total"]
        )
    }

    /// Lines are drawn around the heads and the table, and none between the rows, as databases print them.
    @Test func rowsWithoutLinesBetweenThemAreRows() throws {
        let truth = try truth()
        var isInTable = false
        let lines = truth.text(.markdown).split(separator: "\n", omittingEmptySubsequences: false).flatMap {
            line -> [String] in
            guard line.hasPrefix("|") else {
                defer { isInTable = false }
                return (isInTable ? ["+----+----+"] : []) + [String(line)]
            }
            if line.contains("---") { return ["+----+----+"] }
            defer { isInTable = true }
            return (isInTable ? [] : ["+----+----+"]) + [String(line)]
        }
        #expect(truth.notRead(in: try readReport(lines.joined(separator: "\n"))) == [])
    }
}
