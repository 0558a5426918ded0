internal import Bytes
internal import Forms
internal import Model

/// Rows that have no values of their own where their neighbours have too many: what was lost in reading is no blank.
enum LostRows {
    typealias Reading = TableParse.RowReading

    /// The rows, those marked that seem blank only because their values were lost.
    ///
    /// A tool that writes a page from top to bottom may put a row's values before its label, as at the end of a page: they
    /// are read behind those of the row before.
    static func marked(_ readings: [Reading], _ layout: TableLayout, _ flow: Flow) -> [Reading] {
        var result = readings
        let hasGridRows = readings.contains { $0.place != nil && !$0.slots.isEmpty }
        // 3、其 | 1 over 他 and blank cells: the values stand on the line where the label began.
        for index in readings.indices where result[index].hasOrphans && result[index].place != nil {
            result[index].isLost = result[index].isLost || result[index].slots.allSatisfy { !$0.isValue }
        }
        for index in slidRows(readings) + crossedRows(readings) { result[index].isLost = true }
        for index in readings.indices where result[index].slots.isEmpty {
            guard result[index].strays.isEmpty else {
                result[index].isLost = true
                continue
            }
            // A blank cell of a grid is there to be seen; a label outside of the grid that the others stand in has none.
            if result[index].place != nil || hasGridRows {
                result[index].isLost = hasGridRows
                continue
            }
            if index > 0, follows(result[index - 1], result[index], layout), isDouble(result[index - 1]),
                index < 2 || !result[index - 2].slots.isEmpty
            {
                let width = result[index].layout.columns.count
                result[index].slots = Array(result[index - 1].slots[width...])
                result[index - 1].slots.removeLast(width)
                continue
            }
            if index > 0, follows(result[index - 1], result[index], layout),
                isCut(before: result[index], behind: result[index - 1], flow),
                index < 2 || !result[index - 2].slots.isEmpty
            {
                result[index].slots = result[index - 1].strays
                result[index - 1].strays = []
                continue
            }
            if isBesideSurplus(index, readings) || result[index].hasOrphans || isOnlyGap(index, readings) {
                result[index].isLost = true
            }
        }
        return result
    }

    /// The full rows between one that has too many values and one that lacks some: each may have its neighbour's, of a page
    /// on which some labels stand above their values and some below. Beside an empty row, so does one with a number less
    /// than zero in a column of counts.
    private static func slidRows(_ readings: [Reading]) -> [Int] {
        var slid: [Int] = []
        var start: (index: Int, lacks: Bool)?
        for (index, reading) in readings.enumerated() {
            let lacks = reading.slots.count < reading.layout.columns.count
            if reading.place != nil {
                start = nil
            } else if lacks || hasSurplus(reading) {
                if let first = start, first.lacks != lacks { slid += (first.index + 1)..<index }
                start = (index, lacks)
            } else if hasStrayRow(reading) {
                start = (index, false)
            } else if index > 0, readings[index - 1].slots.isEmpty, readings[index - 1].place == nil,
                isBelowZero(reading)
            {
                slid += [index - 1, index]
            }
        }
        return slid
    }

    /// Rows without values whose labels do not stand in the form's order, as （七）总计 over 3.其他: a tool wrote the page by the
    /// places of its words, and their values stand somewhere else. So may those of a row right behind such a label.
    private static func crossedRows(_ readings: [Reading]) -> [Int] {
        guard readings.contains(where: { $0.slots.isEmpty && $0.place == nil }) else { return [] }
        let order = readings.indices.sorted { readings[$0].piece < readings[$1].piece }
        return zip(order, order.dropFirst()).flatMap { first, second -> [Int] in
            guard first > second, readings[first].place == nil, readings[second].place == nil else { return [] }
            if readings[first].slots.isEmpty { return [first, second] }
            return readings[second].slots.isEmpty ? [second] : []
        }
    }

