/// JSON without the white space that is there for people.
enum CompactJSON {
    /// The value of `bytes`, which must be well-formed, in one line: nothing but white space outside strings is left out.
    static func line(of bytes: [UInt8]) -> [UInt8] {
        var line: [UInt8] = []
        line.reserveCapacity(bytes.count)
        var isInString = false
        var isEscaped = false
        for byte in bytes {
            if isInString {
                isInString = isEscaped || byte != UInt8(ascii: "\"")
                isEscaped = !isEscaped && byte == UInt8(ascii: "\\")
            } else if byte == UInt8(ascii: " ") || byte == 0x0A || byte == 0x0D || byte == 0x09 {
                continue
            } else {
                isInString = byte == UInt8(ascii: "\"")
            }
            line.append(byte)
        }
        return line
    }
}
