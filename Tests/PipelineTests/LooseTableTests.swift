import Forms
import Model
import Pipeline
import TestSupport
import Testing

/// Tables that number their rows, that lost a cell to the text above, or that have commas for borders.
struct LooseTableTests {
    private func truth(_ identifier: String, year: Int) throws -> ReportTruth {
        let form = try #require(FormCatalog.form(identifier))
        return ReportTruth.make(form: form, agency: Agency.all[1], year: year, seed: 11)
    }

    /// The lines of the text in which cells stand between tabs, changed; the others as they are.
    private func lines(_ text: String, _ change: (Int, Substring) -> String) -> String {
        var row = -1
        return text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
            guard line.contains("\t") else { return String(line) }
            row += 1
            return change(row, line)
        }.joined(separator: "\n")
    }

    @Test(arguments: ["2014", "2008"], ["\t", "\n", " "])
    func theNumbersOfTheRowsAreNoValues(_ form: String, _ gap: String) throws {
        let truth = try truth(form, year: form == "2014" ? 2016 : 2012)
        let text = lines(truth.text(.tabs)) { row, line in
            let number = row == 0 ? "序号" : String(row)
            return (number + "\t" + line).replacing("\t", with: gap)
        }
        let report = try readReport(text)
        #expect(truth.notRead(in: report) == [])
        #expect(!report.findings.contains { $0.severity == .error })
    }

    /// Lines of groups are numbered too, and have cells with nothing in them.
    @Test func theNumbersOfGroupsAreNoValues() throws {
        let truth = try truth("2014", year: 2016)
        // In one row nobody wrote a number: that of the row below stands in its place.
        let empty = "六、举报投诉数量"
        let text = lines(truth.text(.tabs)) { row, line in
            let cells = ((row == 0 ? "序号" : String(row)) + "\t" + line).split(separator: "\t")
            let kept = line.hasPrefix(empty) ? cells.prefix(3) : cells[...]
            return kept.joined(separator: " | ") + " | " + (cells.count == 2 ? " |  |" : "")
        }
        let report = try readReport(text)
        #expect(truth.notRead(in: report) == ["statistics.complaints.count"])
        #expect(report.table("statistics")?.cell("complaints", "count")?.content == .blank)
        #expect(!report.findings.contains { $0.severity == .error })
    }

    /// Big5 has not every character that converters to traditional ones write: what is left of a label is that row's.
    @Test func labelsThatLostACharacterAreRead() throws {
        let truth = try truth("2014", year: 2016)
        let text = truth.text(.tabs).replacing("回应公众关注", with: "回应公关注").replacing("行政行为", with: "行政行")
        #expect(text != truth.text(.tabs))
        #expect(truth.notRead(in: try readReport(text)) == [])
    }

    @Test func headsAndNumbersBetweenCommasAreATable() throws {
        let truth = try truth("2021", year: 2023)
        let text = lines(truth.text(.tabs)) { _, line in String(line.replacing("\t", with: ",")) }
        #expect(truth.notRead(in: try readReport(text)) == [])
    }

    /// 3.其他 of last year, at the end of this year's line, is no row （六）其他处理 beside those that it would stand for.
    @Test func lastYearsHalfOfALineIsNoOtherRow() throws {
        let truth = try truth("2021", year: 2023)
        let form = try #require(FormCatalog.form("2021"))
        let before = ReportTruth.make(form: form, agency: Agency.all[1], year: 2022, seed: 12)
        let halves = before.text(.tabs).split(separator: "\n").filter { $0.contains("\t") }
        let text = lines(truth.text(.tabs)) { row, line in
            let isRow = line.contains("其他") && line.split(separator: "\t").count == 8
            return isRow
                ? line.replacing("\t", with: " ") + "\t|\t" + halves[row].replacing("\t", with: " ") : String(line)
        }
        #expect(text.contains("|"))
        let report = try readReport(text)
        #expect(report.table("applications")?.row("other") == nil)
        #expect(!report.findings.contains { $0.severity == .error })
    }

    /// The cell stands above the table, and its row is one short: which cell it was is not known.
    @Test func aRowThatLostACellToTheTextAboveIsADoubt() throws {
        let text = """
            青禾市人民政府办公室2024年政府信息公开工作年度报告
            二、主动公开政府信息情况
            第二十条第（一）项
            22
            （其中修订16件）
            55
            | 信息内容 | 本年制发件数 | 本年废止件数 | 现行有效件数 |
            |---|---|---|---|
            | 规章 | 22 | 235 |
            | 行政规范性文件 | 3 | 1 | 40 |
            """
        let table = try #require(try readReport(text, name: "report.md").table("proactive"))
        #expect(table.row("regulations")?.cells.allSatisfy { $0?.number == nil } == true)
        #expect(table.cell("normative_documents", "in_force")?.number == Quantity(40))
        let whole = text.replacing("22\n（其中修订16件）\n55\n", with: "").replacing("| 22 | 235 |", with: "| 22 | 55 | 235 |")
        let sound = try #require(try readReport(whole, name: "report.md").table("proactive"))
        #expect(sound.cell("regulations", "repealed")?.number == Quantity(55))
    }

    @Test func wordsWithPandocsAttributesAroundTablesOfHTMLAreText() throws {
        let truth = try truth("2021", year: 2023)
        var parts = truth.text(.embeddedTables).split(separator: "<table", maxSplits: 1).map { String($0) }
        parts[0] = parts[0].replacing(
            "政府信息公开",
            with: #"[政府信]{style="font-family:仿宋"}[息公开]{style="font-family:仿宋"}"#
        )
        let text = parts.joined(separator: "<table")
        let report = try readReport(text, name: "report.md")
        #expect(report.identity.agency == truth.agency)
        #expect(report.sections.compactMap(\.id).count == 6)
        #expect(truth.notRead(in: report) == [])
    }

    @Test(arguments: [
        ("政府信息公开工作年度报告\n（2022年度）\n中华人民共和国青禾海关", "中华人民共和国青禾海关"),
        ("青禾县烟草专卖局（营销部）2022年政府信息公开工作年度报告", "青禾县烟草专卖局（营销部）"),
        ("2022年政府信息公开工作年度报告\n青禾县人民政府", "青禾县人民政府"),
    ])
    func theTitleOrTheLineBelowItNamesTheBody(_ title: String, _ agency: String) throws {
        let text = title + "\n一、总体情况\n本年度工作平稳。\n二、主动公开政府信息情况\n公开信息12条。\n"
        let identity = try readReport(text).identity
        #expect(identity.agency == agency)
        #expect(identity.year == 2022)
    }

    /// Another year's table behind the report's own has the same labels.
    @Test func aTableFurtherOnFillsNoBlankRow() throws {
        var truth = try truth("2021", year: 2023)
        let columns = try #require(truth.table("applications")).form.columns.map(\.id)
        let carried = "四、结转下年度继续办理"
        let rows = truth.text(.markdown).split(separator: "\n").map(String.init)
        let first = try #require(rows.firstIndex { $0.contains("一、本年新收") })
        let last = try #require(rows.lastIndex { $0.contains(carried) })
        let head = "| 上年 |" + String(repeating: " |", count: 9) + "\n|" + String(repeating: " --- |", count: 10)
        for column in columns { truth.set("applications", "carried_out", column, to: nil) }
        let own = truth.text(.markdown)
        let blank = try #require(own.split(separator: "\n").first { $0.contains(carried) })
        let other = ([head] + rows[first...last]).joined(separator: "\n")
        let text = own.replacing(blank + "\n", with: blank + "\n\n上年数据：\n\n" + other + "\n")
        let row = try #require(try readReport(text, name: "report.md").table("applications")?.row("carried_out"))
        #expect(row.cells.allSatisfy { $0?.number == nil })
    }

    @Test func whatStandsBehindANoteIsNoneOfTheRowBefore() throws {
        var truth = try truth("2021", year: 2023)
        for (index, column) in try #require(truth.table("applications")).form.columns.map(\.id).enumerated() {
            truth.set("applications", "carried_out", column, to: index == 6 ? nil : Quantity(31 + index))
        }
        let text = truth.text(.cellLines).replacing(
            "36\n",
            with: "36\n\n      注:以上为本机关数据。\n\n      58\n",
            maxReplacements: 1
        )
        #expect(text.contains("58"))
        let table = try #require(try readReport(text).table("applications"))
        #expect(table.cell("carried_out", "total")?.number == nil)
    }

    /// 四、…情况 9 is no table's row, and its number not that of the row that it interrupts.
    @Test(arguments: ["四、结转下年度继续办理 9", "另有其他单位的数字说明 9"])
    func aNumberBehindForeignWordsIsNotTheRows(_ words: String) throws {
        var truth = try truth("2014", year: 2016)
        truth.set("statistics", "trainees", "count", to: Quantity(258))
        let text = truth.text(.cellLines)
        let label = try #require(text.split(separator: "\n").first { $0.contains("接受培训人员数") })
        let report = try readReport(text.replacing(label, with: label + "\n\n" + words))
        #expect(report.table("statistics")?.cell("trainees", "count")?.number ?? Quantity(258) == Quantity(258))
    }
}
