import Forms
import Model
import Pipeline
import Testing

/// Numbers on lines of their own: a rhythm of lines that another table keeps, and numbers of pages, make no values.
struct LoneNumberTests {
    /// The cells of the table stand two lines from each other, and those of the table before it one: blank cells left no trace.
    @Test(arguments: [true, false])
    func aTableIsNotReadInAnotherOnesRhythm(_ isBlankElsewhere: Bool) throws {
        let rows = CellShapes.labels.enumerated().map { index, label in
            index != 1 && isBlankElsewhere ? label + "\n\n" : label + "\n\n1\n\n3\n\n4\n\n"
        }
        let report = try readReport(
            """
            青禾市审计局2019年政府信息公开工作年度报告
            二、主动公开政府信息情况
            信息内容
            本年新制作数量
            本年新公开数量
            对外公开总数量
            规章
            0
            1
            6
            规范性文件
            20
            19
            23
            三、收到和处理政府信息公开申请情况
            \(rows.joined())
            四、政府信息公开行政复议、行政诉讼情况
            """
        )
        let table = try #require(report.table("applications"))
        #expect(report.table("proactive")?.cell("normative_documents", "disclosed_total")?.number?.whole == 23)
        #expect(["natural_person", "business", "charity"].allSatisfy { table.cell("carried_in", $0)?.number == nil })
        #expect(report.unverified.contains { $0.rule == "applications.row-total" })
        #expect(!report.findings.contains { $0.rule.hasPrefix("applications.") })
    }

    private static let annex = [
        ("主动公开文件数", "530  927"), ("其中：1、政府网站公开数", "231  469"), ("受理政府信息公开申请总数", "3  5"),
        ("其中：1、当面申请数", "2  3"), ("2、网上申请数", "1  2"), ("对申请的答复总数", "3  5"), ("2、同意部分公开答复数", "1  1"),
        ("3、不予公开答复数", "1  1"), ("4、其他类型答复数", "1  2"),
    ]

    /// Of 1 and the 3 that numbers a page neither is known to be this year's.
    @Test func aPagesNumberIsNoSecondValue() throws {
        let rows = Self.annex.map { "\($0.0)\n      条      \($0.1)\n" }
        let granted = "其中：1、同意公开答复数\n      条      \u{3000}    1\n3\n"
        let text = "附表\n指标名称  计量单位  2012年度  历年累计\n" + rows[..<6].joined() + granted + rows[6...].joined()
        let report = try readReport("云台县民政局2012年政府信息公开工作年度报告\n一、概述\n工作平稳。\n" + text)
        let table = try #require(report.table("annex"))
        #expect(table.row("answered.granted")?.cells.allSatisfy { $0?.number == nil } == true)
        #expect(table.cell("received", "cumulative")?.number?.whole == 5)
        #expect(table.cell("answered.partly", "year")?.number?.whole == 1)
    }

    /// Where all numbers that stand alone count the pages, none of them is a value.
    @Test(arguments: [([1, 2, 3], true), ([1, 3, 2], false), ([1, 2], false)])
    func numbersThatCountThePagesAreNoValues(_ pages: [Int], _ areTold: Bool) throws {
        var rows = StatisticsShapes.labels.prefix(45).map { "\($0)\n      条      7\n" }
        for (index, page) in pages.enumerated() { rows[10 + 12 * index] += "\(page)\n" }
        let report = try readReport("云台县民政局2016年政府信息公开工作年度报告\n一、概述\n工作平稳。\n政府信息公开情况统计表\n" + rows.joined())
        let table = try #require(report.table("statistics"))
        #expect(table.rows.allSatisfy { $0.cells[0]?.number?.whole == 7 } == areTold)
    }

    /// Where each stands below a label, as the few numbers of a small body do, they are its values.
    @Test func numbersBelowLabelsAreValuesThoughTheyCount() throws {
        var rows = StatisticsShapes.labels.prefix(45).map { "\($0)\n" }
        for (index, value) in [1, 2, 3].enumerated() { rows[10 + 12 * index] += "\(value)\n" }
        let report = try readReport("云台县民政局2016年政府信息公开工作年度报告\n一、概述\n工作平稳。\n政府信息公开情况统计表\n" + rows.joined())
        let table = try #require(report.table("statistics"))
        let read = table.rows.compactMap { $0.cells[0] }.filter { $0.number != nil || $0.content == .ambiguous }
        #expect(read.count == 3)
    }

    /// A number below its row's label may be the page's; one below the other rows' numbers is none.
    @Test(arguments: [("3", false), ("                                                            3", true)])
    func aLoneNumberIsAValueBelowTheOthers(_ line: String, _ isRead: Bool) throws {
        let rows = StatisticsShapes.labels.prefix(30).map { label in
            let blanks = max(2, 60 - 2 * label.count)
            return label.hasPrefix("1.参加")
                ? "\(label)\n\(line)\n" : label + String(repeating: " ", count: blanks) + "8\n"
        }
        let report = try readReport("云台县民政局2016年政府信息公开工作年度报告\n一、概述\n工作平稳。\n政府信息公开情况统计表\n" + rows.joined())
        let table = try #require(report.table("statistics"))
        #expect(table.cell("channel.weibo", "count")?.number?.whole == 8)
        #expect((table.cell("responses.press", "count")?.number?.whole == 3) == isRead)
        #expect(table.cell("responses.articles", "count")?.number?.whole == 8)
    }
}
