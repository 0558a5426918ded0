internal import Model

/// Whether one number may be a slip for another.
enum Nearness {
    /// Whether they are equal, or one digit more, less or other, or two neighbours swapped, makes one of the other.
    static func isSlip(_ one: Quantity, _ other: Quantity) -> Bool { one == other || one.slip(to: other) != nil }

    /// Whether neither is more than twice the other.
    static func isNear(_ one: Quantity, _ other: Quantity) -> Bool { one <= other + other && other <= one + one }
}
