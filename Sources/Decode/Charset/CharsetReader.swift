internal import Model

/// Turns bytes into UTF-8, told by the bytes themselves: a wrong declaration does not win over them.
///
/// No sample of GB18030, Big5 or UTF-16 was ever valid UTF-8 by chance, so validity decides first. The valid bytes of
/// GB18030 and Big5 overlap: between these two it is told by what the decoded text says, and the declaration counts
/// only where both say as much. A few damaged bytes are replaced by U+FFFD and told of.
enum CharsetReader {
    struct Text: Equatable {
        var utf8: [UInt8]
        var charset: Charset
        /// What was done to make the bytes readable; for the record.
        var notes: [String] = []
    }

    /// Reads the bytes; `declared` is the charset that the document declares, if it does.
    ///
    /// - Throws: a rejection with the code `unknown-charset` where the bytes are text in no charset that is known, with
    ///   `unreadable` where the text was lost before it came here.
    static func text(of bytes: [UInt8], declared: Charset? = nil) throws(Rejection) -> Text {
        guard var text = marked(bytes) ?? unmarked(bytes, declared) else { throw unknownCharset }
        text.utf8 = EscapedText.plain(text.utf8)
        var undone = try ForeignReading.undone(text)
        undone.utf8 = Pronunciations.removed(from: undone.utf8)
        return undone
    }

    /// The text behind a byte order mark, where there is one and it is true.
    private static func marked(_ bytes: [UInt8]) -> Text? {
        guard let mark = Charset.byteOrderMark(of: bytes) else { return nil }
        let rest = Array(bytes[mark.length...])
        return mark.charset == .utf8 ? utf8(rest) : converted(rest, mark.charset)
    }

    private static func unmarked(_ bytes: [UInt8], _ declared: Charset?) -> Text? {
        if let text = utf8(bytes) { return text }
        if let charset = SixteenBit.charset(of: bytes) { return converted(bytes, charset) }
        return chinese(bytes, declared)
    }

    /// The bytes where they are UTF-8, or nearly so.
    private static func utf8(_ bytes: [UInt8]) -> Text? {
        if PlainUTF8.holds(bytes) { return Text(utf8: bytes, charset: .utf8) }
        var damage = Damage(of: bytes)
        guard let repaired = UTF8Repair.repaired(bytes, &damage) else { return nil }
        return damaged(Text(utf8: repaired, charset: .utf8), damage)
    }

    /// GB18030 or Big5, whichever decoding reads more like Chinese.
    private static func chinese(_ bytes: [UInt8], _ declared: Charset?) -> Text? {
        let first: Charset = declared == .big5 ? .big5 : .gb18030
        let second: Charset = first == .big5 ? .gb18030 : .big5
        guard let one = converted(bytes, first) else { return converted(bytes, second) }
        let score = Legibility(one.utf8.span)
        if first == .gb18030, one.notes.isEmpty, score.isCertain { return one }
        guard let other = converted(bytes, second) else { return one }
        let otherScore = Legibility(other.utf8.span)
        if one.notes.isEmpty == other.notes.isEmpty {
            // The declaration, or else the far more frequent charset, needs only to be no worse.
            return otherScore.share > score.share ? other : one
        }
        // A strict decoding against a damaged one: both charsets accept much of the other's bytes.
        let (strict, broken) = one.notes.isEmpty ? (one, other) : (other, one)
        let (strictScore, brokenScore) = one.notes.isEmpty ? (score, otherScore) : (otherScore, score)
        return brokenScore.isCertain && brokenScore.share > 1.5 * strictScore.share ? broken : strict
    }

    /// The bytes converted from `charset`; with a few replaced where they are damaged, else nil.
    private static func converted(_ bytes: [UInt8], _ charset: Charset) -> Text? {
        let isPlain = charset.isSixteenBit || !ControlCharacters.occur(in: bytes.span)
        if isPlain, let utf8 = strictly(bytes, charset), !ControlCharacters.occur(in: utf8.span) {
            return Text(utf8: utf8, charset: charset)
        }
        var damage = Damage(of: bytes)
        guard damage.limit > 0,
            let utf8 = Iconv.utf8(from: bytes, charset: charset.iconvName, step: charset.unit, &damage),
            let clean = ControlCharacters.replaced(in: utf8, &damage)
        else { return nil }
        return damaged(Text(utf8: clean, charset: charset), damage)
    }

    private static func strictly(_ bytes: [UInt8], _ charset: Charset) -> [UInt8]? {
        var none = Damage(limit: 0)
        if let utf8 = Iconv.utf8(from: bytes, charset: charset.iconvName, step: charset.unit, &none) { return utf8 }
        // Microsoft's code page 936 has the euro sign at 0x80, which GB18030 does not.
        guard charset == .gb18030, bytes.contains(0x80) else { return nil }
        none = Damage(limit: 0)
        return Iconv.utf8(from: bytes, charset: "CP936", step: 1, &none)
    }

    private static func damaged(_ text: Text, _ damage: Damage) -> Text {
        guard damage.count > 0 else { return text }
        var text = text
        let lines = Damage.lines(in: text.utf8.span).map(String.init).joined(separator: ", ")
        text.notes.append(
            "\(damage.count) damaged bytes of \(text.charset.rawValue) were replaced (line \(lines)): "
                + "what stood there is not known"
        )
        return text
    }

    private static var unknownCharset: Rejection {
        Rejection(
            .unknownCharset,
            Finding.Message(
                zh: "文件不是 UTF-8、GB18030、Big5 或 UTF-16 编码的文本；若是图片或压缩包，请投放网页或文本",
                en: "the file is no text in UTF-8, GB18030, Big5 or UTF-16: drop the page or its text instead"
            )
        )
    }
}

extension Charset {
    fileprivate var isSixteenBit: Bool { self == .utf16LittleEndian || self == .utf16BigEndian }
    /// How many bytes are skipped where one cannot be read.
    fileprivate var unit: Int { isSixteenBit ? 2 : 1 }
}
