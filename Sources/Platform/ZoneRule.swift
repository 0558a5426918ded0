/// What holds after the last change that a zone's file lists: one offset, or summer time from a day to another.
enum ZoneRule: Sendable, Equatable {
    case fixed(Int)
    case summer(standard: Int, summer: Int, from: Turn, to: Turn)

    /// The day and the hour at which clocks are turned, by the clocks before: `M3.5.0/2` of POSIX.
    struct Turn: Sendable, Equatable {
        var day: Day
        /// In seconds of the day; may be negative or above a day.
        var time: Int

        enum Day: Sendable, Equatable {
            /// The weekday (0: Sunday) in the week (5: the last) of the month.
            case weekday(month: Int, week: Int, weekday: Int)
            /// The day of the year from 1; 29 February is never counted.
            case julian(Int)
            /// The day of the year from 0.
            case ordinal(Int)
        }

        /// In seconds since 1970, by clocks that show UTC.
        func seconds(_ year: Int) -> Int {
            guard let newYear = CalendarDay(year: year, month: 1, day: 1) else { return 0 }
            return number(year, newYear) * 86_400 + time
        }

        private func number(_ year: Int, _ newYear: CalendarDay) -> Int {
            switch day {
            case .ordinal(let day): return newYear.number + day
            case .julian(let day):
                let isLeap = CalendarDay(year: year, month: 2, day: 29) != nil
                return newYear.number + day - 1 + (isLeap && day >= 60 ? 1 : 0)
            case .weekday(let month, let week, let weekday):
                guard let start = CalendarDay(year: year, month: month, day: 1) else { return newYear.number }
                // 1 January 1970 was a Thursday.
                let first = (start.number % 7 + 11) % 7
                let day = start.number + (weekday - first + 7) % 7 + (week - 1) * 7
                return CalendarDay(number: day).month == month ? day : day - 7
            }
        }
    }

    func offset(at time: Int) -> Int {
        switch self {
        case .fixed(let offset): return offset
        case .summer(let standard, let summer, let from, let to):
            let year = CalendarDay(number: floored(time + standard, 86_400)).year
            let start = from.seconds(year) - standard
            let end = to.seconds(year) - summer
            // South of the equator summer goes over the turn of the year.
            let isSummer = start < end ? start <= time && time < end : time >= start || time < end
            return isSummer ? summer : standard
        }
    }
}

extension ZoneRule {
    /// Reads the last line of a zone's file: `CET-1CEST,M3.5.0,M10.5.0/3`, `<+08>-8`; nil where it is of another form.
    init?(_ text: String) {
        var reader = Reader(bytes: Array(text.utf8)[...])
        guard reader.name(), let standard = reader.offset() else { return nil }
        guard reader.name() else {
            guard reader.bytes.isEmpty else { return nil }
            self = .fixed(standard)
            return
        }
        let summer = reader.offset() ?? standard + 3600
        guard let from = reader.turn(), let to = reader.turn(), reader.bytes.isEmpty else { return nil }
        self = .summer(standard: standard, summer: summer, from: from, to: to)
    }

    private struct Reader {
        var bytes: ArraySlice<UInt8>

        private mutating func take(_ character: Character) -> Bool {
            guard bytes.first == character.asciiValue else { return false }
            bytes.removeFirst()
            return true
        }

        /// `CET` or `<+08>`.
        mutating func name() -> Bool {
            if take("<") {
                guard let end = bytes.firstIndex(of: UInt8(ascii: ">")) else { return false }
                bytes = bytes[(end + 1)...]
                return true
            }
            let rest = bytes.drop { ($0 | 0x20) >= UInt8(ascii: "a") && ($0 | 0x20) <= UInt8(ascii: "z") }
            defer { bytes = rest }
            return rest.count < bytes.count
        }

        private mutating func number() -> Int? {
            let rest = bytes.drop { $0 >= UInt8(ascii: "0") && $0 <= UInt8(ascii: "9") }
            defer { bytes = rest }
            return Int(String(decoding: bytes[..<rest.startIndex], as: UTF8.self))
        }

        /// `-8`, `5:30`, `2:00:00`: in seconds.
        private mutating func time() -> Int? {
            let sign = take("-") ? -1 : 1
            _ = take("+")
            guard var seconds = number().map({ $0 * 3600 }) else { return nil }
            if take(":") { seconds += (number() ?? 0) * 60 }
            if take(":") { seconds += number() ?? 0 }
            return sign * seconds
        }

        /// POSIX counts west of Greenwich; here it is east.
        mutating func offset() -> Int? { time().map { -$0 } }

        mutating func turn() -> Turn? {
            guard take(","), let day = day() else { return nil }
            guard take("/") else { return Turn(day: day, time: 7200) }
            return time().map { Turn(day: day, time: $0) }
        }

        private mutating func day() -> Turn.Day? {
            if take("J") { return number().map { .julian($0) } }
            guard take("M") else { return number().map { .ordinal($0) } }
            guard let month = number(), take("."), let week = number(), take("."), let weekday = number(),
                (1...12).contains(month), (1...5).contains(week), (0...6).contains(weekday)
            else { return nil }
            return .weekday(month: month, week: week, weekday: weekday)
        }
    }
}
