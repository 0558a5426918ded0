internal import Bytes
internal import Model

/// An HTTP response as a crawler kept it (RFC 9112), and the page in it.
struct HTTPResponse {
    let status: Int
    private let fields: HeaderFields
    private let body: ArraySlice<UInt8>

    /// nil where the bytes are no response.
    init?(_ bytes: [UInt8]) {
        guard bytes.starts(with: Array("HTTP/".utf8)) else { return nil }
        var fields = HeaderFields()
        var status = 0
        var last = ""
        var rest = bytes[...]
        var isFirst = true
        while !rest.isEmpty {
            let end = rest.firstIndex(of: ASCII.newline) ?? rest.endIndex
            var line = rest[rest.startIndex..<end]
            rest = rest[min(end + 1, rest.endIndex)...]
            if line.last == ASCII.carriageReturn { line.removeLast() }
            if line.isEmpty { break }
            if isFirst {
                let words = line.split(separator: ASCII.space)
                status = words.count > 1 ? Int(String(decoding: words[1], as: UTF8.self)) ?? 0 : 0
            } else {
                fields.add(line, after: &last)
            }
            isFirst = false
        }
        self.status = status
        self.fields = fields
        body = rest
    }

    var contentType: (mediaType: String?, charset: String?) { fields.contentType }

    /// The page, as the browser would see it: the transfer's chunks joined, then unpacked.
    ///
    /// Some crawlers undo one or the other and keep the fields as they were: what is not chunked or packed is taken
    /// as it stands.
    func page(limits: DecodeLimits) throws(Rejection) -> [UInt8] {
        let codings = (fields["content-encoding"] ?? "").lowercased().split(separator: ",")
            .map { HeaderFields.trimmed(Array($0.utf8)[...]) }
        let isChunked = fields["transfer-encoding"]?.lowercased().contains("chunked") == true
        var page = isChunked ? Chunks.joined(body) ?? Array(body) : Array(body)
        // A server packs a page once; more than twice nobody does.
        guard codings.count <= 3 else { throw .unknownCoding(codings.prefix(4).joined(separator: ", ") + ", …") }
        for coding in codings.reversed() { page = try Self.unpacked(page, coding, limits) }
        return page
    }

    private static func unpacked(
        _ page: [UInt8],
        _ coding: String,
        _ limits: DecodeLimits
    ) throws(Rejection) -> [UInt8] {
        switch coding {
        case "gzip", "x-gzip":
            return GzipDecoder.isMember(page, at: 0) ? try unpacked(page, .gzip, limits) : page
        case "deflate":
            // Named for zlib's frame; some servers leave that out, some crawlers the packing.
            let isFramed = page.count > 1 && page[0] & 0x0F == 8 && (Int(page[0]) << 8 | Int(page[1])) % 31 == 0
            if isFramed { return try unpacked(page, .zlib, limits) }
            do throws(Rejection) {
                return try unpacked(page, .none, limits)
            } catch {
                if error.code == .tooLarge { throw error }
                return page
            }
        case "br", "zstd", "compress":
            if HTMLSigns.count(in: page) >= 2 { return page }
            throw .unknownCoding(coding)
        default: return page
        }
    }

    private static func unpacked(
        _ page: [UInt8],
        _ frame: Inflater.Frame,
        _ limits: DecodeLimits
    ) throws(Rejection) -> [UInt8] {
        do throws(Unpacking.Fault) {
            return try Unpacking.bytes(of: page, frame, limits: limits)
        } catch {
            throw error == .tooLarge ? .expandsTooFar(limits) : .damagedPage
        }
    }
}

/// The chunks of a chunked transfer (RFC 9112, section 7.1).
enum Chunks {
    /// The bytes joined, or nil where they are not chunked. A last chunk that is cut off ends them.
    static func joined(_ bytes: ArraySlice<UInt8>) -> [UInt8]? {
        var result: [UInt8] = []
        var rest = bytes
        while let end = rest.firstIndex(of: ASCII.newline) {
            guard let size = size(rest[rest.startIndex..<end]) else { return result.isEmpty ? nil : result }
            rest = rest[(end + 1)...]
            if size == 0 { return result }
            result += rest.prefix(size)
            rest = rest.dropFirst(size)
            rest = rest.drop { $0 == ASCII.carriageReturn || $0 == ASCII.newline }
        }
        return result.isEmpty ? nil : result
    }

    private static func size(_ line: ArraySlice<UInt8>) -> Int? {
        let digits = HeaderFields.trimmed(line.prefix { $0 != UInt8(ascii: ";") })
        return digits.isEmpty || digits.utf8.count > 8 ? nil : Int(digits, radix: 16).flatMap { $0 < 0 ? nil : $0 }
    }
}

extension Rejection {
    fileprivate static func unknownCoding(_ coding: String) -> Rejection {
        Rejection(
            .unknownFormat,
            Finding.Message(
                zh: "网页以 \(coding) 压缩保存，本程序不能解压；请让抓取程序只接受 gzip",
                en: "the page is packed as \(coding), which is not read: have the crawler accept gzip only"
            )
        )
    }

    fileprivate static let damagedPage = Rejection(
        .unreadable,
        Finding.Message(zh: "网页的压缩数据损坏或不完整；请重新抓取", en: "the packed page is damaged or cut off: scrape it again")
    )
}
