extension WhiteSpace {
    /// A text without the characters that take no room: a name from beside the text is compared, shown and made a folder's.
    package static func visible(_ text: String) -> String {
        let bytes = Array(text.utf8)
        let span = bytes.span
        var result: [UInt8] = []
        var index = 0
        while index < span.count {
            let (kind, length) = kind(in: span, at: index)
            let end = min(span.count, index + length)
            if kind != .zeroWidth { result += bytes[index..<end] }
            index = end
        }
        return result.count == bytes.count ? text : String(decoding: result, as: UTF8.self)
    }
}
