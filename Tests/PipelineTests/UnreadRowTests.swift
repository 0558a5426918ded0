import Model
import Pipeline
import Testing

/// A row whose label is there and whose cells could not be read: in doubt, and no blank that counts as zero.
struct UnreadRowTests {
    private static let row = ["3", "0", "0", "0", "0", "0", "3"]

    private func isInDoubt(_ table: Table, _ row: String) -> Bool {
        table.row(row)?.cells.compactMap { $0 }.allSatisfy { $0.content == .ambiguous } ?? false
    }

    private func isBlank(_ table: Table, _ row: String) -> Bool {
        table.row(row)?.cells.compactMap { $0 }.allSatisfy { $0.content == .blank } ?? false
    }

    /// One row without a trace of cells among rows that each have a sign in every cell.
    @Test func theOnlyRowWithoutValuesIsUnread() throws {
        let text = CellShapes.labels.enumerated().map { index, label in
            ([label] + (index == 3 ? [] : Self.row)).joined(separator: "\n") + "\n"
        }
        let table = try CellShapes.table("applications", text.joined())
        #expect(isInDoubt(table, "partly_granted"))
        #expect(table.state == .partial)
        #expect(CellShapes.counts(table, "granted") == [3, 0, 0, 0, 0, 0, 3])
    }

    /// A label on two lines, with the values behind its first one, of which only the second is known.
    @Test func valuesBeforeTheLabelThatNobodyTookMayBeItsOwn() throws {
        var text = ""
        for (index, label) in CellShapes.labels.enumerated() {
            let values = "    " + Self.row.joined(separator: "    ") + "\n"
            text += index == 5 ? "2.其他\\" + values + "法律行政法规禁止公开\n" : label + (index == 7 ? "\n" : values)
        }
        let table = try CellShapes.table("applications", text)
        #expect(table.row("refused.prohibited_by_law") == nil || isInDoubt(table, "refused.prohibited_by_law"))
    }

    private func page(_ row: (String) -> String) throws -> Table {
        let rows = CellShapes.labels.map(row).joined()
        let head = "<p>青禾市审计局2022年政府信息公开工作年度报告</p><p>三、收到和处理政府信息公开申请情况</p>"
        let page = "<html><body>\(head)<table>\(rows)</table></body></html>"
        return try #require(try readReport(page, name: "a.html").table("applications"))
    }

    private static let cells = row.map { "<td>\($0)</td>" }.joined()

    @Test func aRowWithoutCellsIsUnreadAndOneWithBlankCellsIsBlank() throws {
        let table = try page { label in
            switch label {
            case CellShapes.labels[2]: "<tr><td>\(label)</td></tr>"
            case CellShapes.labels[3]: "<tr><td>\(label)</td>" + String(repeating: "<td></td>", count: 7) + "</tr>"
            default: "<tr><td>\(label)</td>\(Self.cells)</tr>"
            }
        }
        #expect(isInDoubt(table, "granted"))
        #expect(isBlank(table, "partly_granted"))
        #expect(CellShapes.counts(table, "carried_in") == [3, 0, 0, 0, 0, 0, 3])
    }

    /// A label that a page broke over two lines of the grid, with the values on its first one.
    @Test func valuesOnTheLineWhereTheLabelBeganAreNoBlanks() throws {
        let blanks = String(repeating: "<td></td>", count: 7)
        let table = try page { label in
            label == CellShapes.labels[5]
                ? "<tr><td>2.其他法律行</td>\(Self.cells)</tr><tr><td>政法规禁止公开</td>\(blanks)</tr>"
                : "<tr><td>\(label)</td>\(Self.cells)</tr>"
        }
        #expect(!isBlank(table, "refused.prohibited_by_law"))
        #expect(CellShapes.counts(table, "refused.state_secret") == [3, 0, 0, 0, 0, 0, 3])
    }

    /// As one editor writes a number: in a table of its own.
    @Test func aTableOfOneCellInACellIsItsText() throws {
        let nested = Self.row.map { "<td><table><tbody><tr><td>\($0)</td></tr></tbody></table></td>" }.joined()
        let table = try page { "<tr><td>\($0)</td>\(nested)</tr>" }
        #expect(CellShapes.counts(table, "received") == [3, 0, 0, 0, 0, 0, 3])
        #expect(CellShapes.counts(table, "refused.internal_affairs") == [3, 0, 0, 0, 0, 0, 3])
    }

    /// A tool that wrote a page from top to bottom: the numbers behind a label are another table's.
    @Test func numbersBehindTheWordsOfOtherHeadsAreNobodys() throws {
        let text = """
            信息内容
            政府集中采购
            处理
            决定数量
            0
            0
            采购
            项目数量
            55
            """
        let head = "青禾市审计局2019年政府信息公开工作年度报告\n二、主动公开政府信息情况\n规章\n0\n0\n2\n规范性文件\n0\n0\n2\n行政许可\n5\n0\n7\n"
        let table = try #require(try readReport(head + text, name: "a.txt").table("proactive"))
        #expect(CellShapes.counts(table, "procurement").allSatisfy { $0 == nil })
    }

    /// 1202 and 7 on the next line, of a narrow cell: where the sum says so, one number; else a page's.
    @Test(arguments: [("12020", 12027), ("1195", 1202)])
    func theLastDigitOfATotalOnTheNextLineIsItsOwn(_ first: String, _ total: Int) throws {
        let text = CellShapes.labels.enumerated().map { index, label in
            index == 4 ? "\(label) \(first) 7 0 0 0 0 1202\n7\n" : "\(label) 3 0 0 0 0 0 3\n"
        }
        let table = try CellShapes.table("applications", text.joined())
        #expect(table.cell("refused.state_secret", "total")?.number == Quantity(total))
        #expect(CellShapes.counts(table, "refused.prohibited_by_law") == [3, 0, 0, 0, 0, 0, 3])
    }

    /// A tool took a page for a table and tore the last heading: its number stands there, and a table is lost.
    @Test func aHeadingThatIsTornBesideALostTableIsNotMissing() throws {
        func missing(_ end: String) throws -> (found: [String], unverified: Int) {
            let text = """
                青禾市审计局2022年政府信息公开工作年度报告
                一、总体情况
                2022年，我局认真落实条例。
                二、主动公开政府信息情况
                全年公开信息12条。
                三、收到和处理政府信息公开申请情况
                全年未收到申请。
                四、政府信息公开行政复议、行政诉讼情况
                五、存在的主要问题及改进情况
                存在的问题：内容不够丰富。下一步，加大培训\(end)
                """
            let report = try readReport(text)
            let rule = "section.missing"
            return (
                report.findings.filter { $0.rule == rule }.flatMap { $0.places.map(\.path) },
                report.unverified.count { $0.rule == rule }
            )
        }
        #expect(try missing("力度。").found == ["sections.other"])
        let torn = try missing("力六、度，提其他需高公开质量。无。")
        #expect(torn.found == [])
        #expect(torn.unverified == 1)
    }
}
