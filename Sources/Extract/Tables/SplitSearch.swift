internal import Forms
internal import Model

/// Chooses among the ways to cut a table's rows those that break the fewest of its relations.
///
/// Rows that were read for certain have one way. The search goes row by row; a relation is counted as soon as the last
/// of its rows is set, and a branch that breaks more than the best so far is left. What all best choices agree on is
/// known, the rest stays a doubt. Rows that share no relation, as those of reviews and of lawsuits, are searched apart.
struct SplitSearch {
    /// The ways of each row.
    let ways: [[CellSplitter.Way]]
    /// The relations, over cells by the indices of row and column.
    let relations: [IndexedRelation]

    /// How many branches are tried before the search gives up.
    private static let budget = 100_000
    /// Where what was found is not taken for the best without a second look.
    private static let largeBudget = 500_000

    struct IndexedRelation {
        var comparison: Relation.Comparison
        var left: [(row: Int, column: Int)]
        var right: [(row: Int, column: Int)]
        /// What it is in its table.
        var instance: RelationInstance?

        var cells: [(row: Int, column: Int)] { left + right }
        var rows: Set<Int> { Set(cells.map(\.row)) }

        /// Whether its cells are of several rows.
        var isShared: Bool { (left.first ?? right.first).map { !isWithin($0.row) } ?? false }

        /// Whether something is known of each row that it has a cell in.
        func asks(onlyOf ways: [[CellSplitter.Way]]) -> Bool {
            left.allSatisfy { !ways[$0.row].isEmpty } && right.allSatisfy { !ways[$0.row].isEmpty }
        }

        /// Whether it has a cell in this row.
        func holds(row: Int) -> Bool { left.contains { $0.row == row } || right.contains { $0.row == row } }

        /// Whether all of its cells are in this row.
        func isWithin(_ row: Int) -> Bool {
            left.allSatisfy { $0.row == row } && right.allSatisfy { $0.row == row }
        }

        /// The relations of error level over rows that are there; columns count within each row.
        static func all(
            of relations: [Relation],
            over rows: [(id: String, columns: [Int])],
            in form: TableForm
        ) -> [IndexedRelation] {
            let found = rows.map { Row(id: $0.id, label: "", line: 0, cells: []) }
            let table = Table(id: form.id, state: .read, line: 0, columns: form.columns.map(\.id), rows: found)
            let cells = CellIndices(rows, in: form)
            return relations.filter { $0.severity == .error }.flatMap { relation in
                cells.indexed(RelationInstance.all(of: relation, in: table, form: form), of: relation)
            }
        }

        /// Whether it holds where the cells have these values; nil is a blank. With a blank total it is not judged, and
        /// so not broken.
        func holds(_ value: ((row: Int, column: Int)) -> Quantity?) -> Bool {
            let zero = Quantity(0)
            if comparison != .equalSums, let total = left.first, value(total) == nil { return true }
            let sides = RelationArithmetic.sides(
                comparison,
                left: left.map { value($0) ?? zero },
                right: right.map { value($0) ?? zero }
            )
            return sides.holds
        }
    }

    /// A cell by its indices.
    struct Place: Hashable {
        let row: Int
        let column: Int

        init(_ row: Int, _ column: Int) {
            self.row = row
            self.column = column
        }
    }

    /// For each row and column the value on which all best choices agree; nil for a row where a cell is in doubt.
    struct Agreement {
        /// The first of the best choices.
        var rows: [CellSplitter.Way]
        /// The cells in which the best choices differ.
        var doubts: Set<Place>
        /// How many relations the best choices break.
        var broken = 0
    }

    /// Whether the search is worth beginning.
    private var isSmall: Bool { ways.reduce(1.0) { $0 * Double($1.count) } < Self.largest }

    /// The relations, by their indices, of those given that all best choices break; none where that is not known within
    /// the bounds of the search.
    func broken(among candidates: [Int]) -> [Int] {
        guard !candidates.isEmpty else { return [] }
        return parts().flatMap { part in
            let own = part.relations.indices.filter { candidates.contains(part.relations[$0]) }
            return part.search.brokenInPart(among: own).map { part.relations[$0] }
        }.sorted()
    }

    private func brokenInPart(among candidates: [Int]) -> [Int] {
        guard !candidates.isEmpty, isSmall else { return [] }
        var free = SplitState(ways: ways, relations: relations)
        guard let least = free.fewestBroken(within: Self.budget) else { return [] }
        var left = Self.budget
        return candidates.filter { candidate in
            var bound = SplitState(ways: ways, relations: relations, holding: candidate, atMost: least)
            let most = bound.fewestBroken(within: left)
            left = max(0, bound.left)
            return most.map { $0 > least } ?? false
        }
    }

