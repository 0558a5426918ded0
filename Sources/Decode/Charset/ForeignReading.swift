internal import Model

/// Finds text that was lost before it came here, by somebody who read it in the wrong charset.
///
/// UTF-8 that was read as GBK (`涓€銆佹€讳綋` for `一、总体`) is restored where that is certain: every character goes
/// back to its bytes, these are strictly valid UTF-8, and then they hold the words of a report. So is UTF-8 or GBK that
/// was read as Latin-1. Where bytes are missing, or where Chinese has become `?`, nobody can restore it, and the
/// rejection says so.
enum ForeignReading {
    /// The text as it was meant.
    ///
    /// - Throws: a rejection with the code `unreadable` where it is lost.
    static func undone(_ text: CharsetReader.Text) throws(Rejection) -> CharsetReader.Text {
        let legibility = Legibility(text.utf8.span)
        guard legibility.isSuspect else { return text }
        let lost = LostCharacters(text.utf8.span)
        if lost.outweigh(legibility) { throw lostToMarks }
        if legibility.characters == 0, let restored = fromLatin(text) { return restored }
        guard legibility.share < 0.2, legibility.characters >= 20 else { return text }
        if let restored = restored(text.utf8) {
            let note = "the text was UTF-8 that somebody had read as GBK; it was restored, byte for byte"
            return CharsetReader.Text(utf8: restored, charset: text.charset, notes: text.notes + [note])
        }
        // Whatever still goes back to bytes: is that Chinese?
        let rest = String(decoding: Iconv.someBytes(of: text.utf8, in: "GBK"), as: UTF8.self)
        let meant = Legibility(Array(rest.utf8).span)
        if meant.characters >= 20, meant.share >= 0.25, meant.share > 3 * legibility.share { throw misread }
        return text
    }

    /// The text whose bytes were read as Latin-1, or nil where that is not certain.
    private static func fromLatin(_ text: CharsetReader.Text) -> CharsetReader.Text? {
        guard let bytes = LatinReading.bytes(of: text.utf8), !ControlCharacters.occur(in: bytes.span) else {
            return nil
        }
        let isUTF8 = UTF8Repair.isValid(bytes.span)
        var none = Damage(limit: 0)
        guard let meant = isUTF8 ? bytes : Iconv.utf8(from: bytes, charset: "GB18030", step: 1, &none),
            isUTF8 || Legibility(meant.span).isCertain, isReport(meant)
        else { return nil }
        let charset = isUTF8 ? "UTF-8" : "GB18030"
        let note = "the text was \(charset) that somebody had read as Latin-1; it was restored, byte for byte"
        return CharsetReader.Text(utf8: meant, charset: text.charset, notes: text.notes + [note])
    }

    /// The UTF-8 that a text was before it was read as GBK, or nil where that is not certain.
    private static func restored(_ text: [UInt8]) -> [UInt8]? {
        guard let bytes = Iconv.bytes(of: text, in: "GBK") ?? withEuro(text) else { return nil }
        guard UTF8Repair.isValid(bytes.span), !ControlCharacters.occur(in: bytes.span) else { return nil }
        return isReport(bytes) ? bytes : nil
    }

    /// Back to GB18030, of which browsers' GBK is a part, with the euro sign as the one byte that they read it from.
    private static func withEuro(_ text: [UInt8]) -> [UInt8]? {
        let euro = Array("€".utf8)
        var result: [UInt8] = []
        var start = 0
        var index = 0
        while index <= text.count {
            let isEuro = index + 2 < text.count && text[index] == euro[0] && Array(text[index..<(index + 3)]) == euro
            if isEuro || index == text.count {
                guard let part = Iconv.bytes(of: Array(text[start..<index]), in: "GB18030") else { return nil }
                result += part
                if isEuro { result.append(0x80) }
                start = index + 3
                index += 2
            }
            index += 1
        }
        return result
    }

    private static let subject = Array("政府信息公开".utf8)

    /// Whether the text holds what every report is about: bytes that only happen to be a valid text do not.
    private static func isReport(_ bytes: [UInt8]) -> Bool {
        guard let first = subject.first, bytes.count >= subject.count else { return false }
        return (0...(bytes.count - subject.count)).contains { bytes[$0] == first && bytes[$0...].starts(with: subject) }
    }

    private static var misread: Rejection {
        Rejection(
            .unreadable,
            Finding.Message(
                zh: "文本本是 UTF-8，却被抓取程序按 GBK 读取后保存（如“涓€銆佹€讳綋”），且已有字节丢失，无法可靠还原；请按 UTF-8 重新抓取",
                en: "the text is UTF-8 that was read as GBK and saved so, and bytes of it are lost: "
                    + "it cannot be restored for certain; scrape the page again as UTF-8"
            )
        )
    }

    private static var lostToMarks: Rejection {
        Rejection(
            .unreadable,
            Finding.Message(
                zh: "文本中的汉字已变成问号或替换符（编码转换时丢失），无法还原；请按网页原编码重新抓取",
                en: "the Chinese of the text was lost to question marks or replacement characters when somebody "
                    + "converted it: scrape the page again in its own charset"
            )
        )
    }
}

/// The marks that Chinese was replaced by: runs of `?`, U+FFFD, and U+FFFD read as GBK (锟斤拷).
struct LostCharacters {
    private(set) var count = 0

    /// Fewer marks than these in a run of `?` may be meant.
    private static let run = 3
    private static let fewest = 20

    init(_ text: borrowing Span<UInt8>) {
        var questions = 0
        var index = 0
        while index < text.count {
            let byte = text[index]
            if byte == UInt8(ascii: "?") {
                questions += 1
                count += questions == Self.run ? Self.run : questions > Self.run ? 1 : 0
            } else {
                questions = 0
                if byte >= 0xE6, index + 2 < text.count, Self.isMark(text, at: index) { count += 1 }
            }
            index += 1
        }
    }

    private static func isMark(_ text: borrowing Span<UInt8>, at index: Int) -> Bool {
        switch (text[index], text[index + 1], text[index + 2]) {
        case (0xEF, 0xBF, 0xBD), (0xE9, 0x94, 0x9F), (0xE6, 0x96, 0xA4), (0xE6, 0x8B, 0xB7): true
        default: false
        }
    }

    /// Whether more of the text is lost than is there.
    func outweigh(_ legibility: Legibility) -> Bool {
        count >= Self.fewest && count > 2 * legibility.frequent && legibility.characters < 2 * count + 20
    }
}
