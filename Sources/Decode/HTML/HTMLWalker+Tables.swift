internal import Model

/// Tables: a cell gets its place in the grid, merged ones counted in.
extension HTMLWalker {
    mutating func walkTable(_ node: HTMLNode) {
        let outer = place
        let rows = node.rows(besides: { walk($0) })
        // A table of one column in a cell is none of its own: editors put a number into one.
        let cells = outer == nil ? [] : rows.compactMap(\.onlyCell)
        if !cells.isEmpty, cells.count == rows.count {
            for cell in cells { walkBlock { $0.walkChildren(cell) } }
            return
        }
        let table = tables
        tables += 1
        var grid = HTMLGrid()
        for row in rows {
            grid.beginRow()
            builder.separate(.row)
            let isParagraph = row.onlyCell?.holdsSentences(in: page) ?? false
            for cell in row.children where cell.isCell && !cell.isLeftOut {
                let height = cell.span("rowspan")
                let span = grid.place(width: cell.span("colspan"), height: height)
                let here = GridPlace(
                    table: table,
                    row: grid.row,
                    column: span.column,
                    width: span.width,
                    height: height
                )
                // A table that lays out the page: what stands in its cell is no cell's, and no number goes on in the next.
                place = isParagraph || cell.breaksLines(Self.fewestLines) ? nil : here
                builder.separate(.cell)
                walkCell(cell)
            }
        }
        place = outer
        builder.separate(.row)
    }

    /// No cell of a report's table has so many lines: a label set from top to bottom has one for each of its characters.
    private static let fewestLines = 25

    private mutating func walkCell(_ cell: HTMLNode) {
        let before = builder.outline.pieces.count
        let here = place
        struck.begin()
        if !cell.isStruck || !leaveStruck(cell) { walkChildren(cell) }
        flush()
        place = here
        if builder.outline.pieces.count == before, let text = struck.alone {
            builder.append(text.span, from: 0, to: text.count, line: line(cell.line), place: here)
        } else if builder.outline.pieces.count == before {
            builder.appendBlank(.blank, line: line(cell.line), place: here)
        }
    }
}
