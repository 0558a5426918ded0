internal import Forms
internal import Model

/// What tables need that are read without their labels' help: numbers that stand alone in their pieces, and sums that all hold.
enum PlainTable {
    static func isNumber(_ index: Int, in flow: Flow) -> Bool {
        flow.pieces[index].kind == .text && NumberReader.plain(flow.bytes, flow.range(index)) != nil
    }

    static func cell(_ index: Int, in flow: Flow) -> Cell {
        let range = flow.range(index)
        return Cell(
            NumberReader.plain(flow.bytes, range).map { .number($0) } ?? .ambiguous,
            text: String(decoding: flow.written(range, of: index) ?? Array(flow.bytes[range]), as: UTF8.self),
            line: flow.pieces[index].line,
            inDocument: flow.outline.documentPlace(of: flow.pieces[index])
        )
    }

    /// Whether every relation over the rows holds, which have all of the form's columns.
    static func hold(_ relations: [Relation], over rows: [Row], in form: TableForm) -> Bool {
        let own = rows.map { (id: $0.id, columns: Array(form.columns.indices)) }
        return SplitSearch.IndexedRelation.all(of: relations, over: own, in: form).allSatisfy { relation in
            relation.holds { rows[$0.row].cells[$0.column]?.number }
        }
    }
}
