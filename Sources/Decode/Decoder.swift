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

    /// The media type that a container gives, without parameters, in lower case.
    package var mediaType: String?
    /// The charset that a container gives; what the document declares itself counts more.
    package var charset: String?
    package var limits: DecodeLimits

    package init(
        bytes: [UInt8],
        name: String,
        mediaType: String? = nil,
        charset: String? = nil,
        limits: DecodeLimits = DecodeLimits()
    ) {
        self.bytes = bytes
        self.name = name
        self.mediaType = mediaType
        self.charset = charset
        self.limits = limits
    }

    /// Whether the bytes begin with `magic`.
    func begins(with magic: [UInt8]) -> Bool { bytes.starts(with: magic) }
}
