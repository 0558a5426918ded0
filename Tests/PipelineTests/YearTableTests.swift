import Model
import Testing

/// Last year's table beside this year's: the captions tell which is which.
struct YearTableTests {
    private func table(_ caption: String, from first: Int) -> String {
        let rows = StatisticsShapes.labels.enumerated().map { "\($1)\t\(StatisticsShapes.number($0) + first)\n" }
            .joined()
        return caption + "统计指标\t统计数\n" + rows
    }

    private func read(_ tables: String...) throws -> Table {
        let head = "云台县统计局2016年政府信息公开情况统计表\n"
        return try #require(try readReport(head + tables.joined()).table("statistics"))
    }

    private static let last = "政府信息公开情况统计表\n（2015年度）\n"
    private static let own = "政府信息公开情况统计表\n（2016年度）\n"

    @Test func thisYearsTableIsReadWhereverItStands() throws {
        for table in [
            try read(table(Self.last, from: 500), table(Self.own, from: 0)),
            try read(table(Self.own, from: 0), table(Self.last, from: 500)),
        ] {
            #expect(CellShapes.counts(table, "disclosed") == [20])
            #expect(CellShapes.counts(table, "trainees") == [StatisticsShapes.number(57)])
        }
    }

    @Test func aTableWithoutACaptionIsThisYears() throws {
        let table = try read(table(Self.last, from: 500), table("政府信息公开情况统计表\n", from: 0))
        #expect(CellShapes.counts(table, "disclosed") == [20])
    }

    /// A single table is the report's, whatever its caption says: the year is a rule's business.
    @Test func aSingleTableIsRead() throws {
        #expect(CellShapes.counts(try read(table(Self.last, from: 500)), "disclosed") == [520])
    }
}
