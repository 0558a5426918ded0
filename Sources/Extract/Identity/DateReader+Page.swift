internal import Bytes

/// The date that a page prints without the word for it, or on the line below that word.
extension DateReader {
    static let writings = Set(["成文日期", "发文日期"].map { Array($0.utf8) })
    /// What stands beside the date of a page.
    private static let neighbours = [
        "来源", "信息来源", "作者", "发布机构", "发布", "发表", "浏览", "阅读", "点击", "访问", "字号", "字体", "【", "[",
    ]
    .map { Array($0.utf8) }
    /// What closes the date's own brackets: [ 2024-01-18 ].
    static let closings = ["]", "】"].map { Array($0.utf8) }
    /// Where the title of a page stands, with its date under it.
    private static let firstLines = 60
    private static let longestDateLine = 120
    /// 2024-01-20 09:48:00
    private static let longestTime = 8

    /// The date that a line begins with, and nothing else than an hour.
    func dateLine(_ index: Int) -> String? {
        guard index < lines.count, let date = date(in: lines[index], at: lines[index].bytes.lowerBound) else {
            return nil
        }
        return date.end == lines[index].bytes.upperBound ? date.text : nil
    }

    /// The date under the report's title, or above it where the text begins: 2024-01-20 09:48 来源：某局, or the source before
    /// it.
    func underTitle() -> String? {
        for (index, line) in lines.prefix(Self.firstLines).enumerated() {
            guard line.bytes.count <= Self.longestDateLine, let place = firstYear(in: line),
                let date = date(in: line, at: place)
            else { continue }
            if isBracketed(date.end, place, line), isBesideTitle(index) || isAboveText(index) { return date.text }
            let isBefore = place == start(of: line) || begins(with: Self.neighbours, at: line.bytes.lowerBound)
            let end = date.end + (Self.closings.first { flow.hasPrefix($0, at: date.end) }?.count ?? 0)
            let isBehind =
                end == line.bytes.upperBound || begins(with: Self.neighbours, at: end)
                || isBody(end..<line.bytes.upperBound)
            if isBefore, isBehind, isBesideTitle(index) { return date.text }
        }
        return nil
    }

    private static let bullets = ["•", "·", "●"].map { Array($0.utf8) }

    /// Where a line begins behind the point that a list sets before it.
    private func start(of line: TextLine) -> Int {
        let start = line.bytes.lowerBound
        return start + (Self.bullets.first { flow.hasPrefix($0, at: start) }?.count ?? 0)
    }

    /// Whether the rest of a line is who published the page, and what stands beside it: 2024-01-12 10:27 某市政府办公室 字体:.
    private func isBody(_ rest: Range<Int>) -> Bool {
        let end = Self.neighbours.compactMap { flow.firstIndex(of: $0, in: rest) }.min() ?? rest.upperBound
        return body(rest.lowerBound..<end) != nil
    }

    private static let brackets = [("(", ")"), ("[", "]"), ("【", "】")].map { (Array($0.0.utf8), Array($0.1.utf8)) }

    /// Whether a date fills a line between brackets, as reports print the day of their signature under the title:
    /// （2024年1月12日）, [ 2024-01-12 ].
    private func isBracketed(_ end: Int, _ start: Int, _ line: TextLine) -> Bool {
        Self.brackets.contains { open, close in
            start == line.bytes.lowerBound + open.count && flow.hasPrefix(open, at: line.bytes.lowerBound)
                && end + close.count == line.bytes.upperBound && flow.hasPrefix(close, at: end)
        }
    }

    private static let sentenceEnd = Array("。".utf8)
    /// Such a line stands in the head of a page.
    private static let lastOfHead = 12

    /// Whether the text begins on the next line, with a sentence or its first chapter: what stood above may be lost, or be a
    /// title on two lines.
    private func isAboveText(_ index: Int) -> Bool {
        guard index < Self.lastOfHead, index + 1 < lines.count else { return false }
        let next = lines[index + 1].bytes
        let number =
            Enumerator(flow.bytes, at: next.lowerBound, end: next.upperBound)
            ?? Enumerator(looseAt: next.lowerBound, end: next.upperBound, in: flow.bytes) { _ in false }
        return flow.holds(Self.sentenceEnd, in: next) || number?.style == .chapter
    }

    private func firstYear(in line: TextLine) -> Int? {
        line.bytes.first { YearReader.year(flow.bytes, at: $0) != nil }
    }

    private func begins(with words: [[UInt8]], at place: Int) -> Bool {
        words.contains { flow.hasPrefix($0, at: place) }
    }

    /// The date at `start`, with the hour behind it.
    private func date(in line: TextLine, at start: Int) -> (text: String, end: Int)? {
        guard let date = Self.date(flow.bytes, at: start, end: line.bytes.upperBound) else { return nil }
        var end = date.end
        while end < line.bytes.upperBound, end - date.end < Self.longestTime,
            ASCII.isDigit(flow.bytes[end]) || flow.bytes[end] == UInt8(ascii: ":")
        { end += 1 }
        return (date.text, end)
    }

    /// Whether one of the three lines before is the title of a report, or the second line is it, below the first.
    private func isBesideTitle(_ index: Int) -> Bool {
        let near = index == 0 ? 1..<min(2, lines.count) : max(0, index - 3)..<index
        return lines[near].contains { line in
            line.bytes.count <= TitleReader.longest
                && TitleReader.title(Array(flow.bytes[line.bytes]), written: "") != nil
        }
    }

    // MARK: Other spellings

    /// 二〇二三年十二月三十一日.
    private static let longestChinese = 36
    private static let dayMark = Array("日".utf8)

    /// The date in Chinese numerals that fills a line.
    func chineseDate(_ line: TextLine) -> String? {
        guard line.bytes.count <= Self.longestChinese, flow.hasPrefix(ChineseDate.century, at: line.bytes.lowerBound),
            flow.hasPrefix(Self.dayMark, at: line.bytes.upperBound - Self.dayMark.count)
        else { return nil }
        return ChineseDate(flow.string(line.bytes))?.text
    }

    /// The date in Chinese numerals at `start`: 发布日期:二〇二四年一月十二日.
    func chineseDate(at start: Int, end: Int) -> (text: String, end: Int)? {
        guard flow.hasPrefix(ChineseDate.century, at: start),
            let day = flow.firstIndex(of: Self.dayMark, in: start..<min(end, start + Self.longestChinese))
        else { return nil }
        let last = day + Self.dayMark.count
        return ChineseDate(flow.string(start..<last)).map { ($0.text, last) }
    }

    /// The date of eight digits at `start`, which only the word before it makes one: 发布时间:20240118.
    static func bareDate(_ bytes: [UInt8], at start: Int, end: Int) -> (text: String, end: Int)? {
        guard start + 8 <= end, let year = YearReader.year(bytes, at: start),
            bytes[start..<(start + 8)].allSatisfy(ASCII.isDigit), start + 8 == end || !ASCII.isDigit(bytes[start + 8])
        else { return nil }
        let pair = { (place: Int) in Int(bytes[place] - ASCII.zero) * 10 + Int(bytes[place + 1] - ASCII.zero) }
        let (month, day) = (pair(start + 4), pair(start + 6))
        guard (1...12).contains(month), (1...31).contains(day) else { return nil }
        return (written(year, month, day), start + 8)
    }
}
