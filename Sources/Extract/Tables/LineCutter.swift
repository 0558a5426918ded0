internal import Forms
internal import Model

/// Cuts a line of digits that ran together into all the cells of a one-line table.
struct LineCutter {
    let form: TableForm
    let relations: [Relation]

    struct Cut {
        /// A slot for each cell, doubts among them.
        var cells: [Slot]
        /// The relations within one row that no way satisfies, though not all of their cells are told.
        var unsatisfied: [(row: Int, instance: RelationInstance)]
    }

    /// Nil where nothing at all can be told.
    func cut(_ run: [Slot]) -> Cut? {
        let width = form.columns.count
        let kinds = form.rows.flatMap { row in form.columns.map { row.kind ?? $0.kind } }
        let tokens = run.filter { !$0.text.isEmpty }.map(\.text)
        // Separators between the numbers: a number is missing, not run together with another.
        guard tokens.count == 1 || tokens.count == form.rows.count, CellSplitter.capacity(tokens) >= kinds.count else {
            return nil
        }
        let rows = form.rows.map { (id: $0.id, columns: Array(form.columns.indices)) }
        let asked = SplitSearch.IndexedRelation.all(of: relations, over: rows, in: form)
        if let sound = SoundLine(rows: form.rows.count, width: width, relations: asked, tokens: tokens)?.values {
            return Cut(
                cells: cells(sound.map { $0.map { .number($0) } ?? .doubt }, run.first, tokens[0]),
                unsatisfied: []
            )
        }
        guard let ways = CellSplitter(kinds: kinds, isSeparated: false, allowsBlanks: false).ways(tokens), !ways.isEmpty
        else { return nil }
        let costs = ways.map { way in asked.count { !$0.holds { way[$0.row * width + $0.column] } } }
        let least = costs.min() ?? 0
        let kept = ways.indices.filter { costs[$0] == least }.map { ways[$0] }
        let agreed = kept[0].indices.map { index -> Value in
            guard kept.allSatisfy({ $0[index] == kept[0][index] }) else { return .doubt }
            return kept[0][index].map { .number($0) } ?? .mark
        }
        let cells = cells(agreed, run.first, tokens[0])
        return Cut(cells: cells, unsatisfied: unsatisfied(tokens, kept, cells, asked))
    }

    /// What one cell is known to hold.
    private enum Value {
        case number(Quantity)
        case mark
        case doubt
    }

    private func cells(_ values: [Value], _ first: Slot?, _ text: [UInt8]) -> [Slot] {
        values.map { value in
            var slot = Slot(kind: .value(.ambiguous), text: text, line: first?.line ?? 0, inDocument: first?.inDocument)
            switch value {
            case .doubt: return slot
            case .number(let number):
                slot.kind = .value(.number(number))
                slot.text = Array(number.description.utf8)
            case .mark:
                slot.kind = .value(.mark)
                slot.text = GluedMark.shown(in: text, cells: GluedMark.count(text, text.indices) ?? 0)
            }
            slot.isInferred = true
            return slot
        }
    }

    private func unsatisfied(
        _ tokens: [[UInt8]],
        _ kept: [CellSplitter.Way],
        _ cells: [Slot],
        _ asked: [SplitSearch.IndexedRelation]
    ) -> [(row: Int, instance: RelationInstance)] {
        let width = form.columns.count
        let broken = asked.filter { relation in
            relation.cells.contains { cells[$0.row * width + $0.column].kind == .value(.ambiguous) }
                && kept.allSatisfy { way in !relation.holds { way[$0.row * width + $0.column] } }
        }
        // A blank cell that left no trace may be what is missing.
        guard !broken.isEmpty, tokens.count == 1, !BlankLine(form: form, relations: asked, text: tokens[0]).canHold
        else { return [] }
        return broken.compactMap { relation in
            guard let row = relation.left.first?.row, relation.isWithin(row) else { return nil }
            return relation.instance.map { (row, $0) }
        }
    }
}

/// Whether a line of digits can be cut, with blanks in any cells, so that every row adds up.
private struct BlankLine {
    let form: TableForm
    let relations: [SplitSearch.IndexedRelation]
    let text: [UInt8]

    /// Longer lines are not tried.
    private static let longest = 60
    /// Blanks make many ways of one row.
    private static let manyWays = 5_000

    /// True as well where that is not known.
    var canHold: Bool {
        guard text.count <= Self.longest else { return true }
        // The places at which the next row may begin.
        var starts: Set<Int> = [0]
        for row in form.rows.indices {
            var ends: Set<Int> = []
            for start in starts {
                for end in start...text.count where !ends.contains(end) {
                    guard let fits = canHold(row, start..<end) else { return true }
                    if fits { ends.insert(end) }
                }
            }
            starts = ends
        }
        return starts.contains(text.count)
    }

    /// Nil where there are too many ways to tell.
    private func canHold(_ row: Int, _ digits: Range<Int>) -> Bool? {
        guard !digits.isEmpty else { return true }
        let kinds = form.columns.map { form.rows[row].kind ?? $0.kind }
        let splitter = CellSplitter(kinds: kinds, isSeparated: false, allowsBlanks: true, limit: Self.manyWays)
        guard let ways = splitter.ways([Array(text[digits])]) else { return nil }
        let own = relations.filter { $0.isWithin(row) }
        return ways.contains { way in
            own.allSatisfy { relation in
                !RowFitter.lacksTotal(way, relation) && relation.holds { way[$0.column] }
            }
        }
    }
}
