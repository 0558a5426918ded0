internal import Bytes
internal import Forms
internal import Model

/// Last year's table beside this year's, of which the captions above them tell which is which: （2015年度） above the one, （2016年度）
/// above the other.
extension TableReader {
    /// One of the attempts that made a table of a form, and where the text begins that stands above it.
    struct Attempt {
        var parse: TableParse
        var above: Int
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
    /// nearly as full and is this year's, or at least names no other.
    func chosen(of attempts: [Attempt]) -> TableParse? {
        guard let best = Self.fullest(of: attempts) else { return nil }
        guard let year, attempts.count > 1, let other = captionYear(of: best), other != year else { return best.parse }
        let full = attempts.filter { $0.parse.weight * 4 >= best.parse.weight * 3 }
        let captions = full.map { captionYear(of: $0) }
        let own = zip(full, captions).filter { $1 == year }.map(\.0)
        let unnamed = zip(full, captions).filter { $1 == nil }.map(\.0)
        return (Self.fullest(of: own) ?? Self.fullest(of: unnamed) ?? best).parse
    }

    private static func fullest(of attempts: [Attempt]) -> Attempt? {
        var best: Attempt?
        for attempt in attempts where attempt.parse.weight > best?.parse.weight ?? 0 { best = attempt }
        return best
    }

    /// 30 Chinese characters.
    private static let longestCaption = 90
    private static let unit = Array("年".utf8)

    /// The year that stands last above the rows of a table, among its heads or in its caption; nil where none does, or its
    /// heads name several.
    private func captionYear(of attempt: Attempt) -> Int? {
        let start = attempt.parse.region.lowerBound
        let first = attempt.parse.rows.compactMap { $0.map { flow.starts[$0.piece] } }.min() ?? start
        let heads = years(in: start..<max(start, min(first, start + 4 * Self.longestCaption)))
        if let year = heads.last { return heads.allSatisfy { $0 == year } ? year : nil }
        return years(in: max(attempt.above, start - Self.longestCaption)..<max(start, attempt.above)).last
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
