import Foundation
import Model
import TestSupport
import Testing

@testable import Decode

struct DOCXDecoderTests {
    private static let space = "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\""
    private static let compatibility = "xmlns:mc=\"http://schemas.openxmlformats.org/markup-compatibility/2006\""

    private func document(_ body: String) -> (name: String, content: String) {
        ("word/document.xml", "<w:document \(Self.space) \(Self.compatibility)><w:body>\(body)</w:body></w:document>")
    }

    private func paragraph(_ text: String, properties: String = "") -> String {
        "<w:p><w:pPr>\(properties)</w:pPr><w:r><w:t>\(text)</w:t></w:r></w:p>"
    }

    private func outline(_ files: (name: String, content: String)...) throws -> Outline {
        try DecoderCatalog.outline(of: DecoderInput(bytes: StoredZip.bytes(files), name: "a.docx"))
    }

    private func code(_ bytes: [UInt8]) -> Rejection.Code? {
        do throws(Rejection) {
            _ = try DecoderCatalog.outline(of: DecoderInput(bytes: bytes, name: "a.docx"))
            return nil
        } catch { return error.code }
    }

    private func words(_ outline: Outline) -> [String] {
        outline.pieces.map { $0.kind == .text ? outline.string($0) : "·" }
    }

    @Test func printsTheNumbersThatWordKeepsOutOfTheText() throws {
        let numbering = """
            <w:numbering \(Self.space)><w:abstractNum w:abstractNumId="3">
            <w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="chineseCounting"/><w:lvlText w:val="%1、"/></w:lvl>
            <w:lvl w:ilvl="1"><w:numFmt w:val="chineseCountingThousand"/><w:lvlText w:val="（%2）"/></w:lvl>
            <w:lvl w:ilvl="2"><w:numFmt w:val="decimal"/><w:lvlText w:val="%3."/></w:lvl>
            </w:abstractNum><w:num w:numId="7"><w:abstractNumId w:val="3"/></w:num></w:numbering>
            """
        func numbered(_ text: String, _ level: Int) -> String {
            paragraph(text, properties: "<w:numPr><w:ilvl w:val=\"\(level)\"/><w:numId w:val=\"7\"/></w:numPr>")
        }
        let body =
            numbered("总体情况", 0) + numbered("平台", 1) + numbered("管理", 1) + numbered("项", 2)
            + numbered("主动公开", 0) + numbered("再", 1)
        let outline = try outline(document(body), ("word/numbering.xml", numbering))
        #expect(words(outline) == ["一、总体情况", "（一）平台", "（二）管理", "1.项", "二、主动公开", "（一）再"])
        #expect(outline.pieces.map(\.line) == [1, 2, 3, 4, 5, 6])
    }

    @Test func aTableOfOneCellInACellIsItsText() throws {
        func cell(_ content: String) -> String { "<w:tc>\(content)</w:tc>" }
        let nested = "<w:tbl><w:tr>\(cell(paragraph("12")))</w:tr></w:tbl><w:p/>"
        let row = "<w:tr>\(cell(paragraph("规章")) + cell(nested) + cell(paragraph("3")))</w:tr>"
        let outline = try outline(document("<w:tbl>\(row)</w:tbl>"))
        #expect(words(outline) == ["规章", "12", "3"])
        #expect(outline.pieces.map { $0.place?.column } == [0, 1, 2])
        #expect(Set(outline.pieces.map { $0.place?.table }).count == 1)
        #expect(outline.pieces.dropFirst().allSatisfy { $0.gap == .cell })
    }

    /// The red head of a paper: the title that no line of the text is.
    @Test func aNumberStruckOutIsNoneOfItsCell() throws {
        func cell(_ runs: String) -> String { "<w:tc><w:p>\(runs)</w:p></w:tc>" }
        func run(_ text: String, _ properties: String = "") -> String {
            "<w:r><w:rPr>\(properties)</w:rPr><w:t>\(text)</w:t></w:r>"
        }
        let cells =
            cell(run("旧标签", "<w:strike/>")) + cell(run("7", "<w:strike/>") + run("3"))
            + cell(run("5", "<w:dstrike w:val=\"1\"/>")) + cell(run("8", "<w:strike w:val=\"0\"/>"))
        let outline = try outline(
            document("<w:tbl><w:tr>\(cells)</w:tr></w:tbl>" + "<w:p>\(run("9", "<w:strike/>"))</w:p>")
        )
        #expect(words(outline) == ["旧标签", "3", "~~5~~", "8", "9"])
    }

