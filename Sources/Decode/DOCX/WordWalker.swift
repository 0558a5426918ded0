internal import Bytes
internal import Model

/// Walks through `word/document.xml` and gives its text to an outline.
///
/// A paragraph is a line; in a table a row is. Merged cells are placed as they are seen: one that another covers is left
/// out, and its columns are counted.
struct WordWalker {
    var builder: OutlineBuilder
    private(set) var pictures = 0
    private let styles: WordStyles
    private var numbering: WordNumbering
    var paragraph = Paragraph()
    var tables = WordTables()
    var line = 1
    /// How many elements that are not read are open.
    var skipped = 0
    var boxes = WordBoxes()
    /// The text box that is read.
    var box: OpenBox?
    var isText = false
    /// Where in the run a raised part begins.
    private var raised: Int?
    var isHidden = false
    /// Whether the run is struck out.
    var isStruck = false
    /// The numbers of the cell in hand that are struck out.
    private var struck = StruckText()
    /// Text of the paragraph that nothing but the borders of runs has interrupted.
    private var run: [UInt8] = []

    struct Paragraph {
        var style: String?
        var outlineLevel: Int?
        var list: String?
        var listLevel: Int?
        var heading: UInt8 = 0
        var isContents = false
        var isInProperties = false
        /// What is printed before the text, and is not part of it.
        var number = ""
    }

    init(_ builder: OutlineBuilder, styles: WordStyles, numbering: WordNumbering) {
        self.builder = builder
        self.styles = styles
        self.numbering = numbering
    }

    mutating func walk(_ reader: inout XMLReader) throws(XMLReader.Failure) {
        while let node = try reader.next() {
            switch node {
            case .start(let name, let isEmpty):
                if skipped > 0 {
                    if name.tag == .picture { pictures += 1 }
                    if !isEmpty { skipped += 1 }
                    boxes.isText = name.tag == .text && !isEmpty
                    if name.tag == .run { boxes.isHidden = false }
                    if name.tag == .vanish { boxes.isHidden = Self.isOn(reader.attribute("val")) }
                } else {
                    start(name, reader, isEmpty: isEmpty)
                    if isEmpty, skipped == 0 { end(name) }
                }
            case .end(let name):
                boxes.isText = false
                if skipped > 0 {
                    skipped -= 1
                    if skipped == 0 { boxes.end() }
                } else {
                    end(name)
                }
            case .text:
                if skipped > 0 { boxes.append(reader) }
                if skipped == 0, isText, !isUnseen { append(reader) }
            }
        }
        flush()
        if let title = boxes.title { builder.setTitle(title) }
    }

    /// A number that is struck out is none of its cell.
    private mutating func append(_ reader: borrowing XMLReader) {
        if isStruck, tables.place != nil {
            var text: [UInt8] = []
            reader.appendText(to: &text)
            if struck.take(text) { return }
        }
        reader.appendText(to: &run)
    }

    /// Whether what stands here is not shown: covered or deleted cells, hidden text, lines of a table of contents.
    var isUnseen: Bool {
        isHidden || paragraph.isContents || tables.isUnseen
    }
}

// MARK: - Elements

extension WordWalker {
    private mutating func start(_ name: XMLName, _ reader: borrowing XMLReader, isEmpty: Bool) {
        switch name.tag {
        case .skipped: if !isEmpty { skipped = 1 }
        case .textBox: if !isEmpty { beginBox() }
        case .deleted:
            // Inside a row's properties the mark of a deleted row, elsewhere deleted text.
            tables.deleteRow()
            if !isEmpty { skipped = 1 }
        case .paragraph: beginParagraph()
        case .paragraphProperties: paragraph.isInProperties = true
        case .run:
            isHidden = false
            isStruck = false
        case .strike:
            if !paragraph.isInProperties { isStruck = isStruck || Self.isOn(reader.attribute("val")) }
        case .verticalAlignment:
            // A footnote's digit is none of the number that it stands above.
            if !paragraph.isInProperties, reader.attribute("val") == "superscript",
                let last = run.last, ASCII.isDigit(last)
            {
                raised = run.count
            }
        case .vanish:
            if !paragraph.isInProperties { isHidden = Self.isOn(reader.attribute("val")) }
        case .text: isText = true
        case .tab: separate(.wide)
        case .lineBreak:
            flush()
            if !isUnseen { builder.endLine() }
        case .noBreakHyphen: if !isUnseen { run.append(UInt8(ascii: "-")) }
        case .picture: pictures += 1
        case .table, .row, .cell, .rowProperties: startTablePart(name.tag)
        default: readProperty(name.tag, reader)
        }
    }

    private mutating func end(_ name: XMLName) {
        switch name.tag {
        case .paragraph: endParagraph()
        case .paragraphProperties: endProperties()
        case .text: isText = false
        case .run:
            isHidden = false
            bracketRaised()
        case .cell: endCell()
        case .row: endRow()
        case .rowProperties: tables.last?.isInRowProperties = false
        case .table: endTable()
        case .textBox: endBox()
        default: break
        }
    }

