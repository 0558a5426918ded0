internal import Model

/// How many line ends stand between two cells and between two rows, where a page was flattened with a steady hand.
///
/// A blank cell then shows as more line ends: in a layout with three between cells and five between rows, a row that
/// ends in a blank is followed by eight. Only a rhythm that every full row keeps is trusted.
struct LineRhythm: Equatable {
    var betweenCells: Int
    var betweenRows: Int

    /// - Parameters:
    ///   - rows: the full rows, as the gaps before each of their values and the gap behind the last one, where a row follows.
    ///   - short: the rows that lack values. Where one has no wider gap than a full one, blank cells leave no trace.
    init?(fullRows rows: [(gaps: [Int], after: Int?)], shortRows short: [(gaps: [Int], after: Int)] = []) {
        guard rows.count >= 2, let first = rows.first?.gaps.first, first > 0 else { return nil }
        guard rows.allSatisfy({ row in row.gaps.allSatisfy { $0 == first } }) else { return nil }
        guard let least = rows.compactMap(\.after).min(), least >= first else { return nil }
        guard short.allSatisfy({ row in row.after > least || row.gaps.contains { $0 > first } }) else { return nil }
        betweenCells = first
        betweenRows = least
    }

    /// How many line ends a row takes, from its label to what stands behind its cells.
    struct Span {
        var columns: Int
        /// Those before each of its values.
        var gaps: [Int]
        var after: Int

        var lineEnds: Int { gaps.reduce(after, +) }
    }

    /// So many rows with values that take one line for each of their cells are no accident.
    private static let fewest = 3

    /// The rhythm of rows of which none is full, because their zeros are blank: all take as many lines, those of their cells and
    /// what stands between rows, which is less than two cells take. Where blank cells leave no trace, a row takes fewer.
    init?(spans: [Span]) {
        guard spans.count >= Self.fewest, let step = spans.lazy.flatMap(\.gaps).min(), step > 0 else { return nil }
        let rest = spans[0].lineEnds - step * spans[0].columns
        guard (step..<2 * step).contains(rest),
            spans.allSatisfy({ span in
                span.lineEnds - step * span.columns == rest && span.after >= rest && (span.after - rest) % step == 0
                    && span.gaps.allSatisfy { $0 % step == 0 }
            })
        else { return nil }
        self.init(betweenCells: step, betweenRows: rest)
    }

    private init(betweenCells: Int, betweenRows: Int) {
        self.betweenCells = betweenCells
        self.betweenRows = betweenRows
    }

    /// The slots with the blanks that the gaps tell of, or nil where they do not make `count` cells.
    ///
    /// `beginsRow` says that the slots begin a row of their own, with no label before them; `endsTable` that no row stands
    /// behind them: where a cell takes one line, the lines before the next heading may be no cells.
    func fill(
        _ slots: [Slot],
        gaps: [Int],
        after: Int,
        count: Int,
        beginsRow: Bool = false,
        endsTable: Bool = false
    ) -> [Slot]? {
        var result: [Slot] = []
        for (index, slot) in slots.enumerated() {
            let usual = index == 0 && beginsRow ? betweenRows : betweenCells
            guard let blanks = blanks(gaps[index], usual: usual) else { return nil }
            result += Array(repeating: .blank(line: slot.line, inDocument: slot.inDocument), count: blanks)
            result.append(slot)
        }
        if result.count == count { return result }
        if endsTable, betweenCells == 1 { return nil }
        guard let trailing = blanks(after, usual: betweenRows), result.count + trailing == count else { return nil }
        return result + Array(repeating: .blank(line: slots.last?.line ?? 0), count: trailing)
    }

    private func blanks(_ gap: Int, usual: Int) -> Int? {
        let extra = gap - usual
        return extra >= 0 && extra % betweenCells == 0 && extra / betweenCells < 32 ? extra / betweenCells : nil
    }
}

/// The rhythm of a text's tables, told from them only where a row asks for it: most rows are full.
final class LazyRhythm {
    private let tell: () -> LineRhythm?
    var tellLoss: () -> Bool = { false }
    var tellDrop: () -> Bool = { false }
    private(set) lazy var value: LineRhythm? = tell()
    /// Whether blank cells were left out, and their bars written at the ends of rows.
    private(set) lazy var dropsCells = tellDrop()
    /// Whether rows show that blank cells left no trace among digits that ran together.
    private(set) lazy var losesBlanks = tellLoss()

    init(_ tell: @escaping () -> LineRhythm?) {
        self.tell = tell
    }

    /// The same for the rows of one table, which may be set otherwise than those that show the rhythm.
    func kept(by parse: TableParse) -> LazyRhythm {
        let own = LazyRhythm { self.value.flatMap { parse.keeps($0) ? $0 : nil } }
        own.tellDrop = { self.dropsCells }
        own.tellLoss = { self.losesBlanks }
        return own
    }
}

extension Flow {
    /// The line ends before each of the slots, and behind the last; nil where they did not come from the text's lines, or where
    /// blanks that a page's author typed, `&nbsp;`, stand between some of them: a line of such is a cell that was left blank, or
    /// several between tabs.
    func gaps(of slots: [Slot]) -> (gaps: [Int], after: Int)? {
        var gaps: [Int] = []
        var previous: Int?
        var typed = 0
        for slot in slots {
            guard let piece = slot.piece, slot.place == nil, slot.kind != .perhapsBlank else { return nil }
            if let previous, piece != previous + 1 { return nil }
            gaps.append(pieces[piece].lineEnds)
            if typedBlanks(before: piece) > 0 { typed += 1 }
            previous = piece
        }
        guard let previous, typed == 0 || typed == slots.count else { return nil }
        return (gaps, previous + 1 < pieces.count ? pieces[previous + 1].lineEnds : 0)
    }
}
