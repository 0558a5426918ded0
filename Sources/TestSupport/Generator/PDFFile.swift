/// Writes pages of text as a PDF file (ISO 32000-1) whose font is not embedded and whose codes are UTF-16 units.
enum PDFFile {
    static func bytes(of pages: [[PDFText]]) -> [UInt8] {
        var objects: [String] = []
        let kids = pages.indices.map { "\(7 + 2 * $0) 0 R" }.joined(separator: " ")
        objects.append("<< /Type /Catalog /Pages 2 0 R >>")
        objects.append("<< /Type /Pages /Kids [\(kids)] /Count \(pages.count) >>")
        objects.append(
            "<< /Type /Font /Subtype /Type0 /BaseFont /Invented /Encoding /Identity-H /DescendantFonts [4 0 R] "
                + "/ToUnicode 6 0 R >>"
        )
        objects.append(
            "<< /Type /Font /Subtype /CIDFontType2 /BaseFont /Invented /FontDescriptor 5 0 R /DW 1000 /W [32 126 500] "
                + "/CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> >>"
        )
        objects.append(
            "<< /Type /FontDescriptor /FontName /Invented /Flags 4 /FontBBox [0 -120 1000 880] /ItalicAngle 0 "
                + "/Ascent 880 /Descent -120 /CapHeight 700 /StemV 80 >>"
        )
        objects.append(stream(toUnicode))
        for (index, page) in pages.enumerated() {
            objects.append(
                "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents \(8 + 2 * index) 0 R "
                    + "/Resources << /Font << /F 3 0 R >> >> >>"
            )
            objects.append(stream(page.map(operators).joined(separator: "\n")))
        }
        return file(objects)
    }

    private static func stream(_ content: String) -> String {
        "<< /Length \(content.utf8.count) >>\nstream\n\(content)\nendstream"
    }

    private static func operators(_ text: PDFText) -> String {
        let codes = text.text.utf16.map { hex($0) }.joined()
        let y = PDFSheet.height - text.y - text.size * 0.88
        return "BT /F \(print(text.size)) Tf \(print(text.x)) \(print(y)) Td <\(codes)> Tj ET"
    }

    private static func print(_ value: Double) -> String { "\((value * 100).rounded() / 100)" }

    private static func hex(_ unit: UInt16) -> String {
        let digits = String(unit, radix: 16)
        return String(repeating: "0", count: 4 - digits.count) + digits
    }

    /// Each code means the UTF-16 unit of the same number; a range must not leave a row of 256 codes.
    private static var toUnicode: String {
        var text = "/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapType 2 def\n"
        text += "1 begincodespacerange <0000> <ffff> endcodespacerange\n"
        for block in stride(from: 0, to: 256, by: 64) {
            let rows = (block..<(block + 64)).map { row in
                "<\(hex(UInt16(row * 256)))> <\(hex(UInt16(row * 256 + 255)))> <\(hex(UInt16(row * 256)))>"
            }
            text += "64 beginbfrange\n" + rows.joined(separator: "\n") + "\nendbfrange\n"
        }
        return text + "endcmap end end"
    }

    private static func file(_ objects: [String]) -> [UInt8] {
        var text = "%PDF-1.4\n"
        var offsets: [Int] = []
        for (index, object) in objects.enumerated() {
            offsets.append(text.utf8.count)
            text += "\(index + 1) 0 obj\n\(object)\nendobj\n"
        }
        let start = text.utf8.count
        text += "xref\n0 \(objects.count + 1)\n0000000000 65535 f \n"
        for offset in offsets {
            let digits = String(offset)
            text += String(repeating: "0", count: 10 - digits.count) + digits + " 00000 n \n"
        }
        text += "trailer << /Size \(objects.count + 1) /Root 1 0 R >>\nstartxref\n\(start)\n%%EOF\n"
        return Array(text.utf8)
    }
}
