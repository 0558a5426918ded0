import Model
import Testing

@testable import Decode

/// Texts that were written as a program writes strings.
struct EscapedTextTests {
    private static let lines = (1...12).map { "第\($0)行\t\($0)\"件\"" }

    private func plain(_ text: String) -> String {
        String(decoding: EscapedText.plain(Array(text.utf8)), as: UTF8.self)
    }

    @Test func lineEndsAndTabsAreTheirSigns() {
        let written = Self.lines.joined(separator: #"\r\n"#).replacing("\t", with: #"\t"#).replacing("\"", with: #"\""#)
        #expect(plain(written) == Self.lines.joined(separator: "\r\n"))
        #expect(plain(written + "\n") == Self.lines.joined(separator: "\r\n") + "\n")
    }

    @Test func codesAreTheirCharacters() {
        let text = String(repeating: "政府信息公开，", count: 8) + "😀/\\"
        let written = text.utf16.map { unit in
            unit < 0x80
                ? String(UnicodeScalar(UInt8(unit))).replacing("\\", with: #"\\"#)
                : "\\u" + String(repeating: "0", count: 4 - String(unit, radix: 16).count) + String(unit, radix: 16)
        }.joined()
        #expect(plain(written) == text)
    }

    /// A few escapes are the text's own, and so are those of a text with lines, and of a page's scripts.
    @Test(arguments: [
        #"路径为D:\new，见\table\n。"#, (1...12).map { #"第\#($0)行\n"# }.joined(separator: "\n"),
        "<html><script>var a = \"" + String(repeating: #"第一行\n"#, count: 20) + "\"</script></html>",
        #"\"#, String(repeating: #"\u65"#, count: 8),
    ])
    func otherTextsStay(_ text: String) { #expect(plain(text) == text) }

    /// What is cut off, or no code at all, is left as it is.
    @Test func brokenCodesStay() {
        let text = String(repeating: #"\u653f"#, count: 60)
        #expect(plain(text + #"\u65"#) == String(repeating: "政", count: 60) + #"\u65"#)
        #expect(plain(text + #"\ud83d\x"#) == String(repeating: "政", count: 60) + #"\ud83d\x"#)
        #expect(plain(text + #"\"#) == String(repeating: "政", count: 60) + #"\"#)
    }

    @Test func aDocumentIsReadSo() throws {
        let written = Self.lines.joined(separator: #"\n"#)
        let outline = try DecoderCatalog.outline(of: DecoderInput(bytes: Array(written.utf8), name: "a.txt"))
        #expect(Set(outline.pieces.map(\.line)).count == Self.lines.count)
        #expect(outline.pieces.last?.line == Self.lines.count)
    }
}
