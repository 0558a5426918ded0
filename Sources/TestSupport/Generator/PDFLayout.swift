/// How an invented report is printed as PDF.
package struct PDFStyle: Sendable, Equatable, CustomStringConvertible {
    package var isCentered: Bool
    /// Whether a cell's text begins at its top; else it stands in its middle.
    package var isTop: Bool
    /// The size of the type in tables, in points.
    package var size: Double
    /// Between a cell's text and its border.
    package var padding: Double

    package static let all: [PDFStyle] = [
        PDFStyle(isCentered: true, isTop: false, size: 9, padding: 4),
        PDFStyle(isCentered: false, isTop: false, size: 10.5, padding: 3),
        PDFStyle(isCentered: false, isTop: true, size: 9, padding: 3),
        PDFStyle(isCentered: true, isTop: false, size: 8, padding: 6),
    ]

    package var description: String {
        "\(isCentered ? "centred" : "left") \(isTop ? "top" : "middle") \(size) points, padding \(padding)"
    }
}

extension ReportTruth {
    /// The report as PDF: text, tables with merged cells that pages cut between rows, and a number below each page.
    package func pdf(_ style: PDFStyle) -> [UInt8] {
        var sheet = PDFSheet(style: style)
        for piece in pieces {
            switch piece {
            case .title(let words): sheet.write(words, size: 20, indent: 0)
            case .heading(let words): sheet.write(words, size: 14, indent: 2)
            case .paragraph(let words): sheet.write(words, size: 14, indent: 2)
            case .signature(let words): sheet.write(words, size: 14, indent: 16)
            case .table(let grid): sheet.write(grid)
            }
        }
        return PDFFile.bytes(of: sheet.finished())
    }
}

/// A text at a place of a page, in points from its upper left corner to the upper left corner of the text.
struct PDFText {
    var x: Double
    var y: Double
    var size: Double
    var text: String
}

/// Sets text and tables on pages of A4.
struct PDFSheet {
    let style: PDFStyle
    private var pages: [[PDFText]] = [[]]
    private var y = PDFSheet.top

    static let width = 595.0
    static let height = 842.0
    private static let left = 60.0
    private static let top = 70.0
    private static let bottom = 770.0
    private static let textWidth = 475.0

    init(style: PDFStyle) {
        self.style = style
    }

    /// A digit is half as wide as a Chinese character.
    static func width(of text: String, size: Double) -> Double {
        text.reduce(0) { $0 + ($1.isASCII ? 0.5 : 1) } * size
    }

    /// The text in lines of at most `width`; numbers are not broken.
    static func lines(_ text: String, width: Double, size: Double) -> [String] {
        var lines: [String] = []
        var line = ""
        for word in words(text) {
            if !line.isEmpty, self.width(of: line + word, size: size) > width + 0.01 {
                lines.append(line)
                line = ""
            }
            line += word
        }
        return lines + (line.isEmpty ? [] : [line])
    }

    /// Runs of ASCII, and single characters beside them.
    private static func words(_ text: String) -> [String] {
        var words: [String] = []
        for character in text {
            if character.isASCII, let last = words.last?.last, last.isASCII {
                words[words.count - 1].append(character)
            } else {
                words.append(String(character))
            }
        }
        return words
    }

    private mutating func breakPage() {
        pages.append([])
        y = Self.top
    }

    private mutating func add(_ text: String, x: Double, y: Double, size: Double) {
        pages[pages.count - 1].append(PDFText(x: x, y: y, size: size, text: text))
    }

    mutating func write(_ text: String, size: Double, indent: Int) {
        let lines = Self.lines(String(repeating: "　", count: indent) + text, width: Self.textWidth, size: size)
        for line in lines {
            if y + size > Self.bottom { breakPage() }
            let blanks = line.prefix { $0 == "　" }.count
            add(String(line.dropFirst(blanks)), x: Self.left + Double(blanks) * size, y: y, size: size)
            y += size * 1.8
        }
    }

    mutating func write(_ grid: TableGrid) {
        let table = PDFTable(grid, style: style, width: Self.textWidth)
        y += 6
        for row in table.rows {
            if y + row.height > Self.bottom { breakPage() }
            for line in row.lines { add(line.text, x: Self.left + line.x, y: y + line.y, size: line.size) }
            y += row.height
        }
        y += 14
    }

