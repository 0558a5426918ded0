import Foundation
import Model
import Testing

@testable import Decode

struct MIMEDecoderTests {
    private static let page = "<html><head><title>年报</title></head><body><p>主动公开政府信息3条</p></body></html>"
    private static let mhtml = "From: <Saved by Blink>\r\nSubject: =?utf-8?B?5bm05oql?=\r\nMIME-Version: 1.0\r\n"

    private func pieces(_ text: String) throws -> [String] {
        let outline = try DecoderCatalog.outline(of: DecoderInput(bytes: Array(text.utf8), name: "a.mht"))
        #expect(outline.mediaType == "message/rfc822")
        return outline.pieces.map(outline.string)
    }

    private func part(_ type: String, _ body: String, encoding: String = "8bit") -> String {
        "--=_x\r\nContent-Type: \(type)\r\nContent-Transfer-Encoding: \(encoding)\r\n\r\n\(body)\r\n"
    }

    private func related(
        _ parts: [String],
        type: String = "multipart/related;\r\n\ttype=\"text/html\"; boundary=\"=_x\""
    ) -> String {
        Self.mhtml + "Content-Type: \(type)\r\n\r\n" + parts.joined() + "--=_x--\r\n"
    }

    private static var quoted: String {
        let bytes = page.utf8.map { byte in
            byte < 0x80 && byte != UInt8(ascii: "=")
                ? String(UnicodeScalar(byte)) : "=" + String(byte, radix: 16, uppercase: true)
        }
        return bytes.enumerated().map { $0 > 0 && $0 % 20 == 0 ? "=\r\n\($1)" : $1 }.joined()
    }

    @Test func aFileThatIsCutOffIsRefused() throws {
        let whole = related([part("text/html", Self.page)])
        #expect(try pieces(whole) == ["主动公开政府信息3条"])
        let cut = String(whole.dropLast("--=_x--\r\n".count - 2))
        #expect(throws: Rejection.self) { try pieces(cut) }
    }

    @Test func readsThePageThatABrowserSaved() throws {
        let picture = part("image/png", "iVBORw0KGgo=", encoding: "base64")
        #expect(
            try pieces(related([part("text/html", Self.quoted, encoding: "quoted-printable"), picture])) == [
                "主动公开政府信息3条"
            ]
        )
        let packed = Data(Self.page.utf8).base64EncodedString(options: .lineLength76Characters)
        #expect(
            try pieces(related([picture, part("text/html; charset=\"utf-8\"", packed, encoding: "BASE64")])) == [
                "主动公开政府信息3条"
            ]
        )
    }

    @Test func readsTheFrameThatHasTheReport() throws {
        let shell = part("text/html", "<html><body><p>首页</p><iframe src=\"cid:1\"></iframe></body></html>")
        let report = part("text/html", "<html><body><p>政府信息公开年报</p><p>主动公开3条</p></body></html>")
        #expect(try pieces(related([shell, report])) == ["政府信息公开年报", "主动公开3条"])
    }

    @Test func readsAMailsPageOrItsText() throws {
        let alternative =
            "--=_x\r\nContent-Type: multipart/alternative; boundary=y\r\n\r\n--y\r\n\r\n见正文\r\n--y\r\n"
            + "Content-Type: text/html\r\n\r\n\(Self.page)\r\n--y--\r\n"
        #expect(try pieces(related([alternative], type: "multipart/mixed; boundary=\"=_x\"")) == ["主动公开政府信息3条"])
        #expect(try pieces(related([part("text/plain; charset=utf-8", "一、总体情况")])) == ["一、总体情况"])
        #expect(try pieces(Self.mhtml + "Content-Type: text/plain\r\n\r\n一、总体情况\r\n二、\r\n") == ["一、总体情况", "二、"])
    }

    @Test(arguments: ["", "--=_x\r\n\r\n", "--=_x\r\nContent-Type: application/pdf\r\n\r\nJVBERi0=\r\n"])
    func refusesAMailWithoutText(_ parts: String) {
        #expect(throws: Rejection.self) { try pieces(related([parts])) }
    }

    @Test(arguments: [
        "Subject: 年报\n\n一、总体情况", "MIME-Version: 1.0", "标题：年报\nMIME-Version: 1.0\nContent-Type: text/html\n\n一",
        "Content-Type: text/html\n\n<p>一</p>",
    ])
    func leavesOtherTextsAlone(_ text: String) {
        #expect(!MIMEDecoder.recognises(DecoderInput(bytes: Array(text.utf8), name: "a.txt")))
    }
}

struct UnreadFormatTests {
    private static let zip = "PK\u{3}\u{4}"

    private func told(_ bytes: [UInt8]) -> Finding.Message? {
        do {
            _ = try DecoderCatalog.outline(of: DecoderInput(bytes: bytes, name: "a.doc"))
            return nil
        } catch { return error.code == .unknownFormat ? error.message : nil }
    }

    @Test(arguments: [
        ("{\\rtf1\\ansi 年报}", "RTF", "convert-to docx"),
        (zip + "....mimetypeapplication/vnd.oasis.opendocument.textPK", "ODT", "convert-to docx"),
        (zip + "....xl/workbook.xml", "XLSX", "text instead"), (zip + "....OFD.xml", "OFD", "PDF"),
        (zip + "....年报.pdf", "ZIP", "unpack"), ("Rar!....", "RAR", "unpack"), ("GIF89a", "GIF", "text instead"),
    ])
    func namesTheFormatAndTheRemedy(_ text: String, _ name: String, _ remedy: String) throws {
        let message = try #require(told(Array(text.utf8)))
        #expect(message.en.contains(name) && message.zh.contains(name))
        #expect(message.en.contains(remedy))
    }

    @Test func tellsOldWordDocumentsByTheirStream() throws {
        let compound: [UInt8] = [0xD0, 0xCF, 0x11, 0xE0, 0, 0, 0, 0]
        let word = try #require(told(compound + "WordDocument".utf8.flatMap { [$0, 0] }))
        #expect(word.zh.contains("DOC") && word.zh.contains("soffice --headless --convert-to docx"))
        let sheet = try #require(told(compound + "Workbook".utf8.flatMap { [$0, 0] }))
        #expect(sheet.zh.contains("XLS") && !sheet.zh.contains("soffice"))
        #expect(told(compound)?.zh.contains("旧版 Office") == true)
    }
}
