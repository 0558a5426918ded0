import Forms
import Model
import Pipeline
import TestSupport
import Testing

/// Texts whose columns stand below each other: where a number stands tells its column, if anything does.
struct AlignedTextTests {
    private func truth(_ identifier: String, year: Int) throws -> ReportTruth {
        let form = try #require(FormCatalog.form(identifier))
        return ReportTruth.make(form: form, agency: Agency.all[1], year: year, seed: 11)
    }

    /// Nothing, a blank, and other numbers in the columns of 法人 between the first and the last.
    @Test func aBlankCellIsToldByThePlaceOfTheOthers() throws {
        var truth = try truth("2021", year: 2023)
        let columns = try #require(truth.table("applications")).form.columns.map(\.id)
        for column in columns.dropLast() { truth.set("applications", "refused.state_secret", column, to: nil) }
        truth.set("applications", "refused.state_secret", "total", to: Quantity(0))
        for column in ["business", "charity"] { truth.set("applications", "carried_out", column, to: nil) }
        let table = try #require(try readReport(truth.text(.alignedRows)).table("applications"))
        #expect(
            table.row("refused.state_secret")?.cells.map { $0?.content == .blank } == [
                true, true, true, true, true, true, false,
            ]
        )
        for column in columns {
            let cell = try #require(table.cell("carried_out", column))
            #expect(cell.number == truth.table("applications")?["carried_out", column])
            #expect(cell.content != .ambiguous)
        }
    }

    /// A number may stand a character beside its place: the nearest column is still its own, and none is wrong.
    @Test func aDriftingColumnIsStillOne() throws {
        for seed in 1...4 as ClosedRange<UInt64> {
            let form = try #require(FormCatalog.form("2021"))
            let truth = ReportTruth.make(form: form, agency: Agency.all[1], year: 2023, seed: seed)
                .withBlanks(30, seed: seed)
            let table = try #require(try readReport(truth.text(.driftingRows)).table("applications"))
            var read = 0
            for row in table.rows {
                for column in form.tables[1].columns.map(\.id) {
                    guard let number = table.cell(row.id, column)?.number else { continue }
                    #expect(number == truth.table("applications")?[row.id, column], "seed \(seed): \(row.id).\(column)")
                    read += 1
                }
            }
            #expect(read > 40, "seed \(seed)")
        }
    }

    /// `pdftotext -layout` may write numbers of one column at two places: 15 four characters before the 0 above and below,
    /// nearer than any two columns are. With 其他 blank in every row nobody knows that they are two.
    @Test func placesNearerThanColumnsAreMayBeOneColumn() throws {
        var rows = ["青禾市审计局2023年政府信息公开工作年度报告", "三、收到和处理政府信息公开申请情况"]
        func row(_ label: String, _ numbers: [Int], shifted: Bool = false) {
            var line = label + String(repeating: " ", count: 40 - label.count)
            for (number, start) in zip(numbers, [40, 52, 61, 69, shifted ? 75 : 79, 93]) {
                line += String(repeating: " ", count: start - line.count) + String(number)
            }
            rows.append(line)
        }
        row("一、本年新收政府信息公开申请数量", [9, 4, 8, 8, 28, 57])
        row("二、上年结转政府信息公开申请数量", [2, 0, 1, 0, 0, 3])
        row("（一）予以公开", [9, 1, 1, 7, 0, 18])
        row("1.属于国家秘密", [0, 0, 0, 0, 15, 15], shifted: true)
        row("2.其他法律行政法规禁止公开", [0, 0, 2, 0, 6, 8])
        row("3.危及“三安全一稳定”", [0, 0, 0, 0, 7, 7])
        row("5.属于三类内部事务信息", [0, 3, 0, 0, 0, 3])
        row("7.属于行政执法案卷", [0, 0, 0, 1, 0, 1])
        row("（六）其他处理", [0, 0, 4, 0, 0, 4])
        row("四、结转下年度继续办理", [0, 0, 1, 0, 0, 1])
        let table = try #require(try readReport(rows.joined(separator: "\n") + "\n").table("applications"))
        #expect(table.row("refused.state_secret") != nil)
        for row in table.rows {
            #expect((table.cell(row.id, "other_organisation")?.number ?? Quantity(0)) == Quantity(0), "\(row.id)")
            #expect(table.cell(row.id, "legal_service")?.number == nil, "\(row.id)")
        }
    }

    /// `pdftotext -layout` sets each page by itself: on the second one the totals stand where the heads of the first have 法律.
    @Test func aPageHasItsOwnColumns() throws {
        let first = """
            青禾市审计局2020年政府信息公开工作年度报告
            三、收到和处理政府信息公开申请情况
                                         自然人         商业   科研     社会            法律         总计
                                                                                     其他
                                                     企业   机构    公益组织          服务机构
                     一、本年新收政府信息公开申请数量             45               9                         2    56
                     二、上年结转政府信息公开申请数量             5                                               5
            """
        func row(_ label: String, _ numbers: [(place: Int, number: Int)]) -> String {
            numbers.reduce(String(repeating: " ", count: 20) + label) { line, cell in
                line + String(repeating: " ", count: cell.place - line.count) + String(cell.number)
            }
        }
        let second = [
            row("（一）予以公开", [(76, 0)]),
            row("（二）部分公开", [(42, 2), (57, 2), (72, 2), (76, 6)]),
            row("1.属于国家秘密", [(76, 0)]),
            row("1.信访举报投诉类申请", [(42, 37), (57, 7), (76, 44)]),
            row("2.重复申请", [(42, 11), (76, 11)]),
            row("（六）其他处理", [(76, 0)]),
            row("（七）总计", [(42, 50), (52, 0), (57, 9), (64, 0), (68, 0), (72, 2), (76, 61)]),
            row("四、结转下年度继续办理", [(76, 0)]),
        ].joined(separator: "\n")
        for end in ["\n", "\n\u{0C}"] {
            let table = try #require(try readReport(first + end + second + "\n").table("applications"))
            for row in table.rows where row.id != "processed_total" && row.id != "received" {
                #expect(table.cell(row.id, "legal_service")?.number == nil, "\(row.id)")
            }
            guard end.count > 1 else { continue }
            let cells = table.row("not_processed.petition")?.cells.map { $0?.number?.whole }
            #expect(cells == [37, nil, 7, nil, nil, nil, 44])
        }
    }

    /// Narrow heads push each other to the right: 15 of 商业 stands half below 科研, and nobody knows whose it is.
    @Test func aNumberBetweenTwoHeadsIsBelowNone() throws {
        func line(_ words: [(place: Int, word: String)]) -> String {
            words.reduce("") { $0 + String(repeating: " ", count: $1.place - $0.count) + $1.word }
        }
        let rows = ["一、本年新收政府信息公开申请数量", "（一）予以公开", "1.属于国家秘密", "2.其他法律行政法规禁止公开", "（七）总计"]
        let heads = [(43, "自然人"), (47, "商业"), (50, "科研"), (54, "社会"), (59, "法律"), (64, "其他"), (68, "总计")]
        let text =
            ["青禾市审计局2020年政府信息公开工作年度报告", "三、收到和处理政府信息公开申请情况", line(heads)]
            + rows.map { line([(10, $0), (43, "12"), (49, "15"), (68, "27")]) }
            + [line([(10, "四、结转下年度继续办理"), (43, "7"), (68, "7")])]
        let table = try #require(try readReport(text.joined(separator: "\n") + "\n").table("applications"))
        #expect(table.rows.allSatisfy { table.cell($0.id, "research")?.number == nil })
    }

    /// The first row has its 4 beside the head 社会公 and its 5 before 其他: what seems to stand below 社会公 does not either.
    @Test func headsThatTheFirstRowDoesNotStandBelowTellNothing() throws {
        func line(_ words: [(place: Int, word: String)]) -> String {
            words.reduce("") { $0 + String(repeating: " ", count: $1.place - $0.count) + $1.word }
        }
        let heads = [(22, "自然人"), (29, "商业企"), (33, "科研机"), (37, "社会公"), (41, "法律服"), (54, "其他"), (62, "总计")]
        let first = [(0, "一、本年新收政府信息"), (23, "19"), (30, "4"), (37, "5"), (47, "4"), (54, "5"), (63, "37")]
        let rows = ["（一）予以公开", "1.属于国家秘密", "2.其他法律行政法规禁止公开", "3.危及“三安全一稳定”"]
        let text =
            ["青禾市审计局2023年政府信息公开工作年度报告", "三、收到和处理政府信息公开申请情况", line(heads), line(first)]
            + rows.map { line([(2, $0), (23, "2"), (37, "1"), (63, "3")]) }
        let table = try #require(try readReport(text.joined(separator: "\n") + "\n").table("applications"))
        #expect(table.rows.allSatisfy { table.cell($0.id, "charity")?.number == nil })
    }

    /// One blank between all cells: places say nothing, though labels of one length bring numbers below each other.
    @Test func numbersThatOnlyFollowEachOtherAreNotAligned() throws {
        var truth = try truth("2021", year: 2023)
        for row in ["carried_in", "received", "carried_out"] {
            for column in ["business", "charity"] { truth.set("applications", row, column, to: nil) }
        }
        let lines = truth.text(.wholeRows).split(separator: "\n", omittingEmptySubsequences: false)
        for gap in [" ", "      "] {
            let text = lines.map { $0.replacing("    ", with: gap) }.joined(separator: "\n")
            let table = try #require(try readReport(text).table("applications"))
            for (row, column) in [("carried_in", "research"), ("received", "charity"), ("carried_out", "business")] {
                #expect(
                    table.cell(row, column)?.number ?? truth.table("applications")?[row, column]
                        == truth.table("applications")?[row, column]
                )
            }
        }
    }

    /// A row that lost the cell of its group slid by a column among two that did not, and ends before the last.
    @Test func aRowThatSlidIsNotTold() throws {
        var truth = try truth("2021", year: 2023)
        let columns = try #require(truth.table("applications")).form.columns.map(\.id)
        for column in columns.dropFirst(2) { truth.set("applications", "partly_granted", column, to: nil) }
        let text = truth.text(.alignedRows)
        let table = try #require(try readReport(text).table("applications"))
        #expect(
            table.row("partly_granted")?.cells.allSatisfy { $0?.content == .ambiguous || $0?.number == Quantity(0) }
                == true
        )
    }

    /// The head 行政诉讼 stands between the columns below it, and has a blank of its own in the row of numbers.
    @Test func aBlankBelowTheHeadOfSeveralColumnsIsNoCell() throws {
        let truth = try truth("2021", year: 2023)
        var lines = truth.text(.markdown).split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        let row = try #require(
            lines.firstIndex { $0.split(separator: "|").count { Int($0.filter(\.isNumber)) != nil } == 15 }
        )
        var cells = lines[row].split(separator: "|").map(String.init)
        cells.insert(" ", at: 9)
        lines[row] = "|" + cells.joined(separator: "|") + "|"
        let report = try readReport(lines.joined(separator: "\n"), name: "report.md")
        #expect(truth.notRead(in: report) == [])
    }

    @Test func aTableOfAWikiIsReadBesideTagsOfHTML() throws {
        let truth = try truth("2021", year: 2023)
        var text = "<div class=\"path\">\n\n[[index|首页]]\n\n</div>\n<div>\n\n" + truth.title + "\n\n"
        for piece in truth.text(.markdown).split(separator: "\n").dropFirst() {
            guard piece.hasPrefix("|") else {
                if text.hasSuffix("|-\n") { text += "|}\n" }
                text += piece + "\n\n"
                continue
            }
            if piece.contains("---") { continue }
            if !text.hasSuffix("|-\n") { text += "{|\n" }
            text += piece.split(separator: "|", omittingEmptySubsequences: false).dropFirst().dropLast().map {
                "|" + $0 + "\n"
            }.joined()
            text += "|-\n"
        }
        #expect(truth.notRead(in: try readReport(text + "</div>\n")) == [])
    }
}
