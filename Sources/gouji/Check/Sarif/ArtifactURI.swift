internal import Model

/// The URI of an input (RFC 3986): relative where the file was named so, else with the scheme `file`.
enum ArtifactURI {
    /// A member of a container is the container's URI with the member as its fragment; standard input stays `-`.
    static func text(of source: Source) -> String {
        guard let container = source.container else { return text(ofPath: source.name) }
        return text(ofPath: container.name) + "#" + encoded(container.member)
    }

    static func text(ofPath path: String) -> String { (path.hasPrefix("/") ? "file://" : "") + encoded(path) }

    /// Every byte but the unreserved ones and `/` as `%XX`; a colon too, for it would make a scheme of what is before it.
    private static func encoded(_ text: String) -> String {
        var bytes: [UInt8] = []
        for byte in text.utf8 {
            if isPlain(byte) {
                bytes.append(byte)
            } else {
                bytes += [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    private static let digits = Array("0123456789ABCDEF".utf8)

    private static func isPlain(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"):
            true
        default: "-._~/".utf8.contains(byte)
        }
    }
}
