import Foundation
import Model
import TestSupport
import Testing

@testable import Decode

struct CharsetReaderTests {
    static let report = """
        某市司法局2023年政府信息公开工作年度报告
        一、总体情况。2023年,我局认真贯彻落实《中华人民共和国政府信息公开条例》,主动公开政府信息356条,收到申请12件。
        二、主动公开政府信息情况。三、收到和处理政府信息公开申请情况。四、政府信息公开行政复议、行政诉讼情况。
        五、存在的主要问题及改进情况。六、其他需要报告的事项:本年度未收取信息处理费。

        """
    static let traditional = """
        某縣政府資訊公開工作年度報告
        一、總體情況。本機關認真貫徹條例,主動公開政府資訊,收到申請十二件,辦結十二件。二、處理申請情況與行政復議訴訟情況。

        """

    private func iconv(_ text: String, _ charset: String) throws -> [UInt8] {
        try #require(Iconv.bytes(of: Array(text.utf8), in: charset))
    }

    private func string(_ text: CharsetReader.Text) -> String { String(decoding: text.utf8, as: UTF8.self) }

    @Test(arguments: [
        ("UTF-8", Charset.utf8), ("GB18030", .gb18030), ("GBK", .gb18030), ("UTF-16LE", .utf16LittleEndian),
        ("UTF-16BE", .utf16BigEndian),
    ])
    func tellsTheCharsetWithoutADeclaration(_ name: String, _ charset: Charset) throws {
        let read = try CharsetReader.text(of: iconv(Self.report, name))
        #expect(read == CharsetReader.Text(utf8: Array(Self.report.utf8), charset: charset))
    }

    @Test(arguments: ["BIG5", "BIG5-HKSCS"])
    func tellsBig5FromGB18030ByWhatItSays(_ name: String) throws {
        let bytes = try iconv(Self.traditional, name)
        for declared in [nil, Charset.big5, .gb18030, .utf8] {
            let read = try CharsetReader.text(of: bytes, declared: declared)
            #expect(read.charset == .big5)
            #expect(string(read) == Self.traditional)
        }
    }

    /// Everything that the generator and the fixtures write is GB18030 for certain, whatever is declared.
    @Test(arguments: [nil, Charset.big5, .utf8, .utf16LittleEndian])
    func aWrongDeclarationDoesNotWinOverTheBytes(_ declared: Charset?) throws {
        for text in [Self.report, Self.report + Self.traditional] {
            let read = try CharsetReader.text(of: iconv(text, "GB18030"), declared: declared)
            #expect(read.charset == .gb18030)
            #expect(string(read) == text)
        }
    }

    @Test func readsBytesBeyondBig5OfHongKong() throws {
        let text = Self.traditional + "深水埗𨋢口邨"
        let read = try CharsetReader.text(of: iconv(text, "BIG5-HKSCS"), declared: .big5)
        #expect(string(read) == text)
    }

    @Test func readsTheEuroSignOfCodePage936() throws {
        let bytes = try iconv(Self.report, "GB18030") + [0x80]
        let read = try CharsetReader.text(of: bytes)
        #expect(read.charset == .gb18030)
        #expect(string(read) == Self.report + "€")
    }

    @Test func dropsAByteOrderMark() throws {
        for (name, mark) in [("UTF-8", [0xEF, 0xBB, 0xBF]), ("UTF-16LE", [0xFF, 0xFE]), ("UTF-16BE", [0xFE, 0xFF])] {
            let read = try CharsetReader.text(of: mark.map(UInt8.init) + iconv(Self.report, name), declared: .gb18030)
            #expect(string(read) == Self.report)
        }
    }

    @Test(arguments: ["UTF-8", "GB18030", "UTF-16LE", "BIG5"])
    func replacesAFewDamagedBytesAndTellsOfThem(_ name: String) throws {
        let clean = name == "BIG5" ? Self.traditional : Self.report
        var bytes = try iconv(String(repeating: clean, count: 12), name)
        // A lone surrogate in UTF-16; a byte that begins nothing in the others.
        let middle = bytes.count / 2 & ~1
        bytes.replaceSubrange(middle..<(middle + 2), with: name == "UTF-16LE" ? [0x00, 0xDC] : [0xFF, 0x0A])
        let read = try CharsetReader.text(of: bytes)
        #expect(string(read).unicodeScalars.contains("\u{FFFD}"))
        #expect(read.notes.count == 1)
        #expect(read.notes.first?.contains("damaged bytes") == true)
        #expect(string(read).hasPrefix(clean))
    }

    /// Three characters of a page of four thousand bytes.
    @Test func threeLostBytesAreFew() throws {
        var bytes = Array(String(repeating: Self.report, count: 40).utf8.prefix(4000))
        while bytes.last.map({ $0 & 0xC0 == 0x80 }) == true || (bytes.last ?? 0) >= 0xC0 { bytes.removeLast() }
        for part in 1...3 {
            let place = bytes[(part * 900)...].firstIndex { $0 >= 0xE4 } ?? 0
            bytes.remove(at: place + 1)
        }
        let read = try CharsetReader.text(of: bytes)
        #expect(read.charset == .utf8)
        #expect(read.notes.count == 1)
    }

    @Test func refusesMoreDamageThanThat() throws {
        var bytes = Array(String(repeating: Self.report, count: 40).utf8)
        for index in 0..<21 { bytes[index * 900 + 5] = 0xFF }
        #expect(throws: Rejection.self) { try CharsetReader.text(of: bytes) }
    }

