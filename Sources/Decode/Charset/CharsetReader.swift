internal import Model

/// Turns bytes into UTF-8, told by the bytes themselves: a wrong declaration does not win over them.
///
/// No sample of GB18030, Big5 or UTF-16 was ever valid UTF-8 by chance, so validity decides; a declaration only tells
/// Big5 from GB18030, whose valid bytes overlap.
enum CharsetReader {
    struct Text {
        var utf8: [UInt8]
        var charset: Charset
    }

    /// Reads the bytes; `declared` is the charset that the document declares, if it does.
    ///
    /// - Throws: a rejection with the code `unknown-charset` where the bytes are text in no charset that is known.
    static func text(of bytes: [UInt8], declared: Charset? = nil) throws(Rejection) -> Text {
        if let mark = Charset.byteOrderMark(of: bytes) {
            let rest = Array(bytes[mark.length...])
            if let text = decode(rest, as: mark.charset) { return text }
        }
        if isText(bytes), String(validating: bytes, as: UTF8.self) != nil {
            return Text(utf8: bytes, charset: .utf8)
        }
        for charset in candidates(declared) {
            if let text = decode(bytes, as: charset) { return text }
        }
        throw unknownCharset(bytes)
    }

    private static func candidates(_ declared: Charset?) -> [Charset] {
        guard let declared, declared != .utf8 else { return [.gb18030, .big5] }
        return [declared, .gb18030, .big5]
    }

    private static func decode(_ bytes: [UInt8], as charset: Charset) -> Text? {
        if charset == .utf8 {
            return String(validating: bytes, as: UTF8.self) == nil ? nil : Text(utf8: bytes, charset: .utf8)
        }
        guard charset.isSixteenBit || isText(bytes) else { return nil }
        guard let utf8 = Iconv.utf8(from: bytes, charset: charset.iconvName), isText(utf8) else { return nil }
        return Text(utf8: utf8, charset: charset)
    }

    /// Whether the bytes hold no control characters but white space (form feed and vertical tab come from PDF text,
    /// NUL and the rest never from text).
    private static func isText(_ bytes: [UInt8]) -> Bool {
        let span = bytes.span
        for index in span.indices {
            let byte = span[index]
            if byte < 0x20, byte < 0x09 || byte > 0x0D, byte != 0x1B { return false }
        }
        return true
    }

    private static func unknownCharset(_ bytes: [UInt8]) -> Rejection {
        Rejection(
            .unknownCharset,
            Finding.Message(
                zh: "文件不是 UTF-8、GB18030、Big5 或 UTF-16 编码的文本;若是图片或压缩包,请投放网页或文本",
                en: "the file is no text in UTF-8, GB18030, Big5 or UTF-16: drop the page or its text instead"
            )
        )
    }
}

extension Charset {
    fileprivate var isSixteenBit: Bool { self == .utf16LittleEndian || self == .utf16BigEndian }
}
