extension ZoneRules {
    /// Reads a file of the tz database (TZif, RFC 9636), of version 2 or later.
    ///
    /// - Returns: nil where `bytes` are no such file.
    init?(file bytes: [UInt8]) {
        var reader = Reader(bytes: bytes)
        // The first block has times of 32 bits, and is there for old readers.
        guard let old = reader.header(), old.version >= UInt8(ascii: "2"), reader.skip(old.length(of: 4)),
            let counts = reader.header(), let data = reader.data(counts), let footer = reader.footer(),
            let rest = ZoneRule(footer)
        else { return nil }
        self.init(changes: data.changes, first: data.first, rest: rest)
    }

    private struct Counts {
        var version: UInt8
        var isUTC: Int
        var isStandard: Int
        var leaps: Int
        var times: Int
        var types: Int
        var characters: Int

        /// The bytes of a block whose times have `size` bytes each.
        func length(of size: Int) -> Int {
            times * (size + 1) + types * 6 + characters + leaps * (size + 4) + isStandard + isUTC
        }
    }

    private struct Reader {
        let bytes: [UInt8]
        var position = 0

        mutating func skip(_ count: Int) -> Bool {
            guard count >= 0, position + count <= bytes.count else { return false }
            position += count
            return true
        }

        private func whole(at place: Int, _ size: Int) -> Int {
            let value = bytes[place..<place + size].reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
            return size == 4 ? Int(Int32(truncatingIfNeeded: value)) : Int(Int64(bitPattern: value))
        }

        mutating func header() -> Counts? {
            let start = position
            guard skip(44), bytes[start..<start + 4].elementsEqual("TZif".utf8) else { return nil }
            let numbers = (0..<6).map { whole(at: start + 20 + 4 * $0, 4) }
            guard numbers.allSatisfy({ (0...100_000).contains($0) }), numbers[4] > 0 else { return nil }
            return Counts(
                version: bytes[start + 4],
                isUTC: numbers[0],
                isStandard: numbers[1],
                leaps: numbers[2],
                times: numbers[3],
                types: numbers[4],
                characters: numbers[5]
            )
        }

        mutating func data(_ counts: Counts) -> (changes: [Change], first: Int)? {
            let start = position
            guard skip(counts.length(of: 8)) else { return nil }
            let indices = start + counts.times * 8
            let types = indices + counts.times
            let offsets = (0..<counts.types).map { whole(at: types + 6 * $0, 4) }
            var changes: [Change] = []
            for number in 0..<counts.times {
                let type = Int(bytes[indices + number])
                guard offsets.indices.contains(type) else { return nil }
                changes.append(Change(at: whole(at: start + 8 * number, 8), offset: offsets[type]))
            }
            return (changes, offsets[0])
        }

        /// The line at the end, which holds for all times after the last change.
        mutating func footer() -> String? {
            guard position < bytes.count, bytes[position] == 0x0A, bytes.last == 0x0A, position + 1 < bytes.count
            else { return nil }
            return String(decoding: bytes[(position + 1)..<(bytes.count - 1)], as: UTF8.self)
        }
    }
}
