internal import Bytes
internal import Forms
internal import Model

/// Last year's table beside this year's, of which the captions above them tell which is which: （2015年度） above the one, （2016年度）
/// above the other, or 上年度 and 本年度.
extension TableReader {
    /// One of the attempts that made a table of a form, and where the text begins that stands above it.
    struct Attempt {
        var parse: TableParse
        var above: Int
    }

    /// Whose year a caption says that a table is of.
    private enum Standing {
        case own
        case other
        case untold
    }

    /// No document has a table so often for a reason.
    private static let mostAttempts = 8

    /// Keeps an attempt, but for the emptiest where there are too many.
    func keep(_ attempt: Attempt, among attempts: inout [Attempt]) {
        attempts.append(attempt)
        guard attempts.count > Self.mostAttempts,
            let least = attempts.indices.reversed().min(by: { attempts[$0].parse.weight < attempts[$1].parse.weight })
        else { return }
        attempts.remove(at: least)
    }

    /// The fullest of the attempts, the first of equals; where its caption names another year than the report's, one that is
    /// nearly as full and is this year's, or at least names no other. Those that may be this year's as well go with it.
    func chosen(of attempts: [Attempt]) -> TableParse? {
        guard let best = Self.fullest(of: attempts) else { return nil }
        let full = attempts.filter { $0.parse.weight * 4 >= best.parse.weight * 3 }
        guard full.count > 1 else { return best.parse }
        let standings = full.map { standing(of: $0) }
        let own = zip(full, standings).filter { $1 == .own }.map(\.0)
        let untold = zip(full, standings).filter { $1 == .untold }.map(\.0)
        let candidates = own.isEmpty ? untold.isEmpty ? full : untold : own
        guard var chosen = Self.fullest(of: candidates)?.parse else { return best.parse }
        chosen.rivals = candidates.map(\.parse).filter { $0.origin != chosen.origin && $0.isAsFull(as: chosen) }
        return chosen
    }

    private static func fullest(of attempts: [Attempt]) -> Attempt? {
        var best: Attempt?
        for attempt in attempts where attempt.parse.weight > best?.parse.weight ?? 0 { best = attempt }
        return best
    }

    /// 30 Chinese characters.
    private static let longestCaption = 90
    private static let unit = Array("年".utf8)
    private static let lastYear = ["上年度", "上一年度", "上年数据", "上年情况", "去年"].map { Array($0.utf8) }
    private static let thisYear = ["本年度", "本年数据", "本年情况", "今年", "当年"].map { Array($0.utf8) }

    private func standing(of attempt: Attempt) -> Standing {
        if let year, let named = captionYear(of: attempt) { return named == year ? .own : .other }
        let caption = caption(of: attempt)
        let isOther = Self.lastYear.contains { flow.holds($0, in: caption) }
        let isOwn = Self.thisYear.contains { flow.holds($0, in: caption) }
        return isOther == isOwn ? .untold : isOwn ? .own : .other
    }

    /// What stands right above a table.
    private func caption(of attempt: Attempt) -> Range<Int> {
        let start = attempt.parse.region.lowerBound
        return max(attempt.above, start - Self.longestCaption)..<max(start, attempt.above)
    }

    /// The year that stands last above the rows of a table, among its heads or in its caption; nil where none does, or its
    /// heads name several.
    private func captionYear(of attempt: Attempt) -> Int? {
        let start = attempt.parse.region.lowerBound
        let first = attempt.parse.rows.compactMap { $0.map { flow.starts[$0.piece] } }.min() ?? start
        let heads = years(in: start..<max(start, min(first, start + 4 * Self.longestCaption)))
        if let year = heads.last { return heads.allSatisfy { $0 == year } ? year : nil }
        return years(in: caption(of: attempt)).last
    }

    private func years(in range: Range<Int>) -> [Int] {
        range.compactMap { index in
            guard ASCII.isDigit(flow.bytes[index]), flow.hasPrefix(Self.unit, at: index + 4),
                index == 0 || !ASCII.isDigit(flow.bytes[index - 1])
            else { return nil }
            return YearReader.year(flow.bytes, at: index)
        }
    }
}

extension TableParse {
    /// Whether nearly as many rows have their values as those of `other`, and nearly all of the form's have.
    fileprivate func isAsFull(as other: TableParse) -> Bool {
        let (own, others) = (filled, other.filled)
        return own * 10 >= others * 9 && own * 10 >= table.rows.count * 9
    }

    private var filled: Int {
        if table.isOneLine { return valueRuns.isEmpty ? 0 : table.rows.count }
        return rows.count { $0?.slots.contains(where: \.isValue) ?? false }
    }
}

extension Table {
    /// The table without the numbers that another one has otherwise, of which nothing tells whether it is this year's.
    func inDoubt(where others: [Table]) -> Table {
        var table = self
        for other in others {
            for row in rows.indices {
                for column in columns.indices where rows[row].cells[column] != nil {
                    let twin = other.cell(rows[row].id, columns[column])
                    guard twin?.content != rows[row].cells[column]?.content else { continue }
                    table.rows[row].cells[column]?.content = .ambiguous
                    table.state = .partial
                    table.unsatisfied = []
                }
            }
        }
        return table
    }
}
