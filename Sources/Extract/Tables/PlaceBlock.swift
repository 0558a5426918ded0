internal import Model

/// Rows whose last numbers stand below each other, and what their places say of the columns of all their numbers.
struct PlaceBlock {
    private typealias Measure = KeyPath<TextColumn, Int>

    private let count: Int
    /// Where the numbers stand that have a place of their own or share one; empty for those of which only the order counts.
    private var places: [Range<Int>]
    /// How many of the places are shared; the last of them is that of the last numbers.
    private let shared: Int
    /// The places of each row's numbers.
    private var rows: [[Int]] = []
    /// Those of the numbers that stand right behind another word.
    private var followers: Set<Int> = []
    /// The first and the last column that each place can be.
    private var least: [Int]
    private var most: [Int]

    /// Numbers that are so far apart are never put behind one blank.
    private static let apart = 5

    /// For each word of each row the columns that it can have; nil where the places contradict each other, or say nothing.
    static func bounds(
        _ rows: [[AlignedWord]],
        count: Int,
        by measure: KeyPath<TextColumn, Int>
    ) -> [[ClosedRange<Int>]]? {
        // Where the gaps never differ, the numbers only follow each other.
        guard Set(rows.flatMap { $0.dropFirst().map(\.blanks) }).count > 1 else { return nil }
        if var block = PlaceBlock(rows, count: count, by: measure, without: []), let bounds = block.bounds() {
            return bounds
        }
        // A row that its label pushed stands beside all others; of such a one only the order counts.
        let all = Self.places(of: rows, by: measure)
        let pushed = rows.indices.filter { index in
            words(rows[index], by: measure).contains { word in
                all.first { $0.range.overlaps(word) }.map { $0.count == 1 } ?? false
            }
        }
        guard !pushed.isEmpty, pushed.count * most < rows.count,
            var block = PlaceBlock(rows, count: count, by: measure, without: Set(pushed))
        else { return nil }
        return block.bounds()
    }

    /// One row in so many may be pushed.
    private static let most = 4

    /// Nil where two places stand so close that they may be one.
    private init?(_ words: [[AlignedWord]], count: Int, by measure: Measure, without pushed: Set<Int>) {
        let kept = words.indices.filter { !pushed.contains($0) }.map { words[$0] }
        let own = Self.places(of: kept, by: measure).map(\.range)
        let ends = words.compactMap { $0.last?.range(by: measure) }
        guard let least = ends.map(\.lowerBound).min(), let most = ends.map(\.upperBound).max(),
            zip(own, own.dropFirst()).allSatisfy({ $0.upperBound + PlaceBounds.clear <= $1.lowerBound })
        else { return nil }
        places = own + [least..<most]
        shared = places.count
        for (row, line) in words.enumerated() {
            var numbers: [Int] = []
            for (index, word) in line.enumerated() {
                let range = word.range(by: measure)
                if index == line.count - 1 {
                    numbers.append(shared - 1)
                } else if !pushed.contains(row), word.isFarOff,
                    let place = own.firstIndex(where: { $0.overlaps(range) })
                {
                    numbers.append(place)
                } else {
                    if !word.isFarOff, !pushed.contains(row) { followers.insert(places.count) }
                    numbers.append(places.count)
                    places.append(0..<0)
                }
            }
            rows.append(numbers)
        }
        self.count = count
        self.least = Array(repeating: 0, count: places.count)
        self.most = Array(repeating: count - 1, count: places.count)
    }

    /// Where the words of a row stand that have their own place, but the last.
    private static func words(_ row: [AlignedWord], by measure: Measure) -> [Range<Int>] {
        row.dropLast().filter(\.isFarOff).map { $0.range(by: measure) }
    }

    /// The places that those words take, and how many have each.
    private static func places(of rows: [[AlignedWord]], by measure: Measure) -> [(range: Range<Int>, count: Int)] {
        var places: [(range: Range<Int>, count: Int)] = []
        for range in rows.flatMap({ words($0, by: measure) }).sorted(by: { $0.lowerBound < $1.lowerBound }) {
            if let last = places.last, range.lowerBound < last.range.upperBound {
                let end = max(last.range.upperBound, range.upperBound)
                places[places.count - 1] = (last.range.lowerBound..<end, last.count + 1)
            } else {
                places.append((range, 1))
            }
        }
        return places
    }

    private mutating func bounds() -> [[ClosedRange<Int>]]? {
        let orders = orders
        repeat {
            guard narrow(orders) else { return nil }
        } while narrowFollowers()
        guard zip(least, most).allSatisfy(<=) else { return nil }
        return rows.map { row in row.map { least[$0]...most[$0] } }
    }

    /// The pairs of places of which the first stands in an earlier column: those of one row, and those as far from each
    /// other as neighbours in a row are.
    ///
    /// `pdftotext -layout` writes 0 at 80 and 15 at 76 that stand below each other on the page: nearer places than any two
    /// columns have may be one column's.
    private var orders: [(Int, Int)] {
        var pairs = rows.flatMap { row in zip(row, row.dropFirst()).map { ($0, $1) } }
        guard let pitch else { return pairs }
        for first in 0..<shared {
            for second in 0..<shared
            where places[first].upperBound + PlaceBounds.clear <= places[second].lowerBound
                && distance(first, second) >= pitch
            {
                pairs.append((first, second))
            }
        }
        return pairs
    }

    /// The least distance between two places that have a number each in one row; nil where none have.
    private var pitch: Int? {
        rows.flatMap { row in
            let own = row.filter { $0 < shared }
            return zip(own, own.dropFirst()).map(distance)
        }.min()
    }

    /// Between the middles of two places, in half characters.
    private func distance(_ first: Int, _ second: Int) -> Int {
        places[second].lowerBound + places[second].upperBound - places[first].lowerBound - places[first].upperBound
    }

    /// Lets every place have its column before those that stand behind it; false where there are not so many.
    private mutating func narrow(_ orders: [(Int, Int)]) -> Bool {
        var isChanged = true
        while isChanged {
            isChanged = false
            for (first, second) in orders {
                if least[second] <= least[first] {
                    least[second] = least[first] + 1
                    isChanged = true
                }
                if most[first] >= most[second] {
                    most[first] = most[second] - 1
                    isChanged = true
                }
                guard least[second] < count, most[first] >= 0 else { return false }
            }
        }
        return true
    }

    /// A number right behind one whose column is known stands in none that is far from that: tools move a word that is near
    /// its neighbour behind one blank, and no other. Whether that told anything.
    private mutating func narrowFollowers() -> Bool {
        var known: [Int: Range<Int>] = [:]
        for place in 0..<shared where least[place] == most[place] { known[least[place]] = places[place] }
        var isTold = false
        for row in rows {
            var before: Range<Int>?
            for place in row {
                defer {
                    let isPlaced = place < shared || before != nil && followers.contains(place)
                    before = isPlaced && least[place] == most[place] ? known[least[place]] : nil
                }
                guard let before, followers.contains(place) else { continue }
                let far = (least[place]...most[place]).first { column in
                    known[column].map { $0.lowerBound - before.upperBound >= Self.apart } ?? false
                }
                if let far, far > least[place], far <= most[place] {
                    most[place] = far - 1
                    isTold = true
                }
            }
        }
        return isTold
    }
}
