// Tables that stand otherwise than the form prints them: rows as columns, two years side by side, all behind the text.
extension ReportTruth {
    /// A page whose tables have the form's rows as columns.
    func turnedTables(charset: String) -> String {
        html(isWord: false, charset: charset) { $0.turned }
    }

    /// A page whose tables have last year's numbers beside this year's, the report year first.
    func besideLastYear(charset: String) -> String {
        html(isWord: false, charset: charset) { $0.besideLastYear(year) }
    }

    /// Text whose tables all stand behind the last section, as pages have them whose tables were attachments.
    func tablesAtEnd() -> String {
        var text = ""
        var tables = ""
        for piece in pieces {
            switch piece {
            case .title(let words), .heading(let words), .paragraph(let words), .signature(let words):
                text += words + "\n"
            case .table(let grid): tables += grid.rows.joined().map { $0.text + "\n\n" }.joined() + "\n"
            }
        }
        return text + tables
    }
}

extension TableGrid {
    /// The grid with its rows as columns.
    var turned: TableGrid {
        let places = places
        let rows = (0..<width).map { column in
            places.compactMap { row in
                row[column].map { Cell(text: $0.text, columns: $0.rows, rows: $0.columns) }
            }
        }
        return TableGrid(width: places.count, rows: rows)
    }

    /// The grid with other numbers beside its own, below a line that names the years; as it is where no row has a label.
    func besideLastYear(_ year: Int) -> TableGrid {
        let labels = width == 10 ? 3 : width == 3 ? 2 : 1
        guard width != 15, !rows.contains(where: { $0.contains { $0.text == "历年累计" } }) else { return self }
        let values = width - labels
        let top = [
            Cell(text: "项目", columns: labels), Cell(text: "\(year)年", columns: values),
            Cell(text: "\(year - 1)年", columns: values),
        ]
        let wide = zip(rows, places).map { row, places in
            let left = places[..<labels].compactMap(\.self)
            // A head that reaches over all columns goes on to do so.
            guard let last = left.last, left.count == row.count else {
                let own = row.dropFirst(left.count)
                return left + own + own.map(\.lastYears)
            }
            return left.dropLast() + [Cell(text: last.text, columns: last.columns + values, rows: last.rows)]
        }
        return TableGrid(width: width + values, rows: [top] + wide)
    }
}

extension TableGrid.Cell {
    /// Another number in the same place.
    fileprivate var lastYears: Self {
        var cell = self
        if let number = Int(text) { cell.text = String(number + 1) }
        return cell
    }
}
