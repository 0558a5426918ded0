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
        if let lead = Self.leads.first(where: { stands($0, at: place) }) { place += lead.count }
        return Self.receipts.contains { stands($0, at: place) }
    }
}