    private static func isBelowZero(_ reading: Reading) -> Bool {
        zip(reading.slots, reading.layout.kinds).contains { slot, kind in
            kind == .count && slot.cell.number.map { $0 < Quantity(0) } ?? false
        }
    }

    /// Whether other rows' values stand before or behind the rows without any that a row is one of: labels alone, one below
    /// the other, whose values stand somewhere else.
    private static func isBesideSurplus(_ index: Int, _ readings: [Reading]) -> Bool {
        let before = readings[..<index].last { !$0.slots.isEmpty }
        let behind = readings[index...].first { !$0.slots.isEmpty }
        return before.map(hasSurplus) ?? false || behind.map { hasSurplus($0) || $0.strays.count > 1 } ?? false
    }

    /// Whether a row without a trace of cells stands among rows each of whose cells has its sign, be it a 0 or a dash: who
    /// fills in that much leaves no row out, and its values may have gone elsewhere.
    private static func isOnlyGap(_ index: Int, _ readings: [Reading]) -> Bool {
        guard readings[index].words.isEmpty else { return false }
        let others = readings.indices.filter { $0 != index && readings[$0].layout.columns.count > 1 }
        let isWhole = others.allSatisfy { index in
            readings[index].slots.count >= readings[index].layout.columns.count
                && readings[index].slots.allSatisfy(\.isValue)
        }
        return isWhole && others.count >= fewestOthers
    }

    private static let fewestOthers = 5

    /// Whether a row's values stand there twice: as many again as it has columns, and all of them numbers.
    private static func isDouble(_ reading: Reading) -> Bool {
        reading.place == nil && reading.slots.count == 2 * reading.layout.columns.count
            && reading.layout.columns.count > 1
            && reading.slots.allSatisfy { $0.isNumber && $0.place == nil }
    }

    /// Whether a page ends between a row's values and its label: as many numbers as it has columns stand on the last line of
    /// the page, behind a full row and the rest of its group's name, and the label begins the next page.
    private static func isCut(before reading: Reading, behind upper: Reading, _ flow: Flow) -> Bool {
        let width = reading.layout.columns.count
        guard width > 1, reading.place == nil, upper.place == nil, let last = upper.strays.last?.piece,
            last < reading.piece, AlignedWord.isPageBreak(between: last, reading.piece, flow)
        else { return false }
        let areRows = [upper.slots, upper.strays].allSatisfy { slots in
            slots.count == width && slots.allSatisfy { $0.isNumber && $0.place == nil && $0.line == slots[0].line }
        }
        // Between them stands what is left of a group's name: 度办理结 beside the numbers, and 果 below.
        return areRows
            && flow.pieces.indices[(last + 1)..<reading.piece].allSatisfy { index in
                flow.pieces[index].line == flow.pieces[reading.piece].line
                    || flow.range(index).count <= longestRest
                        && !flow.bytes[flow.range(index)].contains(where: ASCII.isDigit)
            }
    }

    /// 4 Chinese characters.
    private static let longestRest = 12

    /// Whether one row is the form's next behind another, with the same columns.
    private static func follows(_ first: Reading, _ second: Reading, _ layout: TableLayout) -> Bool {
        guard first.layout.columns == second.layout.columns,
            let index = layout.rows.firstIndex(where: { $0 === first.layout }), index + 1 < layout.rows.count
        else { return false }
        return layout.rows[index + 1] === second.layout
    }

    /// Whether a row outside of a grid has more values than columns, by more than the number of the next row.
    private static func hasSurplus(_ reading: Reading) -> Bool {
        reading.place == nil && reading.slots.count(where: \.isValue) > reading.layout.columns.count + 1
    }

    /// Whether as many values as a row has stand behind a full one, with the rest of its label between them.
    private static func hasStrayRow(_ reading: Reading) -> Bool {
        let width = reading.layout.columns.count
        return width > 1 && reading.strays.count(where: \.isValue) >= width
    }
}
