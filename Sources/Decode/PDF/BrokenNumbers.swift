/// Puts what narrow cells break off their numbers back into the row: 13 over 32, where the row's label and its other cells
/// stand level with 32, or between the two, or where a page ends between them.
///
/// Nobody knows then what number it is, but that it is not 32: the cell holds two pieces.
struct BrokenNumbers {
    private let rows: [BoxTable.Row]

    init(_ rows: [BoxTable.Row]) { self.rows = rows }

    /// The rows, those without a label in the one beside, if each of their numbers stands over or under another one there;
    /// in both, where they are as close to both.
    func gathered() -> [BoxTable.Row] {
        var result = rows
        var gone: Set<Int> = []
        for index in rows.indices where rows[index].label == nil && rows[index].line.values.allSatisfy(\.isDigits) {
            let homes = homes(of: index)
            guard let least = homes.map({ distance(index, $0) }).min() else { continue }
            gone.insert(index)
            for home in homes where distance(index, home) < least + 0.15 * rows[index].line.height {
                result[home].line.values += rows[index].line.values
                result[home].line.values.sort { ($0.left, $0.top) < ($1.left, $1.top) }
            }
        }
        return result.indices.filter { !gone.contains($0) }.map { result[$0] }
    }

    /// The rows beside that a row without a label may be a part of.
    private func homes(of index: Int) -> [Int] {
        [index - 1, index + 1].filter { home in
            guard rows.indices.contains(home), let label = rows[home].label,
                distance(index, home) < 0.8 * rows[home].line.height
            else { return false }
            // The pieces of a number may stand above and below the row's other cells.
            let opposite = 2 * home - index
            let isBetween = rows.indices.contains(opposite) && rows[opposite].label == nil
            let others = rows[home].line.values + (isBetween ? rows[opposite].line.values : [])
            let hasMore = rows[index].line.values.count < rows[home].line.values.count
            return (hasMore || isBetweenLines(label, index, home))
                && rows[index].line.values.allSatisfy { piece in
                    others.contains { $0.isDigits && $0.overlapsAcross(piece) }
                }
        }
    }

    /// Whether a label stands between two lines of values, level with neither: then both are its row's.
    private func isBetweenLines(_ label: BoxTable.Stack, _ one: Int, _ other: Int) -> Bool {
        let middle = (label.top + label.bottom) / 2
        let height = rows[other].line.height
        return abs(middle - (rows[one].line.middle + rows[other].line.middle) / 2) < 0.25 * height
            && abs(middle - rows[other].line.middle) > 0.3 * height
    }

    private func distance(_ one: Int, _ other: Int) -> Double {
        max(rows[one].line.top - rows[other].line.bottom, rows[other].line.top - rows[one].line.bottom)
    }
}
