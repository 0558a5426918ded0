import Platform

/// Writes a message as mail (RFC 5322, MIME): text and HTML as alternatives, everything in ASCII.
///
/// Lines end in LF, as they do in a Maildir.
enum MailWriter {
    /// The whole mail; `id` is the message's identifier, from which the boundary is made: base64 cannot hold it.
    static func mail(_ content: MailFields.Content, id: String) -> [UInt8] {
        let boundary = "=_" + id
        var lines = headers(content, id: id, boundary: boundary)
        lines.append("")
        for (type, text) in [("text/plain", content.TextBody), ("text/html", content.HtmlBody)] {
            lines += [
                "--" + boundary,
                "Content-Type: \(type); charset=utf-8",
                "Content-Transfer-Encoding: base64",
                "",
            ]
            lines += base64Lines(text)
        }
        lines += ["--" + boundary + "--", ""]
        return Array(lines.joined(separator: "\n").utf8)
    }

    private static func headers(_ content: MailFields.Content, id: String, boundary: String) -> [String] {
        var lines = [
            "From: " + address(content.FromFull),
            "To: " + (content.ToFull.isEmpty ? "undisclosed-recipients:;" : recipients(content)),
            "Subject: " + words(content.Subject),
            "Date: " + content.Date.headerSafe,
            "Message-ID: " + content.MessageID.headerSafe,
        ]
        if let parent = content.InReplyTo { lines.append("In-Reply-To: " + parent.headerSafe) }
        if !content.References.isEmpty {
            lines.append("References: " + content.References.map(\.headerSafe).joined(separator: "\n "))
        }
        lines += content.Headers.map { "\($0.Name.headerSafe): \(words($0.Value))" }
        lines += [
            "X-Gouji-Message: " + id.headerSafe,
            "MIME-Version: 1.0",
            "Content-Type: multipart/alternative;\n boundary=\"\(boundary)\"",
        ]
        return lines
    }

    private static func recipients(_ content: MailFields.Content) -> String {
        content.ToFull.map(address).joined(separator: ",\n ")
    }

    private static func address(_ address: MailFields.Address) -> String {
        let email = address.Email.headerSafe
        guard !address.Name.isEmpty else { return email }
        let name = address.Name.headerSafe
        let isPlain = name.utf8.allSatisfy(\.isAtomByte)
        return (isPlain ? name : encodedWords(name)) + " <" + email + ">"
    }

    /// `text` as it is where that is ASCII, else as encoded words (RFC 2047).
    static func words(_ text: String) -> String {
        let safe = text.headerSafe
        return safe.utf8.allSatisfy { $0 < 0x80 } && safe.utf8.count < 900 ? safe : encodedWords(safe)
    }

    /// Each word holds whole characters; 39 bytes make 64 characters, so that a line with `Subject:` keeps within 76.
    private static func encodedWords(_ text: String) -> String {
        var words: [String] = []
        var chunk: [UInt8] = []
        for scalar in text.unicodeScalars {
            let bytes = Array(String(Character(scalar)).utf8)
            if chunk.count + bytes.count > 39 {
                words.append(encodedWord(chunk))
                chunk = []
            }
            chunk += bytes
        }
        words.append(encodedWord(chunk))
        return words.joined(separator: "\n ")
    }

    private static func encodedWord(_ bytes: [UInt8]) -> String { "=?utf-8?B?" + Base64.encode(bytes) + "?=" }

    /// 57 bytes a line make 76 characters.
    private static func base64Lines(_ text: String) -> [String] {
        let bytes = Array(text.utf8)
        return stride(from: 0, to: bytes.count, by: 57).map { start in
            Base64.encode(Array(bytes[start..<min(start + 57, bytes.count)]))
        }
    }
}

extension UInt8 {
    /// Whether it may stand in a name before an address without quotes.
    fileprivate var isAtomByte: Bool {
        isHostByte && self != UInt8(ascii: ".") || self == UInt8(ascii: " ") || self == UInt8(ascii: "_")
    }
}
