internal import Bytes
package import Model

/// A page that a browser saved whole (MHTML, RFC 2557), or a mail (RFC 5322): the page in it, else its plain text.
package enum MIMEDecoder: Decoder {
    package static func recognises(_ input: DecoderInput) -> Bool {
        guard beginsWithField(input.bytes), let part = MIMEPart(Array(input.bytes.prefix(longestHead))) else {
            return false
        }
        return part.fields["mime-version"] != nil && part.fields["content-type"] != nil
    }

    package static func outline(of input: DecoderInput) throws(Rejection) -> Outline {
        guard let whole = MIMEPart(input.bytes) else { throw .withoutText }
        // Half a report would lack sections that the other half has.
        guard !whole.isCutOff else { throw .cutOff }
        let leaves = whole.leaves()
        let pages = leaves.filter { $0.mediaType == "text/html" || $0.mediaType == "application/xhtml+xml" }
        // A frame of the page may be the report, and is a part of its own.
        let page = pages.first { holdsAll($0.content) } ?? pages.first
        guard let part = page ?? leaves.first(where: { $0.mediaType == "text/plain" }) else { throw .withoutText }
        var inner = input
        inner.bytes = part.content
        inner.name = ""
        inner.mediaType = part.mediaType
        inner.charset = part.charset
        guard !inner.bytes.isEmpty else { throw .withoutText }
        var outline = page == nil ? try TextDecoder.outline(of: inner) : try HTMLDecoder.outline(of: inner)
        // The bytes are those of the mail, whatever stands in it.
        outline.mediaType = "message/rfc822"
        return outline
    }

    private static let words = ["政府信息公开", "主动公开"]

    private static func holdsAll(_ content: [UInt8]) -> Bool {
        let text = Prose(content[...])
        return words.allSatisfy { text.contains($0) }
    }

    /// In bytes: the fields of a mail that went through many hands.
    private static let longestHead = 1 << 16
    private static let longestName = 40

    /// Whether the first line is a field: a name of letters and hyphens, and a colon. Hardly any text goes further.
    private static func beginsWithField(_ bytes: [UInt8]) -> Bool {
        let name = bytes.prefix(longestName).prefix {
            $0 | 0x20 >= 0x61 && $0 | 0x20 <= 0x7A || $0 == UInt8(ascii: "-")
        }
        return !name.isEmpty && name.endIndex < bytes.count && bytes[name.endIndex] == UInt8(ascii: ":")
    }
}

extension Rejection {
    fileprivate static let cutOff = Rejection(
        .unreadable,
        Finding.Message(
            zh: "邮件或 MHTML 文件不完整，缺少结尾；请重新抓取后投放",
            en: "the mail or MHTML file is cut off, its end is missing: fetch it again and drop it"
        )
    )
    fileprivate static let withoutText = Rejection(
        .unreadable,
        Finding.Message(
            zh: "邮件或 MHTML 文件中没有网页，也没有文字；请投放其中的附件",
            en: "no page and no text stands in the mail or MHTML file: drop what is attached to it"
        )
    )
}
