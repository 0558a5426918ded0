/// The elements of WordprocessingML (ISO/IEC 29500-1, clause 17) that decide what is read.
enum WordTag: Sendable {
    case body
    case paragraph
    case paragraphProperties
    case paragraphStyle
    case outlineLevel
    case numbering
    case numberingLevel
    case numberingId
    case run
    case text
    case tab
    case lineBreak
    case noBreakHyphen
    case vanish
    case strike
    case verticalAlignment
    case table
    case row
    case rowProperties
    /// In a row's properties, that the row is not shown.
    case hidden
    case gridBefore
    case cell
    case gridSpan
    case verticalMerge
    case horizontalMerge
    /// Deleted text, or inside a row's properties the mark of a deleted row.
    case deleted
    case picture
    /// A text box: of the text only its title is looked for.
    case textBox
    /// What is not read: the doubles of text boxes for old programs, field codes, readings of characters.
    case skipped
    case other

    init(local: String, space: String) {
        if Self.spaces.contains(space) {
            self = Self.words[local] ?? .other
        } else if space.hasSuffix("/markup-compatibility/2006"), local == "Fallback" {
            self = .skipped
        } else {
            self = local == "blip" || local == "imagedata" ? .picture : .other
        }
    }

    /// Of the transitional and of the strict edition.
    private static let spaces: Set<String> = [
        "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
        "http://purl.oclc.org/ooxml/wordprocessingml/main",
    ]

    private static let words: [String: WordTag] = [
        "body": .body, "p": .paragraph, "pPr": .paragraphProperties, "pStyle": .paragraphStyle,
        "outlineLvl": .outlineLevel, "numPr": .numbering, "ilvl": .numberingLevel, "numId": .numberingId, "r": .run,
        "t": .text, "tab": .tab, "ptab": .tab, "br": .lineBreak, "cr": .lineBreak, "noBreakHyphen": .noBreakHyphen,
        "vanish": .vanish, "strike": .strike, "dstrike": .strike, "vertAlign": .verticalAlignment, "tbl": .table,
        "tr": .row, "trPr": .rowProperties, "hidden": .hidden,
        "gridBefore": .gridBefore, "tc": .cell,
        "gridSpan": .gridSpan, "vMerge": .verticalMerge, "hMerge": .horizontalMerge, "del": .deleted,
        "moveFrom": .skipped, "txbxContent": .textBox, "instrText": .skipped, "delText": .skipped, "rt": .skipped,
        "pPrChange": .skipped, "rPrChange": .skipped, "tblPrChange": .skipped, "trPrChange": .skipped,
        "tcPrChange": .skipped, "sectPr": .skipped, "tabs": .skipped, "tblGrid": .skipped, "numberingChange": .skipped,
    ]
}
