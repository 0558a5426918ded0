internal import Bytes
internal import CGumbo

/// Tells whether what a page hides or strikes out is the report, which a script shows, or what no reader sees: a copy of its
/// tables, a sentence of an older version.
///
/// Only beside a report that the page shows is anything left out, and only what takes none of it away.
struct HTMLShown {
    private let shown: Signs
    private let page: HTMLPage

    init(_ root: HTMLNode, _ page: HTMLPage) {
        self.page = page
        shown = Signs(of: root, page, besidesHidden: true)
    }

    /// So many chapters are a report, and so many where their numerals stand in brackets, as those of paragraphs do.
    private static let fewestChapters = 3
    private static let fewestInBrackets = 5
    /// In bytes: paragraphs without numbers of their own may be those that a click unfolds.
    private static let longestSentence = 600

    /// Whether the page shows the report without an element that is hidden or struck out.
    func isWhole(without node: HTMLNode) -> Bool {
        let isInBrackets = shown.chapters == 0 && shown.brackets.nonzeroBitCount >= Self.fewestInBrackets
        guard isInBrackets || shown.chapters.nonzeroBitCount >= Self.fewestChapters else { return false }
        let hidden = Signs(of: node, page, besidesHidden: false)
        guard hidden.chapters & ~shown.chapters == 0, hidden.values <= shown.values else { return false }
        return hidden.values > 0 || hidden.chapters.nonzeroBitCount >= Self.fewestChapters
            || hidden.length <= Self.longestSentence
    }
}

extension HTMLShown {
    /// What is a report's of a text.
    private struct Signs {
        /// The chapters that are numbered in it, one bit each: 一、, 一. and 第一部分 are the first.
        private(set) var chapters: UInt16 = 0
        /// The numerals that stand in brackets: （一）.
        private(set) var brackets: UInt16 = 0
        /// How many cells of tables hold what a row's label does not.
        private(set) var values = 0
        private let page: HTMLPage
        private let besidesHidden: Bool
        private var text: [UInt8] = []

        /// In bytes.
        var length: Int { text.count }

        init(of node: HTMLNode, _ page: HTMLPage, besidesHidden: Bool) {
            self.page = page
            self.besidesHidden = besidesHidden
            take(childrenOf: node)
            let text = text
            number(text.span)
        }

        private mutating func take(childrenOf node: HTMLNode) {
            for child in node.children {
                switch child.kind {
                case .text: append(child)
                case .element: take(child)
                case .other: break
                }
            }
        }

        private mutating func take(_ node: HTMLNode) {
            switch HTMLTag(node.tag) {
            case .ignored, .head, .frame, .textArea: return
            default: break
            }
            if besidesHidden, node.isHidden || node.isStruck { return }
            let start = text.count
            take(childrenOf: node)
            if node.isCell, isValue(text[start...]) { values += 1 }
        }

        private mutating func append(_ node: HTMLNode) {
            node.withText { span in
                page.parts(of: span) { part in unsafe part.withUnsafeBufferPointer { unsafe text += $0 } }
            }
        }

        /// A number of whatever width, a dash, a blank.
        private func isValue(_ cell: ArraySlice<UInt8>) -> Bool {
            cell.count <= Self.longestValue
                && (!cell.contains { (0xE4...0xE9).contains($0) } && !holdsRadical(cell)
                    || cell.elementsEqual(Self.none))
        }

        /// Whether one of U+2E80 to U+2FDF stands in a cell: ⼈ for 人.
        private func holdsRadical(_ cell: ArraySlice<UInt8>) -> Bool {
            zip(cell, cell.dropFirst()).contains { $0 == 0xE2 && (0xBA...0xBF).contains($1) }
        }

        /// In bytes.
        private static let longestValue = 30
        private static let none = Array("无".utf8)

        /// Some pages have the radicals of the same shape.
        private static let numerals = [["一", "⼀"], ["二", "⼆"], ["三"], ["四"], ["五"], ["六"], ["七"], ["八", "⼋"]]
            .map { $0.map { Array($0.utf8) } }
        private static let marks = ["、", ".", "．", "部分"].map { Array($0.utf8) }
        private static let closings = ["）", ")"].map { Array($0.utf8) }

        /// Takes note of the numerals of all chapters that stand in a text.
        private mutating func number(_ text: borrowing Span<UInt8>) {
            for (number, numeral) in Self.numerals.enumerated().flatMap({ number, all in all.map { (number, $0) } }) {
                let bit: UInt16 = 1 << UInt16(number)
                var index = 0
                while let start = ByteSearch.index(of: numeral, in: text, from: index, to: text.count) {
                    index = start + numeral.count
                    // 一 、总体情况 and 一 总体情况.
                    let next = Self.skipBlanks(text, from: index)
                    if next > index || Self.stands(Self.marks, text, at: next) { chapters |= bit }
                    if Self.stands(Self.closings, text, at: index) { brackets |= bit }
                }
            }
        }

        private static func stands(_ words: [[UInt8]], _ text: borrowing Span<UInt8>, at index: Int) -> Bool {
            words.contains { ByteSearch.stands($0, in: text, at: index, end: text.count) }
        }

        private static func skipBlanks(_ text: borrowing Span<UInt8>, from start: Int) -> Int {
            var index = start
            while index < text.count {
                let (kind, bytes) = WhiteSpace.kind(in: text, at: index)
                guard kind.separates else { break }
                index += bytes
            }
            return index
        }
    }
}
