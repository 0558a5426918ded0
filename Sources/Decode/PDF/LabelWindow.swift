/// Which fragments of labels may be in the label of which row: those that stand beside it, more or less.
///
/// A row's window holds the places between fragments where the label of the row before may end, and its own begin.
/// Windows only move down: none begins or ends higher than the one before.
struct LabelWindow {
    /// For each row, and for the end behind the last.
    private let windows: [ClosedRange<Int>]
    /// Where each window begins among all pairs.
    private let starts: [Int]
    /// How many pairs of a row and a place there are.
    let count: Int

    /// The fragments stand in the order of their middles; a label is off its row's cells by `reach` line heights at most,
    /// and has `longest` fragments at most.
    init(fragments: [LabelFragment], rows: [ValueLine], reach: Double, longest: Int) {
        // The fragments reach down to these, each with all before it, and up to these, each with all behind it.
        let bottoms = Self.running(fragments.map(\.word.bottom), max)
        let tops = Self.running(fragments.map(\.word.top).reversed(), min).reversed() as [Double]
        let firsts = rows.map { row in
            let top = row.middle - reach * max(1, row.height)
            return max(0, Self.first(of: bottoms) { $0 >= top } - longest)
        }
        let lasts = rows.map { row in
            let bottom = row.middle + reach * max(1, row.height)
            return min(fragments.count, Self.first(of: tops) { $0 > bottom } + longest)
        }
        let lower = [0] + Self.running(firsts.reversed(), min).reversed()
        let upper = Self.running(lasts + [fragments.count], max)
        windows = zip(lower, upper).map { $0...max($0, $1) }
        var starts: [Int] = []
        var count = 0
        for window in windows {
            starts.append(count)
            count += window.count
        }
        self.starts = starts
        self.count = count
    }

    /// The window of a row; behind the last row the end.
    subscript(row: Int) -> ClosedRange<Int> { windows[row] }

    /// The place of a pair among all.
    func place(_ row: Int, _ index: Int) -> Int { starts[row] + index - windows[row].lowerBound }

    private static func running<Value>(_ values: [Value], _ pick: (Value, Value) -> Value) -> [Value] {
        var best: Value?
        return values.map { value in
            let next = best.map { pick($0, value) } ?? value
            best = next
            return next
        }
    }

    /// The first of `values` that fulfils what all behind it do too.
    private static func first(of values: [Double], where isBehind: (Double) -> Bool) -> Int {
        var low = 0
        var high = values.count
        while low < high {
            let middle = (low + high) / 2
            if isBehind(values[middle]) { high = middle } else { low = middle + 1 }
        }
        return low
    }
}
