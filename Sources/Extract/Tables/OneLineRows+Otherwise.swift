internal import Forms
internal import Model

/// The table of one line whose blank cells are told by gaps between lines: a blank that was lost moves all values behind it.
extension OneLineRows {
    /// Whether the values can be shared out among the rows, in order, so that each row's total is the sum of its others: then
    /// places in which a total is wrong are a doubt, not a fault.
    static func addsUpOtherwise(_ run: [Slot], _ form: TableForm) -> Bool {
        var values: [Quantity] = []
        for slot in run where slot.isValue {
            guard case .value(.number(let number)) = slot.kind else { return false }
            values.append(number)
        }
        return canShare(values[...], among: form.rows.count, form.columns.count)
    }

    private static func canShare(_ values: ArraySlice<Quantity>, among rows: Int, _ width: Int) -> Bool {
        guard rows > 0 else { return values.isEmpty }
        if canShare(values, among: rows - 1, width) { return true }
        for count in 1...width where count <= values.count {
            let own = values.prefix(count)
            let parts = own.dropLast().reduce(Quantity(0), +)
            if parts == own.last, canShare(values.dropFirst(count), among: rows - 1, width) { return true }
        }
        return false
    }
}
