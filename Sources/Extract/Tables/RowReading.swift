internal import Forms
internal import Model

extension TableParse {
    /// What is known of a row when its label is read, and does not change from then on: one object, as readings are copied
    /// from one step to the next.
    final class RowHead: Sendable {
        let layout: TableLayout.Row
        /// The label as printed.
        let label: String
        let line: Int
        let place: GridPlace?
        /// The piece that its label begins in.
        let piece: Int
        let inDocument: DocumentPlace?
        /// Where the heads of the columns stood above the row, by the column's index.
        let heads: [Int: GridPlace]
        /// In how many more of the next columns the same heads stand once more.
        let repeatedHeads: [Int: Int]

        init(
            layout: TableLayout.Row,
            label: String,
            line: Int,
            place: GridPlace?,
            piece: Int,
            inDocument: DocumentPlace?,
            heads: [Int: GridPlace],
            repeatedHeads: [Int: Int]
        ) {
            self.layout = layout
            self.label = label
            self.line = line
            self.place = place
            self.piece = piece
            self.inDocument = inDocument
            self.heads = heads
            self.repeatedHeads = repeatedHeads
        }
    }

    /// What was read of one row.
    struct RowReading {
        let head: RowHead
        /// Where its label ends, which may go on in the grid's next line.
        var endPlace: GridPlace?
        /// Where in the text its label ends.
        var labelEnd = 0
        var slots: [Slot] = []
        /// Words that stand where its values would; where no value follows them, the row is not blank but unread.
        var words: [UInt8] = []
        /// The values that stand behind it, past something that ended it, and belong to no row that is known.
        var strays: [Slot] = []
        /// Whether it lacks values, which may be those behind it.
        var isCutOff: Bool { !strays.isEmpty && !slots.isEmpty && slots.count < layout.columns.count }
        /// Whether values stand right before its label, outside of a grid, that no row took: they may be its own.
        var hasOrphans = false
        /// Whether another row's label stands in the cell of its own: what stands beside may be either's.
        var sharesCell = false
        /// Whether it seems blank, and is not: values were lost that may be its own.
        var isLost = false
        /// Whether the label stands in a grid and values outside of it, or the other way, so that they may be another row's.
        var isTorn: Bool {
            slots.contains { ($0.place == nil) != (place == nil) && $0.kind != .blank } || isOnOtherLine
        }
        /// Whether it has some values only, and they stand on another line of the grid than its label.
        private var isOnOtherLine: Bool {
            guard let place, slots.count < layout.columns.count else { return false }
            return slots.contains { $0.place.map { $0.row != place.row || $0.table != place.table } ?? false }
        }
    }
}

extension TableParse.RowReading {
    var layout: TableLayout.Row { head.layout }
    var label: String { head.label }
    var line: Int { head.line }
    var place: GridPlace? { head.place }
    var piece: Int { head.piece }
    var inDocument: DocumentPlace? { head.inDocument }
    var heads: [Int: GridPlace] { head.heads }
    var repeatedHeads: [Int: Int] { head.repeatedHeads }
}
