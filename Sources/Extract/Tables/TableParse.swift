internal import Bytes
internal import Forms
internal import Model

/// One attempt to read a table from an anchor on.
///
/// The labels of the table are known by their places in the text; what lies between two of them is either values, or
/// the number of the next label, or foreign. A value belongs to the row whose label stands last before it. The attempt
/// ends where the table does: at the heading of a section, at a sentence, or when its last row is full. What changes as
/// it reads on is written by its extensions for values and for labels, and by nothing else.
struct TableParse {
    let flow: Flow
    let layout: TableLayout
    /// The rows by the form's index, nil where a row was not seen; merged rows stand behind them. Its fields are asked
    /// for in place: a copy of a reading, for each piece of a table, cost more than all else that is done with it.
    var rows: [RowReading?]
    /// Runs of values, where the table prints its rows beside each other.
    var runs: [[Slot]] = []
    /// The columns whose heads were seen.
    var heads: Set<Int> = []
    /// Where in the document's own table each column's head stood last.
    var headPlaces: [Int: GridPlace] = [:]
    /// In how many more of the next columns it stands once more.
    var repeatedHeads: [Int: Int] = [:]
    /// The column whose head was seen last, and the piece that it ends in.
    var lastHead: (column: Int, piece: Int)?
    /// The columns and the places of their heads, in order, where a table of one line is one of the document's tables.
    var headCells: [(column: Int, place: GridPlace)] = []
    /// Where the codes of the rows stand, where the table has such a column.
    var codes: RowCodes?
    /// The columns that are none of the form's, in the order of their heads.
    var extras: [ExtraColumn] = []
    /// Whether one of the heads names the report year.
    var hasReportHead = false
    /// Whether it numbers its rows, in whatever column.
    var isCoded = false
    var line: Int
    /// The bytes that the table takes.
    var region: Range<Int>

    /// The row that values belong to.
    var current: Int? {
        didSet { home = current.flatMap { rows[$0]?.place } }
    }
    /// Where the label of that row stands in its grid.
    private(set) var home: GridPlace?
    /// The last row of the form that began.
    var lastRow = -1
    /// The last row that began, whichever it was.
    var newest: Int?
    /// Other tables of the form in the text, as full as this one, of which nothing tells which is this year's.
    var rivals: [TableParse] = []
    /// Where it reads on: a piece, and a place in the text.
    var piece: Int
    var offset: Int
    /// The piece that the attempt begins with.
    let origin: Int
    /// The values that stand before the first row's label, outside of a grid.
    var early: [Slot] = []
    /// How many values stand outside of the grid that the table is, in no row of it.
    var strays = 0
    /// Whether one of them stood behind the newest row's label.
    var hasOrphans = false
    /// Whether the last label was a group's line, which prints dashes where its rows have values.
    var isBehindGroup = false
    /// Where in a grid the last value stands that no row took.
    var orphan: GridPlace?
    /// Whether rows that were not found stand behind the table's end.
    var hasRowsBehind = false
    /// Whether the words of a row that was not found stand between the others.
    var hasRowsBetween = false
    /// Where the last note in brackets ends that is passed over: behind a row's label, or behind words that the form does not have.
    var noteEnd = 0
    /// How many bytes were passed over that are neither labels nor values.
    var foreign = 0
    var isEnded = false
    /// Whether what it passes over stands before a row that was not seen yet.
    var isBeforeRow = false

    /// The rows whose labels were seen, where the table prints its rows beside each other.
    var labelledRows: Set<Int> = []
    let groupWords: Set<[UInt8]>

    static let foreignLimit = 90
    /// Before the next of the rows: what was broken of the labels between.
    static let foreignLimitBeforeRow = 210
    /// Before the first row: narrow columns break the heads into words that nobody knows.
    static let foreignLimitInHeads = 300
    static let sentenceEnd = Array("。".utf8)
    static let note = Array("注:".utf8)

    /// The report year, where it is known.
    let year: Int?

    init(flow: Flow, layout: TableLayout, groupWords: Set<[UInt8]>, start: Int, year: Int?) {
        self.year = year
        self.flow = flow
        self.layout = layout
        self.groupWords = groupWords
        rows = Array(repeating: nil, count: layout.rows.count)
        piece = flow.piece(at: start)
        origin = piece
        offset = start
        line = flow.pieces[piece].line
        region = start..<start
    }

    /// Reads on with the table's labels, which must begin with the one at `start`, and gives how many it took.
    mutating func read(_ labels: ArraySlice<TableLabel>) -> Int {
        var rest = labels
        while let label = rest.popFirst(), !isEnded {
            if isInNote(label) { continue }
            consume(before: label)
            if isBelowGrid(flow.pieces[label.firstPiece]) || isBelowLastRow(label) || isInSentence(label) {
                isEnded = true
            }
            guard !isEnded else { break }
            take(label, next: rest.first)
            if !isEnded { region = region.lowerBound..<max(offset, region.upperBound) }
        }
        if !isEnded { consume(before: nil) }
        return labels.count - rest.count
    }

    var table: TableForm { layout.table }

    var isBeforeRows: Bool { lastRow < 0 && rows.allSatisfy { $0 == nil } }

    var rowCount: Int { table.rows.count }

    /// The runs in which a value stands.
    var valueRuns: [[Slot]] {
        runs.filter { run in run.contains { $0.isValue } }
    }

    func form(_ row: Int) -> RowForm {
        row < rowCount ? table.rows[row] : table.mergedRows[row - rowCount].row
    }

    func width(_ row: Int) -> Int { layout.rows[row].columns.count + (codes == nil ? 0 : 1) + extras.count }

    /// Whether every row of the form was found, or another that stands for it.
    var isComplete: Bool {
        let replaced = table.mergedRows.indices.filter { rows[rowCount + $0] != nil }
            .reduce(0) { $0 + table.mergedRows[$1].replaces.count }
        return rows[..<rowCount].count { $0 != nil } + replaced >= rowCount
    }

    func isFull(_ row: Int) -> Bool {
        let count = rows[row]?.slots.count ?? 0
        guard count >= width(row) else { return false }
        return (rows[row]?.slots.count(where: \.isCertain) ?? 0) >= width(row)
    }
}