    /// Puts what was raised above the line between brackets, where it is a digit.
    private mutating func bracketRaised() {
        guard let start = raised else { return }
        raised = nil
        guard start < run.count, ASCII.isDigit(run[start]) else { return }
        run.insert(UInt8(ascii: "["), at: start)
        run.append(UInt8(ascii: "]"))
    }

    private mutating func readProperty(_ tag: WordTag, _ reader: borrowing XMLReader) {
        let value = reader.attribute("val")
        switch tag {
        case .paragraphStyle: paragraph.style = value
        case .outlineLevel: paragraph.outlineLevel = value.flatMap { Int($0) }
        case .numberingId: paragraph.list = value
        case .numberingLevel: paragraph.listLevel = value.flatMap { Int($0) }
        case .gridBefore: tables.last?.column = Self.span(value, least: 0)
        case .gridSpan: tables.last?.width = Self.span(value, least: 1)
        case .verticalMerge, .horizontalMerge:
            // Without a value it continues the cell above (or before).
            if value ?? "continue" == "continue" { tables.last?.isCovered = true }
        case .hidden: if Self.isOn(value) { tables.deleteRow() }
        default: break
        }
    }

    /// Whether a property that is there is meant: without a value it is.
    private static func isOn(_ value: String?) -> Bool { !["0", "false", "off"].contains(value ?? "1") }

    /// Word's tables have 63 columns at most; what claims more is no table of a report.
    private static func span(_ value: String?, least: Int) -> Int {
        min(max(value.flatMap { Int($0) } ?? least, least), 1000)
    }
}

// MARK: - Paragraphs

extension WordWalker {
    private mutating func beginParagraph() {
        flush()
        paragraph = Paragraph()
        isText = false
    }

    private mutating func endProperties() {
        paragraph.isInProperties = false
        let style = styles.style(paragraph.style)
        paragraph.isContents = WordStyles.isContents(style.name)
        if let level = paragraph.outlineLevel ?? style.outlineLevel, (0...8).contains(level) {
            paragraph.heading = UInt8(min(level + 1, 6))
        }
        guard let list = paragraph.list ?? style.list, list != "0", !isUnseen else { return }
        paragraph.number = numbering.next(list: list, level: paragraph.listLevel ?? style.listLevel ?? 0)
    }

    private mutating func endParagraph() {
        flush()
        if !isUnseen {
            builder.endLine()
            if tables.isEmpty { line += 1 }
        }
        paragraph = Paragraph()
    }

    private mutating func separate(_ gap: Piece.Gap) {
        // `w:tab` in the properties is a tab stop, and prints nothing.
        guard !paragraph.isInProperties, !isUnseen else { return }
        flush()
        builder.separate(gap)
    }

    mutating func flush() {
        guard !run.isEmpty else { return }
        let before = builder.outline.pieces.count
        if !paragraph.number.isEmpty {
            run.insert(contentsOf: paragraph.number.utf8, at: 0)
            paragraph.number = ""
        }
        // A line end in the text is nothing but white space to XML.
        for index in run.indices where run[index] == ASCII.newline || run[index] == ASCII.carriageReturn {
            run[index] = ASCII.space
        }
        let text = run
        builder.append(text.span, from: 0, to: text.count, line: line, heading: paragraph.heading, place: tables.place)
        if builder.outline.pieces.count > before { tables.last?.hasText = true }
        run.removeAll(keepingCapacity: true)
    }
}

// MARK: - Tables

extension WordWalker {
    private mutating func startTablePart(_ tag: WordTag) {
        flush()
        switch tag {
        case .table:
            tables.beginTable(firstPiece: builder.outline.pieces.count)
            builder.separate(.row)
        case .row where !tables.isEmpty:
            tables.beginRow()
            builder.separate(.row)
        case .rowProperties: tables.last?.isInRowProperties = true
        case .cell where !tables.isEmpty:
            tables.beginCell()
            if tables.last?.isDeleted == false { builder.separate(.cell) }
        default: break
        }
    }

    private mutating func endCell() {
        flush()
        guard let last = tables.last, last.isInCell else { return }
        if !last.hasText, !isUnseen, let text = struck.alone {
            builder.append(text.span, from: 0, to: text.count, line: line, place: tables.place)
        } else if !last.hasText, !isUnseen {
            builder.appendBlank(.blank, line: line, place: tables.place)
        }
        struck.begin()
        tables.endCell()
    }

    private mutating func endRow() {
        if tables.isOutermost, tables.last?.isDeleted == false { line += 1 }
        tables.endRow()
    }

    private mutating func endTable() {
        flush()
        if let cell = tables.endTable() {
            builder.join(from: cell.firstPiece, into: cell.place, isFirst: cell.isFirst)
        } else {
            builder.separate(.row)
        }
    }
}
