internal import Bytes
internal import Model

/// Finds when the report was published or signed.
struct DateReader {
    let flow: Flow
    let lines: [TextLine]

    private static let labels = [
        "时间:", "日期:", "发布时间", "发布日期", "发表时间", "发表日期", "创建时间", "创建日期", "成文日期", "公开日期", "发文日期",
    ].map { Array($0.utf8) }

    /// What stands in every label; few lines have one of these.
    static let words = ["时间", "日期"].map { Array($0.utf8) }

    /// The date beside the word for it, else that which the format marks, else the last line that is a date, else that under
    /// the title; `YYYY-MM-DD`.
    func published() -> String? { posted() ?? signed() ?? underTitle() }

    /// The date of the page: printed beside the word for it, else marked by the format.
    func posted() -> String? { printed() ?? flow.outline.postingDate }

    /// What a page says of another time than that of its publication.
    private static let foreign = ["当前", "现在", "抓取", "采集", "打印", "下载", "服务", "办公", "工作", "有效", "截止", "截至", "统计"]
        .map { Array($0.utf8) }
    /// What a page says of an earlier time: 成文日期, 生成日期.
    private static let earlier = ["成文", "发文", "生成", "印发", "制发", "签发", "创建"].map { Array($0.utf8) }
    /// What a page says of a later time than that of its publication.
    private static let later = ["更新", "修改", "编辑"].map { Array($0.utf8) }

    private func follows(_ words: [[UInt8]], _ place: Int) -> Bool {
        words.contains { flow.hasPrefix($0, at: place - $0.count) }
    }

    /// The date beside the word for it: 发布日期, wherever it stands; when the text was written or the page changed only
    /// where it says nothing else, as 成文日期：2024-01-10 does that stands before it.
    func printed() -> String? {
        var next = 0
        var changed: String?
        var written: String?
        for word in flow.places(of: .dates) {
            guard let index = lines.lastIndex(startingBefore: word + 1), index >= next else { continue }
            next = index + 1
            let line = lines[index]
            guard line.bytes.contains(word), let room = room(of: line) else { continue }
            for label in Self.labels {
                guard let found = flow.firstIndex(of: label, in: room), !follows(Self.foreign, found) else {
                    continue
                }
                var start = found + label.count
                start += Self.closings.first { flow.hasPrefix($0, at: start) }?.count ?? 0
                while start < line.bytes.upperBound, flow.bytes[start] == UInt8(ascii: ":") { start += 1 }
                if let date = Self.date(flow.bytes, at: start, end: line.bytes.upperBound)
                    ?? Self.bareDate(flow.bytes, at: start, end: line.bytes.upperBound)
                    ?? chineseDate(at: start, end: line.bytes.upperBound)
                {
                    if follows(Self.later, found) {
                        changed = changed ?? date.text
                    } else if Self.writings.contains(label) || follows(Self.earlier, found) {
                        written = written ?? date.text
                    } else {
                        return date.text
                    }
                } else if found == line.bytes.lowerBound, start == line.bytes.upperBound, let date = dateLine(next) {
                    // When it was written is known before it was published.
                    guard Self.writings.contains(label) else { return date }
                    written = written ?? date
                }
            }
        }
        return written ?? changed
    }

    private static let longest = 120
    private static let longestHead = 300
    private static let ofHeads = ["索引", "发文机关", "发布机构", "发文字号", "文号", "主题分类", "信息分类"].map { Array($0.utf8) }

    /// Where a line may tell the page's date: a short one anywhere; a long one in its head, where it begins with what pages
    /// say of themselves: 索引号:… 发文机关:… 成文日期:… 文号: 发布日期:….
    private func room(of line: TextLine) -> Range<Int>? {
        guard line.bytes.count > Self.longest else { return line.bytes }
        let start = line.bytes.lowerBound
        guard Self.ofHeads.contains(where: { flow.hasPrefix($0, at: start) }) else { return nil }
        return start..<min(line.bytes.upperBound, start + Self.longestHead)
    }

    /// The last line that is a date and nothing else, or the date of a signature inside a line.
    func signed() -> String? {
        let last = lines.indices.reversed().lazy.compactMap { index in
            signed(lines[index]).flatMap { isOfList(index) ? nil : $0 }
        }
        return last.first ?? runningSignature()?.date
    }

    /// Whether a date is one of a list of pages, each with its own: 2024-01-10, a title, 2024-01-09.
    private func isOfList(_ index: Int) -> Bool {
        guard !flow.hasPrefix(Self.yearMark, at: lines[index].bytes.lowerBound + 4) else { return false }
        let near = max(0, index - 2)...min(lines.count - 1, index + 2)
        return near.contains { $0 != index && signed(lines[$0]) != nil }
    }

    private func signed(_ line: TextLine) -> String? {
        if let date = chineseDate(line) { return date }
        guard line.bytes.count <= 24,
            let date = Self.date(flow.bytes, at: line.bytes.lowerBound, end: line.bytes.upperBound),
            date.end == line.bytes.upperBound
        else { return nil }
        return date.text
    }

    /// The date that begins at `start`: 2024年1月23日, 2024-01-23, 2024/1/23, 2024.1.23; nil where none does.
    static func date(_ bytes: [UInt8], at start: Int, end: Int) -> (text: String, end: Int)? {
        guard start < end, let year = YearReader.year(bytes, at: start) else { return nil }
        var index = start + 4
        guard let first = separator(bytes, at: index, end, marks: ["年", "-", "/", "."]) else { return nil }
        index += first
        guard let (month, afterMonth) = month(bytes, at: index, end) else { return nil }
        index = afterMonth
        guard let second = separator(bytes, at: index, end, marks: ["月", "-", "/", "."]) else { return nil }
        index += second
        guard let (day, afterDay) = number(bytes, at: index, end), (1...12).contains(month), (1...31).contains(day)
        else { return nil }
        let last = afterDay + (separator(bytes, at: afterDay, end, marks: ["日"]) ?? 0)
        return (written(year, month, day), last)
    }

    static func written(_ year: Int, _ month: Int, _ day: Int) -> String { "\(year)-\(padded(month))-\(padded(day))" }

    private static let firstMonth = Array("元".utf8)

    /// The number of a month, or 元月.
    private static func month(_ bytes: [UInt8], at start: Int, _ end: Int) -> (Int, Int)? {
        let isFirst = start < end && bytes[start..<end].starts(with: firstMonth)
        return isFirst ? (1, start + firstMonth.count) : number(bytes, at: start, end)
    }

    private static func padded(_ value: Int) -> String { value < 10 ? "0\(value)" : String(value) }

    private static func separator(_ bytes: [UInt8], at index: Int, _ end: Int, marks: [String]) -> Int? {
        marks.first { mark in index < end && bytes[index..<end].starts(with: mark.utf8) }?.utf8.count
    }

    private static func number(_ bytes: [UInt8], at start: Int, _ end: Int) -> (Int, Int)? {
        var index = start
        var value = 0
        while index < end, index - start < 2, ASCII.isDigit(bytes[index]) {
            value = value * 10 + Int(bytes[index] - ASCII.zero)
            index += 1
        }
        return index > start ? (value, index) : nil
    }
}
