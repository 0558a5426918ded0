/// Tells what nearly every report is: valid UTF-8 without control characters.
///
/// One pass for both questions, a character at a time: the standard library's validation, byte by byte, and a second
/// pass for the control characters took six times as long. What is not plain is looked at again by those who mend it.
enum PlainUTF8 {
    static func holds(_ bytes: [UInt8]) -> Bool { unsafe bytes.withUnsafeBufferPointer { unsafe holds($0) } }

    private static func holds(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        var index = 0
        while index < bytes.count {
            let byte = unsafe bytes[index]
            if byte < 0x80 {
                if ControlCharacters.isControl(byte) { return false }
                index += 1
            } else if byte >= 0xE1, byte <= 0xEC {
                // Chinese: these lead three bytes, and allow any that continue.
                guard index + 2 < bytes.count else { return false }
                let (second, third) = unsafe (bytes[index + 1], bytes[index + 2])
                guard (second | third) & 0xC0 == 0x80, second & third & 0x80 != 0 else { return false }
                index += 3
            } else {
                let length = length(byte)
                guard length > 0, index + length <= bytes.count, unsafe continues(bytes, index, length) else {
                    return false
                }
                index += length
            }
        }
        return true
    }

    /// How many bytes a leading byte begins; 0 where it leads none.
    private static func length(_ byte: UInt8) -> Int {
        switch byte {
        case 0xC2...0xDF: 2
        case 0xE0...0xEF: 3
        case 0xF0...0xF4: 4
        default: 0
        }
    }

    /// Whether what follows the leading byte at `index` continues it (Unicode, table 3-7: well-formed UTF-8).
    @inline(__always)
    private static func continues(_ bytes: UnsafeBufferPointer<UInt8>, _ index: Int, _ length: Int) -> Bool {
        guard unsafe bytes[index + 1] & 0xC0 == 0x80 else { return false }
        if length > 2, unsafe bytes[index + 2] & 0xC0 != 0x80 { return false }
        if length > 3, unsafe bytes[index + 3] & 0xC0 != 0x80 { return false }
        switch unsafe bytes[index] {
        case 0xE0: return unsafe bytes[index + 1] >= 0xA0
        case 0xED: return unsafe bytes[index + 1] < 0xA0
        case 0xF0: return unsafe bytes[index + 1] >= 0x90
        case 0xF4: return unsafe bytes[index + 1] < 0x90
        default: return true
        }
    }
}
