import Model
import Testing

/// Changes below 本年增/减 whose sign is a word.
struct ChangeWordTests {
    @Test func wordsAreSigns() throws {
        let cells = ["增10", "减2", "新增3项", "减少4", "↓5", "+6", "减少1，共7", "增减", "增1减1"]
        for (cell, value) in zip(cells, [10, -2, 3, -4, -5, 6, -1, nil, nil] as [Int?]) {
            let text = """
                青禾市水务局2020年政府信息公开工作年度报告
                二、主动公开政府信息情况
                信息内容 | 上一年项目数量 | 本年增/减 | 处理决定数量 |
                行政许可 | 8 | \(cell) | 18 |
                其他对外管理服务事项 | 5 | 0 | 9 |
                行政处罚 | 4 | 0 | 3 |

                """
            let table = try #require(try readReport(text, name: "a.txt").table("proactive"))
            let expected = [8, value, 18]
            let row = try #require(table.row("permits"))
            #expect(row.cells.compactMap { $0 }.map { $0.number?.whole } == expected || value == nil, "\(cell)")
            #expect(table.cell("permits", "change")?.number?.whole == value, "\(cell)")
            #expect(table.cell("penalties", "decisions")?.number?.whole == 3, "\(cell)")
        }
    }

    /// In a column of counts 增加5 is what it grew by, and says not how many there are.
    @Test func aChangeIsNoCount() throws {
        let text = """
            青禾市水务局2023年政府信息公开工作年度报告
            二、主动公开政府信息情况
            信息内容 | 本年制发件数 | 本年废止件数 | 现行有效件数 |
            规章 | 0 | 0 | 0 |
            行政规范性文件 | 5 | 0 | 增加5 |

            """
        let table = try #require(try readReport(text, name: "a.txt").table("proactive"))
        #expect(table.cell("normative_documents", "in_force")?.content == .ambiguous)
        #expect(table.cell("normative_documents", "issued")?.number?.whole == 5)
    }
}
