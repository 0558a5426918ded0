internal import Bytes
internal import Model

/// The column of a table that only numbers its rows: 01, 02, 03 beside the indicators of local tables.
struct RowCodes {
    /// How many columns of values stand before it.
    var index: Int
    /// Where its head stands, in the document's own table.
    var place: GridPlace?

    /// Codes have two digits, or three.
    private static let longest = 3

    /// The slots of a row without its code.
    func removed(from slots: [Slot]) -> [Slot] {
        let certain = slots.indices.filter { slots[$0].isCertain }
        let inGrid = slots.firstIndex { slot in
            guard let place, let own = slot.place else { return false }
            return own.table == place.table && own.column == place.column
        }
        guard let index = inGrid ?? (certain.indices.contains(index) ? certain[index] : nil), isCode(slots[index])
        else {
            return slots
        }
        var rest = slots
        rest.remove(at: index)
        return rest
    }

    private func isCode(_ slot: Slot) -> Bool {
        !slot.text.isEmpty && slot.text.count <= Self.longest && slot.text.allSatisfy(ASCII.isDigit)
    }
}
