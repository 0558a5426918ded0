internal import Bytes

/// Reads the lines that a document's pages draw out of what `pdftocairo -svg` writes of it.
///
/// Only paths are read, and of those only what is straight and runs along the page's edges: the borders of cells, be they
/// drawn as lines or filled as thin rectangles. What stands in `defs`, the shapes of letters and the regions that are cut
/// out, is drawn nowhere.
struct DrawnPaths {
    private let text: [UInt8]
    private var pages: [[RuledLine]] = []

    /// A page with more lines is a drawing.
    private static let mostLines = 2_500

    /// The lines of each page, in their order; a page that is a drawing has none.
    static func lines(_ svg: [UInt8]) -> [[RuledLine]] {
        var paths = DrawnPaths(text: svg)
        paths.read()
        return paths.pages.map { $0.count > mostLines ? [] : $0 }
    }

    private init(text: [UInt8]) { self.text = text }

    private static let definitions = Array("<defs>".utf8)
    private static let definitionsEnd = Array("</defs>".utf8)
    private static let page = Array("<page>".utf8)
    private static let path = Array("<path ".utf8)

    private mutating func read() {
        var hasPages = false
        var index = 0
        while let start = ByteSearch.index(of: UInt8(ascii: "<"), in: text.span, from: index, to: text.count) {
            index = start + 1
            let rest = text[start...]
            if rest.starts(with: Self.path) {
                let end =
                    ByteSearch.index(of: UInt8(ascii: ">"), in: text.span, from: start, to: text.count) ?? text.count
                if pages.isEmpty { pages.append([]) }
                if pages[pages.count - 1].count <= Self.mostLines { add(DrawnPath(text[start..<end])) }
                index = end
            } else if rest.starts(with: Self.definitions) {
                index =
                    ByteSearch.index(of: Self.definitionsEnd, in: text.span, from: start, to: text.count) ?? text.count
            } else if rest.starts(with: Self.page) {
                if hasPages || pages.isEmpty { pages.append([]) }
                hasPages = true
            }
        }
    }

    private mutating func add(_ path: DrawnPath) { pages[pages.count - 1] += path.lines }
}
