internal import Model

/// Whether one number may be a slip for another.
enum Nearness {
    /// Whether they are equal, or one digit more, less or other, or two neighbours swapped, makes one of the other.
    static func isSlip(_ one: Quantity, _ other: Quantity) -> Bool { one == other || one.slip(to: other) != nil }

    /// Whether two neighbouring digits of three and more changed places, or one of four and more became another: so near
    /// to each other are hardly two numbers that have nothing to do with each other. Where the text says that they have,
    /// two digits that changed places are enough.
    static func isSlipOfPen(_ said: Quantity, _ right: Quantity, isRelated: Bool = false) -> Bool {
        let places = max(said.scale, right.scale)
        let printed = Quantity(Int(clamping: said.units(of: places)))
        return switch Quantity(Int(clamping: right.units(of: places))).slip(to: printed) {
        case .transposed: printed >= Quantity(isRelated ? 10 : 100)
        case .changed: printed >= Quantity(1000)
        case .added, .dropped, nil: false
        }
    }

    /// Whether neither is more than twice the other.
    static func isNear(_ one: Quantity, _ other: Quantity) -> Bool { one <= other + other && other <= one + one }
}
