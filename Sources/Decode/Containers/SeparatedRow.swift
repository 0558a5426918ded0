internal import Bytes

/// Cuts a table in text into rows and cells (RFC 4180), over any number of portions: in quotes line ends and separators
/// are text, and two quotes are one.
///
/// The bytes may be of any charset whose characters hold no comma, tab, quote or line end: UTF-8, GB18030, Big5.
struct SeparatedRow {
    private enum Place {
        case start
        case plain
        case quoted
        /// Behind a quote that ends the cell, or is the first of two.
        case closed
    }

    private let separator: UInt8
    private var place = Place.start
    private var cell: [UInt8] = []
    /// The cells that ended.
    private(set) var cells: [[UInt8]] = []

    init(separator: UInt8) { self.separator = separator }

    /// Takes the bytes from `start` on up to the line end that ends the row, and tells where the next one begins; nil where
    /// it goes on.
    mutating func take(_ bytes: [UInt8], from start: Int) -> Int? {
        let span = bytes.span
        var index = start
        while index < span.count {
            let from = index
            if place == .quoted {
                index = ByteSearch.index(of: Self.quote, in: span, from: index, to: span.count) ?? span.count
                cell += bytes[from..<index]
                if index < span.count { place = .closed }
                index += 1
                continue
            }
            let byte = span[index]
            index += 1
            if byte == ASCII.newline {
                endRow()
                return index
            }
            step(byte)
        }
        return nil
    }

    private mutating func step(_ byte: UInt8) {
        switch (place, byte) {
        case (_, separator): endCell()
        case (.start, Self.quote): place = .quoted
        case (.closed, Self.quote):
            cell.append(byte)
            place = .quoted
        default:
            cell.append(byte)
            if place == .start { place = .plain }
        }
    }

    /// Ends the row, as the end of the text does.
    mutating func endRow() {
        if place != .quoted, cell.last == ASCII.carriageReturn { cell.removeLast() }
        endCell()
    }

    private mutating func endCell() {
        cells.append(cell)
        cell = []
        place = .start
    }

    /// The row with nothing in it, at the same place.
    var withoutText: SeparatedRow {
        var row = self
        row.cells = []
        row.cell = []
        return row
    }

    private static let quote = UInt8(ascii: "\"")
}
