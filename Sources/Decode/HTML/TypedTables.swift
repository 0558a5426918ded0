internal import Bytes
internal import Model

/// Tables that are typed in the text of a page, with bars between their cells: `<p>| 行政许可 | 3 |</p>`.
///
/// The page's elements tell none of their cells from another: what stands outside of the page's own tables is read again, as
/// a plain text is.
struct TypedTables {
    /// A menu's bars are on few lines, and a list's are one a line; of lines with several bars half as many will do.
    private static let fewestLines = 20

    private let read: Outline
    private var builder: OutlineBuilder
    private var tables: Int

    /// What was read of a page, with such tables told apart; nil where it has none.
    static func apart(in outline: Outline) -> Outline? {
        guard ByteSearch.contains(ASCII.bar, in: outline.text), countLines(outline) >= fewestLines else { return nil }
        var typed = TypedTables(outline)
        typed.readAgain()
        return typed.builder.outline
    }

    private init(_ outline: Outline) {
        read = outline
        builder = OutlineBuilder(withoutTextOf: outline)
        tables = (outline.pieces.compactMap { $0.place?.table }.max() ?? -1) + 1
    }

    /// How many lines outside of the page's tables have a bar; those with several count twice.
    private static func countLines(_ outline: Outline) -> Int {
        var (count, bars) = (0, 0)
        for piece in outline.pieces where piece.place == nil {
            if piece.gap >= .line { bars = 0 }
            for index in piece.start..<piece.end where outline.text[index] == ASCII.bar {
                if bars < 2 { count += 1 }
                bars += 1
            }
        }
        return count
    }

    private mutating func readAgain() {
        var start = 0
        while start < read.pieces.count {
            let isInTable = read.pieces[start].place != nil
            let end = read.pieces[start...].firstIndex { ($0.place != nil) != isInTable } ?? read.pieces.count
            if isInTable {
                for piece in read.pieces[start..<end] { builder.copy(piece, of: read) }
            } else {
                readText(start..<end)
            }
            start = end
        }
    }

    /// Reads what stands outside of tables, each line with its place in the source.
    private mutating func readText(_ range: Range<Int>) {
        var bytes: [UInt8] = []
        var places: [Int] = []
        for index in range {
            let piece = read.pieces[index]
            if index == range.lowerBound || piece.gap >= .line {
                if index > range.lowerBound { bytes.append(ASCII.newline) }
                places.append(piece.line)
                appendHeading(piece, to: &bytes)
            }
            let goesOn = index + 1 < range.upperBound && read.pieces[index + 1].gap < .line
            read.appendWritten(piece.start..<piece.end, goesOn: goesOn, to: &bytes)
            if goesOn, !read.hasUnseen(within: (piece.end - 1)..<(piece.end + 1)) {
                bytes += Array(repeating: ASCII.space, count: read.pieces[index + 1].gap == .wide ? 2 : 1)
            }
        }
        builder.endLine()
        var lines = TextLines(builder, behind: tables, lines: places)
        lines.read(TextDecoder.withPlainTables(bytes).span)
        builder = lines.builder
        tables = lines.table + 1
    }

    /// The page's own headings are marked as a text's are.
    private func appendHeading(_ piece: Piece, to bytes: inout [UInt8]) {
        guard piece.headingLevel > 0 else { return }
        bytes += Array(repeating: ASCII.hash, count: Int(piece.headingLevel)) + [ASCII.space]
    }
}
