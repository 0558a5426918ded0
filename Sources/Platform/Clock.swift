internal import Glibc

/// What time it is.
package enum Clock {
    /// Seconds on a clock that never jumps.
    package static func monotonic() -> Double { seconds(CLOCK_MONOTONIC) }

    /// Seconds since 1970.
    package static func realtime() -> Double { seconds(CLOCK_REALTIME) }

    /// Lets this thread rest.
    package static func sleep(milliseconds: Int) { usleep(UInt32(milliseconds * 1000)) }

    /// Now as RFC 3339 has it, UTC, whole seconds: `2026-01-31T09:00:00Z`.
    package static func timestamp() -> String { timestamp(realtime()) }

    /// `time`, in seconds since 1970, as RFC 3339 has it, UTC, whole seconds.
    package static func timestamp(_ time: Double) -> String {
        let now = Moment(time)
        return pad(now.year, 4) + "-" + pad(now.month, 2) + "-" + pad(now.day, 2) + "T" + now.hours + "Z"
    }

    /// Seconds since 1970 of `2026-01-31T09:00:00Z`; nil where it is of another form.
    package static func seconds(_ text: String) -> Int? {
        guard text.utf8.count == 20, text.hasSuffix("Z"), let day = CalendarDay(text) else { return nil }
        let parts = text.dropFirst(11).dropLast().split(separator: ":").compactMap { Int($0) }
        guard parts.count == 3 else { return nil }
        return day.number * 86_400 + parts[0] * 3600 + parts[1] * 60 + parts[2]
    }

    /// `time`, in seconds since 1970, as RFC 5322 has it, UTC: `Sat, 31 Jan 2026 09:00:00 +0000`.
    package static func mailDate(_ time: Double) -> String {
        let days = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"]
        let months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
        let now = Moment(time)
        return "\(days[now.weekday]), \(now.day) \(months[now.month - 1]) \(pad(now.year, 4)) \(now.hours) +0000"
    }

    /// The parts of a date, in UTC.
    private struct Moment {
        let year: Int
        /// From 1.
        let month: Int
        let day: Int
        /// From Sunday, 0.
        let weekday: Int
        /// `09:00:00`.
        let hours: String

        init(_ time: Double) {
            var seconds = time_t(time)
            var parts = unsafe tm()
            unsafe _ = gmtime_r(&seconds, &parts)
            year = unsafe Int(parts.tm_year) + 1900
            month = unsafe Int(parts.tm_mon) + 1
            day = unsafe Int(parts.tm_mday)
            weekday = unsafe Int(parts.tm_wday)
            hours = unsafe [parts.tm_hour, parts.tm_min, parts.tm_sec].map { pad(Int($0), 2) }.joined(separator: ":")
        }
    }

    private static func pad(_ number: Int, _ width: Int) -> String {
        let digits = String(number)
        return String(repeating: "0", count: max(0, width - digits.utf8.count)) + digits
    }

    private static func seconds(_ clock: clockid_t) -> Double {
        var now = timespec()
        unsafe _ = clock_gettime(clock, &now)
        return Double(now.tv_sec) + Double(now.tv_nsec) / 1e9
    }
}
