import Forms
import Model

/// Writes the narrative of an invented report in many wordings, as real reports have them, with one figure or word
/// that is wrong where asked for.
///
/// What is said of the tables follows from the tables. Each place that can be made wrong is a point; they are counted
/// as they are written, so that the same seed has the same points.
struct Narrative {
    var dice: SplitMix64
    let report: ReportTruth
    /// How the agency speaks of itself.
    let own: String
    /// Which point is to be wrong; nil: none.
    let fault: Int?
    /// How many points there were so far.
    private(set) var points = 0
    /// The rules of which one must be broken by the wrong point.
    private(set) var broken: [String] = []
    fileprivate var isWritten = false

    init(report: ReportTruth, own: String, seed: UInt64, fault: Int?) {
        dice = SplitMix64(seed: seed)
        self.report = report
        self.own = own
        self.fault = fault
    }

    var year: Int { report.year }

    func count(_ table: String, _ row: String, _ column: String = "total") -> Int {
        report.count(table, row, column)
    }

    /// Stands before the wrong figure until all is written: wordings that were not chosen have points, too.
    fileprivate static let mark = "\u{E000}"

    /// Whether this point is the wrong one; what follows must then be written.
    mutating func isFault(_ rules: String...) -> Bool {
        guard isFault(rules) else { return false }
        isWritten = true
        return true
    }

    private mutating func isFault(_ rules: [String]) -> Bool {
        defer { points += 1 }
        guard points == fault else { return false }
        broken = rules
        return true
    }

    /// A figure that, where it is the wrong one, breaks one of `rules`.
    mutating func figure(_ value: Int, breaks rules: String...) -> String {
        guard !rules.isEmpty, isFault(rules) else { return spelled(value) }
        return Self.mark + spelled(wrong(value))
    }

    /// A figure that, where it is the wrong one, is too large (or too small): what a list without a rest must not be.
    mutating func figure(_ value: Int, tooLarge: Bool, breaks rules: String...) -> String {
        guard isFault(rules) else { return spelled(value) }
        let step = dice.number(3...30)
        return Self.mark + spelled(tooLarge ? value + step : max(1, value - min(step, value / 2 + 1)))
    }

    /// Another number than `value`, as slips of the pen make them.
    private mutating func wrong(_ value: Int) -> Int {
        switch dice.number(0...3) {
        case 0: value * 10 + dice.number(1...9)
        case 1 where value > 20: value / 10
        default: value + dice.number(1...9) * (value > 12 ? dice.pick([-1, 1]) : 1)
        }
    }

    /// A number in one of the ways in which reports print it.
    mutating func spelled(_ value: Int) -> String {
        switch dice.number(0...9) {
        case 0 where value >= 1000: Self.thousands(value)
        case 1: Self.wide(value)
        case 2 where value > 0 && value < 10_000: Self.chinese(value)
        case 3: " \(value) "
        default: "\(value)"
        }
    }

    static func thousands(_ value: Int) -> String {
        let tail = String(value % 1000 + 1000).dropFirst()
        return value < 1000 ? String(value) : thousands(value / 1000) + "," + tail
    }

    private static func wide(_ value: Int) -> String {
        String(String(value).unicodeScalars.map { Character(UnicodeScalar($0.value + 0xFEE0) ?? $0) })
    }

    private static let digits = Array("零一二三四五六七八九")

    /// 三百零五, 十二, 两: below ten thousand.
    static func chinese(_ value: Int) -> String {
        if value == 2 { return "两" }
        var result = ""
        var rest = value
        var isGap = false
        for (power, name) in [(1000, "千"), (100, "百"), (10, "十"), (1, "")] {
            let digit = rest / power
            rest %= power
            if digit == 0 {
                isGap = !result.isEmpty
                continue
            }
            if isGap { result += "零" }
            isGap = false
            let isTen = power == 10 && digit == 1 && result.isEmpty
            result += (isTen ? "" : String(digits[digit])) + name
        }
        return result
    }

    /// Cuts `total` into `count` parts.
    mutating func parts(of total: Int, count: Int) -> [Int] {
        var parts = Array(repeating: 0, count: count)
        for _ in 0..<min(total, 400) { parts[dice.number(0...(count - 1))] += total / min(total, 400) }
        parts[0] += total - parts.reduce(0, +)
        return parts
    }

    mutating func year(_ words: String...) -> String {
        dice.pick(words + ["\(year)年", "\(year)年度", "全年", "本年度"])
    }
}

extension ReportTruth {
    /// The report with another narrative. `fault` is the point that is wrong, where it has one of that number.
    package func narrated(own: String, seed: UInt64, fault: Int? = nil) -> NarratedReport {
        var narrative = Narrative(report: self, own: own, seed: seed, fault: fault)
        var report = self
        for index in report.sections.indices {
            let paragraphs = narrative.paragraphs(of: report.sections[index].id)
            if paragraphs.contains(where: { $0.contains(Narrative.mark) }) { narrative.isWritten = true }
            let written = paragraphs.map { $0.replacing(Narrative.mark, with: "") }
            if !written.isEmpty { report.sections[index].paragraphs = written }
        }
        let broken = narrative.isWritten ? narrative.broken : []
        return NarratedReport(report: report, points: narrative.points, broken: broken)
    }
}

/// A report whose narrative was written by `narrated`.
package struct NarratedReport: Sendable {
    package var report: ReportTruth
    /// How many places could be made wrong.
    package var points: Int
    /// The rules of which one must find the place that is wrong; empty where none is.
    package var broken: [String]
}

extension Narrative {
    mutating func paragraphs(of section: String) -> [String] {
        let isRevised = report.table("applications") != nil
        return switch section {
        case "overview": [trap(), trap(), isRevised ? repeated() : trap(), trap()] + (isRevised ? applications() : [])
        case "proactive": [trap()] + (isRevised ? documents() : earlyDisclosure()) + [list(), trap(), plainList()]
        case "applications": isRevised ? [trap()] + applications() + [trap()] : earlyApplications() + [trap()]
        case "disputes": isRevised ? disputes() + [trap()] : earlyDisputes()
        case "other": [fees()]
        case "fees": ["\(year)年，\(own)未收取政府信息公开相关费用，也没有减免情况。"]
        default: []
        }
    }
}
