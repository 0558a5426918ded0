package import Model

/// A document packed by gzip (RFC 1952), as `page.html.gz`: unpacked, and given to the decoder of what it is.
package enum GzipDecoder: Decoder {
    package static func recognises(_ input: DecoderInput) -> Bool { isMember(input.bytes, at: 0) }

    package static func outline(of input: DecoderInput) throws(Rejection) -> Outline {
        var inner = input
        do throws(Unpacking.Fault) {
            inner.bytes = try Unpacking.bytes(of: input.bytes, .gzip, limits: input.limits)
        } catch {
            throw error == .tooLarge ? .expandsTooFar(input.limits) : .damagedGzip
        }
        if input.name.lowercased().hasSuffix(".gz") { inner.name = String(input.name.dropLast(3)) }
        // Once and no more: a file can be made that unpacks to itself.
        guard !recognises(inner) else { throw .packedTwice }
        return try DecoderCatalog.outline(of: inner)
    }

    /// Whether a gzip member begins at `index`: the magic number, deflate, and no reserved flag.
    static func isMember(_ bytes: [UInt8], at index: Int) -> Bool {
        guard index >= 0, index + 3 < bytes.count else { return false }
        return bytes[index] == 0x1F && bytes[index + 1] == 0x8B && bytes[index + 2] == 8 && bytes[index + 3] & 0xE0 == 0
    }
}

extension Rejection {
    static func expandsTooFar(_ limits: DecodeLimits) -> Rejection {
        Rejection(
            .tooLarge,
            Finding.Message(
                zh: "解压后超过 \(limits.maximumBytes) 字节，或膨胀超过 \(limits.maximumExpansion) 倍，拒绝读取；如确需读取，请解压后投放",
                en: "unpacked it has more than \(limits.maximumBytes) bytes, or expands more than "
                    + "\(limits.maximumExpansion) times: unpack it and drop what is in it"
            )
        )
    }

    fileprivate static let damagedGzip = Rejection(
        .unreadable,
        Finding.Message(zh: "gzip 数据损坏或不完整；请重新抓取", en: "the gzip data are damaged or cut off: scrape it again")
    )

    fileprivate static let packedTwice = Rejection(
        .unknownFormat,
        Finding.Message(zh: "文件被 gzip 压缩了两次；请解压一次后投放", en: "the file is packed by gzip twice: unpack it once")
    )
}
