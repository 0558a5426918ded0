import Model
import Testing

/// Cells that name a number with words or marks around it.
struct InexactNumberTests {
    private func table(_ cell: String) throws -> Table {
        let rows = CellShapes.labels.map { $0 + "\t\(cell)\t1\t0\t0\t0\t0\t13\n" }
        return try CellShapes.table("applications", rows.joined())
    }

    @Test(arguments: ["12注", "12注1", "12注①", "12（注1）", "12①", "12*", "12件注"])
    func aNumberWithAFootnoteIsThatNumber(_ cell: String) throws {
        let own = try table(cell).cell("received", "natural_person")
        #expect(own?.number == Quantity(12), "\(cell)")
        #expect(own?.text == cell)
    }

    @Test(arguments: [
        "≈12", "约12", "约12件", "近12", "12左右", "12余", "12余件", "12多", ">12", "12以上", "共12", "三", "十二",
        "二十三件", "12、",
    ])
    func aNumberThatIsNotSureIsADoubt(_ cell: String) throws {
        let table = try table(cell)
        #expect(table.cell("received", "natural_person")?.content == .ambiguous, "\(cell)")
        #expect(table.cell("received", "natural_person")?.text == cell)
        #expect(table.cell("received", "total")?.number == Quantity(13))
    }

    @Test(arguments: ["若干", "多件", "abc", "12a", "12月", "约", "不详"]) func whatIsNoNumberStaysNone(
        _ cell: String
    ) throws {
        #expect(try table(cell).cell("received", "natural_person")?.content == .invalid, "\(cell)")
    }
}
