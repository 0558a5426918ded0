internal import Model

/// Puts the number back that a converter wrote as a small table within its cell, in the middle of the row: its opening bar
/// is a blank cell, and the line under its head stands among the values.
///
/// `| 0 | |  | | --- | | 15 | |` within a Markdown row, `0| | 15` over `---` where a row's cells have a bar between them.
/// Only as many cells as the row has columns tell that it was understood; else nothing is known of the row.
enum NestedTables {
    /// The slots without what the small table added; one doubt where that cannot be told, nil where none stands there.
    static func read(_ slots: [Slot], columns count: Int) -> [Slot]? {
        guard let rule = slots.firstIndex(where: isRule) else { return nil }
        let shapes = slots[rule].place == nil ? loose(slots, rule) : framed(slots, rule, columns: count)
        guard !shapes.isEmpty else { return nil }
        let fitting = shapes.filter { slots.count - $0.window.count + 1 == count }
        guard fitting.count == 1, slots.count(where: isRule) == 1, let shape = fitting.first else {
            return Array(SlotFitter.doubts(slots, count: 1, line: slots[rule].line))
        }
        var kept = slots
        kept.replaceSubrange(shape.window, with: [slots[shape.value]])
        // In the document's grid they stand further to the right than their heads.
        for index in kept.indices { kept[index].place = nil }
        return kept
    }

    /// What may be one cell, and which of it is the cell's value.
    private typealias Shape = (window: ClosedRange<Int>, value: Int)

    /// The line stands by itself below a line of cells: blank, 15, --- or blank, ---, 15.
    private static func loose(_ slots: [Slot], _ rule: Int) -> [Shape] {
        let line = slots[rule].line
        if rule >= 2, !isBlank(slots[rule - 1]), slots[rule - 2].kind == .perhapsBlank,
            slots[(rule - 2)..<rule].allSatisfy({ $0.line == line - 1 })
        {
            return [((rule - 2)...rule, rule - 1)]
        }
        guard rule >= 1, slots[rule - 1].kind == .perhapsBlank, slots[rule - 1].line == line - 1 else { return [] }
        // The last cell's number is blank, too; the bar before it may stand for a cell of its own.
        if rule + 1 == slots.count {
            let isDouble = rule >= 2 && slots[rule - 2].kind == .perhapsBlank && slots[rule - 2].line == line - 1
            return [((rule - 1)...rule, rule - 1)] + (isDouble ? [((rule - 2)...rule, rule - 1)] : [])
        }
        return [((rule - 1)...(rule + 1), rule + 1)]
    }

    /// The line stands between two blank cells: blank, 15, blank, ---, blank or blank, blank, blank, ---, blank, 15, blank.
    private static func framed(_ slots: [Slot], _ rule: Int, columns count: Int) -> [Shape] {
        guard slots.count >= count + 3, rule >= 3, rule + 1 < slots.count, isBlank(slots[rule - 1]),
            isBlank(slots[rule - 3]), isBlank(slots[rule + 1])
        else { return [] }
        var shapes: [Shape] = [((rule - 3)...(rule + 1), rule - 2)]
        if isBlank(slots[rule - 2]), rule + 3 < slots.count, isBlank(slots[rule + 3]) {
            shapes.append(((rule - 3)...(rule + 3), rule + 2))
        }
        return shapes
    }

    private static func isBlank(_ slot: Slot) -> Bool { !slot.isValue }

    private static func isRule(_ slot: Slot) -> Bool {
        slot.kind == .value(.mark) && slot.text.count >= 3 && slot.text.allSatisfy { $0 == UInt8(ascii: "-") }
    }
}
