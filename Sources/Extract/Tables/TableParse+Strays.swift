internal import Forms
internal import Model

/// Values that are no row's, or of which it is not known whose they are.
extension TableParse {
    /// A value that no row takes: of a grid only one counts that stands on the newest row's line.
    mutating func addStray(_ slot: Slot) {
        // 一、主动公开情况, with —— below for its unit and for its number.
        if isBehindGroup, slot.kind == .value(.mark) { return }
        if let place = slot.place {
            loseRow(goingOnAt: place)
            loseBlankRow(above: place)
            guard let newest, let home = rows[newest]?.place, home.table == place.table, home.row == place.row else {
                orphan = isBeforeRows ? nil : place
                return
            }
        } else {
            strays += 1
            hasOrphans = !isBeforeRows
            if isBeforeRows { early.append(slot) }
        }
        if let newest { rows[newest]?.strays.append(slot) }
    }

    /// Values beside the second line of a row's label are pieces of the numbers beside the first one, be they cells of the
    /// grid's next line.
    private mutating func loseRow(goingOnAt place: GridPlace) {
        guard let newest, let home = rows[newest]?.place, let end = rows[newest]?.endPlace, home.table == end.table,
            end.table == place.table, home.row < end.row, end.row == place.row
        else { return }
        rows[newest]?.isLost = true
    }

    /// A row that seems blank has its values in the grid's next line, where no label stands beside them: a label of two lines
    /// that a tool made two rows of.
    private mutating func loseBlankRow(above place: GridPlace) {
        guard let newest, let home = rows[newest]?.place, home.table == place.table, home.row + 1 == place.row,
            rows[newest]?.slots.allSatisfy({ !$0.isValue }) == true
        else { return }
        rows[newest]?.isLost = true
    }

    /// Whether values that no row took stand right above a row: on the grid's line before it, where the label may have begun,
    /// or outside of a grid.
    mutating func takeOrphans(_ place: GridPlace?) -> Bool {
        defer {
            hasOrphans = false
            orphan = nil
        }
        guard let place, let orphan else { return hasOrphans }
        return hasOrphans || orphan.table == place.table && orphan.row + 1 == place.row
    }

    /// Whether words that are no label stand between a row's label and the first value behind it: then the value may be
    /// another row's, of which only this is left.
    func isBehindWords(_ row: Int, _ slot: Slot) -> Bool {
        guard slot.place == nil, (rows[row]?.words.count ?? 0) >= Self.mostWords else { return false }
        return rows[row]?.slots.last?.mayBeOthers ?? true
    }

    /// Whether a value stands beside a cell that holds the labels of several rows, of which it may be any's: then those
    /// that seem blank are not.
    mutating func isBesideSeveral(_ row: Int, _ slot: Slot) -> Bool {
        // `home` is the place of the current row, which is the one that takes values.
        guard let home, slot.isValue, slot.place != home, rows[row]?.sharesCell == true else { return false }
        for index in rows.indices where rows[index]?.place == home && rows[index]?.slots.isEmpty == true && index != row
        {
            rows[index]?.isLost = true
        }
        return true
    }

    /// A unit, or what is left of one, is shorter.
    private static let mostWords = 12

    /// Whether the last row may hold values of the one before, which lacks some: more stand there than it has columns.
    var mayHoldOthers: Bool {
        guard !table.isOneLine, let current, current > 0, piece + 1 < flow.pieces.count else { return false }
        guard let count = rows[current - 1]?.slots.count, count < width(current - 1), rows[current - 1]?.place == nil,
            flow.pieces[piece + 1].kind == .text
        else { return false }
        return CellReader.content(flow.bytes, flow.range(piece + 1)) != nil
    }
}
