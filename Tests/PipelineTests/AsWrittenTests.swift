import Model
import Pipeline
import Testing

/// What is normalised for reading stands in the record as it was written.
struct AsWrittenTests {
    private func report(_ cell: String, sentence: String = "未发生纠纷。") throws -> Report {
        let rows = CellShapes.labels.map {
            "<tr><td>\($0)</td>" + String(repeating: "<td>\(cell)</td>", count: 7) + "</tr>"
        }
        return try readReport(
            "<html><body><p>青禾市审计局2022年政府信息公开工作年度报告</p><p>一、总体情况</p><p>\(sentence)</p>"
                + "<p>三、收到和处理政府信息公开申请情况</p><table>\(rows.joined())</table></body></html>",
            name: "a.html"
        )
    }

    @Test(arguments: [
        ("１２", "１２"), ("／", "／"), ("⽆", "⽆"), ("－", "－"), ("1\u{A0}0", "1\u{A0}0"), ("1&nbsp;0", "1\u{A0}0"),
        ("1 0", "1 0"), ("1\u{200B}2", "1\u{200B}2"), ("５件", "５件"),
    ])
    func aCellsTextIsWhatStandsThere(_ cell: String, _ text: String) throws {
        let table = try #require(try report(cell).table("applications"))
        // A row of which nothing is known has the text of all its cells.
        #expect(table.cell("received", "natural_person")?.text.hasPrefix(text) == true)
    }

    @Test func aDividedNumberIsNone() throws {
        let table = try #require(try report("1&nbsp;0").table("applications"))
        #expect(CellShapes.counts(table, "received").allSatisfy { $0 == nil })
    }

    @Test func aClaimsTextIsWhatStandsThere() throws {
        let claim = "我局共收到「依申请公开」申请\u{200B}１\u{200B}５\u{A0}件"
        let found = try report("0", sentence: claim + "，全部办结。").claims
        #expect(found.contains { $0.text == claim && $0.value == Quantity(15) })
        #expect(found.first?.words == "我局共收到「依申请公开」申请１５件")
    }
}
