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
    var text: [UInt8] { didSet { written = nil } }
    /// As it was written, where that is not how it is read: ５ for 5.
    var written: [UInt8]?
    var line: Int
    var place: GridPlace?
    /// Where in the document it stands, where its format has pages or tables.
    var inDocument: DocumentPlace?
    /// The index of the piece that it was read from.
    var piece: Int?
    /// Whether it was told from its neighbours only by the relations of the table.
    var isInferred = false
    /// Whether its cell holds several numbers, so that what follows in it makes no number of them: 5, 1,41 and 5.
    var holdsSeveral = false
    /// The number that its digits are where blanks part their thousands: 1 234.
    var parted: Quantity?
    /// Whether nobody knows that it is the row's at all.
    private(set) var mayBeOthers = false

    var isValue: Bool { kind != .blank && kind != .perhapsBlank }

    /// The number that it holds, nil where it holds none.
    var number: Quantity? { if case .value(.number(let number)) = kind { number } else { nil } }

    var isNumber: Bool { if case .value(.number) = kind { true } else { false } }

    /// Whether white space divides its digits: 1 0 is not 10, nor is -140 0 the number -1400.
    var isDivided: Bool {
        guard kind == .value(.ambiguous), !mayBeOthers, case .number? = CellReader.content(text, 0..<text.count) else {
            return false
        }
        return true
    }

    var isCertain: Bool { kind != .perhapsBlank }

    /// The same, but nobody knows whose it is.
    var inDoubt: Slot {
        var slot = self
        slot.mayBeOthers = true
        slot.kind = .value(.ambiguous)
        return slot
    }

    /// What people are shown of it.
    var shown: [UInt8] { written ?? text }

    static func blank(line: Int, inDocument: DocumentPlace? = nil) -> Slot {
        Slot(kind: .blank, text: [], line: line, inDocument: inDocument)
    }

    var cell: Cell {
        switch kind {
        case .value(let content):
            Cell(
                content,
                text: String(decoding: shown, as: UTF8.self),
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
    /// Where a row has blank cells that are none of its columns.
    enum SpareSide {
        /// A label that is merged over two columns leaves one.
        case start
        /// A column without a head.
        case end
    }

    /// The slots of `count` columns, in order, or nil where it cannot be told which is which. `side` says where the spare
    /// cells of such rows are known to be.
    static func fit(_ slots: [Slot], to count: Int, spare side: SpareSide? = nil) -> [Slot]? {
        // Nearly every row: nothing is left out, and nothing copied.
        if slots.count == count, slots.indices.allSatisfy({ slots[$0].isCertain }) { return slots }
        let certain = slots.filter(\.isCertain)
        if certain.count == count { return certain }
        let room = room(of: slots, for: count)
        guard room.needed >= 0, room.lead + room.trail >= room.needed else { return nil }
        guard let lead = room.kept(side), side != nil || !room.mayHaveBorders else { return nil }
        return room.slots(lead: lead)
    }

    /// On which side a row has blank cells that are certainly none of its `count` columns.
    static func spareSide(of slots: [Slot], for count: Int) -> SpareSide? {
        // Nearly every row: a value stands at each end.
        if let first = slots.first, let last = slots.last, first.isValue, last.isValue { return nil }
        let room = room(of: slots, for: count)
        // A row without values tells nothing of where its cells begin.
        guard room.needed >= 0, room.first <= room.last, room.lead + room.trail > room.needed,
            !room.hasBorderBeforeValue
        else { return nil }
        if room.needed < room.lead { return room.needed < room.trail ? nil : .start }
        return room.needed < room.trail ? .end : nil
    }

    /// The blank cells at the ends of a row of which only some can be its columns: those without a trace where such ones
    /// are missing, else all.
    private struct Room {
        var all: [Slot]
        var first: Int
        var last: Int
        var isOpen: (Slot) -> Bool
        /// How many of them the row needs.
        var needed: Int

        var lead: Int { all[..<first].count(where: isOpen) }
        var trail: Int { all[(last + 1)...].count(where: isOpen) }

        /// Whether a row that goes on over lines has more traces of blank cells than it lacks cells, some of them before its
        /// first value and some between its values: a bar that begins a line may be a border alone.
        var mayHaveBorders: Bool {
            guard lead > 0, lead + trail > needed, first <= last, all[first].line != all[last].line else {
                return false
            }
            return all[first...last].contains { !$0.isCertain }
        }

        /// Whether a line within the row begins with a bar and a value: `| 34` below `20|`. That bar may be the border of the
        /// cell that the line before it opened, and no cell more.
        var hasBorderBeforeValue: Bool {
            guard first + 2 < last else { return false }
            return ((first + 1)..<last).contains { index in
                !all[index].isCertain && all[index].line != all[index - 1].line && all[index + 1].isValue
                    && all[index + 1].line == all[index].line
            }
        }

        /// How many of those at the start are the row's, where that can be told.
        func kept(_ side: SpareSide?) -> Int? {
            if lead + trail == needed || trail == 0 { return min(lead, needed) }
            if lead == 0 || needed == 0 { return 0 }
            switch side {
            case .start: return max(0, needed - trail)
            case .end: return min(lead, needed)
            // A row of blanks alone: one is as good as another.
            case nil: return first > last ? min(lead, needed) : nil
            }
        }

        func slots(lead kept: Int) -> [Slot] {
            var dropped = lead - kept
            var trailing = needed - kept
            return all.indices.filter { index in
                guard isOpen(all[index]) else { return true }
                if index < first {
                    dropped -= 1
                    return dropped < 0
                }
                guard index > last else { return true }
                trailing -= 1
                return trailing >= 0
            }.map { all[$0] }
        }
    }

    private static func room(of slots: [Slot], for count: Int) -> Room {
        let certain = slots.filter(\.isCertain)
        let hasSurplus = certain.count > count
        let all = hasSurplus ? certain : slots
        let isFixed = { (slot: Slot) in hasSurplus ? slot.isValue : slot.isCertain }
        let first = all.firstIndex(where: isFixed) ?? all.count
        let last = all.lastIndex(where: isFixed) ?? all.count - 1
        let isOpen = { (slot: Slot) in !isFixed(slot) }
        let inner = first <= last ? last - first + 1 : 0
        return Room(all: all, first: first, last: last, isOpen: isOpen, needed: count - inner)
    }

    /// Whether a blank stands before each value and none elsewhere between them, as where a text has two separators between two
    /// cells, |a||b|: then those of the cells that were left out are missing, too, and blanks tell nothing. A row of blanks and
    /// values in turn would have no total.
    static func standBehindSeparators(_ slots: [Slot]) -> Bool {
        guard let last = slots.last, last.inDocument == nil else { return false }
        let values = slots.indices.filter { slots[$0].isValue }
        return values.count > 1 && values.enumerated().allSatisfy { $1 == 2 * $0 + 1 }
    }

    /// Whether a line of the row ends in several bars before a value on the next, `1 | |⏎/ | 0`: the line end may be all that a
    /// blank cell holds, before the bar or behind it, and how many cells the bars are nobody knows.
    static func breaksBehindBars(_ slots: [Slot]) -> Bool {
        guard slots.count > 2, slots[0].place == nil else { return false }
        return (2..<slots.count).contains { index in
            slots[index].isValue && slots[index - 1].kind == .perhapsBlank && slots[index - 2].kind == .perhapsBlank
                && slots[index - 1].line == slots[index - 2].line && slots[index].line > slots[index - 1].line
        }
    }

    /// Without what a grid repeats of its last cell in every column that the merged cell covers; nil where that is not
    /// what stands there.
    static func withoutRepeats(_ slots: [Slot], to count: Int) -> [Slot]? {
        guard slots.count > count, slots.allSatisfy({ $0.place != nil && $0.kind != .blank }) else { return nil }
        let last = slots[count - 1]
        let isRepeated = slots[count...].allSatisfy { $0.kind == last.kind && $0.text == last.text }
        return isRepeated ? Array(slots[..<count]) : nil
    }
}
