internal import Model

/// The ways of all rows as plain numbers.
struct SplitLines {
    static let blank = Int.min

    /// By row: its ways one behind the other, each with a number for each cell.
    let numbers: [[Int]]
    let counts: [Int]
    /// Where each row begins in the line, and how many cells it has.
    let starts: [Int]
    let widths: [Int]
    /// The line with the first way of each row.
    let first: [Int]

    init(_ ways: [[CellSplitter.Way]]) {
        var scale = 0
        for row in ways {
            for way in row { for value in way { scale = max(scale, value?.scale ?? 0) } }
        }
        numbers = ways.map { row in
            var numbers: [Int] = []
            numbers.reserveCapacity(row.reduce(0) { $0 + $1.count })
            for way in row { for value in way { numbers.append(value?.significand(at: scale) ?? Self.blank) } }
            return numbers
        }
        counts = ways.map { $0.count }
        widths = ways.map { $0.first?.count ?? 0 }
        var starts: [Int] = []
        var length = 0
        for width in widths {
            starts.append(length)
            length += width
        }
        self.starts = starts
        first = zip(numbers, widths).flatMap { $0.prefix($1) }
    }

    /// The number in a cell of a way of its row; a blank is nothing.
    func number(_ row: Int, _ way: Int, _ column: Int) -> Int {
        let number = numbers[row][way * widths[row] + column]
        return number == Self.blank ? 0 : number
    }

    /// By place the depth at which its row is set; 0 where it is not.
    func depths(of open: [Int]) -> [Int] {
        var depths = Array(repeating: 0, count: first.count)
        for (depth, row) in open.enumerated() {
            for column in 0..<widths[row] { depths[starts[row] + column] = depth }
        }
        return depths
    }

    /// The places in which the ways of a row differ.
    func loosePlaces(of open: [Int]) -> [Int] {
        open.flatMap { row in
            (0..<widths[row]).filter { column in
                (1..<counts[row]).contains { numbers[row][$0 * widths[row] + column] != numbers[row][column] }
            }.map { starts[row] + $0 }
        }
    }
}
