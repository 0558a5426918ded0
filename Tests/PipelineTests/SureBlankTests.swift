import Forms
import Model
import TestSupport
import Testing

/// Blank cells that are certain, as each separator is one between two cells.
struct SureBlankTests {
    private static let row = ["3", "", "5", "", "2", "", "10"]
    private static let read: [Int?] = [3, nil, 5, nil, 2, nil, 10]
    private static let heads = ["自然人", "商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他", "总计"]

    /// Several tabs of preformatted text, as in a plain text.
    @Test(arguments: ["", "\u{A0}"])
    func tabsOfPreformattedTextAreBetweenCells(_ blank: String) throws {
        let rows = CellShapes.labels.map { ([$0] + Self.row).joined(separator: blank + "\t") + blank + "\n" }
        let text = "<pre>" + (["项目"] + Self.heads).joined(separator: "\t") + "\n" + rows.joined() + "</pre>"
        let table = try CellShapes.table("applications", text, name: "a.html")
        for row in ["received", "granted", "refused.internal_affairs"] {
            #expect(CellShapes.counts(table, row) == Self.read)
        }
        #expect(table.line == 3)
    }

    /// Tabs that only set a paragraph in are none.
    @Test func tabsOfParagraphsAreNoCells() throws {
        let text = "<pre>\t本年新收政府信息公开申请3件。\n\t上年结转1件。\n\t办结4件。\n</pre>"
        let report = try readReport("<h1>青禾市审计局2022年政府信息公开工作年度报告</h1><p>三、收到和处理政府信息公开申请情况</p>" + text, name: "a.html")
        #expect(report.claims.contains { $0.text.contains("申请3件") })
    }

    /// A row of one column is filled up to the width of the table: that tells nothing of blank totals elsewhere.
    @Test func rowsFilledUpToTheFrameLoseNoBlanks() throws {
        let rule = { (count: Int) in "|" + String(repeating: "---|", count: count) + "\n" }
        let proactive =
            "| 信息内容 | 本年制发件数 | 本年废止件数 | 现行有效件数 |\n" + rule(4)
            + "| 规章 | 0 | 2 | 59 |\n| 行政规范性文件 | 0 | 0 | 75 |\n| 行政许可 | 12 |  |  |\n| 行政处罚 | 6 |  |  |\n\n"
        let rows = CellShapes.labels.map { label in
            "| 项目 |" + (1...7).map { " 数据\($0) |" }.joined() + "\n" + rule(8)
                + "| \(label) | 2 | 0 | 1 | 0 | 0 | 1 |  |\n\n"
        }
        let table = try CellShapes.table(
            "applications",
            proactive + "三、收到和处理政府信息公开申请情况\n\n" + rows.joined(),
            name: "a.md"
        )
        #expect(CellShapes.counts(table, "granted") == [2, 0, 1, 0, 0, 1, nil])
        #expect(table.cell("granted", "total")?.content == .blank)
    }

    /// The first column counts the lines of the table, as where a table of data was printed.
    @Test func theNumberOfALineIsNoCell() throws {
        let heads = ["结果维持", "结果纠正", "其他结果", "尚未审结", "总计"]
        let lines = [
            [""] + (0..<15).map(String.init),
            ["0"] + Array(repeating: "行政复议", count: 5) + Array(repeating: "行政诉讼", count: 10),
            ["1"] + Array(repeating: "行政复议", count: 5) + Array(repeating: "未经复议直接起诉", count: 5)
                + Array(repeating: "复议后起诉", count: 5),
            ["2"] + heads + heads + heads, ["3"] + ["1", "0", "0", "2", "3"] + Array(repeating: "0", count: 10),
        ]
        let text = lines.map { "| " + $0.joined(separator: " | ") + " |\n" }
        let report = try readReport(
            "青禾市审计局2022年政府信息公开工作年度报告\n四、政府信息公开行政复议、行政诉讼情况\n\n" + text[0]
                + String(repeating: "|---", count: 16) + "|\n" + text[1...].joined(),
            name: "a.md"
        )
        let table = try #require(report.table("disputes"))
        #expect(CellShapes.counts(table, "review") == [1, 0, 0, 2, 3])
        #expect(CellShapes.counts(table, "litigation_after_review") == [0, 0, 0, 0, 0])
    }

