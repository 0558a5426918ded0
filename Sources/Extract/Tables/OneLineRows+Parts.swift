internal import Forms
internal import Model

/// The table of one line where a document prints it in parts: each row by itself, or the rows of one heading in a table.
extension OneLineRows {
    /// What stands before the values of each row, and of no row before it.
    static let names = ["复议", "未经复议", "复议后"].map { Array($0.utf8) }
    private static let suing = Array("起诉".utf8)

    /// The slots of each row; nil where the document has no such parts.
    static func parts(of parse: TableParse, _ form: TableForm) -> [[Slot]]? {
        guard form.rows.count == names.count else { return nil }
        return turned(parse, form) ?? divided(parse, form)
    }

    /// Three lines of a grid behind the names of the rows; the cells of one may all be blank.
    private static func turned(_ parse: TableParse, _ form: TableForm) -> [[Slot]]? {
        let width = form.columns.count
        let runs = parse.runs.filter { $0.count >= width && isOneGrid($0) }
        guard runs.count == form.rows.count, Set(runs.map { $0[0].place?.table }).count == 1,
            runs.contains(where: { $0.contains(where: \.isValue) })
        else { return nil }
        var end = parse.region.lowerBound
        for (run, name) in zip(runs, names) {
            guard let place = start(of: run, parse), end < place, parse.flow.holds(name, in: end..<place) else {
                return nil
            }
            end = place
        }
        let rows = runs.compactMap { SlotFitter.fit($0, to: width) }
        return rows.count == runs.count && !rows.contains(where: SlotFitter.isInDoubt) ? rows : nil
    }

    /// 行政复议 with its five columns in a table, and 行政诉讼 with its ten in the next.
    private static func divided(_ parse: TableParse, _ form: TableForm) -> [[Slot]]? {
        let width = form.columns.count
        let runs = parse.valueRuns
        guard runs.count == 2, runs.allSatisfy(isOneGrid), runs[0][0].place?.table != runs[1][0].place?.table,
            let first = start(of: runs[0], parse), let second = start(of: runs[1], parse), first < second,
            parse.region.lowerBound < first, !parse.flow.holds(suing, in: parse.region.lowerBound..<first),
            parse.flow.holds(suing, in: first..<second),
            let review = SlotFitter.fit(runs[0], to: width), let suits = SlotFitter.fit(runs[1], to: 2 * width),
            !SlotFitter.isInDoubt(review + suits)
        else { return nil }
        return [review, Array(suits[..<width]), Array(suits[width...])]
    }

    private static func isOneGrid(_ run: [Slot]) -> Bool {
        guard let place = run.first?.place else { return false }
        return run.allSatisfy { $0.place?.table == place.table && $0.place?.row == place.row }
    }

    private static func start(of run: [Slot], _ parse: TableParse) -> Int? {
        run[0].piece.map { parse.flow.range($0).lowerBound }
    }
}
