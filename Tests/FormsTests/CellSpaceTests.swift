import Forms
import Testing

struct CellSpaceTests {
    @Test(arguments: FormCatalog.all.map(\.identifier))
    func everyPrintedCellHasTheNumberOfItsAddress(identifier: String) throws {
        let form = try #require(FormCatalog.form(identifier))
        let space = CellSpace(form)
        for number in 0..<space.count {
            let address = space.address(of: number)
            // A row may lack a column of its table.
            #expect(space.number(of: address) == number || space.number(of: address) == nil)
        }
        #expect(space.number(of: CellAddress(table: "applications", row: "none", column: "total")) == nil)
        #expect(space.number(of: CellAddress(table: "none", row: "received", column: "total")) == nil)
    }

    @Test func aRowHasItsNumbersWhereTheFormPrintsAllOfItsCells() throws {
        for form in FormCatalog.all {
            let space = CellSpace(form)
            for table in form.tables {
                for row in table.rows {
                    let cells = table.columns.map {
                        space.number(of: CellAddress(table: table.id, row: row.id, column: $0.id))
                    }
                    let whole = space.numbers(ofRow: row.id, in: table.id)
                    #expect(whole.map(Array.init) == (cells.contains(nil) ? nil : cells.compactMap(\.self)))
                }
            }
        }
        #expect(CellSpace(FormCatalog.all[0]).numbers(ofRow: "none", in: "none") == nil)
    }
}
