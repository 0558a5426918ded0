internal import Model

/// How one number may have come to stand in the place of another, and how likely that is.
struct Slip: Sendable {
    /// The lower, the likelier.
    var cost: Int
    /// Nil where nothing but the relations speaks for it.
    var cause: Finding.Message?
    /// Whether the one is the other in yuan for ten thousand yuan, or the reverse.
    var isUnit = false

    /// What is known of the cell beside its number.
    struct Context {
        var isBlank = false
        /// Whether the cell is the total of others.
        var isTotal = false
        /// What stood in the same cell last year.
        var lastYear: Int?
        /// How many decimals the numbers are counted in.
        var scale = 0
    }

    init(cost: Int, cause: Finding.Message?) {
        self.cost = cost
        self.cause = cause
    }

    /// The likeliest way from what should stand there to what stands there.
    init(from: Int, to: Int, _ context: Context) {
        var best = Self.plain(from, to, context)
        let slips = [
            Self.leftOver(from, to, context), Self.digits(from, to), Self.factor(from, to, context.scale),
            from == -to ? Slip(10, "正负号误", "the sign is wrong") : nil,
        ]
        if !context.isBlank {
            for case let slip? in slips where slip.cost < best.cost { best = slip }
        }
        // Totals are made by adding up, and are wrong more often than what they add up.
        if context.isTotal { best.cost -= 3 }
        self = best
    }

    private init(_ cost: Int, _ zh: String, _ en: String) {
        self.init(cost: cost, cause: Finding.Message(zh: zh, en: en))
    }

    /// What costs less has left its mark in the digits.
    static let leastWithoutMark = 20

    /// What is left where no slip of the pen explains it.
    private static func plain(_ from: Int, _ to: Int, _ context: Context) -> Slip {
        if context.isBlank { return Slip(26, "空白处应有数字", "a blank that should be a number") }
        if from == 0, context.isTotal { return Slip(8, "合计未填，留作 0", "a total that was left at 0") }
        if from == 0 { return Slip(30, "漏填，留作 0", "left at 0") }
        if to == 0 { return Slip(34, "应为 0", "should be 0") }
        let size = String((from - to).magnitude).utf8.count
        return Slip(cost: 30 + min(9, size * 2), cause: nil)
    }

    private static func leftOver(_ from: Int, _ to: Int, _ context: Context) -> Slip? {
        guard let lastYear = context.lastYear, lastYear == from, from != 0, lastYear != to else { return nil }
        return Slip(from.magnitude >= 10 ? 8 : 14, "沿用了上年的数", "left over from last year")
    }

    private static func factor(_ from: Int, _ to: Int, _ scale: Int) -> Slip? {
        guard from != 0, to != 0, (from < 0) == (to < 0) else { return nil }
        let (large, small) = (max(from.magnitude, to.magnitude), min(from.magnitude, to.magnitude))
        guard large % small == 0 else { return nil }
        switch large / small {
        case 10:
            return from.magnitude > to.magnitude
                ? Slip(14, "多写一个 0 或小数点错位", "a zero too many, or the point misplaced")
                : Slip(14, "少写一个 0 或小数点错位", "a zero missing, or the point misplaced")
        case 100: return Slip(15, "相差一百倍，单位或小数点有误", "a factor of 100: the unit or the point")
        case 1000: return Slip(15, "相差一千倍，千位分隔符误作小数点", "a factor of 1000: a thousands separator taken for a point")
        case 10000:
            var slip = Slip(10, "相差一万倍，元误作万元或反之", "a factor of 10000: yuan for ten thousand yuan, or the reverse")
            slip.isUnit = true
            return slip
        default: return nil
        }
    }

    // MARK: Digits

    private static func digits(_ from: Int, _ to: Int) -> Slip? {
        guard from > 0, to > 0 else { return nil }
        let (old, new) = (Array(String(from).utf8), Array(String(to).utf8))
        if new.count - old.count >= 3, Array(new.suffix(3)) == old || Array(new.dropLast(3)) == old {
            return Slip(15, "千位分隔符处断开，丢了一段", "cut at a thousands separator")
        }
        switch DigitSlip(from: new, to: old) {
        case nil: return nil
        case .transposed: return Slip(9, "相邻两位数字颠倒", "two digits transposed")
        case .changed:
            return old.count == 1 ? Slip(25, "数字写错", "another digit") : Slip(18, "一位数字写错", "one digit wrong")
        case .dropped: return Slip(16, "少一位数字", "a digit missing")
        case .added(let place):
            let isDoubled =
                place > 0 && old[place] == old[place - 1] || place + 1 < old.count && old[place] == old[place + 1]
            return isDoubled ? Slip(12, "数字重复多打一位", "a digit typed twice") : Slip(16, "多一位数字", "a digit too many")
        }
    }
}
