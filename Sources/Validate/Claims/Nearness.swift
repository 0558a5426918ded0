internal import Model

/// Whether one number may be a slip for another.
enum Nearness {
    /// Whether one digit more, less or other, or two neighbours swapped, makes one of the other.
    static func isSlip(_ one: Quantity, _ other: Quantity) -> Bool {
        let left = digits(one)
        let right = digits(other)
        if left.count == right.count {
            let apart = left.indices.filter { left[$0] != right[$0] }
            return apart.count < 2
                || apart.count == 2 && apart[1] == apart[0] + 1 && left[apart[0]] == right[apart[1]]
                    && left[apart[1]] == right[apart[0]]
        }
        let long = left.count > right.count ? left : right
        let short = left.count > right.count ? right : left
        guard long.count == short.count + 1 else { return false }
        return long.indices.contains { long[..<$0] + long[($0 + 1)...] == short[...] }
    }

    /// Whether neither is more than twice the other.
    static func isNear(_ one: Quantity, _ other: Quantity) -> Bool { one <= other + other && other <= one + one }

    private static func digits(_ value: Quantity) -> [UInt8] { Array(value.description.utf8) }
}
