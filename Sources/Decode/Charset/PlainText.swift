package import Model

/// Text files that are no reports: lists that people keep, saved by whatever program.
package enum PlainText {
    /// The text of `bytes`, in whatever charset, without a byte order mark.
    ///
    /// - Throws: a rejection where they are text in no charset that is known, or are damaged: nothing is guessed here.
    package static func text(of bytes: [UInt8]) throws(Rejection) -> String {
        let text = try CharsetReader.text(of: bytes)
        guard text.notes.isEmpty else {
            throw Rejection(
                .unreadable,
                Finding.Message(zh: "文字有损坏，请另存为 UTF-8。", en: "the text is damaged; save it as UTF-8")
            )
        }
        return String(decoding: text.utf8, as: UTF8.self)
    }
}
