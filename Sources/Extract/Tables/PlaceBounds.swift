internal import Model

/// Tells between which columns a number can stand, where blanks align most of them: `pdftotext -layout` and the like put
/// words that stand close to each other behind one blank, and what follows a wide gap at its place on the page.
///
/// Only numbers behind several blanks are asked for their place: two of them at one place have one column, and one that
/// stands clear of another has another column. All else is order: a number has at least as many columns before it as the
/// row has numbers before it. It is asked only where the last numbers of neighbouring rows stand below each other, and
/// none of them beyond: a row that slid would seem to have other cells.
struct PlaceBounds {
    private let bounds: [Int: [ClosedRange<Int>]]

    /// So many rows below each other are no accident.
    private static let fewest = 4
    /// Numbers with fewer blanks between them, in two rows, may stand in one column.
    static let clear = 2

    /// Of the rows of a table that have the same `count` columns.
    init(_ readings: [TableParse.RowReading], count: Int, flow: Flow) {
        let rows = AlignedWord.rows(of: readings, flow).filter { $0.count <= count }
        guard !AlignedWord.isJoined(rows) else {
            bounds = [:]
            return
        }
        // The next page may have its columns elsewhere.
        let pages = AlignedWord.pages(rows, flow)
        let told = [\TextColumn.characters, \TextColumn.cells].map { measure in
            pages.reduce(into: [:]) { all, page in
                all.merge(Self.bounds(Array(page), count: count, by: measure)) { first, _ in first }
            }
        }
        // By the other measure labels of other lengths move the columns about, and some rows meet by accident.
        if told[0].count == told[1].count {
            bounds = told[0].merging(told[1]) { $0 == $1 ? $0 : [] }
        } else {
            bounds = told[0].count > told[1].count ? told[0] : told[1]
        }
    }

    private static func bounds(
        _ rows: [[AlignedWord]],
        count: Int,
        by measure: KeyPath<TextColumn, Int>
    ) -> [Int: [ClosedRange<Int>]] {
        var bounds: [Int: [ClosedRange<Int>]] = [:]
        for block in blocks(rows, by: measure) where block.count >= fewest {
            guard let told = PlaceBlock.bounds(block, count: count, by: measure) else { continue }
            for (row, ranges) in zip(block, told) { bounds[row[0].line] = ranges }
        }
        return bounds
    }

    /// For each of the slots the columns in which it can stand; nil where nothing is known of them.
    func bounds(of slots: [Slot]) -> [ClosedRange<Int>]? {
        slots.first.flatMap { bounds[$0.line] }.flatMap { $0.count == slots.count ? $0 : nil }
    }

    /// The rows whose last numbers stand below each other. Where another row between them ends beyond, rows slid, and one
    /// that slid and has no total may seem to end where it should: then none is told.
    private static func blocks(_ rows: [[AlignedWord]], by measure: KeyPath<TextColumn, Int>) -> [[[AlignedWord]]] {
        var blocks: [(rows: [Int], end: Range<Int>)] = []
        for (index, row) in rows.enumerated() {
            guard let last = row.last?.range(by: measure) else { continue }
            let home = blocks.lastIndex { $0.end.lowerBound <= last.upperBound && last.lowerBound <= $0.end.upperBound }
            if let home {
                let end = blocks[home].end
                blocks[home].rows.append(index)
                blocks[home].end = min(last.lowerBound, end.lowerBound)..<max(last.upperBound, end.upperBound)
            } else {
                blocks.append(([index], last))
            }
        }
        let trusted = blocks.filter { block in
            !blocks.contains { other in
                other.end.lowerBound >= block.end.upperBound + clear && other.rows[0] < block.rows[block.rows.count - 1]
                    && block.rows[0] < other.rows[other.rows.count - 1]
            }
        }
        return trusted.map { $0.rows.map { rows[$0] } }
    }
}
