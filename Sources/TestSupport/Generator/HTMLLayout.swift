extension ReportTruth {
    /// The report as a page of a government site, with a little of the site around it; `table` changes its tables.
    func html(isWord: Bool, charset: String, table: @escaping (TableGrid) -> TableGrid = { $0 }) -> String {
        let page = HTMLPage(isWord: isWord, changed: table)
        let body = pieces.map { page.markup($0) }.joined()
        return """
            <!DOCTYPE html>
            <html lang="zh-CN">
            <head>
            <meta charset="\(charset)">
            <meta name="PubDate" content="\(published)">
            <title>\(title)</title>
            </head>
            <body>
            <div class="path"><a href="/">首页</a> &gt; <a href="/open/">信息公开</a> &gt; <a href="/open/annual/">年报</a></div>
            <div class="article">
            \(body)</div>
            <div class="footer"><a href="/about/">网站地图</a> <a href="/contact/">联系方式</a></div>
            </body>
            </html>

            """
    }
}

/// The markup of the pieces of a report.
struct HTMLPage {
    let isWord: Bool
    let changed: (TableGrid) -> TableGrid

    func markup(_ piece: Piece) -> String {
        switch piece {
        case .title(let words): "<h1>\(inline(words))</h1>\n"
        case .heading(let words): isWord ? paragraph("<b>\(inline(words))</b>") : "<p><strong>\(words)</strong></p>\n"
        case .paragraph(let words): paragraph(inline(words))
        case .signature(let words): "<p align=\"right\">\(inline(words))</p>\n"
        case .table(let grid): table(grid)
        }
    }

    private func paragraph(_ content: String) -> String {
        isWord ? "<p class=\"MsoNormal\">\(content)<o:p></o:p></p>\n" : "<p>\(content)</p>\n"
    }

    /// Word cuts words into spans wherever the typist paused: here after every third character.
    private func inline(_ words: String) -> String {
        guard isWord else { return words }
        var rest = Substring(words)
        var markup = ""
        while !rest.isEmpty {
            markup += "<span style=\"font-family:仿宋\">\(rest.prefix(3))</span>"
            rest = rest.dropFirst(3)
        }
        return markup
    }

    private func table(_ given: TableGrid) -> String {
        let grid = changed(given)
        let rows = grid.rows.map { row in "<tr>" + row.map(cell).joined() + "</tr>\n" }
        return "<table border=\"1\" cellspacing=\"0\"><tbody>\n" + rows.joined() + "</tbody></table>\n"
    }

    private func cell(_ cell: TableGrid.Cell) -> String {
        let wide = cell.columns > 1 ? " colspan=\"\(cell.columns)\"" : ""
        let tall = cell.rows > 1 ? " rowspan=\"\(cell.rows)\"" : ""
        return "<td\(wide)\(tall)>\(content(cell))</td>"
    }

    private func content(_ cell: TableGrid.Cell) -> String {
        if cell.text.isEmpty { return isWord ? "<p class=\"MsoNormal\">&nbsp;<o:p></o:p></p>" : "&nbsp;" }
        guard cell.breaks else { return isWord ? "<p>\(inline(cell.text))</p>" : cell.text }
        let halves = (cell.text.prefix(2), cell.text.dropFirst(2))
        return isWord ? "<p>\(halves.0)</p><p>\(halves.1)</p>" : "\(halves.0)<br />\(halves.1)"
    }
}
