internal import Bytes
internal import Model

/// A growth that the text states of the number of applications: 申请60件,同比增长20%.
struct Growth {
    /// The number that has grown.
    let count: Int
    /// By how much, with its sign.
    let change: Quantity
    /// How many decimals are printed.
    let decimals: Int
    let isPercentage: Bool
    let range: Range<Int>

    private static let rises = ["增长", "增加", "上升", "提高", "多"]
    private static let falls = ["下降", "减少", "降低", "回落", "少"]
    private static let acts = ["收到", "受理", "新收"]

    init?(_ text: NarrativeText, at place: Range<Int>) {
        let sentence = text.sentence(at: place.lowerBound)
        guard let count = Self.count(text, in: sentence.lowerBound..<place.lowerBound) else { return nil }
        let after = place.upperBound..<min(sentence.upperBound, place.upperBound + 30)
        let words = text.string(after)
        let isRise = Self.rises.contains(where: words.hasPrefix)
        guard isRise || Self.falls.contains(where: words.hasPrefix),
            let start = after.first(where: { ASCII.isDigit(text.bytes[$0]) }),
            // Nothing but the word for it, and 了, may stand before the number: else it is an approximation.
            start - after.lowerBound <= 9,
            let number = PrintedNumber(text.bytes, at: start, end: after.upperBound)
        else { return nil }
        isPercentage = text.stands("%", at: number.end)
        guard isPercentage || text.stands("件", at: number.end) else { return nil }
        self.count = count
        change = isRise ? number.value : Quantity(0) - number.value
        decimals = number.decimals
        range = place.lowerBound..<number.end
    }

    /// The applications counted last before the comparison, with nothing but a mark between.
    private static func count(_ text: NarrativeText, in range: Range<Int>) -> Int? {
        let words = text.string(range)
        guard words.contains("申请"), acts.contains(where: words.contains) else { return nil }
        let tail = words.reversed().drop { ",、(".contains($0) }
        guard tail.first == "件" else { return nil }
        let digits = tail.dropFirst().prefix { $0.isASCII && $0.isNumber }
        // 余, 近 and the like leave no number to compare.
        let before = tail.dropFirst(1 + digits.count).first
        guard !digits.isEmpty, before.map({ !"近约余超.,".contains($0) }) ?? true else { return nil }
        return Int(String(digits.reversed()))
    }

    /// Whether the change is that from one number to the other, within half a unit of the last digit printed.
    func follows(from last: Int, to now: Int) -> Bool {
        if !isPercentage { return change == Quantity(now - last) }
        guard last > 0 else { return true }
        // Compared at a scale of 10^decimals, doubled: |2·10^d·100·(now−last) − 2·p·last| ≤ last, and one unit of the
        // last digit more, because many cut where they should round.
        let exact = 200 * Quantity.power(decimals) * (Int128(now) - Int128(last))
        let printed = 2 * change.units(of: decimals) * Int128(last)
        return (exact - printed).magnitude <= 2 * Int128(last).magnitude
    }
}