    @Test func replacesAStrayControlCharacter() throws {
        var bytes = Array(String(repeating: Self.report, count: 4).utf8)
        bytes.insert(0x01, at: 0)
        let read = try CharsetReader.text(of: bytes)
        #expect(string(read).hasPrefix("\u{FFFD}某市"))
    }

    @Test func restoresUTF8ThatWasReadAsGBK() throws {
        // An even number of bytes between ASCII, or the last byte was lost when it was read.
        let meant = "云台县柳塘镇人民政府\n2010年度政府信息公开\n存在的主要问题及改进情况\n举报投诉数量 9\n涉及商业秘密 14\n一、总体\n"
        let misread = try asBrowsersReadGBK(Array(meant.utf8))
        #expect(String(decoding: misread, as: UTF8.self).contains("鏀垮簻淇℃伅鍏"))
        let read = try CharsetReader.text(of: misread)
        #expect(string(read) == meant)
        #expect(read.notes.count == 1)
    }

    /// GB18030 with the euro sign at 0x80 (WHATWG Encoding Standard, section 10.2).
    private func asBrowsersReadGBK(_ bytes: [UInt8]) throws -> [UInt8] {
        var result: [UInt8] = []
        var index = 0
        while index < bytes.count {
            let length = bytes[index] > 0x80 ? 2 : 1
            let part = Array(bytes[index..<min(bytes.count, index + length)])
            result += try part == [0x80] ? Array("€".utf8) : #require(Iconv.utf8(bytes: part, charset: "GB18030"))
            index += length
        }
        return result
    }

    @Test(arguments: ["UTF-8", "GB18030"], ["ISO-8859-1", "windows-1252"])
    func restoresTextThatWasReadAsLatin1(_ charset: String, _ reading: String) throws {
        let meant = Self.report + "政府信息公开 2023年 12件\n"
        let bytes =
            charset == "UTF-8" ? Array(meant.utf8) : try #require(Iconv.bytes(of: Array(meant.utf8), in: charset))
        let printable = Array("€\u{81}‚ƒ„…†‡ˆ‰Š‹Œ\u{8D}Ž\u{8F}\u{90}‘’“”•–—˜™š›œ\u{9D}žŸ".unicodeScalars)
        var misread = ""
        for byte in bytes {
            let isMoved = reading == "windows-1252" && (0x80...0x9F).contains(byte)
            misread.unicodeScalars.append(isMoved ? printable[Int(byte) - 0x80] : Unicode.Scalar(byte))
        }
        let read = try CharsetReader.text(of: Array(misread.utf8))
        #expect(string(read) == meant)
        #expect(
            read.notes == ["the text was \(charset) that somebody had read as Latin-1; it was restored, byte for byte"]
        )
    }

    @Test func leavesWesternTextAlone() throws {
        let text = String(
            repeating: "Données ouvertes à la préfecture: 12 demandes reçues – « clôturées » à 100 %.\n",
            count: 9
        )
        let read = try CharsetReader.text(of: Array(text.utf8))
        #expect(string(read) == text)
        #expect(read.notes.isEmpty)
    }

    @Test func refusesUTF8ThatLostBytesWhenItWasReadAsGBK() throws {
        let misread = "涓€銆佹€讳綋鎯呭喌锛?023骞达紝鎴戝眬璁ょ湡璐交钀藉疄鏀垮簻淇℃伅鍏紑鏉′緥锛?銆佷富鍔ㄥ叕寮€鏀垮簻淇℃伅鎯呭喌"
        let error = #expect(throws: Rejection.self) { try CharsetReader.text(of: Array(misread.utf8)) }
        #expect(error?.code == .unreadable)
        #expect(error?.message.en.contains("GBK") == true)
    }

    @Test(arguments: [
        "????2023????????????\n????????????356?,????12?\n?????????????????????????????????",
        String(repeating: "\u{FFFD}\u{FFFD}2023\u{FFFD}\u{FFFD}\u{FFFD}", count: 10),
        String(repeating: "锟斤拷锟斤拷2023锟斤拷", count: 10),
    ])
    func refusesTextWhoseChineseWasLost(_ text: String) {
        let error = #expect(throws: Rejection.self) { try CharsetReader.text(of: Array(text.utf8)) }
        #expect(error?.code == .unreadable)
        #expect(error?.message.zh.contains("问号") == true)
    }

    @Test func leavesPlainEnglishAndProperQuestionsAlone() throws {
        for text in ["What? Nothing to see??", "<a href=\"/x?y=1\">?</a>", Self.report + "真的吗???"] {
            #expect(try string(CharsetReader.text(of: Array(text.utf8))) == text)
        }
    }

    @Test func refusesNoise() {
        var random = SplitMix64(seed: 7)
        let bytes = (0..<4096).map { _ in UInt8(truncatingIfNeeded: random.next()) }
        #expect(throws: Rejection.self) { try CharsetReader.text(of: bytes) }
    }

    @Test(arguments: [
        ("<meta charset=\"gbk\">", "gbk"),
        ("<META http-equiv=Content-Type content='text/html; CharSet=GB2312'>", "gb2312"),
        ("<?xml version=\"1.0\" encoding=\"GB18030\"?><html>", "gb18030"), ("<meta charset = utf-8>", "utf-8"),
    ])
    func findsTheDeclaration(_ head: String, _ label: String) {
        #expect(HTMLSigns.declaredCharset(in: Array(head.utf8)) == label)
    }
}

extension Iconv {
    fileprivate static func utf8(bytes: [UInt8], charset: String) -> [UInt8]? {
        var none = Damage(limit: 0)
        return utf8(from: bytes, charset: charset, step: 1, &none)
    }
}
