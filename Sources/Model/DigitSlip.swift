/// One slip of the pen that makes one run of digits of another.
package enum DigitSlip: Equatable, Sendable {
    /// Another digit in one place.
    case changed
    /// Two neighbours that changed places.
    case transposed
    /// A digit too many, which stands at `place`.
    case added(place: Int)
    /// A digit that is missing.
    case dropped

    /// What was done to `meant` to print `printed`, both as ASCII; nil where they are equal, or no single slip explains it.
    package init?(from meant: [UInt8], to printed: [UInt8]) {
        switch printed.count - meant.count {
        case 0:
            let places = meant.indices.filter { meant[$0] != printed[$0] }
            if places.count == 1 {
                self = .changed
            } else if places.count == 2, places[1] == places[0] + 1, meant[places[0]] == printed[places[1]],
                meant[places[1]] == printed[places[0]]
            {
                self = .transposed
            } else {
                return nil
            }
        case 1:
            guard let place = Self.spare(in: printed, besides: meant) else { return nil }
            self = .added(place: place)
        case -1:
            guard Self.spare(in: meant, besides: printed) != nil else { return nil }
            self = .dropped
        default: return nil
        }
    }

    /// The place of the digit without which `long` is `short`.
    private static func spare(in long: [UInt8], besides short: [UInt8]) -> Int? {
        let place = short.indices.first { long[$0] != short[$0] } ?? short.count
        return long[(place + 1)...] == short[place...] ? place : nil
    }
}

extension Quantity {
    /// The slip that makes `printed` of this number.
    package func slip(to printed: Quantity) -> DigitSlip? {
        DigitSlip(from: Array(description.utf8), to: Array(printed.description.utf8))
    }
}
