internal import Bytes

/// Joins again what spaced letters part: pdftotext takes the room between the letters of such a text now for none, and now for
/// that between two words, so that 尚未 stands over 审 and 结, and 8 beside 2.
///
/// A page of spaced letters shows the same room between its words all over. Cells beside each other stand farther apart, or at
/// least not just as far.
enum LetterSpacing {
    /// So many gaps that are alike, on one page, are no accident.
    private static let fewest = 20
    /// In characters: a blank between two words is wider.
    private static let widest = 0.4
    /// In points: places are told to a hundredth, and the type's own width is rounded.
    private static let tolerance = 0.3

    static func joined(_ words: [WordBox]) -> [WordBox] {
        guard let spacing = spacing(of: words) else { return words }
        var result: [WordBox] = []
        result.reserveCapacity(words.count)
        for word in words {
            if let last = result.last, let gap = gap(last, word), abs(gap - spacing) < tolerance, mayJoin(last, word) {
                result[result.count - 1].join(word)
                result[result.count - 1].tellKind()
            } else {
                result.append(word)
            }
        }
        return result
    }

    /// The room between the letters of a page; nil where they are not spaced.
    private static func spacing(of words: [WordBox]) -> Double? {
        let gaps = zip(words, words.dropFirst()).compactMap { one, next in
            one.kind != .value && next.kind != .value ? gap(one, next) : nil
        }.sorted()
        guard gaps.count >= fewest else { return nil }
        let spacing = gaps[gaps.count / 2]
        let alike = gaps.count { abs($0 - spacing) < tolerance }
        return alike * 10 >= gaps.count * 9 ? spacing : nil
    }

    /// The room between two words of one line and one type that follow each other closely; nil between any others.
    private static func gap(_ one: WordBox, _ next: WordBox) -> Double? {
        let gap = next.left - one.right
        let height = min(one.height, next.height)
        guard gap > 0, gap < widest * height, abs(one.middle - next.middle) < 0.2 * height, !one.isVertical,
            !next.isVertical
        else { return nil }
        return gap
    }

    /// A number is joined with digits alone: 年共 8 件 is read as well in pieces, and a cell's number is no part of its label.
    private static func mayJoin(_ one: WordBox, _ next: WordBox) -> Bool {
        if one.kind == .value || next.kind == .value { return one.isPlainNumber && next.isPlainNumber }
        return true
    }
}

extension WordBox {
    /// Whether it has no characters but digits, and a point or comma between them.
    fileprivate var isPlainNumber: Bool {
        text.allSatisfy { ASCII.isDigit($0) || $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: ",") }
    }
}
