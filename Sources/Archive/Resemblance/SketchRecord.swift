internal import Bytes
internal import Model
internal import Platform

/// One report in the store of sketches: 184 bytes.
struct SketchRecord {
    static let size = 184

    /// The hex digits of the report's id.
    let id: String
    /// Of the agency, by its principal name.
    let agency: UInt64
    let year: UInt16
    let kind: UInt8
    let sketch: TextSketch
    /// Where the agency's name as printed stands in the file of names, and its length in bytes.
    var name = 0..<0

    init(id: String, agency: UInt64, year: Int, kind: Identity.Kind, sketch: TextSketch) {
        self.id = id
        self.agency = agency
        self.year = UInt16(clamping: year)
        self.kind = kind == .statistics ? 1 : 0
        self.sketch = sketch
    }

    /// Nil where the bytes are damaged.
    init?(_ bytes: [UInt8]) {
        guard bytes.count == Self.size, Self.check(bytes.prefix(Self.size - 8)) == Self.word(bytes.suffix(8)),
            let sketch = TextSketch(bytes: bytes[56..<(56 + TextSketch.size)])
        else { return nil }
        id = Hex.encode(Array(bytes.prefix(32)))
        agency = Self.word(bytes[32..<40])
        year = UInt16(truncatingIfNeeded: Self.word(bytes[40..<48]))
        kind = bytes[42]
        let start = Int(truncatingIfNeeded: Self.word(bytes[48..<56]) & 0xFFFF_FFFF_FFFF)
        name = start..<(start + (Int(bytes[43]) | Int(bytes[44]) << 8))
        self.sketch = sketch
    }

    var bytes: [UInt8] {
        let digits = id.utf8.prefix(64).map { Hex.value($0) ?? 0 }
        var bytes = (0..<32).map { 2 * $0 + 1 < digits.count ? digits[2 * $0] << 4 | digits[2 * $0 + 1] : 0 }
        bytes += Self.bytes(agency)
        bytes += Self.bytes(UInt64(year) | UInt64(kind) << 16 | UInt64(UInt16(clamping: name.count)) << 24)
        bytes += Self.bytes(UInt64(name.lowerBound))
        bytes += sketch.bytes
        return bytes + Self.bytes(Self.check(bytes[...]))
    }

    /// A hash that is the same in every run.
    static func hash(_ text: String) -> UInt64 { check(Array(text.utf8)[...]) }

    /// FNV-1a, 64 bits.
    private static func check(_ bytes: ArraySlice<UInt8>) -> UInt64 {
        bytes.reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1)) &* 0x0000_0100_0000_01B3 }
    }

    static func word(_ bytes: ArraySlice<UInt8>) -> UInt64 {
        bytes.reversed().reduce(0) { $0 << 8 | UInt64($1) }
    }

    static func bytes(_ word: UInt64) -> [UInt8] { (0..<8).map { UInt8(truncatingIfNeeded: word >> (8 * $0)) } }
}
