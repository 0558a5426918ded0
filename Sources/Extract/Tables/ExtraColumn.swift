internal import Bytes
internal import Forms
internal import Model

/// A column of a table that the form does not have: 小计 of the organisations, the numbers of last year, 备注.
struct ExtraColumn {
    enum Kind {
        /// What the organisations come to.
        case subtotal
        /// Another year's numbers, or how they differ from the report year's.
        case otherYear
        case remark
    }

    var kind: Kind
    /// How many of the form's columns stand before it.
    var index: Int
    /// Where its head stands, in the document's own table.
    var place: GridPlace?
}

extension TableParse {
    private static let subtotal = Array("小计".utf8)
    private static let remarks = ["备注", "说明"].map { Array($0.utf8) }
    private static let total = "total"
    /// A table that tells organisations apart has more columns.
    private static let manyColumns = 6

    /// Takes a word among the heads as that of a column that the form does not have; false where it is none.
    mutating func takeExtraHead(_ range: Range<Int>, _ piece: Piece, isWhole: Bool) -> Bool {
        guard !table.isOneLine else { return false }
        let text = flow.bytes[range]
        if let extra = subtotal(text, piece.place) ?? (isWhole ? remark(text, piece.place) : nil) {
            extras.append(extra)
        } else if isWhole, table.columns.count == 1, let head = YearColumns.head(text, year: year), isBesideHead {
            noteYear(head, piece.place)
        } else {
            return false
        }
        region = region.lowerBound..<max(range.upperBound, region.upperBound)
        return true
    }

    private func remark(_ text: ArraySlice<UInt8>, _ place: GridPlace?) -> ExtraColumn? {
        guard Self.remarks.contains(where: text.elementsEqual) else { return nil }
        return ExtraColumn(kind: .remark, index: table.columns.count, place: place)
    }

    /// 小计 stands behind 其他, or before 商业企业.
    private func subtotal(_ text: ArraySlice<UInt8>, _ place: GridPlace?) -> ExtraColumn? {
        let count = table.columns.count
        guard count > Self.manyColumns, table.columns[count - 1].id == Self.total, text.elementsEqual(Self.subtotal)
        else { return nil }
        return ExtraColumn(kind: .subtotal, index: lastHead?.column == count - 2 ? count - 1 : 1, place: place)
    }

    /// Notes whose numbers stand below a head of a year: 2015年 | 2016年, 统计数 | 上年数.
    private mutating func noteYear(_ head: YearColumns.Head, _ place: GridPlace?) {
        guard head == .report else {
            extras.append(ExtraColumn(kind: .otherYear, index: hasReportHead || !heads.isEmpty ? 1 : 0, place: place))
            return
        }
        // 统计数 may stand above them all.
        for index in extras.indices where extras[index].kind == .otherYear { extras[index].index = 0 }
        hasReportHead = true
    }

    /// Whether a head, of a year or of the form's column, stands right before or behind the text: a caption stands alone.
    private var isBesideHead: Bool {
        [piece - 1, piece + 1].contains { index in
            guard flow.pieces.indices.contains(index), flow.pieces[index].kind == .text else { return false }
            let text = flow.bytes[flow.range(index)]
            return YearColumns.head(text, year: year) != nil || layout.headWords.contains { text.elementsEqual($0) }
        }
    }

    /// A row without what stands in the columns that the form does not have.
    func withoutExtras(_ reading: RowReading) -> RowReading {
        let extras = extras.filter { $0.kind != .otherYear || hasReportHead || !heads.isEmpty }
        let count = reading.layout.columns.count
        guard !extras.isEmpty, reading.slots.count > count else { return reading }
        var result = reading
        if let slots = withoutPlaces(of: extras, reading) {
            result.slots = slots
            return result
        }
        guard reading.slots.count == count + extras.count else { return reading }
        for (number, extra) in extras.enumerated().reversed() {
            let slot = result.slots.remove(at: min(extra.index, count) + number)
            guard extra.kind == .remark ? !slot.isNumber : slot.isValue else { return reading }
            if extra.kind == .subtotal, !isSubtotal(slot, of: result.slots) { return reading }
        }
        return result
    }

    /// Whether the digits of a row ran together, and with them those of a column that no relation of the form tells apart.
    func mayHoldExtras(_ reading: RowReading) -> Bool {
        let count = reading.layout.columns.count
        return extras.contains { $0.kind == .subtotal } && count == table.columns.count && !reading.slots.isEmpty
            && reading.slots.count < count
    }

    /// Whether a slot is what those of the organisations come to, which stand between the first and the last of the others.
    private func isSubtotal(_ slot: Slot, of others: [Slot]) -> Bool {
        let parts = others.dropFirst().dropLast().map { $0.number ?? Quantity(0) }
        return slot.number ?? Quantity(0) == parts.reduce(Quantity(0), +)
    }

    /// The slots of a row in a grid, without those below the heads of other columns; nil where its values do not stand below
    /// the heads of its own.
    private func withoutPlaces(of extras: [ExtraColumn], _ reading: RowReading) -> [Slot]? {
        guard let home = reading.place else { return nil }
        let heads = reading.layout.columns.compactMap { reading.heads[$0] }
        guard heads.count == reading.layout.columns.count, heads.allSatisfy({ $0.table == home.table }),
            extras.allSatisfy({ $0.place?.table == home.table })
        else { return nil }
        let own = Set(heads.map(\.column))
        let others = Set(extras.compactMap { $0.place?.column })
        let rest = reading.slots.filter { slot in slot.place.map { !others.contains($0.column) } ?? true }
        let isBelow = rest.filter(\.isValue).allSatisfy { slot in slot.place.map { own.contains($0.column) } ?? false }
        return own.count == heads.count && own.isDisjoint(with: others) && isBelow ? rest : nil
    }
}