    /// What all best choices agree on; nil where the search grows too large.
    func agreement() -> Agreement? { agreement(atMost: nil, within: Self.budget) }

    /// The same, where it is known that the best choices break no more than so many relations.
    func agreement(atMost broken: Int) -> Agreement? { agreement(atMost: broken, within: Self.largeBudget) }

    private func agreement(atMost limit: Int?, within budget: Int) -> Agreement? {
        var all = Agreement(rows: ways.map { $0.first ?? [] }, doubts: [])
        var left = budget
        for part in parts() {
            let (ways, relations) = (part.search.ways, part.search.relations)
            guard part.search.isSmall else { return nil }
            var state = SplitState(ways: ways, relations: relations, atMost: limit.map { $0 - all.broken })
            guard let best = state.best(within: left) else { return nil }
            left = state.left
            for row in part.rows { all.rows[row] = ways[row][best.first[row]] }
            all.doubts.formUnion(best.doubts)
            all.broken += best.broken
        }
        return all
    }

    /// Whether a choice breaks a relation of several rows.
    func breaksShared(_ rows: [CellSplitter.Way]) -> Bool {
        relations.contains { $0.isShared && !$0.holds { rows[$0.row][$0.column] } }
    }

    /// Not even tried: the relations would have to rule out nearly everything.
    private static let largest = 1e30

    /// What all ways of each row agree on, which is never more than what all best choices do.
    func agreementOfRows() -> Agreement {
        var doubts: Set<Place> = []
        for (row, ways) in ways.enumerated() {
            guard let first = ways.first else { continue }
            for column in first.indices where ways.contains(where: { $0[column] != first[column] }) {
                doubts.insert(Place(row, column))
            }
        }
        return Agreement(rows: ways.map { $0.first ?? [] }, doubts: doubts)
    }
}

/// The cells of rows by their indices. A table has few rows and columns: to look through them takes less than to make them
/// ready for looking up.
private struct CellIndices {
    private let rows: [(id: String, columns: [Int])]
    private let form: TableForm
    /// By row and the form's column the index in the row; -1 where the row does not have the column.
    private var positions: [[Int]] = []

    init(_ rows: [(id: String, columns: [Int])], in form: TableForm) {
        self.rows = rows
        self.form = form
        positions.reserveCapacity(rows.count)
        for row in rows {
            var position = Array(repeating: -1, count: form.columns.count)
            for (index, column) in row.columns.enumerated() { position[column] = index }
            positions.append(position)
        }
    }

    private func row(_ id: String) -> Int? { rows.lastIndex { $0.id == id } }

    private func column(_ id: String) -> Int? { form.columns.lastIndex { $0.id == id } }

    /// The instances of a relation whose rows and columns are all there.
    ///
    /// They have the same rows, each in a column of its own, or the same columns, each in a row: those are looked up once.
    func indexed(_ instances: [RelationInstance], of relation: Relation) -> [SplitSearch.IndexedRelation] {
        guard let first = instances.first else { return [] }
        let isByColumn = if case .eachColumn = relation.shape { true } else { false }
        func lines(_ side: [CellAddress]) -> [Int?] { side.map { isByColumn ? row($0.row) : column($0.column) } }
        let (left, right) = (lines(first.left), lines(first.right))
        return instances.compactMap { instance in
            guard let place = isByColumn ? column(instance.place) : row(instance.place) else { return nil }
            guard let left = cells(left, crossing: place, isByColumn),
                let right = cells(right, crossing: place, isByColumn)
            else { return nil }
            return SplitSearch.IndexedRelation(
                comparison: relation.comparison,
                left: left,
                right: right,
                instance: instance
            )
        }
    }

    /// The cells of some rows in one column, or of some columns in one row; nil where one is not there.
    private func cells(_ lines: [Int?], crossing place: Int, _ areRows: Bool) -> [(row: Int, column: Int)]? {
        var found: [(row: Int, column: Int)] = []
        found.reserveCapacity(lines.count)
        for line in lines {
            guard let line else { return nil }
            let (row, column) = areRows ? (line, place) : (place, line)
            guard positions[row][column] >= 0 else { return nil }
            found.append((row, positions[row][column]))
        }
        return found
    }
}
