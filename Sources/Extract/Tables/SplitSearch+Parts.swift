/// The parts of a table that no relation joins.
extension SplitSearch {
    /// Rows with several ways that relations join, directly or by way of each other.
    struct Part {
        /// None in the part of those relations all of whose rows have one way.
        var rows: [Int]
        /// The relations over them, by their indices.
        var relations: [Int]
        /// The search through the ways of these rows alone.
        var search: SplitSearch
    }

    /// What is chosen in one part changes nothing in another: the choices of all parts together would be as many as
    /// their product.
    func parts() -> [Part] {
        let open = ways.indices.filter { ways[$0].count > 1 }
        let rows = relations.map { relation in open.filter { relation.holds(row: $0) } }
        let groups = Self.groups(of: rows, count: ways.count)
        let parts = Dictionary(grouping: open) { groups[$0] }.values.sorted { $0[0] < $1[0] }
        return (parts + [[]]).map { part in
            let own = relations.indices.filter { rows[$0].isEmpty ? part.isEmpty : part.contains(rows[$0][0]) }
            let narrowed = ways.indices.map { part.contains($0) ? ways[$0] : Array(ways[$0].prefix(1)) }
            let search = SplitSearch(ways: narrowed, relations: own.map { relations[$0] })
            return Part(rows: part, relations: own, search: search)
        }
    }

    /// By row its group: two rows of one relation are in one.
    private static func groups(of relations: [[Int]], count: Int) -> [Int] {
        var groups = Array(0..<count)
        for rows in relations {
            guard let first = rows.first else { continue }
            for row in rows where groups[row] != groups[first] {
                let joined = groups[row]
                for other in groups.indices where groups[other] == joined { groups[other] = groups[first] }
            }
        }
        return groups
    }
}
