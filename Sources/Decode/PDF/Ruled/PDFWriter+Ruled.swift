internal import Model

extension PDFWriter {
    /// Writes the tables that a line of marks stands for; false where it is another line.
    @discardableResult
    mutating func writeRuled(_ line: BoxLine) -> Bool {
        let indices = line.words.compactMap { RuledTables.table(of: $0) }.filter(ruled.indices.contains)
        for index in indices { write(ruled[index]) }
        return !indices.isEmpty
    }

    private mutating func write(_ table: RuledTable) {
        beginTable()
        for row in 0..<table.rowCount {
            beginRow()
            for cell in table.cells(of: row) { write(cell) }
        }
        endTable()
    }

    private mutating func write(_ cell: RuledTable.Cell) {
        let parts = cell.text.parts(width: cell.width)
        beginCell(page: cell.page)
        let place = self.place(cell.columns.lowerBound, cell.columns.count, height: cell.height)
        if parts.isEmpty { builder.appendBlank(.blank, line: line, place: place) }
        for (index, part) in parts.enumerated() {
            if index > 0 { builder.separate(.line) }
            builder.append(part.span, from: 0, to: part.count, line: line, place: place)
        }
    }
}
