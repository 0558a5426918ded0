internal import Bytes
package import Model

/// Plain text and Markdown, however a table was flattened into it.
///
/// LF, CRLF and a lone CR each end a line. Bars and tabs are cells' borders; whether an empty place between two bars is
/// a blank cell or only a border is told here where the line is a whole row, and left open where it is not.
package enum TextDecoder: Decoder {
    package static func recognises(_ input: DecoderInput) -> Bool { true }

    package static func outline(of input: DecoderInput) throws(Rejection) -> Outline {
        let source = try CharsetReader.text(of: input.bytes, declared: input.charset.flatMap { Charset(label: $0) })
        var lines = TextLines(source)
        for part in EmbeddedTables.parts(of: source.utf8) {
            if part.isTable {
                try lines.readTable(part.text)
            } else {
                lines.read(withPlainTables(part.text).span)
            }
        }
        return lines.builder.outline
    }

    /// The text without other tools' markup, and with bars and tabs alone between the cells of its tables.
    static func withPlainTables(_ text: [UInt8]) -> [UInt8] {
        let text = OtherSeparators.plain(FullWidthBars.plain(plain(text)))
        return JoinedBars.plain(OpenRows.plain(BoxDrawing.plain(text)))
    }

    /// What takes other tools' markup off, in the order in which it is to be done.
    private static let passes: [@Sendable ([UInt8]) -> [UInt8]] = [
        QuoteMarks.removed, QuotedCells.removed, PandocMarks.removed, MarkdownLinks.removed, EmphasisMarks.removed,
        FormulaNumbers.removed, NumberMarkup.removed, TextMarkup.removed,
    ]

    private static func plain(_ text: [UInt8]) -> [UInt8] { passes.reduce(text) { text, pass in pass(text) } }
}
