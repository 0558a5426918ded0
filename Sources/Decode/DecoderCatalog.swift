package import Model

/// Every input format, the most telling first; the last one takes what is text.
package enum DecoderCatalog {
    package static let all: [any Decoder.Type] = [
        GzipDecoder.self,
        DOCXDecoder.self,
        PDFDecoder.self,
        BinaryDecoder.self,
        MIMEDecoder.self,
        HTMLDecoder.self,
        TextDecoder.self,
    ]

    /// - Throws: a rejection where the bytes are of no known format, or damaged.
    package static func outline(of input: DecoderInput) throws(Rejection) -> Outline {
        guard !input.bytes.isEmpty else { throw .empty }
        guard let decoder = all.first(where: { $0.recognises(input) }) else { throw .unknownFormat }
        return try decoder.outline(of: input)
    }
}

extension Rejection {
    fileprivate static let empty = Rejection(
        .empty,
        Finding.Message(
            zh: "文件是空的，没有任何字节；请检查抓取程序后重新投放",
            en: "the file is empty: check the scraper and drop it again"
        )
    )
    fileprivate static let unknownFormat = Rejection(
        .unknownFormat,
        Finding.Message(zh: "无法识别的文件格式", en: "the format of the file is not known")
    )
}
