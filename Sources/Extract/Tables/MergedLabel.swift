internal import Model

/// The marks that a label leaves which is merged over several columns, where each cell of the text has a line of its own:
/// （一）予以公开 | | over 2 |, 0 |, …. They stand on the label's line, and are none of the row's cells.
enum MergedLabel {
    /// The row's cells, `count` or fewer, where each stands on a line of its own below the label's; else nil. The blank ones
    /// that end a table may have been cut off with it.
    static func withoutMarks(_ slots: [Slot], labelLine: Int, count: Int) -> [Slot]? {
        guard slots.first?.isCertain == false, slots[0].place == nil else { return nil }
        let cells = slots.drop { !$0.isValue && $0.line == labelLine }
        guard cells.count <= count, cells.first.map({ $0.line > labelLine }) ?? false else { return nil }
        return zip(cells, cells.dropFirst()).allSatisfy({ $0.line < $1.line }) ? Array(cells) : nil
    }
}
