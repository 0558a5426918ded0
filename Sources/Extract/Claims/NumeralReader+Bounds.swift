internal import Model

/// The words that make bounds of a number: 近100件, 不足100件, 100件以上.
extension NumeralReader {
    enum Bound {
        case exact
        /// 余, 多: up to the next unit of the last digit that is not zero.
        case more
        /// 超, 以上.
        case atLeast
        /// 不足, 不超过, 以下.
        case atMost
        /// 多达: as many, and more where that is a round number.
        case asMany
        /// 近.
        case nearly
        /// 约, 左右.
        case about
    }

    /// Words of approximation, with the character that tells them apart from others: the last of those before a number,
    /// the first of those behind it.
    struct BoundWord {
        var bytes: [UInt8]
        var point: UInt32
        var bound: Bound

        static func list(_ words: [(String, Bound)], standsBefore: Bool) -> [Self] {
            words.map { word, bound in
                let scalar = standsBefore ? word.unicodeScalars.last : word.unicodeScalars.first
                return Self(bytes: Array(word.utf8), point: scalar?.value ?? 0, bound: bound)
            }
        }
    }

    private static let before = BoundWord.list(
        [
            ("将近", .nearly), ("接近", .nearly), ("近", .nearly), ("不足", .atMost), ("不到", .atMost), ("不超过", .atMost),
            ("未超过", .atMost), ("没有超过", .atMost), ("未突破", .atMost), ("不超", .atMost), ("未超", .atMost),
            ("未达到", .atMost), ("未达", .atMost), ("超过", .atLeast), ("突破", .atLeast), ("超", .atLeast), ("逾", .atLeast),
            ("多达", .asMany), ("高达", .asMany), ("大约", .about), ("约", .about),
        ],
        standsBefore: true
    )
    private static let after = BoundWord.list(
        [("以上", .atLeast), ("以下", .atMost), ("以内", .atMost), ("左右", .about), ("上下", .about)],
        standsBefore: false
    )

    /// The word of approximation that ends at `start`.
    func boundWord(before start: Int) -> BoundWord? {
        guard start >= 3, let point = NumeralReader(bytes: bytes, end: start).point(at: start - 3) else { return nil }
        let words = Self.before
        for index in words.indices where words[index].point == point {
            let word = words[index].bytes
            guard start >= word.count else { continue }
            if NumeralReader(bytes: bytes, end: start).stands(word, at: start - word.count) { return words[index] }
        }
        return nil
    }

    func boundWord(behind end: Int) -> BoundWord? {
        guard let point = point(at: end) else { return nil }
        return Self.after.last { $0.point == point && stands($0.bytes, at: end) }
    }

    /// Between what the number may lie.
    static func bounds(
        _ digits: Digits,
        _ value: Quantity,
        _ exponent: Int,
        _ bound: Bound
    ) -> (Quantity?, Quantity?) {
        switch bound {
        case .exact, .asMany:
            guard digits.decimals > 0 || exponent > 0 else { return (value, value) }
            // What was rounded lies half a unit of its last digit to either side.
            let half = quantity(5, exponent - digits.decimals - 1)
            return (value - half, value + half)
        case .more:
            var significand = digits.significand
            var place = exponent - digits.decimals
            while significand > 0, significand % 10 == 0 {
                significand /= 10
                place += 1
            }
            return (value, value + quantity(1, place))
        case .atLeast: return (value, nil)
        case .atMost: return (nil, value)
        case .nearly: return (quantity(digits.significand * 8, exponent - digits.decimals - 1), value)
        case .about:
            return (
                quantity(digits.significand * 9, exponent - digits.decimals - 1),
                quantity(digits.significand * 11, exponent - digits.decimals - 1)
            )
        }
    }
}
