internal import Model

/// What stands in one place of a row, before it is known which column it is.
struct Slot: Equatable {
    enum Kind: Equatable {
        case value(Cell.Content)
        /// A cell with nothing in it.
        case blank
        /// A border with nothing beside it: a blank cell, or no cell.
        case perhapsBlank
    }

    var kind: Kind
    /// As it stands in the report, normalised.
    var text: [UInt8]
    var line: Int
    var place: GridPlace?
    /// Where in the document it stands, where its format has pages or tables.
    var inDocument: DocumentPlace?
    /// The index of the piece that it was read from.
    var piece: Int?
    /// Whether it was told from its neighbours only by the relations of the table.
    var isInferred = false

    var isValue: Bool { kind != .blank && kind != .perhapsBlank }

    var isCertain: Bool { kind != .perhapsBlank }

    static func blank(line: Int, inDocument: DocumentPlace? = nil) -> Slot {
        Slot(kind: .blank, text: [], line: line, inDocument: inDocument)
    }

    var cell: Cell {
        switch kind {
        case .value(let content):
            Cell(
                content,
                text: String(decoding: text, as: UTF8.self),
                line: line,
                inDocument: inDocument,
                isInferred: isInferred
            )
        case .blank, .perhapsBlank: Cell(.blank, line: line, inDocument: inDocument)
        }
    }
}

/// Fits what stands in a row to the row's columns.
enum SlotFitter {
    /// The slots of `count` columns, in order, or nil where it cannot be told which is which.
    static func fit(_ slots: [Slot], to count: Int) -> [Slot]? {
        // Nearly every row: nothing is left out, and nothing copied.
        if slots.count == count, slots.allSatisfy(\.isCertain) { return slots }
        let certain = slots.filter(\.isCertain)
        if certain.count == count { return certain }
        if certain.count > count { return trimmed(certain, to: count) }
        return filled(slots, missing: count - certain.count)
    }

    /// Without the blank cells that a merged or a spare column leaves at a row's end.
    private static func trimmed(_ slots: [Slot], to count: Int) -> [Slot]? {
        slots[count...].allSatisfy { $0.kind == .blank } ? Array(slots[..<count]) : nil
    }

    /// Without what a grid repeats of its last cell in every column that the merged cell covers; nil where that is not
    /// what stands there.
    static func withoutRepeats(_ slots: [Slot], to count: Int) -> [Slot]? {
        guard slots.count > count, slots.allSatisfy({ $0.place != nil && $0.kind != .blank }) else { return nil }
        let last = slots[count - 1]
        let isRepeated = slots[count...].allSatisfy { $0.kind == last.kind && $0.text == last.text }
        return isRepeated ? Array(slots[..<count]) : nil
    }

    /// With as many of the doubtful blanks as are missing: those between two values first, then those at the end.
    private static func filled(_ slots: [Slot], missing: Int) -> [Slot]? {
        let doubtful = slots.indices.filter { !slots[$0].isCertain }
        guard doubtful.count >= missing else { return nil }
        if doubtful.count == missing { return slots }
        let last = slots.lastIndex(where: \.isCertain) ?? -1
        let inner = doubtful.filter { $0 < last }
        guard inner.count <= missing else { return nil }
        let kept = Set(inner + doubtful.filter { $0 > last }.prefix(missing - inner.count))
        return slots.indices.filter { slots[$0].isCertain || kept.contains($0) }.map { slots[$0] }
    }
}
