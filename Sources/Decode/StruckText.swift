internal import Bytes

/// The numbers that are struck out in a cell. They are none of its own, but where nothing else stands in it, it is not blank
/// either: nobody knows what was meant to stand there.
struct StruckText {
    private var text: [UInt8] = []

    /// Begins a cell.
    mutating func begin() { text.removeAll(keepingCapacity: true) }

    /// Takes what is struck out; false where it is no number, but words, and stays what it is.
    mutating func take(_ bytes: [UInt8]) -> Bool {
        guard bytes.count <= Self.longest, bytes.allSatisfy(Self.isOfNumber) else { return false }
        for byte in bytes where byte > ASCII.space { text.append(byte) }
        return true
    }

    /// What a cell shows that holds nothing else, as Markdown writes it: ~~7~~.
    var alone: [UInt8]? { text.isEmpty ? nil : Self.line + text + Self.line }

    private static let line = Array("~~".utf8)
    /// Digits that stand one above the other with all their blanks.
    private static let longest = 64

    private static func isOfNumber(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"), 0...ASCII.space, UInt8(ascii: "."), UInt8(ascii: ","),
            UInt8(ascii: "-"), UInt8(ascii: "+"), UInt8(ascii: "/"):
            true
        default: false
        }
    }
}
