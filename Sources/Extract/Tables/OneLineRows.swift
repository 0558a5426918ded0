internal import Forms
internal import Model

/// The rows of a table that prints them beside each other, under heads, as one line of numbers.
enum OneLineRows {
    static func inputs(
        of parse: TableParse,
        _ form: TableForm,
        _ relations: [Relation],
        _ rhythm: LazyRhythm
    ) -> [RowFitter.Input] {
        if let inputs = MissingColumns.lineInputs(of: parse, form) { return inputs }
        let inputs = unchecked(of: parse, form, relations, rhythm)
        if isBeforeHead(of: parse) { return torn(inputs) }
        let count = form.rows.count * form.columns.count
        if parse.valueRuns.contains(where: { DroppedCells.mayBeIn($0, count) }), rhythm.dropsCells {
            return inputs.map(inDoubt)
        }
        guard parse.heads.count < form.columns.count, !isBarred(parse), breaksSums(inputs, form, relations) else {
            return inputs
        }
        // Heads that a narrow page broke into single characters: their order on the page is lost, and perhaps the values'.
        return torn(inputs)
    }

    /// Whether the head of the last row, 复议后起诉, stands behind all values, each of which has a line: in what order a tool
    /// wrote such a page, of whose columns of heads others stand above, nobody knows.
    private static func isBeforeHead(of parse: TableParse) -> Bool {
        guard let run = parse.valueRuns.last, let last = run.last?.piece, last + 1 < parse.flow.pieces.count,
            run.allSatisfy({ $0.place == nil })
        else { return false }
        return parse.flow.range(last + 1).count < Self.longestHead
            && parse.flow.hasPrefix(names[names.count - 1], at: parse.flow.range(last + 1).lowerBound)
    }

    /// Whether a bar stands between each two values: they are in the order of their cells, however their heads are broken.
    private static func isBarred(_ parse: TableParse) -> Bool {
        guard let run = parse.valueRuns.last, parse.valueRuns.count == 1 else { return false }
        return run.filter(\.isValue).dropFirst().allSatisfy { slot in
            slot.piece.map { parse.flow.pieces[$0].gap >= .cell } ?? false
        }
    }

    /// 复议后起诉, and as much again.
    private static let longestHead = 30

    /// The rows, those in doubt that have their values on several lines.
    private static func torn(_ inputs: [RowFitter.Input]) -> [RowFitter.Input] {
        inputs.map { input in
            guard input.slots.allSatisfy({ $0.place == nil }), Set(input.slots.map(\.line)).count > 1 else {
                return input
            }
            var torn = input
            torn.fitted = nil
            torn.isTorn = true
            return torn
        }
    }

    private static func breaksSums(
        _ inputs: [RowFitter.Input],
        _ form: TableForm,
        _ relations: [Relation]
    ) -> Bool {
        let rows = inputs.map { (id: $0.id, columns: $0.columns) }
        let values = inputs.map { input in
            input.fitted?.enumerated().map { CellReader.cell($1, kind: input.kinds[$0]).number } ?? []
        }
        return SplitSearch.IndexedRelation.all(of: relations, over: rows, in: form).contains { relation in
            !relation.holds { $0.column < values[$0.row].count ? values[$0.row][$0.column] : nil }
        }
    }

    private static func unchecked(
        of parse: TableParse,
        _ form: TableForm,
        _ relations: [Relation],
        _ rhythm: LazyRhythm
    ) -> [RowFitter.Input] {
        let width = form.columns.count
        let runs = parse.valueRuns.map { belowHeads($0, form.rows.count * width, parse) }
        if runs.count == form.rows.count,
            runs.allSatisfy({ $0.count >= width && !hasSeparators($0, parse) })
        {
            return form.rows.indices.map { index in
                input(form, index, runs[index], fitted: SlotFitter.fit(runs[index], to: width), parse.line)
            }
        }
        if let parts = parts(of: parse, form) {
            return form.rows.indices.map { input(form, $0, parts[$0], fitted: parts[$0], parse.line) }
        }
        let run = runs.max { $0.count < $1.count } ?? []
        if run.isEmpty {
            let blanks = Array(repeating: Slot.blank(line: parse.line), count: width)
            return form.rows.indices.map { input(form, $0, [], fitted: blanks, parse.line) }
        }
        if let slots = fitted(run, form.rows.count * width, parse, rhythm) {
            let inputs = inputs(form, slots, parse.line)
            let isInferred = slots.contains { $0.kind == .blank && $0.piece == nil }
            if isInferred, breaksSums(inputs, form, relations), addsUpOtherwise(run, form) { return torn(inputs) }
            return withoutSpareBlank(run, inputs, form, relations, parse.line)
                ?? besideHeads(slots, inputs, parse, form, relations)
        }
        // As many numbers as cells, and a blank below the head of several columns, which stands between two of them.
        let values = run.filter(\.isValue)
        if values.count == form.rows.count * width, values.allSatisfy(\.isNumber) {
            let inputs = inputs(form, values, parse.line)
            if !breaksSums(inputs, form, relations) { return inputs }
        }
        if let inputs = withoutPageNumber(values, form, relations, parse.line) { return inputs }
        return shares(of: run, form, relations, parse, rhythm)
    }

