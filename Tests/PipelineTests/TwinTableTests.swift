import Forms
import Model
import Testing

/// Two full tables of the form in one text, this year's and last year's.
struct TwinTableTests {
    private func table(_ count: Int) throws -> String {
        let form = try #require(FormCatalog.form("2021")?.tables.first { $0.id == "applications" })
        let filled: Set<String> = ["received", "granted", "processed_total"]
        return "申请人情况\t自然人\t商业企业\t科研机构\t社会公益组织\t法律服务机构\t其他\t总计\n"
            + form.rows.map { row in
                let own = filled.contains(row.id) ? count : 0
                return "\(row.label)\t\(own)\t0\t0\t0\t0\t0\t\(own)\n"
            }.joined()
    }

    private func read(_ text: String, gap: String = "\t") throws -> Table {
        try CellShapes.table("applications", text.replacing("\t", with: gap), year: 2023)
    }

    @Test(arguments: ["\t", "|"]) func whereNothingTellsWhichIsWhichTheyAreInDoubt(_ gap: String)
        throws
    {
        let read = try read(try table(5) + "\n" + table(14), gap: gap)
        #expect(CellShapes.counts(read, "received") == [nil, 0, 0, 0, 0, 0, nil])
        #expect(CellShapes.counts(read, "carried_in") == [0, 0, 0, 0, 0, 0, 0])
        #expect(read.state == .partial)
    }

    @Test func theSameTableTwiceIsOne() throws {
        let read = try read(try table(5) + "\n" + table(5))
        #expect(CellShapes.counts(read, "received") == [5, 0, 0, 0, 0, 0, 5])
        #expect(read.state == .read)
    }

    @Test(arguments: [
        ("上年度", "本年度"), ("2022年", "2023年"), ("上年数据", ""), ("", "今年"), ("去年：", "2023年："),
    ])
    func whatStandsAboveThemTells(_ last: String, _ own: String) throws {
        for text in [
            last + "\n" + (try table(5)) + own + "\n" + (try table(14)),
            own + "\n" + (try table(14)) + last + "\n" + (try table(5)),
        ] {
            #expect(CellShapes.counts(try read(text), "received") == [14, 0, 0, 0, 0, 0, 14])
        }
    }
}
