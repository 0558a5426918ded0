/// The time of a place: what the tz database says of it (RFC 9636), read without ICU.
package struct ZoneRules: Sendable, Equatable {
    /// When the offset changes, in seconds since 1970, ascending, and what it is from then on, in seconds east of UTC.
    let changes: [Change]
    /// Before the first change.
    let first: Int
    /// After the last change.
    let rest: ZoneRule

    struct Change: Sendable, Equatable {
        var at: Int
        var offset: Int
    }

    /// China's time, which has known no summer time since 1991: needs no file.
    package static let shanghai = ZoneRules(changes: [], first: 28_800, rest: .fixed(28_800))

    /// The zone `name`: of the tz database below `folder`, or an offset as `+08:00`, or `UTC`.
    ///
    /// - Returns: nil where there is no such zone, or its file cannot be read.
    package init?(named name: String, folder: String = "/usr/share/zoneinfo") {
        if name == "Asia/Shanghai" {
            self = .shanghai
        } else if name == "UTC" {
            self.init(changes: [], first: 0, rest: .fixed(0))
        } else if let offset = Self.offset(name) {
            self.init(changes: [], first: offset, rest: .fixed(offset))
        } else {
            let parts = name.split(separator: "/", omittingEmptySubsequences: false)
            let isName = parts.allSatisfy { !$0.isEmpty && !$0.hasPrefix(".") && $0.utf8.allSatisfy(Self.isNameByte) }
            guard isName, let bytes = try? FileSystem.read(folder + "/" + name, limit: 1 << 20) else { return nil }
            self.init(file: bytes)
        }
    }

    init(changes: [Change], first: Int, rest: ZoneRule) {
        self.changes = changes
        self.first = first
        self.rest = rest
    }

    /// Seconds east of UTC at `time`, in seconds since 1970.
    package func offset(at time: Int) -> Int {
        guard let last = changes.last else { return rest.offset(at: time) }
        if time >= last.at { return rest.offset(at: time) }
        return changes.last { $0.at <= time }?.offset ?? first
    }

    /// The day at this place.
    package func day(at time: Int) -> CalendarDay { CalendarDay(number: floored(time + offset(at: time), 86_400)) }

    /// The moment, in seconds since 1970, at which clocks here show `minute` of `day`.
    ///
    /// Where clocks show it twice, the first; where they skip it, as much later as they skip.
    package func moment(_ day: CalendarDay, minute: Int) -> Int {
        let local = day.number * 86_400 + minute * 60
        let around = [offset(at: local - 86_400 * 2), offset(at: local + 86_400 * 2)]
        let fitting = around.map { local - $0 }.filter { offset(at: $0) == local - $0 }
        return fitting.min() ?? local - around[0]
    }

    /// The first moment after `time`, in seconds since 1970, at which clocks here show `minute` of a day.
    package func next(minute: Int, after time: Int) -> Int {
        let today = day(at: time)
        let candidates = (-1...2).map { moment(CalendarDay(number: today.number + $0), minute: minute) }
        return candidates.first { $0 > time } ?? time + 86_400
    }

    private static func offset(_ text: String) -> Int? {
        let bytes = Array(text.utf8)
        guard bytes.count == 6, bytes[0] == UInt8(ascii: "+") || bytes[0] == UInt8(ascii: "-"),
            bytes[3] == UInt8(ascii: ":"), let hours = Int(String(decoding: bytes[1...2], as: UTF8.self)),
            let minutes = Int(String(decoding: bytes[4...5], as: UTF8.self)), (0...14).contains(hours),
            (0...59).contains(minutes)
        else { return nil }
        let seconds = hours * 3600 + minutes * 60
        return bytes[0] == UInt8(ascii: "-") ? -seconds : seconds
    }

    private static func isNameByte(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "-"), UInt8(ascii: "+"):
            true
        default: false
        }
    }
}

/// `value` divided by `size`, rounded down.
func floored(_ value: Int, _ size: Int) -> Int { value >= 0 ? value / size : -((size - 1 - value) / size) }
