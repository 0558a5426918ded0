/// The cells of a table that a page draws with lines around them.
struct RuledGrid {
    /// A cell, as the rows and the columns that it covers.
    struct Cell: Equatable {
        var rows: Range<Int>
        var columns: Range<Int>
    }

    /// The edges of the columns, from the left, and of the rows, from above.
    let xs: [Double]
    let ys: [Double]
    /// From above, and from the left.
    let cells: [Cell]
    /// The cell that each field of the grid is a part of, row by row.
    private let owners: [Int]

    /// Whether the first row goes on above, where no line closes it, and the last one below.
    let isOpenAbove: Bool
    let isOpenBelow: Bool

    var rowCount: Int { ys.count - 1 }
    var columnCount: Int { xs.count - 1 }

    private static let mostFields = 20_000
    /// So far beyond the last edge a line may reach.
    private static let overhang = 4.0

    /// The grid of lines that hold together; nil where they make no table. `edges` are those of the columns, where a table that
    /// goes on over pages tells them.
    init?(_ lines: [RuledLine], edges: [Double]? = nil) {
        let down = lines.filter { !$0.isAcross }
        // What joins no two borders is a line below a number.
        let across = lines.filter { line in line.isAcross && down.count { $0.meets(line) } > 1 }
        guard let xs = edges ?? Self.edges(down, ends: across), let ys = Self.edges(across, ends: down) else {
            return nil
        }
        guard (xs.count - 1) * (ys.count - 1) <= Self.mostFields else { return nil }
        self.xs = xs
        self.ys = ys
        isOpenAbove = !across.contains { $0.place < ys[0] + RuledLine.thickest }
        isOpenBelow = !across.contains { $0.place > ys[ys.count - 1] - RuledLine.thickest }
        let fields = FieldBorders(xs: xs, ys: ys, across: across, down: down)
        guard let (owners, cells) = fields.cells() else { return nil }
        self.owners = owners
        self.cells = cells
    }

    /// The places where lines stand, and where the lines that cross them end, as a table without borders at its sides has them.
    static func edges(_ lines: [RuledLine], ends crossing: [RuledLine]) -> [Double]? {
        var edges: [Double] = []
        var weight = 0
        for place in lines.map(\.place).sorted() {
            if let last = edges.last, place - last <= RuledLine.thickest {
                weight += 1
                edges[edges.count - 1] += (place - last) / Double(weight)
            } else {
                edges.append(place)
                weight = 1
            }
        }
        guard let first = edges.first, let last = edges.last else { return nil }
        if let start = crossing.map(\.range.lowerBound).min(), start < first - overhang { edges.insert(start, at: 0) }
        if let end = crossing.map(\.range.upperBound).max(), end > last + overhang { edges.append(end) }
        return edges.count > 1 ? edges : nil
    }

    /// The cell in which a place is; nil outside of the grid.
    func cell(at x: Double, _ y: Double) -> Int? {
        guard let column = Self.field(x, xs), let row = Self.field(y, ys) else { return nil }
        return owners[row * columnCount + column]
    }

    func left(_ cell: Cell) -> Double { xs[cell.columns.lowerBound] }
    func right(_ cell: Cell) -> Double { xs[cell.columns.upperBound] }
    func top(_ cell: Cell) -> Double { ys[cell.rows.lowerBound] }
    func bottom(_ cell: Cell) -> Double { ys[cell.rows.upperBound] }

    private static func field(_ place: Double, _ edges: [Double]) -> Int? {
        guard let first = edges.first, let last = edges.last, place >= first, place < last else { return nil }
        return (edges.firstIndex { $0 > place } ?? edges.count) - 1
    }

    /// The lines of a page by the tables that they hold together to.
    static func groups(_ lines: [RuledLine]) -> [[RuledLine]] {
        var owner = Array(lines.indices)
        func root(_ index: Int) -> Int {
            var index = index
            while owner[index] != index {
                owner[index] = owner[owner[index]]
                index = owner[index]
            }
            return index
        }
        for one in lines.indices {
            for other in lines.indices[(one + 1)...] where lines[one].touches(lines[other]) {
                owner[root(other)] = root(one)
            }
        }
        let groups = Dictionary(grouping: lines.indices) { root($0) }
        return groups.sorted { $0.key < $1.key }.map { $0.value.map { lines[$0] } }
    }
}