    /// The rows without the number of a page, where there is one number too many and the sums hold without one alone.
    private static func withoutPageNumber(
        _ values: [Slot],
        _ form: TableForm,
        _ relations: [Relation],
        _ line: Int
    ) -> [RowFitter.Input]? {
        guard values.count == form.rows.count * form.columns.count + 1,
            values.allSatisfy({ $0.isNumber && $0.place == nil })
        else { return nil }
        var found: [(texts: [[UInt8]], inputs: [RowFitter.Input])] = []
        for index in values.indices {
            var rest = values
            rest.remove(at: index)
            let inputs = inputs(form, rest, line)
            let texts = rest.map(\.text)
            if !breaksSums(inputs, form, relations), !found.contains(where: { $0.texts == texts }) {
                found.append((texts, inputs))
            }
        }
        return found.count == 1 ? found[0].inputs : nil
    }

    /// The slots of the whole line, shared out among the rows.
    static func inputs(_ form: TableForm, _ slots: [Slot], _ line: Int) -> [RowFitter.Input] {
        let width = form.columns.count
        return form.rows.indices.map { index in
            let part = Array(slots[(index * width)..<((index + 1) * width)])
            return input(form, index, part, fitted: part, line)
        }
    }

    private static func fitted(_ run: [Slot], _ count: Int, _ parse: TableParse, _ rhythm: LazyRhythm) -> [Slot]? {
        if run.count > count, let cells = withoutPadding(run, count, parse), !SlotFitter.isInDoubt(cells) {
            return cells
        }
        // The bars behind the heads are no cells of the row.
        if run.count(where: \.isValue) < count, beginsWithPadding(run) || hasSeparators(run, parse) {
            return CellStep(between: run, of: parse)?.cells(of: run, count: count)
        }
        if let slots = SlotFitter.fit(run, to: count), !SlotFitter.isInDoubt(slots) { return slots }
        if let slots = parse.flow.withTypedBlanks(run, to: count) { return slots }
        guard let rhythm = rhythm.value, let gaps = parse.flow.gaps(of: run) else { return nil }
        return rhythm.fill(run, gaps: gaps.gaps, after: gaps.after, count: count, beginsRow: true)
    }

    private static func input(
        _ form: TableForm,
        _ row: Int,
        _ slots: [Slot],
        fitted: [Slot]?,
        _ line: Int
    ) -> RowFitter.Input {
        RowFitter.Input(
            id: form.rows[row].id,
            slots: slots,
            columns: Array(form.columns.indices),
            kinds: form.columns.map { form.rows[row].kind ?? $0.kind },
            line: slots.first?.line ?? line,
            fitted: fitted
        )
    }

    /// Digits of the whole line run together: one row as wide as all of them, to be cut by the relations.
    private static func shares(
        of run: [Slot],
        _ form: TableForm,
        _ relations: [Relation],
        _ parse: TableParse,
        _ rhythm: LazyRhythm
    ) -> [RowFitter.Input] {
        // Where blank cells vanish, a line may seem to have a digit for each cell by accident.
        let cut =
            rhythm.losesBlanks || hasSeparators(run, parse)
            ? nil : LineCutter(form: form, relations: relations).cut(run)
        let width = form.columns.count
        return form.rows.indices.map { index in
            let part = cut.map { Array($0.cells[(index * width)..<((index + 1) * width)]) }
            var row = input(form, index, part ?? run, fitted: part, parse.line)
            // Nothing tells whose values these are: no row may take them.
            row.isTorn = part == nil
            row.unsatisfied = cut?.unsatisfied.filter { $0.row == index }.map { UnsatisfiedRelation($0.instance) } ?? []
            return row
        }
    }
}

extension TableParse {
    /// How many rows hold one text with fewer digits and marks than they have columns: 22 of seven.
    var rowsWithoutTrace: Int {
        rows.count { reading in
            guard let reading, reading.place == nil, reading.slots.count == 1, reading.slots[0].isValue else {
                return false
            }
            return CellSplitter.capacity([reading.slots[0].text]) < reading.layout.columns.count
        }
    }
}