    /// The pages, with a number below each.
    func finished() -> [[PDFText]] {
        pages.enumerated().map { index, texts in
            texts + [PDFText(x: Self.width / 2 - 12, y: 800, size: 12, text: "- \(index + 1) -")]
        }
    }
}

/// A table with the places of its lines, row by row.
struct PDFTable {
    struct Row {
        var height: Double
        /// Relative to the row's upper left corner; those of a cell over several rows stand in the rows that they fall in.
        var lines: [PDFText]
    }

    private(set) var rows: [Row] = []

    init(_ grid: TableGrid, style: PDFStyle, width: Double) {
        let widths = Self.columnWidths(grid, style, width)
        let pitch = style.size * 1.25
        let places = grid.places
        func text(_ cell: TableGrid.Cell, _ column: Int) -> [String] {
            let room = widths[column..<min(widths.count, column + cell.columns)].reduce(0, +)
            return PDFSheet.lines(cell.text, width: room - 4, size: style.size)
        }
        var heights = places.map { row in
            let most = row.indices.compactMap { column in
                row[column].flatMap { $0.rows == 1 ? text($0, column).count : nil }
            }
            return Double(max(1, most.max() ?? 1)) * pitch + 2 * style.padding
        }
        for (index, row) in places.enumerated() {
            for (column, cell) in row.enumerated() {
                guard let cell, cell.rows > 1 else { continue }
                let last = min(places.count, index + cell.rows)
                let missing =
                    Double(text(cell, column).count) * pitch + 2 * style.padding - heights[index..<last].reduce(0, +)
                if missing > 0 { heights[last - 1] += missing }
            }
        }
        rows = heights.map { Row(height: $0, lines: []) }
        for (index, row) in places.enumerated() {
            for (column, cell) in row.enumerated() {
                guard let cell else { continue }
                let x = widths[..<column].reduce(0, +)
                let room = widths[column..<min(widths.count, column + cell.columns)].reduce(0, +)
                let tall = heights[index..<min(places.count, index + cell.rows)].reduce(0, +)
                let lines = text(cell, column)
                var y = style.isTop ? style.padding : (tall - Double(lines.count) * pitch) / 2
                for line in lines {
                    let spare = room - PDFSheet.width(of: line, size: style.size)
                    place(line, x: x + (style.isCentered ? spare / 2 : 2), y: y, size: style.size, from: index)
                    y += pitch
                }
            }
        }
    }

    private mutating func place(_ text: String, x: Double, y: Double, size: Double, from first: Int) {
        var row = first
        var y = y
        while row + 1 < rows.count, y >= rows[row].height {
            y -= rows[row].height
            row += 1
        }
        rows[row].lines.append(PDFText(x: x, y: y, size: size, text: text))
    }

    /// Wide enough for the numbers and heads of each column; the labels share the rest.
    private static func columnWidths(_ grid: TableGrid, _ style: PDFStyle, _ width: Double) -> [Double] {
        var needs = Array(repeating: 1.0, count: grid.width)
        for row in grid.places {
            for (column, cell) in row.enumerated() {
                guard let cell, cell.columns == 1 else { continue }
                let length = PDFSheet.width(of: cell.text, size: 1)
                let isNumber = cell.text.allSatisfy(\.isASCII)
                needs[column] = max(needs[column], isNumber ? length + 0.5 : min(length, cell.rows > 3 ? 1 : 11))
            }
        }
        for row in grid.places where row.count(where: { $0 != nil }) > 4 {
            for (column, cell) in row.enumerated() where cell?.breaks == true {
                needs[column] = min(needs[column], 2.5)
            }
        }
        let least = needs.map { $0 * style.size + 5 }
        let spare = width - least.reduce(0, +)
        guard spare > 0 else { return least }
        return least.map { $0 + spare / Double(least.count) }
    }
}

extension ReportTruth {
    /// A PDF without a word, as a scanner makes it.
    package static let blankPDF = PDFFile.bytes(of: [[]])
}
