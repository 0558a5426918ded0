internal import Bytes
internal import Forms
internal import Model

/// The rows of a table as they are given to be fitted to its columns.
extension TableParse {
    /// The rows, in the form's order, as they wait to be fitted to the columns.
    func inputs(_ form: TableForm, _ rhythm: LazyRhythm) -> [RowFitter.Input] {
        if form.isOneLine { return OneLineRows.inputs(of: self, form, layout.relations, rhythm) }
        let printed = readings(form)
        let above = ValuesAbove.rows(printed, of: self)
        let scatter = Scatter(self, hasValuesAbove: above != nil)
        let counted = LeadingCodes.counted(GluedCodes.removed(from: above ?? printed, of: self), flow)
        let readings = TotalsFirst.read(
            LostRows.marked(mended(LeadingCodes.removed(from: counted)), layout, flow),
            of: self
        )
        if let inputs = MissingColumns.inputs(of: self, readings) { return inputs }
        let step = CellStep(readings, of: self)
        let broken = BrokenCells(readings, of: table, flow: flow, early: early.count + Scatter.before(self).count)
        var short = ShortRows(readings, of: form.columns, flow: flow)
        let missing = MissingColumns.missing(in: self)
        return readings.map { reading in
            var input = input(
                reading,
                form,
                rhythm,
                isTorn: reading.isTorn || reading.isLost || scatter.mayMix(reading) || broken.mayBeIn(reading)
                    || mayHoldExtras(reading)
                    || DroppedCells.mayBeIn(reading.slots, reading.layout.columns.count) && rhythm.dropsCells
            )
            if !missing.isEmpty, MissingColumns.mayMove(input, reading, without: missing) {
                input.fitted = nil
                input.isTorn = true
                return input
            }
            if let step, !input.isTorn, !input.slots.isEmpty, codes == nil {
                input.fitted = step.cells(of: input.slots, count: input.columns.count)
                return input
            }
            guard input.fitted == nil, !input.isTorn, !input.isCutOff, input.slots.count < input.columns.count else {
                return input
            }
            short.complete(&input, reading.layout.columns)
            return input
        }
    }

    /// The readings without what is none of their cells.
    private func mended(_ readings: [RowReading]) -> [RowReading] {
        let own = readings.map { PartedNumbers.read(in: withoutExtras($0)) }
        let hasTotals = table.columns.last?.id == BrokenTotals.total
        let whole = PageNumberSlots(flow: flow, hasTotals: hasTotals).removed(
            from: BrokenTotals.mended(own, of: table)
        )
        let borders = ClosingBorders(flow: flow)
        return RepeatedCells.removed(
            from: RemarkColumn.removed(
                from: borders.removed(from: borders.removedBehindCells(from: whole)),
                flow
            )
        )
    }

    /// The readings in the form's order; a merged row stands where the first of its rows would.
    func readings(_ form: TableForm) -> [RowReading] {
        let merged = form.mergedRows.indices.filter { !isGroupLine($0, form) }
        var result: [RowReading] = []
        for (index, row) in form.rows.enumerated() {
            if let reading = rows[index] { result.append(reading) }
            for position in merged where form.mergedRows[position].replaces.first == row.id {
                if let reading = rows[form.rows.count + position] { result.append(reading) }
            }
        }
        return result
    }

    /// Whether a merged row was not seen, or was only the line above the rows that it would replace. That line may have what
    /// they come to: then something other than 0 stands in them, which would else be counted twice.
    private func isGroupLine(_ merged: Int, _ form: TableForm) -> Bool {
        guard let reading = rows[form.rows.count + merged] else { return true }
        if hasReplaced(merged, where: { slot in slot.text.contains { ASCII.isDigit($0) && $0 != ASCII.zero } }) {
            return true
        }
        return hasReplaced(merged) && !reading.slots.contains { $0.isValue && $0.kind != .value(.ambiguous) }
    }

    /// Whether a row has values, of those that count, that a merged one would stand for.
    func hasReplaced(_ merged: Int, where counts: (Slot) -> Bool = \.isValue) -> Bool {
        let replaced = table.mergedRows[merged].replaces
        return table.rows.indices.contains { index in
            replaced.contains(table.rows[index].id) && rows[index]?.slots.contains(where: counts) == true
        }
    }

    /// Whether the columns are there that not every table of the form has: their heads, or a value in them.
    private var hasOptionalColumns: Bool {
        let optional = table.columns.indices.filter { table.columns[$0].isOptional }
        if optional.allSatisfy(heads.contains) { return true }
        let width = table.columns.count - optional.count + (codes == nil ? 0 : 1)
        let filled = rows.count { $0?.slots.contains(where: \.isValue) ?? false }
        let wide = rows.count { row in
            guard let slots = row?.slots else { return false }
            // A blank cell may be that of a unit which nobody wrote. 00 and 08 are two cells that ran together.
            return slots.count(where: \.isValue) > width || codes == nil && slots.contains(where: Self.isRunTogether)
        }
        // Where no head names them, a few rows may only have the next row's value beside their own.
        if optional.contains(where: heads.contains) { return wide > 0 }
        return wide > 1 && (heads.isEmpty || wide * 3 >= filled)
    }

    private static func isRunTogether(_ slot: Slot) -> Bool {
        slot.text.count > 1 && slot.text[0] == ASCII.zero && slot.text.allSatisfy(ASCII.isDigit)
    }

    private func input(
        _ given: RowReading,
        _ form: TableForm,
        _ rhythm: LazyRhythm,
        isTorn: Bool
    ) -> RowFitter.Input {
        var reading = given
        if let codes { reading.slots = codes.removed(from: reading.slots) }
        if reading.slots.isEmpty, !reading.words.isEmpty || reading.isLost {
            reading.slots = [
                Slot(
                    kind: .value(.ambiguous),
                    text: reading.words,
                    line: reading.line,
                    inDocument: reading.inDocument
                )
            ]
        }
        var columns = reading.layout.columns
        var kinds = reading.layout.kinds
        if layout.hasOptionalColumns, !hasOptionalColumns {
            columns.removeAll { form.columns[$0].isOptional }
            kinds = columns.map { reading.layout.kind ?? form.columns[$0].kind }
        }
        if let slots = NestedTables.read(reading.slots, columns: columns.count) { reading.slots = slots }
        if let slots = MergedLabel.withoutMarks(reading.slots, labelLine: reading.line, count: columns.count) {
            reading.slots = slots
        }
        return RowFitter.Input(
            id: reading.layout.id,
            label: reading.label,
            slots: reading.slots,
            columns: columns,
            kinds: kinds,
            line: reading.line,
            inDocument: reading.inDocument,
            fitted: isTorn ? nil : fitted(reading, columns, rhythm).flatMap { mayBe($0, kinds, reading) ? $0 : nil },
            isTorn: isTorn,
            isCutOff: reading.isCutOff,
            isApart: reading.slots.first?.piece.map { flow.range($0).count == reading.slots[0].text.count } ?? false,
            leftNoTrace: reading.slots.isEmpty && reading.place == nil
        )
    }
}
