internal import Bytes
internal import Model

/// Text boxes. Their text is mostly none of the report's: the number of a page, a motto, the red head of a paper. But
/// templates set the headings of chapters in them, and some a table or a whole chapter: that is read where the box is
/// anchored.
extension WordWalker {
    /// A text box that is read, and what stood around it.
    struct OpenBox {
        fileprivate let mark: OutlineBuilder.Mark
        fileprivate let paragraph: Paragraph
        fileprivate let line: Int
        fileprivate let isHidden: Bool
        fileprivate let isStruck: Bool
    }

    mutating func beginBox() {
        // In a cell it would be the cell's, and within a box it is decoration.
        guard box == nil, tables.isEmpty, !isUnseen else {
            skipped = 1
            boxes.begin()
            return
        }
        flush()
        box = OpenBox(mark: builder.mark, paragraph: paragraph, line: line, isHidden: isHidden, isStruck: isStruck)
        builder.endLine()
        (isText, isHidden, isStruck) = (false, false, false)
    }

    mutating func endBox() {
        guard let box else { return }
        flush()
        self.box = nil
        let content = BoxContent(builder.outline, from: box.mark.pieces)
        if content.isOfReport {
            builder.endLine()
        } else {
            boxes.take(content.text)
            builder.rewind(to: box.mark)
            line = box.line
        }
        paragraph = box.paragraph
        (isText, isHidden, isStruck) = (false, box.isHidden, box.isStruck)
    }
}

/// What stands in a text box.
private struct BoxContent {
    private(set) var text: [UInt8] = []
    private var hasTable = false
    private var lines = 0
    /// How many of them begin with the number of a chapter.
    private var chapters = 0
    private var beginsChapter = false

    init(_ outline: Outline, from first: Int) {
        for index in first..<outline.pieces.count {
            let piece = outline.pieces[index]
            if piece.place != nil { hasTable = true }
            let word = outline.text[piece.start..<piece.end]
            if index == first || piece.gap >= .line {
                lines += 1
                let isChapter = Self.beginsChapter(word)
                if isChapter { chapters += 1 }
                if index == first { beginsChapter = isChapter }
            }
            text += word
        }
    }

    /// Whether a heading or a table stands in it, or a text of whole sentences; no list of contents.
    var isOfReport: Bool {
        if hasTable { return true }
        if text.count >= Self.shortestText, hasSentence { return true }
        if lines > 1 { return beginsChapter && chapters == 1 }
        return beginsChapter || Self.endings.contains { text.suffix($0.count).elementsEqual($0) }
    }

    private var hasSentence: Bool { text.indices.contains { text[$0...].starts(with: Self.stop) } }

    private static let stop = Array("。".utf8)
    /// 20 Chinese characters.
    private static let shortestText = 60
    /// What headings without a number end with: 总体情况, 其他需要报告的事项.
    private static let endings = ["情况", "事项"].map { Array($0.utf8) }
    private static let numerals = "一二三四五六七八九十".map { Array(String($0).utf8) }
    private static let comma = Array("、".utf8)

    private static func beginsChapter(_ word: ArraySlice<UInt8>) -> Bool {
        let number = word.prefix(3)
        return numerals.contains { number.elementsEqual($0) } && word.dropFirst(3).starts(with: comma)
    }
}
