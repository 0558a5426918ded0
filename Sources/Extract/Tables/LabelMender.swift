internal import Bytes
internal import Forms
internal import Model

/// Puts labels together that a narrow column broke around their own values.
///
/// Text that was taken out of PDF has the two lines of a label above and below the numbers, which stand in the middle
/// of the row. What lies between the two halves of a label can only be this row's: it is moved behind the label. Words
/// beside it (a group's, which reach over several rows) are moved before it.
struct LabelMender {
    let flow: Flow
    let lexicon: Lexicon

    /// 4 Chinese characters: shorter words are not broken, and may be the end of one cell and the beginning of another.
    private static let shortest = 12

    /// What is looked over to find the other half of a label.
    private enum Skipped: CaseIterable {
        case values
        case groups
        case groupParts
        /// Numbers alone: of 行政规 | 范性文 | 件 the last is no unit.
        case numbers
    }

    /// What the pieces of a flow are, told once for all that is looked over.
    struct Kinds {
        var isNumber: [Bool]
        /// A number, or the unit beside one.
        var isValue: [Bool]

        init(_ flow: Flow) {
            isNumber = flow.pieces.indices.map { index in
                let range = flow.range(index)
                return CellReader.content(flow.bytes, range) != nil && !flow.isUprightWord(index)
                    || CellReader.runTogether(flow.bytes, range) != nil
            }
            let isNumber = isNumber
            isValue = flow.pieces.indices.map { isNumber[$0] || NumberReader.isUnit(flow.bytes[flow.range($0)]) }
        }
    }

    /// The flow with every broken label in one; nil where there is none.
    func mended() -> Flow? {
        var current = flow
        var isMended = false
        let mend = { (order: [Int]?) in
            guard let order else { return false }
            var outline = current.outline
            outline.pieces = order.map { current.pieces[$0] }
            current = Flow(outline)
            isMended = true
            return true
        }
        _ = mend(CrossedCells(flow: current, lexicon: lexicon).order())
        var kinds = Kinds(current)
        var tried: [Bool] = []
        for skipped in Skipped.allCases {
            let isLeftOut = current.pieces.indices.map { isSkipped($0, in: current, kinds, skipped) }
            // What the last search went over would be found by the next.
            if isLeftOut == tried { continue }
            tried = isLeftOut
            guard mend(order(in: current, kinds, without: isLeftOut)) else { continue }
            kinds = Kinds(current)
            tried = []
        }
        _ = mend(WrappedLabels(flow: current, lexicon: lexicon, kinds: kinds).order())
        return isMended ? current : nil
    }

    /// The order of the pieces in which no label is broken; nil where that is the one they have.
    private func order(in flow: Flow, _ kinds: Kinds, without isLeftOut: [Bool]) -> [Int]? {
        var bytes: [UInt8] = []
        // Where each piece that is kept begins in `bytes`.
        var kept: [(start: Int, piece: Int)] = []
        for index in flow.pieces.indices where !isLeftOut[index] {
            kept.append((bytes.count, index))
            bytes += flow.bytes[flow.range(index)]
        }
        var order = Array(flow.pieces.indices)
        var isChanged = false
        var next = 0
        for match in lexicon.matcher.matches(in: bytes, at: WordLists.labels.places(in: bytes))
        where match.end - match.start >= Self.shortest {
            guard lexicon.entries[match.label].contains(where: \.isRow) else { continue }
            while next + 1 < kept.count, kept[next + 1].start <= match.start { next += 1 }
            var last = next
            while last + 1 < kept.count, kept[last + 1].start < match.end { last += 1 }
            let range = kept[next].piece...kept[last].piece
            guard range.count > last - next + 1 else { continue }
            let own = Set(kept[next...last].map(\.piece))
            let between = range.filter { !own.contains($0) }
            let values = between.filter { kinds.isValue[$0] }
            // Blank cells alone are no sign of a row.
            guard !values.isEmpty, isOneRow(range, in: flow) || goesOnBelow(own, values, of: range, in: flow) else {
                continue
            }
            let words = between.filter { !kinds.isValue[$0] }
            order.replaceSubrange(range, with: words + own.sorted() + values)
            isChanged = true
        }
        return isChanged ? order : nil
    }

    /// Whether the pieces stand outside of grids, or begin on one line of a grid with the first word and go on below it: a
    /// label that was broken on a line whose cells stand between tabs.
    private func isOneRow(_ pieces: ClosedRange<Int>, in flow: Flow) -> Bool {
        guard let home = flow.pieces[pieces.lowerBound].place else {
            return pieces.allSatisfy { flow.pieces[$0].place == nil }
        }
        guard flow.pieces[pieces.upperBound].place == nil else { return false }
        return pieces.allSatisfy { index in
            flow.pieces[index].place.map { $0.table == home.table && $0.row == home.row } ?? true
        }
    }

    /// Whether a label begins in a row of a grid, beside the values, and goes on in rows of their own below, as the lines of a
    /// label do that a PDF has in a narrow column: 行政规 | 2 | 0 | 9 over 范性文件.
    private func goesOnBelow(_ own: Set<Int>, _ values: [Int], of range: ClosedRange<Int>, in flow: Flow) -> Bool {
        guard let home = flow.pieces[range.lowerBound].place else { return false }
        for index in range {
            guard let place = flow.pieces[index].place, place.table == home.table, flow.pieces[index].kind == .text
            else {
                return false
            }
            let isOwn = own.contains(index)
            guard isOwn ? index == range.lowerBound || place.row > home.row : place.row == home.row else {
                return false
            }
        }
        // Its other lines have nothing beside them.
        return own.allSatisfy { index in
            guard index > range.lowerBound, let place = flow.pieces[index].place else { return true }
            return [index - 1, index + 1].allSatisfy { beside in
                guard flow.pieces.indices.contains(beside), !own.contains(beside),
                    let other = flow.pieces[beside].place
                else { return true }
                return other.table != place.table || other.row != place.row
            }
        }
    }

    private func isSkipped(_ index: Int, in flow: Flow, _ kinds: Kinds, _ skipped: Skipped) -> Bool {
        switch skipped {
        case .numbers: return kinds.isNumber[index]
        case .values: return kinds.isValue[index]
        case .groups:
            return kinds.isValue[index] || lexicon.isGroupWord(flow.bytes, flow.range(index))
        case .groupParts:
            return kinds.isValue[index] || lexicon.isPartOfGroup(flow.bytes[flow.range(index)])
        }
    }
}

extension Lexicon.Entry {
    var isRow: Bool {
        switch meaning {
        case .row, .mergedRow: true
        case .column, .furniture, .code: false
        }
    }
}