    /// A bar closes each line, that of the heads too.
    @Test(arguments: [true, false])
    func aBarThatClosesALineIsNoCell(_ areHeadsClosed: Bool) throws {
        let close = areHeadsClosed ? " |\n" : "\n"
        let rows = CellShapes.labels.map { ([$0] + ["", "3", "", "", "", "", "3"]).joined(separator: " | ") + " |\n" }
        let odd = "\(CellShapes.labels[0]) |  | 2 | 1 |  |  |  |  |\n"
        let table = try CellShapes.table(
            "applications",
            (["项目"] + Self.heads).joined(separator: " | ") + close + odd + rows[1...].joined()
        )
        let isRead = CellShapes.counts(table, "received") == [nil, 2, 1, nil, nil, nil, nil]
        #expect(isRead == areHeadsClosed)
        #expect((CellShapes.counts(table, "granted") == [nil, 3, nil, nil, nil, nil, 3]) == areHeadsClosed)
    }

    /// Cells between plain commas: of full width, with blanks that do not break, with the unit of money, with a point.
    @Test(arguments: [
        ("规章,０,６,３５", "regulations"), ("规章,0\u{A0},6\u{A0},35\u{A0}", "regulations"),
        ("规章,0.0,6.0,35.0", "regulations"),
    ])
    func numbersBetweenCommasMayBeWrittenOtherwise(_ line: String, _ row: String) throws {
        let report = try readReport(
            """
            青禾市审计局2022年政府信息公开工作年度报告
            二、主动公开政府信息情况
            第二十条第（一）项,,,
            信息内容,本年制发件数,本年废止件数,现行有效件数
            \(line)
            行政规范性文件,12,0,12
            行政许可,12,,
            行政事业性收费,12.5万元,,
            三、收到和处理政府信息公开申请情况
            """
        )
        let table = try #require(report.table("proactive"))
        #expect(CellShapes.counts(table, row) == [0, 6, 35])
        #expect(table.cell("fees", "amount")?.number == Quantity(significand: 125, scale: 1))
    }

    /// Cells between plain commas that are ideographic blanks, or have the unit of what they count.
    @Test(arguments: ["23,\u{3000},3,\u{3000},2,\u{3000},28", "23件,0,3件,0,2件,0,28件", "23 ,\u{A0},3 ,,2 ,,28 "])
    func cellsBetweenCommasMayBeBlankOrHaveAUnit(_ row: String) throws {
        let rows = CellShapes.labels.map { "\($0),,,\(row)\n" }.joined()
        let report = try readReport("青禾市审计局2022年政府信息公开工作年度报告\n三、收到和处理政府信息公开申请情况\n\(rows)")
        let table = try #require(report.table("applications"))
        for row in CellShapes.labels.indices {
            let counts = table.rows[row].cells.map { $0?.number?.whole ?? 0 }
            #expect(counts == [23, 0, 3, 0, 2, 0, 28])
        }
    }

    /// Numbers between blanks whose thousands have commas are no cells between commas.
    @Test func thousandsBetweenBlanksAreNoCells() throws {
        let rows = CellShapes.labels.map { "\($0)      1,047    0    1,121    0    1,699    0    3,867\n" }.joined()
        let report = try readReport("青禾市审计局2022年政府信息公开工作年度报告\n三、收到和处理政府信息公开申请情况\n\(rows)")
        let table = try #require(report.table("applications"))
        #expect(CellShapes.counts(table, "received") == [1047, 0, 1121, 0, 1699, 0, 3867])
        #expect(CellShapes.counts(table, "granted") == [1047, 0, 1121, 0, 1699, 0, 3867])
    }

    /// A number is quoted for the comma of its thousands, or has one of full width.
    @Test(arguments: ["\"1,867\"", "1，867"])
    func thousandsBehindAUnitAreOneNumber(_ number: String) throws {
        let lines = StatisticsShapes.labels.prefix(30).enumerated().map { "\($1),条,\($0 == 1 ? number : "7")\n" }
            .joined()
        let report = try readReport("云台县民政局2016年政府信息公开工作年度报告\n一、概述\n工作平稳。\n政府信息公开情况统计表\n\(lines)")
        let table = try #require(report.table("statistics"))
        #expect(table.rows.map { $0.cells[0]?.number?.whole ?? 0 }.sorted().suffix(2) == [7, 1867])
    }

    /// The year and all years behind a unit, of which both may be blank.
    @Test func twoNumbersBehindAUnitAreTwoCells() throws {
        let report = try readReport(
            """
            云台县民政局2010年政府信息公开工作年度报告
            一、概述
            工作平稳。
            指标名称,计量单位,2010年度,历年累计
            主动公开文件数,条,239,2541
            其中：1、政府网站公开数,条,77,2214
            2、政府公报公开数,条,,
            受理政府信息公开申请总数,条,0,30
            其中：1、当面申请数,条,0,10
            2、网上申请数,条,0,20
            """
        )
        let table = try #require(report.table("annex"))
        #expect(CellShapes.counts(table, "disclosed") == [239, 2541])
        #expect(CellShapes.counts(table, "received.in_person") == [0, 10])
        #expect(table.cell("disclosed.gazette", "year")?.content == .blank)
    }
}
