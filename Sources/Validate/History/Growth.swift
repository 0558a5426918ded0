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

    /// `year` is that of the report: growth over another year than the one before it is none of ours.
    init?(_ text: NarrativeText, at place: Range<Int>, year: Int) {
        let sentence = text.sentence(at: place.lowerBound)
        guard let count = Self.count(text, in: sentence.lowerBound..<place.lowerBound),
            let start = Self.comparison(text, place, year)
        else { return nil }
        let after = start..<min(sentence.upperBound, start + 30)
        let words = text.string(after)
        let isRise = Self.rises.contains(where: words.begins(with:))
        guard isRise || Self.falls.contains(where: words.begins(with:)),
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

    /// Where the words of a comparison end: 较上年同期, 与上年相比, 比2023年, 较2023年同期; nil where it is with another year.
    private static func comparison(_ text: NarrativeText, _ place: Range<Int>, _ year: Int) -> Int? {
        var end = place.upperBound
        if text.ends("20", before: end) {
            guard text.year(at: end - 2) == year - 1, text.stands("年", at: end + 2) else { return nil }
            end += 2 + "年".utf8.count
        }
        for word in ["度", "全年", "同期", "相比", "相比较", "比较", ","] where text.stands(word, at: end) {
            end += word.utf8.count
        }
        return end
    }

    /// The applications counted last before the comparison, with nothing but a mark between.
    static func count(_ text: NarrativeText, in range: Range<Int>) -> Int? {
        let words = text.string(range)
        guard words.contains("申请"), acts.contains(where: words.contains) else { return nil }
        let tail = words.reversed().drop { ",、(与同和比较".contains($0) }
        guard tail.first == "件" else { return nil }
        let digits = tail.dropFirst().prefix { $0.isASCII && $0.isNumber }
        // 余, 近 and the like leave no number to compare.
        let before = tail.dropFirst(1 + digits.count).first
        guard !digits.isEmpty, before.map({ !"近约余超.,".contains($0) }) ?? true else { return nil }
        return Int(String(digits.reversed()))
    }

    /// What the change comes to from last year's number, with as many decimals as are printed.
    func right(from last: Int) -> Quantity? {
        if !isPercentage { return Quantity(count - last) }
        guard last > 0, decimals <= 6 else { return nil }
        let doubled = 200 * Quantity.power(decimals) * (Int128(count) - Int128(last))
        let units = (doubled + (doubled < 0 ? -Int128(last) : Int128(last))) / (2 * Int128(last))
        return Int(exactly: units).map { Quantity(significand: $0, scale: decimals) }
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

/// What the text says came in the year before: 申请87件(去年同期为95件).
struct LastYearCount {
    /// This year's number beside it.
    let count: Int
    let before: Int
    let range: Range<Int>

    init?(_ text: NarrativeText, at place: Range<Int>) {
        let sentence = text.sentence(at: place.lowerBound)
        guard let count = Growth.count(text, in: sentence.lowerBound..<place.lowerBound) else { return nil }
        var start = place.upperBound
        for word in ["数", "为", "是", "收到", "受理"] where text.stands(word, at: start) { start += word.utf8.count }
        guard start < sentence.upperBound, ASCII.isDigit(text.bytes[start]),
            let number = PrintedNumber(text.bytes, at: start, end: min(sentence.upperBound, start + 20)),
            text.stands("件", at: number.end), let before = number.value.whole
        else { return nil }
        self.count = count
        self.before = before
        range = place.lowerBound..<number.end + "件".utf8.count
    }
}
