import Model

@testable import Decode

/// The lines of pages as `pdftocairo -svg` writes them, and what is read of a document with them.
enum PDFDrawing {
    static func line(_ x: Double, _ y: Double, _ toX: Double, _ toY: Double) -> String {
        "<path style=\"fill:none;stroke:rgb(0%,0%,0%);\" d=\"M \(x) \(y) L \(toX) \(toY) \"/>"
    }

    /// A grid with all its lines.
    static func grid(_ xs: [Double], _ ys: [Double]) -> String {
        ys.map { line(xs[0], $0, xs[xs.count - 1], $0) }.joined()
            + xs.map { line($0, ys[0], $0, ys[ys.count - 1]) }.joined()
    }

    /// Pages, each as its words and what is drawn on it.
    static func outline(_ pages: [[PDFWords.Word]], _ drawn: [String]) throws -> Outline {
        let text = pages.enumerated().map { PDFWords.table($1, page: $0 + 1) }.joined()
        let svg =
            "<svg><defs><path d=\"M 0 0 L 9 0 \"/></defs><pageSet>"
            + drawn.map { "<page>\($0)</page>" }.joined() + "</pageSet></svg>"
        return try PDFDecoder.outline(ofBoxes: Array(text.utf8), drawing: { Array(svg.utf8) })
    }

    /// The same as its pieces, a blank cell as `·`.
    static func read(_ pages: [[PDFWords.Word]], _ drawn: [String]) throws -> [String] {
        let outline = try outline(pages, drawn)
        return outline.pieces.map { $0.kind == .text ? outline.string($0) : "·" }
    }
}
