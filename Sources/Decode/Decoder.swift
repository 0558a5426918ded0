package import Model

/// Turns the bytes of one input format into an outline.
package protocol Decoder: Sendable {
    /// Whether `input` is of this format; asked in the catalogue's order, so that the first that says yes decodes it.
    static func recognises(_ input: DecoderInput) -> Bool
    /// - Throws: a rejection that says what is wrong with the bytes.
    static func outline(of input: DecoderInput) throws(Rejection) -> Outline
}

/// The bytes of a file, and what is known of them besides.
package struct DecoderInput: Sendable {
    package var bytes: [UInt8]
    /// The name of the file; only its ending matters, and only where the bytes leave a doubt.
    package var name: String

    package init(bytes: [UInt8], name: String) {
        self.bytes = bytes
        self.name = name
    }

    /// Whether the bytes begin with `magic`.
    func begins(with magic: [UInt8]) -> Bool { bytes.starts(with: magic) }
}