    /// What stands in a box is read once, where it is a heading, a table or a text of sentences.
    @Test func headingsAndTablesInTextBoxesAreRead() throws {
        func box(_ content: String) -> String {
            "<w:p><w:r><mc:AlternateContent><mc:Choice><w:txbxContent>\(content)</w:txbxContent></mc:Choice><mc:Fallback>"
                + "<w:txbxContent>\(content)</w:txbxContent></mc:Fallback></mc:AlternateContent></w:r><w:r><w:t>后</w:t></w:r></w:p>"
        }
        let table = "<w:tbl><w:tr><w:tc>\(paragraph("规章"))</w:tc><w:tc>\(paragraph("3"))</w:tc></w:tr></w:tbl>"
        let contents = paragraph("一、总体情况") + paragraph("二、主动公开政府信息情况")
        let body =
            box(paragraph("— 12 —")) + box(paragraph("一、总体情况")) + box(table) + box(contents)
            + box(paragraph("其他需要报告的事项"))
        let outline = try outline(document(body))
        #expect(words(outline) == ["后", "一、总体情况", "后", "规章", "3", "后", "后", "其他需要报告的事项", "后"])
        #expect(outline.pieces.map { $0.place?.column } == [nil, nil, nil, 0, 1, nil, nil, nil, nil])
    }

    @Test func aTitleInATextBoxIsTheDocuments() throws {
        func box(_ text: String) -> String {
            "<w:p><w:r><mc:AlternateContent><mc:Choice><w:txbxContent>\(text)</w:txbxContent></mc:Choice><mc:Fallback>"
                + "<w:txbxContent>\(text)</w:txbxContent></mc:Fallback></mc:AlternateContent></w:r></w:p>"
        }
        let title = paragraph("青禾县水务局") + paragraph("2023年政府信息公开工作年度报告")
        let outline = try outline(document(box(paragraph("请\u{A0}扫码")) + box(title) + paragraph("一、总体情况")))
        #expect(outline.documentTitle == "青禾县水务局2023年政府信息公开工作年度报告")
        #expect(words(outline) == ["一、总体情况"])
        let short = try self.outline(document(box(paragraph("青禾县水务局2016年政府信息公开年报")) + paragraph("一、总体情况")))
        #expect(short.documentTitle == "青禾县水务局2016年政府信息公开年报")
    }

    /// A list's text is printed before each paragraph: a long one would make gigabytes of a small document.
    @Test(arguments: [(40, 40), (299, 40), (100_000, 0)])
    func printsOnlyShortNumbers(_ length: Int, _ printed: Int) throws {
        let numbering = """
            <w:numbering \(Self.space)><w:abstractNum w:abstractNumId="3"><w:lvl w:ilvl="0"><w:start w:val="1"/>
            <w:numFmt w:val="decimal"/><w:lvlText w:val="\(String(repeating: "x", count: length))"/></w:lvl>
            </w:abstractNum><w:num w:numId="7"><w:abstractNumId w:val="3"/></w:num></w:numbering>
            """
        let body = paragraph("a", properties: "<w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=\"7\"/></w:numPr>")
        let outline = try outline(document(body), ("word/numbering.xml", numbering))
        #expect(words(outline) == [String(repeating: "x", count: printed) + "a"])
    }

    @Test(arguments: [("heading 1", 1), ("Heading 2", 2), ("标题 3", 3), ("Normal", 0)])
    func tellsHeadingsByTheirStyle(_ name: String, _ level: Int) throws {
        let styles = """
            <w:styles \(Self.space)><w:style w:styleId="a1"><w:name w:val="\(name)"/></w:style>
            <w:style w:styleId="b"><w:name w:val="own"/><w:basedOn w:val="a1"/></w:style></w:styles>
            """
        let body =
            paragraph("甲", properties: "<w:pStyle w:val=\"a1\"/>")
            + paragraph("乙", properties: "<w:pStyle w:val=\"b\"/>")
        let outline = try outline(document(body), ("word/styles.xml", styles))
        #expect(outline.pieces.map(\.headingLevel) == [UInt8(level), UInt8(level)])
    }

    @Test func placesMergedCells() throws {
        func cell(_ text: String, _ properties: String = "") -> String {
            "<w:tc><w:tcPr>\(properties)</w:tcPr>\(text.isEmpty ? "<w:p/>" : paragraph(text))</w:tc>"
        }
        let table =
            "<w:tbl><w:tr>" + cell("甲", "<w:vMerge w:val=\"restart\"/>") + cell("乙", "<w:gridSpan w:val=\"2\"/>")
            + "</w:tr><w:tr>" + cell("", "<w:vMerge/>") + cell("1") + cell("") + "</w:tr></w:tbl>"
        let outline = try outline(document(table))
        #expect(words(outline) == ["甲", "乙", "1", "·"])
        #expect(outline.pieces.map { $0.place?.column } == [0, 1, 1, 2])
        #expect(outline.pieces.map { $0.place?.row } == [0, 0, 1, 1])
        #expect(outline.pieces[1].place?.width == 2)
    }

    @Test func leavesOutWhatIsNotShown() throws {
        let body = """
            <w:p><w:r><w:t>甲</w:t></w:r><w:del><w:r><w:delText>删</w:delText><w:t>删</w:t></w:r></w:del>
            <w:ins><w:r><w:t>增</w:t></w:r></w:ins><w:r><w:rPr><w:vanish/></w:rPr><w:t>隐</w:t></w:r>
            <w:r><w:t>乙</w:t></w:r><w:r><mc:AlternateContent><mc:Choice><w:txbxContent>\(paragraph("框"))</w:txbxContent></mc:Choice>
            <mc:Fallback><w:t>框</w:t></mc:Fallback></mc:AlternateContent><w:instrText>PAGE</w:instrText></w:r></w:p>
            """
        #expect(words(try outline(document(body))) == ["甲增乙"])
    }

