internal import Bytes
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
        for cells in table.rows() {
            beginRow()
            // A table that lays out the page: what stands alone in its row and holds sentences is no cell's.
            if cells.count == 1, isParagraph(cells[0].text) {
                writeParagraphs(cells[0])
            } else {
                for cell in cells { write(cell) }
            }
        }
        endTable()
    }

    /// Whether a text holds sentences, or is the heading of a section: a frame around the page may have a table's lines.
    private func isParagraph(_ cell: CellText) -> Bool {
        let text = cell.bytes
        if Self.holds(Self.stop, text) { return true }
        let isNumbered = cell.lines.contains { $0.first?.hasChineseEnumerator ?? false }
        return isNumbered && Self.headingEnds.contains { Self.holds($0, text) }
    }

    private static func holds(_ word: [UInt8], _ text: [UInt8]) -> Bool {
        ByteSearch.index(of: word, in: text.span, from: 0, to: text.count) != nil
    }

    /// 三、收到和处理政府信息公开申请情况, 六、其他需要报告的事项; 三、本年度办理结果 is a group's.
    private static let headingEnds = ["情况", "事项"].map { Array($0.utf8) }
    private static let stop = Array("。".utf8)

    private mutating func write(_ cell: RuledTable.Cell) {
        beginCell(page: cell.page)
        let place = self.place(cell.columns.lowerBound, cell.columns.count, height: cell.height)
        let parts = cell.text.parts(width: cell.width)
        if parts.isEmpty { builder.appendBlank(.blank, line: line, place: place) }
        for (index, part) in parts.enumerated() {
            if index > 0 { builder.separate(.line) }
            builder.append(part.span, from: 0, to: part.count, line: line, place: place)
        }
    }

    private mutating func writeParagraphs(_ cell: RuledTable.Cell) {
        beginCell(page: cell.page)
        for (index, text) in cell.text.paragraphs(width: cell.width).enumerated() {
            if index > 0 { beginLine() }
            builder.append(text.span, from: 0, to: text.count, line: line)
        }
    }
}
