/// Where in a document something stands, beside its line: what a person looks for in a web page, a Word file or a PDF,
/// whose lines nobody sees.
package struct DocumentPlace: Sendable, Hashable {
    /// The page, from 1; nil where the format has no pages.
    package var page: Int?
    /// The cell of the document's own table; nil outside of any.
    package var cell: GridPlace?

    /// Nil where nothing is known.
    package init?(page: Int?, cell: GridPlace?) {
        if page == nil, cell == nil { return nil }
        self.page = page
        self.cell = cell
    }

    /// `第 3 页表 2 第 7 行第 4 列`, `page 3, table 2, row 7, column 4`: tables, rows and columns are counted from 1,
    /// columns as the merged cells above and beside them count.
    package var words: Finding.Message {
        let zh = [
            page.map { "第 \($0) 页" }, cell.map { "表 \($0.table + 1) 第 \($0.row + 1) 行第 \($0.column + 1) 列" },
        ]
        let en = [
            page.map { "page \($0)" }, cell.map { "table \($0.table + 1), row \($0.row + 1), column \($0.column + 1)" },
        ]
        return Finding.Message(
            zh: zh.compactMap(\.self).joined(),
            en: en.compactMap(\.self).joined(separator: ", ")
        )
    }
}

extension Outline {
    /// Where a piece stands in the document; nil for plain text, of which the line says all.
    package func documentPlace(of piece: Piece) -> DocumentPlace? {
        guard mediaType != "text/plain" else { return nil }
        var cell = piece.place
        if let turned = cell, turnedTables.contains(turned.table) {
            cell = GridPlace(table: turned.table, row: turned.column, column: turned.row)
        }
        return DocumentPlace(page: piece.page > 0 ? Int(piece.page) : nil, cell: cell)
    }
}

extension Report {
    /// Where in the document the thing stands that a finding names by its path; nil where that is not known.
    package func documentPlace(of path: String) -> DocumentPlace? {
        if path.hasPrefix("claims.") {
            guard let index = Int(path.dropFirst("claims.".count)), claims.indices.contains(index) else { return nil }
            return claims[index].inDocument
        }
        if path.hasPrefix("sections.") { return sections.first { "sections.\($0.id ?? "")" == path }?.inDocument }
        guard let index = tableIndex(ofPath: path) else { return nil }
        let rows = tables[index].rows
        if let place = place(ofPath: path, inTable: index), let cell = rows[place.row].cells[place.column] {
            return cell.inDocument
        }
        return row(ofPath: path, inTable: index).flatMap { rows[$0].inDocument }
    }
}
