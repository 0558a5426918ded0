import Model
import Testing

@testable import Decode

/// Words as `pdftotext -tsv` writes them: left, top, text; a Chinese character is ten points wide, a digit five.
enum PDFWords {
    typealias Word = (Double, Double, String)

    static func table(_ words: [Word], page: Int = 1) -> String {
        var lines = "1\t\(page)\t0\t0\t0\t0\t0\t0\t595\t842\t-1\t###PAGE###\n"
        for (left, top, text) in words {
            let width = text.reduce(0.0) { $0 + ($1.isASCII ? 5 : 10) }
            lines += "5\t\(page)\t0\t0\t0\t0\t\(left)\t\(top)\t\(width)\t10\t100\t\(text)\n"
        }
        return lines
    }

    /// What is read of pages, a blank cell as `·`.
    static func pieces(_ pages: [Word]...) throws -> [String] {
        let text = pages.enumerated().map { table($1, page: $0 + 1) }.joined()
        var writer = PDFWriter(EndlessPage(try #require(WordBoxReader.pages(Array(text.utf8)))))
        writer.write()
        let outline = writer.builder.outline
        return outline.pieces.map { $0.kind == .text ? outline.string($0) : "·" }
    }

    /// Numbers beside each other, 40 points apart.
    static func numbers(_ left: Double, _ top: Double, _ numbers: String...) -> [Word] {
        numbers.enumerated().map { (left + 40 * Double($0), top, $1) }
    }
}
