internal import Bytes
internal import Model

/// Months and days at which a count ends before the year does.
extension ClaimScanner {
    private static let share = Array("份".utf8)
    private static let tenDays = ["上旬", "中旬", "下旬"].map { Array($0.utf8) }
    private static let leads = ["共", "新", "累计", "集中", "我局", "又"].map { Array($0.utf8) }
    private static let months = Array("个月".utf8)
    private static let month = Array("月".utf8)
    private static let first = Array("前".utf8)
    /// What is counted in December until some day may be that of the year.
    private static let december = 12

    private func value(_ numeral: Numeral, _ digits: Int) -> Int {
        number(from: numeral.start, to: digits)
    }

    /// Of two digits at most; more are no month and no day.
    private func number(from start: Int, to end: Int) -> Int {
        guard end - start <= 2 else { return .max }
        return bytes[start..<end].reduce(0) { $0 * 10 + Int($1 - ASCII.zero) }
    }

    /// 截至6月30日,共收到21件: until that day, unless it is December's last.
    func endsEarly(_ numeral: Numeral) -> Bool {
        let digits = digitsEnd(numeral.start)
        let month = value(numeral, digits)
        guard month == Self.december, stands(Self.month, at: digits) else { return (1..<Self.december).contains(month) }
        let day = digits + Self.month.count
        return (1..<31).contains(number(from: day, to: digitsEnd(day)))
    }

    private func digitsEnd(_ start: Int) -> Int {
        var end = start
        while end < bytes.count, ASCII.isDigit(bytes[end]) { end += 1 }
        return end
    }

    /// Where 个月 ends in 今年前10个月.
    func monthsEnd(_ numeral: Numeral, _ digits: Int) -> Int? {
        guard stands(Self.months, at: digits), stands(Self.first, at: numeral.start - Self.first.count),
            (1..<Self.december).contains(value(numeral, digits))
        else { return nil }
        return digits + Self.months.count
    }

    /// 12月份收到4件, 12月下旬收到3件: that month alone; 截至12月 and 1-12月份 are all of the year.
    func isLastMonthAlone(_ numeral: Numeral, _ next: Int) -> Bool {
        guard !endsSpan(numeral.start) else { return false }
        var place = next
        if stands(Self.share, at: next) { return true }
        if let days = Self.tenDays.first(where: { stands($0, at: place) }) { place += days.count }
        // 12月,收到申请4件.
        if place < bytes.count, bytes[place] == UInt8(ascii: ",") { place += 1 }
        if let lead = Self.leads.first(where: { stands($0, at: place) }) { place += lead.count }
        return Self.receipts.contains { stands($0, at: place) }
    }

    /// 1-6月 and 3月, but no 12月31日, 12月底 or 1-12月, which is all of the year.
    func isMonth(_ numeral: Numeral, _ digits: Int) -> Bool {
        guard digits - numeral.start <= 2, stands(Self.month, at: digits) else { return false }
        let next = digits + Self.month.count
        guard next < bytes.count, !ASCII.isDigit(bytes[next]) else { return false }
        let isLast = digits - numeral.start == 2 && bytes[numeral.start + 1] == UInt8(ascii: "2")
        guard !isLast else { return isLastMonthAlone(numeral, next) }
        return isUntilMonth(numeral, digits) || isSinceMonth(numeral, next)
            || !Self.untilThen.contains { stands($0, at: next) }
    }

    private static let untilThen = ["底", "末", "起", "以来", "初", "中旬", "上旬", "下旬"].map { Array($0.utf8) }
    private static let from = ["自", "从"].map { Array($0.utf8) }
    private static let onwards = ["起", "以来"].map { Array($0.utf8) }
    private static let told = receipts + ["未", "没有", "无"].map { Array($0.utf8) }
    /// The length of eight characters.
    private static let nearby = 24

    /// 自7月起,未收到: what is told from then on is that of some months; 自1月起 is that of all.
    private func isSinceMonth(_ numeral: Numeral, _ next: Int) -> Bool {
        guard numeral.low != Quantity(1), let onwards = Self.onwards.first(where: { stands($0, at: next) }) else {
            return false
        }
        var place = numeral.start
        if let last = tokens.last, case .year = last.kind, last.end == place { place = last.start }
        guard Self.from.contains(where: { stands($0, at: place - $0.count) }) else { return false }
        let start = next + onwards.count
        let end = min(bytes.count, start + Self.nearby)
        return (start..<max(start, end)).contains { place in
            Self.told.contains { stands($0, at: place) }
        }
    }

    private static let day = Array("日".utf8)
    static let receipts = ["收到", "受理", "接收", "收悉"].map { Array($0.utf8) }

    /// Where 12月26日 ends, if what was received on that day follows.
    func dayEnd(_ numeral: Numeral, _ digits: Int) -> Int? {
        guard digits - numeral.start <= 2, stands(Self.month, at: digits) else { return nil }
        var end = digits + Self.month.count
        while end < bytes.count, ASCII.isDigit(bytes[end]) { end += 1 }
        guard end > digits + Self.month.count, stands(Self.day, at: end) else { return nil }
        end += Self.day.count
        let isLast = bytes[numeral.start..<end].elementsEqual(Self.lastDay)
        if endsSpan(numeral.start) { return endsEarly(numeral) ? end : nil }
        guard !isLast, Self.receipts.contains(where: { stands($0, at: end) }) else {
            return nil
        }
        return end
    }

    private static let lastDay = Array("12月31日".utf8)
    private static let spans = ["至", "到", "-", "~", "—"].map { Array($0.utf8) }

    /// 2024年1月1日至12月20日, 截至2024年12月20日: all that came in until that day.
    func endsSpan(_ start: Int) -> Bool {
        var before = tokens[...]
        var place = start
        if let last = before.last, case .year = last.kind, last.end == start {
            place = last.start
            before = before.dropLast()
        }
        if let last = before.last, last.term == .until, last.end == place { return true }
        return Self.spans.contains { stands($0, at: place - $0.count) }
    }

    /// 截至2024年6月底: what is told then is that of some months. What is counted in November may be that of the year.
    private func isUntilMonth(_ numeral: Numeral, _ digits: Int) -> Bool {
        let isEarly = digits - numeral.start == 1 || numeral.low == Quantity(10) || numeral.low == Quantity(11)
        guard isEarly, let last = tokens.last, last.end == numeral.start else { return false }
        if case .year = last.kind {
            return tokens.count > 1 && tokens[tokens.count - 2].term == .until
                && tokens[tokens.count - 2].end == last.start
        }
        return last.term == .until
    }
}
