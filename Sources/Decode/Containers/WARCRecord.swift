internal import Bytes
internal import Model

/// One record of a web archive: whose page it holds, and whether that can be a report.
struct WARCRecord {
    enum Content {
        case member(ContainerMember)
        case skipped(String)
    }

    let fields: HeaderFields
    let ordinal: Int

    /// The record's identifier where it can be part of a name, else how many came before and one.
    var name: String {
        var id = (fields["warc-record-id"] ?? "").filter { $0 != "<" && $0 != ">" }
        if id.hasPrefix("urn:uuid:") { id.removeFirst(9) }
        let isPlain = id.utf8.allSatisfy { byte in
            ASCII.isDigit(byte) || byte | 0x20 >= UInt8(ascii: "a") && byte | 0x20 <= UInt8(ascii: "z")
                || byte == UInt8(ascii: "-") || byte == UInt8(ascii: ":")
        }
        return isPlain && (1...80).contains(id.utf8.count) ? id : String(ordinal)
    }

    /// What the record is, where it holds no page at all.
    var reasonToSkip: String? {
        let type = fields["warc-type"]?.lowercased() ?? "no type"
        switch type {
        case "response", "resource", "conversion": return nil
        default: return type
        }
    }

    func content(of block: [UInt8], limits: DecodeLimits) -> Content {
        let isHTTP = fields["warc-type"]?.lowercased() == "response"
        guard isHTTP else { return content(of: block, type: fields.contentType, limits: limits) }
        guard let response = HTTPResponse(block) else { return .skipped("response without HTTP") }
        guard response.status == 200 else { return .skipped("status \(response.status)") }
        let type = response.contentType
        if let reason = Self.reasonToSkip(mediaType: type.mediaType) { return .skipped(reason) }
        do throws(Rejection) {
            return try content(of: response.page(limits: limits), type: type, limits: limits)
        } catch {
            return .member(member(block, type, error))
        }
    }

    private func content(
        of page: [UInt8],
        type: (mediaType: String?, charset: String?),
        limits: DecodeLimits
    ) -> Content {
        if let reason = Self.reasonToSkip(mediaType: type.mediaType) { return .skipped(reason) }
        if Self.isVague(type.mediaType), !Self.looksReadable(page) {
            return .skipped(type.mediaType ?? "no media type")
        }
        if url?.hasSuffix("/robots.txt") == true { return .skipped("robots.txt") }
        if page.isEmpty { return .skipped("empty page") }
        // Half a report would be found wanting for what the crawler left out.
        if let reason = fields["warc-truncated"] { return .member(member(page, type, .truncated(reason))) }
        let rejection = page.count > limits.maximumBytes ? Rejection.memberTooLarge(limits) : nil
        return .member(member(page, type, rejection))
    }

    private func member(
        _ page: [UInt8],
        _ type: (mediaType: String?, charset: String?),
        _ rejection: Rejection?
    ) -> ContainerMember {
        var member = ContainerMember(name: name, bytes: page, rejection: rejection)
        member.mediaType = Self.isVague(type.mediaType) ? nil : type.mediaType
        member.charset = type.charset
        member.url = url
        member.fetched = fields["warc-date"]
        return member
    }

    private var url: String? { fields["warc-target-uri"].map { $0.filter { $0 != "<" && $0 != ">" } } }
}

// MARK: - Media types

extension WARCRecord {
    private static let word = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
    private static let readable: Set<String> = [
        "text/html", "application/xhtml+xml", "text/plain", "text/markdown", "application/pdf", word,
    ]

    /// The media type, where no report comes as that.
    private static func reasonToSkip(mediaType: String?) -> String? {
        guard let mediaType, !isVague(mediaType), !readable.contains(mediaType) else { return nil }
        return mediaType
    }

    /// Whether the server did not know what it sent.
    private static func isVague(_ mediaType: String?) -> Bool {
        guard let mediaType else { return true }
        return [
            "", "application/octet-stream", "binary/octet-stream", "application/x-download", "application/download",
        ]
        .contains(mediaType)
    }

    private static func looksReadable(_ page: [UInt8]) -> Bool {
        page.starts(with: Array("%PDF-".utf8)) || page.starts(with: [0x50, 0x4B, 0x03, 0x04])
            || HTMLSigns.count(in: page) >= 2
    }
}

extension Rejection {
    fileprivate static func truncated(_ reason: String) -> Rejection {
        Rejection(
            .unreadable,
            Finding.Message(
                zh: "抓取程序没有把该页存完整（WARC-Truncated: \(reason)）；请重新抓取该页",
                en: "the crawler did not keep the whole page (WARC-Truncated: \(reason)): scrape that page again"
            )
        )
    }
}
