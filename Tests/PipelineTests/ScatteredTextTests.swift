import Model
import Testing

/// Texts with a value on each line, as `pdftotext` writes them without its `-layout`: a blank cell leaves no trace, and some
/// values stand before their row's label. What may be another row's is nobody's.
struct ScatteredTextTests {
    private static let columns = [
        "natural_person", "business", "research", "charity", "legal_service", "other_organisation", "total",
    ]

    private func table(_ rows: [String]) throws -> Table {
        let heads = ["自然人", "法人或其他组织", "总计", "商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他"]
        let text =
            ["青禾市审计局2023年政府信息公开工作年度报告", "三、收到和处理政府信息公开申请情况", "申请人情况"] + heads + rows + [
                "四、政府信息公开行政复议、行政诉讼情况"
            ]
        return try #require(try readReport(text.joined(separator: "\n\n")).table("applications"))
    }

    private func numbers(_ table: Table, _ row: String) -> [Int?] {
        Self.columns.map { table.cell(row, $0)?.number?.whole }
    }

    private func row(_ label: String, _ numbers: Int...) -> [String] { [label] + numbers.map(String.init) }

    /// The values of 3.其他 stand before its label, and （七）总计 above it: whose the next line's are nobody knows.
    @Test func labelsInAnotherOrderLeaveTheirValuesInDoubt() throws {
        let table = try table(
            row("一、本年新收政府信息公开申请数量", 23, 5, 0, 0, 0, 0, 28) + row("二、上年结转政府信息公开申请数量", 2, 0, 0, 0, 0, 0, 2)
                + row("（一）予以公开", 24, 4, 0, 0, 0, 0, 28) + row("1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请", 0, 0, 0, 0, 0, 0, 0)
                + row("2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请", 0, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 1)
                + ["（七）总计"] + row("3.其他", 25, 4, 0, 0, 0, 0, 29) + row("四、结转下年度继续办理", 0, 1, 0, 0, 0, 0, 1)
        )
        for id in ["other.other", "processed_total"] {
            #expect(numbers(table, id) == Array(repeating: nil, count: 7))
            #expect(table.cell(id, "total")?.content == .ambiguous)
        }
        #expect(numbers(table, "carried_out") == [0, 1, 0, 0, 0, 0, 1])
        #expect(numbers(table, "granted") == [24, 4, 0, 0, 0, 0, 28])
    }

    /// 7 _ 2 _ _ _ 9 and 8 _ _ _ _ 1 9 make seven numbers, in no order of columns.
    @Test func aRowFullByAccidentIsInDoubt() throws {
        let rows = row("1.属于国家秘密") + row("2.其他法律行政法规禁止公开", 7, 8, 2, 9, 1, 1, 9)
        let table = try table(
            row("一、本年新收政府信息公开申请数量", 23, 5, 1, 1, 0, 0, 30) + row("（一）予以公开", 8, 8) + rows
                + row("3.危及“三安全一稳定”", 4, 1, 5) + row("4.保护第三方合法权益", 2, 2)
        )
        #expect(numbers(table, "refused.prohibited_by_law") == Array(repeating: nil, count: 7))
        #expect(table.cell("refused.prohibited_by_law", "total")?.content == .ambiguous)
        #expect(numbers(table, "received") == [23, 5, 1, 1, 0, 0, 30])
    }

    /// A whole row that does not add up is read as it stands, where no other row hints at a disorder.
    @Test func aWholeRowAmongWholeRowsIsReadAsItStands() throws {
        let table = try table(
            row("一、本年新收政府信息公开申请数量", 23, 5, 1, 1, 0, 0, 30) + row("二、上年结转政府信息公开申请数量", 0, 0, 0, 0, 0, 0, 0)
                + row("（一）予以公开", 7, 0, 0, 0, 0, 0, 9) + row("四、结转下年度继续办理", 1, 0, 0, 0, 0, 0, 1)
        )
        #expect(numbers(table, "granted") == [7, 0, 0, 0, 0, 0, 9])
    }

    /// 2, a blank cell and 70, and the foot of the page below.
    @Test func aPagesNumberMakesNoRowFull() throws {
        let lines = ["第二十条第（一）项", "信息内容", "本年制发件数", "本年废止件数", "现行有效件数", "规章", "行政规范性文件", "2", "70", "1"]
        let rest = [
            "第二十条第（五）项", "信息内容", "本年处理决定数量", "行政许可", "158", "第二十条第（六）项", "信息内容", "本年处理决定数量", "行政处罚", "15", "行政强制", "6",
        ]
        for (feed, expected) in [("\u{0C}", nil), ("", 1)] as [(String, Int?)] {
            let text =
                ["青禾市审计局2023年政府信息公开工作年度报告\n\n二、主动公开政府信息情况\n\n" + lines.joined(separator: "\n\n"), "\n\n" + feed]
                .joined() + rest.joined(separator: "\n\n")
            let table = try #require(try readReport(text).table("proactive"))
            #expect(table.cell("normative_documents", "in_force")?.number?.whole == expected)
            #expect(table.cell("permits", "decisions")?.number?.whole == 158)
        }
    }

    /// The numbers of 1.本机关不掌握相关政府信息 are the last line of the page before its label.
    @Test func aLineOfNumbersBelowALabelMayBeTheNextRows() throws {
        let lines = [
            "一、本年新收政府信息公开申请数量  23  5  1  1  0  0  30", "（一）予以公开  7  0  0  0  0  0  7",
            "（二）部分公开  1  0  0  0  0  0  1", "7.属于行政执法案卷  1  0  0  0  0  0  1", "8.属于行政查询事项",
            "                2  1  0  0  0  0  3", "1.本机关不掌握相关政府信息", "2.没有现成信息需要另行制作  3  0  0  0  0  0  3",
            "3.补正后申请内容仍不明确  4  0  0  0  0  0  4",
        ]
        let table = try table([lines.joined(separator: "\n")])
        for id in ["refused.administrative_query", "unavailable.not_held"] {
            #expect(numbers(table, id) == Array(repeating: nil, count: 7))
            #expect(table.cell(id, "total")?.content == .ambiguous)
        }
        #expect(numbers(table, "unavailable.needs_creation") == [3, 0, 0, 0, 0, 0, 3])
    }

    /// 复议后起诉 behind all values: 未经复议直接起诉 may stand before 行政复议.
    @Test func aHeadBehindTheValuesLeavesTheirOrderInDoubt() throws {
        let heads = ["结果维持", "结果纠正", "其他结果", "尚未审结", "总计"]
        let values = ["3", "0", "0", "2", "5", "0", "0", "0", "1", "1", "0", "0", "0", "1", "1"]
        for isBehind in [true, false] {
            let names = ["行政复议", "行政诉讼"] + heads + ["未经复议直接起诉"] + (isBehind ? [] : ["复议后起诉"])
            let lines = names + heads + heads + values + (isBehind ? ["复议后起诉"] : [])
            let text =
                "青禾市审计局2023年政府信息公开工作年度报告\n\n四、政府信息公开行政复议、行政诉讼情况\n\n" + lines.joined(separator: "\n\n")
                + "\n\n五、存在的主要问题及改进情况\n\n公开内容不够丰富，将加强培训。"
            let table = try #require(try readReport(text).table("disputes"))
            #expect(table.cell("review", "total")?.number?.whole == (isBehind ? nil : 5))
        }
    }
}
