internal import Model

/// How many slots a table has for each cell, where its separators are more than one: `\t\t` between two cells, a bar on a
/// line of its own behind each. What looks like a blank between two values is then a separator, and a count of blanks that
/// happens to fit tells nothing.
///
/// It is told from the rows that have as many values as columns, and slots between them; where none has, from the bars that
/// stand on lines of their own behind each label and each value, or from the separators between the heads.
struct CellStep {
    private enum Kind {
        /// Each cell is followed by so many slots before the next.
        case even(Int)
        /// A value is followed by a border, and a blank cell is a border alone.
        case closed
        /// Nobody knows.
        case uneven
    }

    private let kind: Kind

    private static let fewestClosed = 3

    /// Nil where the values of full rows stand right behind each other, as in nearly all tables.
    init?(_ readings: [TableParse.RowReading], of parse: TableParse) {
        let flow = parse.flow
        var gaps: Set<Int> = []
        var isClosed = true
        var full = 0
        for reading in readings where reading.slots.count > reading.layout.columns.count {
            let values = reading.slots.indices.filter { reading.slots[$0].isValue }
            guard values.count == reading.layout.columns.count, values.count > 1 else { continue }
            full += 1
            for (first, second) in zip(values, values.dropFirst()) {
                gaps.insert(second - first)
                isClosed = isClosed && reading.slots[(first + 1)..<second].allSatisfy { $0.kind == .perhapsBlank }
            }
        }
        if full == 0, let isClosed = Self.closesAlone(readings, flow) {
            kind = isClosed ? .closed : .uneven
            return
        }
        if full == 0, readings.contains(where: { $0.slots.count > $0.layout.columns.count }),
            parse.hasDoubledHeads(before: readings[0].piece)
        {
            kind = .even(2)
            return
        }
        guard full > 0, gaps != [1] else { return nil }
        if gaps == [2], isClosed {
            kind = .closed
        } else if gaps.count == 1, let step = gaps.first, !isClosed {
            kind = .even(step)
        } else {
            kind = .uneven
        }
    }

    /// That of a table of one line whose values stand on one line, as its heads do; nil where nothing tells it.
    init?(between run: [Slot], of parse: TableParse) {
        guard let line = run.first(where: \.isValue)?.line, run.allSatisfy({ !$0.isValue || $0.line == line }),
            parse.hasDoubledHeads(before: parse.piece(of: run))
        else { return nil }
        kind = .even(2)
    }

    /// Whether a bar on a line of its own closes each label and each value; nil where such stand on their lines, or elsewhere.
    private static func closesAlone(_ readings: [TableParse.RowReading], _ flow: Flow) -> Bool? {
        var closed = 0
        var isDoubled = true
        let last = readings.map(\.labelEnd).max()
        for reading in readings where reading.slots.contains(where: \.isValue) {
            isDoubled = isDoubled && areDoubled(reading.slots)
            guard reading.place == nil, let first = reading.slots.first, first.kind == .perhapsBlank,
                first.line > reading.line
            else { return nil }
            // Behind the table's last value nothing may be written.
            let values = reading.slots.filter(\.isValue)
            let inner = reading.labelEnd == last ? values.dropLast() : values[...]
            guard inner.allSatisfy(flow.hasClosingBar) else { return nil }
            closed += inner.count
        }
        return closed >= fewestClosed ? !isDoubled : nil
    }

    /// Whether two bars stand before each value and behind the last: those of two cells beside each other, each in bars of its own.
    private static func areDoubled(_ slots: [Slot]) -> Bool {
        let values = slots.indices.filter { slots[$0].isValue }
        let gaps = zip(values, values.dropFirst()).map { $1 - $0 }
        return (values.first ?? 2) == 2 && gaps.allSatisfy { $0 == 3 } && slots.count - 1 - (values.last ?? -1) <= 2
    }

    /// The slots of `count` columns; nil where they do not come out right.
    func cells(of slots: [Slot], count: Int) -> [Slot]? {
        switch kind {
        case .uneven: return nil
        case .even(let step): return every(step, of: slots, count: count)
        case .closed: return closed(slots, count: count)
        }
    }

    private func every(_ step: Int, of slots: [Slot], count: Int) -> [Slot]? {
        let lead = slots.count - 1 - (count - 1) * step
        guard lead >= 0, lead < step else { return nil }
        let cells = stride(from: lead, to: slots.count, by: step).map { slots[$0] }
        return cells.count { $0.isValue } == slots.count { $0.isValue } ? cells : nil
    }

    /// A border first closes the label.
    private func closed(_ slots: [Slot], count: Int) -> [Slot]? {
        guard let first = slots.first, first.kind == .perhapsBlank else { return nil }
        var cells: [Slot] = []
        var index = 1
        while index < slots.count, cells.count < count {
            let slot = slots[index]
            index += 1
            guard slot.isValue else {
                // Several bars on a line are those of merged cells.
                if index < slots.count, !slots[index].isValue, slots[index].line == slot.line { return nil }
                cells.append(.blank(line: slot.line, inDocument: slot.inDocument))
                continue
            }
            cells.append(slot)
            // The table ends with its last value, whatever closes that.
            guard index < slots.count else { break }
            guard slots[index].kind == .perhapsBlank || cells.count == count else { return nil }
            if slots[index].kind == .perhapsBlank { index += 1 }
        }
        // The border of the next row's beginning may follow, or one line of bars for the columns of merged cells.
        let rest = slots[index...]
        guard cells.count == count, rest.allSatisfy({ $0.kind == .perhapsBlank && $0.line == rest.first?.line }) else {
            return nil
        }
        return cells
    }
}
