internal import Forms
internal import Model

/// The rows of a table that prints them beside each other, under heads, as one line of numbers.
enum OneLineRows {
    static func rows(of parse: TableParse, _ form: TableForm) -> [Row] {
        let width = form.columns.count
        let slots = slots(parse.valueRuns, rows: form.rows.count, width: width)
        return form.rows.enumerated().map { index, row in
            let part = slots[(index * width)..<((index + 1) * width)]
            return Row(
                id: row.id,
                label: row.label,
                line: part.first?.line ?? parse.line,
                cells: zip(part, form.columns).map { CellReader.cell($0, kind: row.kind ?? $1.kind) }
            )
        }
    }

    /// One run of all numbers, or one run for each row.
    private static func slots(_ runs: [[Slot]], rows: Int, width: Int) -> [Slot] {
        let wanted = rows * width
        if runs.count == rows {
            let fitted = runs.compactMap { SlotFitter.fit($0, to: width) }
            if fitted.count == rows { return Array(fitted.joined()) }
        }
        let longest = runs.max { $0.count < $1.count } ?? []
        return SlotFitter.fit(longest, to: wanted) ?? SlotFitter.doubts(longest, count: wanted)
    }
}
