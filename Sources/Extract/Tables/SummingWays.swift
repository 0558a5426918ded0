internal import Bytes
internal import Forms
internal import Model

/// Lists the ways to cut a row so that the last cell is the sum of all others, where the ways to cut it at all are too many:
/// 11211021142531194 is 1121, 10, 21, 14, 25, 3 and their sum 1194, or one of 8,000 others of which nearly none adds up.
struct SummingWays {
    private let splitter: CellSplitter
    private var tokens: [[UInt8]]
    private var total: Quantity?
    private var ways: [CellSplitter.Way] = []
    /// The cells that are still tried before the search is given up.
    private var left = 50_000

    /// So many parts come to a number with one digit more than they have at most.
    private static let mostCells = 10

    /// Nil where they are not known within the bounds of the search, or the cells are not all counts.
    static func all(_ tokens: [[UInt8]], _ splitter: CellSplitter) -> [CellSplitter.Way]? {
        guard let last = tokens.last, splitter.kinds.count <= mostCells, splitter.kinds.allSatisfy({ $0 == .count }),
            tokens.allSatisfy({ $0.allSatisfy(ASCII.isDigit) })
        else { return nil }
        var search = SummingWays(splitter: splitter, tokens: tokens)
        for start in last.indices {
            guard let total = CellSplitter.value(last, start, last.count, .count), let sum = total.whole else {
                continue
            }
            search.total = total
            search.tokens = tokens.dropLast() + (start > 0 ? [Array(last[..<start])] : [])
            search.descend(token: 0, offset: 0, way: [], sum: sum)
        }
        return search.left < 0 || search.ways.count > CellSplitter.maximumWays ? nil : search.ways
    }

    private init(splitter: CellSplitter, tokens: [[UInt8]]) {
        self.splitter = splitter
        self.tokens = tokens
    }

    /// Goes on where the parts before come to the total less `sum`.
    private mutating func descend(token: Int, offset: Int, way: CellSplitter.Way, sum: Int) {
        let parts = splitter.kinds.count - 1 - way.count
        guard token < tokens.count, parts > 0 else {
            if token == tokens.count, parts == 0, sum == 0 { ways.append(way + [total]) }
            return
        }
        let digits = tokens[token...].reduce(-offset) { $0 + $1.count }
        guard digits >= parts, Self.canComeTo(sum, digits: digits, parts: parts) else { return }
        let bytes = tokens[token]
        // What is left of the last number's token is that number.
        for end in (parts == 1 ? bytes.count : offset + 1)...bytes.count {
            left -= 1
            guard left >= 0 else { return }
            guard let value = CellSplitter.value(bytes, offset, end, .count), let number = value.whole, number <= sum
            else {
                // A longer number is larger yet, and none begins with a zero.
                return
            }
            let isDone = end == bytes.count
            descend(
                token: isDone ? token + 1 : token,
                offset: isDone ? 0 : end,
                way: way + [value],
                sum: sum - number
            )
        }
    }

    private static func digits(of number: Int) -> Int {
        var (count, rest) = (1, number / 10)
        while rest > 0 { (count, rest) = (count + 1, rest / 10) }
        return count
    }

    /// Whether so many numbers with so many digits in all can have this sum: the longest of them has its share at least, and
    /// at most what the others leave.
    private static func canComeTo(_ sum: Int, digits: Int, parts: Int) -> Bool {
        let least = (digits + parts - 1) / parts
        let most = digits - parts + 1
        let length = Self.digits(of: sum)
        return (least == 1 || length >= least) && (sum == 0 || length <= most + (parts > 1 ? 1 : 0))
    }
}
