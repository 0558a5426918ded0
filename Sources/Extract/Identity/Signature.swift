internal import Bytes
internal import Model

extension DateReader {
    /// The dates and the signature of the report; one that signs stands behind `start`, where the text begins.
    func imprint(after start: Int) -> Imprint {
        var imprint = Imprint(metadataDate: flow.outline.documentDate, printedDate: posted())
        for index in ends(60) where lines[index].bytes.lowerBound >= start {
            guard let (date, name) = signature(lines[index]) else { continue }
            imprint.signed = date
            imprint.signedLine = lines[index].line
            imprint.signatory = name ?? (index > 0 ? body(lines[index - 1].bytes) : nil)
            if name == nil, index > 0 { imprint.signatoryLine = lines[index - 1].line }
            return imprint
        }
        if let signature = runningSignature(), signature.place >= start {
            imprint.signed = signature.date
            imprint.signedLine = flow.pieces[flow.piece(at: signature.place)].line
            imprint.signatory = signature.name
        }
        return imprint
    }

    /// The date under the name of the report's own body near the text's beginning: a report may be signed there.
    func signedAbove(by agency: String) -> (date: String, line: Int)? {
        for index in lines.indices.prefix(Self.firstLines).dropFirst() {
            let isWritten = Self.writtenMarks.contains { flow.holds($0, in: lines[index].bytes) }
            guard isWritten, let date = dateLine(index), let name = body(lines[index - 1].bytes),
                Self.isSame(name, agency)
            else { continue }
            return (date, lines[index].line)
        }
        return nil
    }

    /// 2014年5月8日 and 2014.5.8, as people write; pages print 2014-05-08.
    private static let writtenMarks = [yearMark, Array(".".utf8)]
    private static let seats = ["人民政府", "政府", "办事处"]

    /// Whether both are one body's names: with its place and without, 河东区 and 青禾市河东区人民政府.
    private static func isSame(_ one: String, _ other: String) -> Bool {
        let (first, second) = (core(one), core(other))
        return first.hasSuffix(second) || second.hasSuffix(first)
    }

    private static func core(_ name: String) -> Substring {
        seats.first(where: name.hasSuffix).map { name.dropLast($0.count) } ?? name[...]
    }

    private static let firstLines = 12
    private static let annexes = ["附件", "附表", "附:"].map { Array($0.utf8) }
    private static let caption = Array("统计表".utf8)
    /// 40 Chinese characters.
    private static let longestCaption = 120
    /// So many lines stand between a signature and the caption of the table behind it: its date, 附件, and a number.
    private static let nearCaption = 5

    /// The lines that may sign the report, the last one first: the text's last ones, so many as `count`, and those before
    /// the caption of a table that is annexed.
    func ends(_ count: Int) -> [Int] {
        let last = lines.indices.suffix(count)
        var result = Array(last.reversed())
        for caption in captions {
            let before = max(lines.startIndex, caption - Self.nearCaption)..<caption
            result += before.reversed().filter { $0 < result.last ?? 0 }
        }
        return result
    }

    /// The captions of annexed tables, the last one first.
    var captions: [Int] {
        lines.indices.reversed().filter { index in
            let line = lines[index].bytes
            guard line.count <= Self.longestCaption else { return false }
            let end = max(line.lowerBound, line.upperBound - Self.caption.count)
            return Self.annexes.contains { flow.hasPrefix($0, at: line.lowerBound) }
                || line.count >= Self.caption.count && flow.hasPrefix(Self.caption, at: end)
        }
    }

    private static let longest = 150
    static let yearMark = Array("年".utf8)
    private static let dayMark = Array("日".utf8)

    /// The date that ends a line in the way of a signature, 2024年1月23日, alone or behind the name of a body.
    func signature(_ line: TextLine) -> (date: String, name: String?)? {
        guard (11...Self.longest).contains(line.bytes.count) else { return nil }
        let end = line.bytes.upperBound
        // Nearly every line ends otherwise than a date does.
        guard ASCII.isDigit(flow.bytes[end - 1]) || flow.hasPrefix(Self.dayMark, at: end - Self.dayMark.count) else {
            return nil
        }
        let first = max(line.bytes.lowerBound, end - 36)
        for start in first..<end where YearReader.year(flow.bytes, at: start) != nil || isNumeral(start) {
            guard let date = written(at: start, end: end) else { continue }
            if start == line.bytes.lowerBound { return (date, nil) }
            return body(line.bytes.lowerBound..<start).map { (date, $0) }
        }
        return nil
    }

    /// The date that fills the text up to `end`, with 年, 月 and 日.
    private func written(at start: Int, end: Int) -> String? {
        if let date = Self.date(flow.bytes, at: start, end: end), date.end == end,
            flow.hasPrefix(Self.yearMark, at: start + 4)
        {
            return date.text
        }
        return ChineseDate(flow.string(start..<end))?.text
    }

    private func isNumeral(_ index: Int) -> Bool { flow.hasPrefix(ChineseDate.century, at: index) }

    private static let endings = [
        "政府", "委员会", "办公室", "办公厅", "办事处", "管委会", "局", "厅", "委", "办", "院", "中心", "队", "街道", "所", "站", "海关", "署", "部",
    ].map { Array($0.utf8) }

    /// The text as the name of a body; nil where it is none.
    func body(_ range: Range<Int>) -> String? {
        guard (9...120).contains(range.count) else { return nil }
        let bytes = flow.bytes[range]
        let isPlain = bytes.allSatisfy { $0 >= 0x80 || $0 == UInt8(ascii: "(") || $0 == UInt8(ascii: ")") }
        let isBody = Self.endings.contains { bytes.suffix($0.count).elementsEqual($0) }
        let text = flow.string(range)
        let hasMarks = text.unicodeScalars.contains { "。、“”《》〔〕【】\u{3000}".unicodeScalars.contains($0) }
        return isPlain && isBody && !hasMarks ? text : nil
    }
}

/// A date in Chinese numerals: 二〇二四年一月二十三日.
struct ChineseDate {
    /// How the year of every report begins.
    static let century = Array("二".utf8)
    private static let digits: [Character: Int] = [
        "〇": 0, "○": 0, "零": 0, "O": 0, "0": 0, "一": 1, "二": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9,
    ]

    /// `YYYY-MM-DD`.
    let text: String

    init?(_ written: String) {
        let parts = written.split { "年月日".contains($0) }
        guard parts.count == 3, written.hasSuffix("日"), parts[0].count == 4 else { return nil }
        let year = parts[0].reduce(into: 0) { $0 = $0 * 10 + (Self.digits[$1] ?? 1000) }
        guard (2007...2099).contains(year), let month = parts[1] == "元" ? 1 : Self.number(parts[1]),
            let day = Self.number(parts[2]),
            (1...12).contains(month), (1...31).contains(day)
        else { return nil }
        text = "\(year)-\(month < 10 ? "0" : "")\(month)-\(day < 10 ? "0" : "")\(day)"
    }

    /// 一 to 三十一.
    private static func number(_ text: Substring) -> Int? {
        let parts = text.split(separator: "十", maxSplits: 1, omittingEmptySubsequences: false)
        if parts.count == 1 { return parts[0].count == 1 ? digits[parts[0].first ?? " "] : nil }
        let tens = parts[0].isEmpty ? 1 : parts[0].first.flatMap { digits[$0] }
        let ones = parts[1].isEmpty ? 0 : parts[1].first.flatMap { digits[$0] }
        guard parts.allSatisfy({ $0.count <= 1 }), let tens, let ones else { return nil }
        return tens * 10 + ones
    }
}