    @Test(arguments: [("<w:hidden/>", false), ("<w:hidden w:val=\"true\"/>", false), ("<w:hidden w:val=\"0\"/>", true)])
    func aHiddenRowIsNotThere(_ property: String, _ isShown: Bool) throws {
        func row(_ text: String, _ properties: String = "") -> String {
            "<w:tr><w:trPr>\(properties)</w:trPr><w:tc>\(paragraph(text))</w:tc><w:tc>\(paragraph("1"))</w:tc></w:tr>"
        }
        let rows = row("规章") + row("规范性文件", property) + row("行政许可")
        let outline = try outline(document("<w:tbl>\(rows)</w:tbl>"))
        #expect(words(outline) == (isShown ? ["规章", "1", "规范性文件", "1", "行政许可", "1"] : ["规章", "1", "行政许可", "1"]))
        #expect(outline.pieces.last?.place?.row == (isShown ? 2 : 1))
    }

    @Test func breaksLinesAndCellsWhereTheDocumentDoes() throws {
        let run = "<w:r><w:t>甲</w:t><w:tab/><w:t>1</w:t><w:br/><w:t>乙</w:t></w:r>"
        let outline = try outline(document("<w:p>\(run)</w:p>"))
        #expect(outline.pieces.map(\.gap) == [.line, .wide, .line])
    }

    @Test func refusesWhatIsNoReadableDocument() throws {
        let picture = "<w:p><w:r><a:blip xmlns:a=\"urn:a\"/></w:r></w:p>"
        #expect(code(StoredZip.bytes([document(picture)])) == .unreadable)
        #expect(code(StoredZip.bytes([document("<w:p>")])) == .unreadable)
        #expect(code(StoredZip.bytes([("word/x.xml", "")])) == .unreadable)
        #expect(code(StoredZip.bytes([("xl/workbook.xml", "")])) == .unknownFormat)
        #expect(code(Array(StoredZip.bytes([document(paragraph("甲"))]).dropLast(30))) == .unreadable)
        let sealed =
            [0xD0, 0xCF, 0x11, 0xE0] + Array("EncryptedPackage".utf16).flatMap { unit -> [UInt8] in [UInt8(unit), 0] }
        #expect(code(sealed) == .unreadable)
    }

    @Test func refusesEntitiesDepthAndBombs() throws {
        let entity =
            "<!DOCTYPE w [<!ENTITY a \"甲\">]><w:document \(Self.space)><w:body>\(paragraph("&a;"))</w:body></w:document>"
        #expect(code(StoredZip.bytes([("word/document.xml", entity)])) == .unreadable)
        let deep = String(repeating: "<w:sdt>", count: 220) + String(repeating: "</w:sdt>", count: 220)
        #expect(code(StoredZip.bytes([document(deep)])) == .tooDeep)
        let large = document(String(repeating: " ", count: 21 << 20))
        #expect(code(StoredZip.bytes([large])) == .tooLarge)
    }

    @Test func refusesWhatUnpacksToMuchMore() throws {
        let input = try #require(Fixture.documents.first { $0.input?.pathExtension == "docx" }?.input)
        let bytes = Array(try Data(contentsOf: input))
        #expect(throws: ZipReader.Failure.tooLarge) {
            try ZipReader.files(of: bytes, limits: ZipReader.Limits(expansion: 5)) { $0 == "word/document.xml" }
        }
    }

    /// Damaged documents are read or refused, and nothing else happens.
    @Test func survivesDamage() throws {
        let input = try #require(Fixture.documents.first { $0.input?.pathExtension == "docx" }?.input)
        let whole = Array(try Data(contentsOf: input))
        let plain = StoredZip.bytes([
            document(paragraph("一、总体情况") + "<w:tbl><w:tr><w:tc>\(paragraph("1"))</w:tc></w:tr></w:tbl>")
        ])
        var dice = SplitMix64(seed: 9)
        for round in 0..<2000 {
            var bytes = round % 2 == 0 ? whole : plain
            for _ in 0..<dice.number(1...6) { bytes[dice.number(0...(bytes.count - 1))] = UInt8(dice.number(0...255)) }
            if round % 5 == 0 { bytes.removeLast(dice.number(1...(bytes.count - 4))) }
            _ = code(bytes)
        }
    }

    @Test(arguments: [
        (4, "IV"), (9, "IX"), (30, "XXX"), (49, "XLIX"), (99, "XCIX"), (140, "CXL"), (3999, "MMMCMXCIX"), (0, nil),
        (4000, nil),
    ])
    func romanNumbersAreSpelledAsWordDoes(_ number: Int, _ text: String?) {
        #expect(NumberFormat.text(number, "upperRoman") == text)
        #expect(NumberFormat.text(number, "lowerRoman") == text?.lowercased())
    }
}
