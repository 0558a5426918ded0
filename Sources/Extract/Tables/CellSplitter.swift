internal import Bytes
internal import Forms
internal import Model

/// Lists the ways in which the text of a row can be cut into its cells.
///
/// A number begins with no zero unless it is 0; a sign begins a cell, and only in a column that has signs; a unit of
/// money ends one. What separators divide stays divided; a mark for nothing among digits is a cell of its own.
struct CellSplitter {
    /// One way: a value for each cell, nil for a blank.
    typealias Way = [Quantity?]

    /// More ways than these are not worth telling apart.
    static let maximumWays = 1000

    /// No number is longer, with its sign, separators and unit.
    private static let longest = 2 * Quantity.maximumDigits

    let kinds: [ValueKind]
    /// Whether separators show in the table, so that what they divide is one cell each, and none is cut.
    let isSeparated: Bool
    /// Whether blank cells have left no trace in this table, so that any cell may be one.
    let allowsBlanks: Bool
    /// How many ways are listed before that is given up.
    var limit = maximumWays

    /// All ways, or nil where there are too many or the text holds more than numbers.
    func ways(_ tokens: [[UInt8]]) -> [Way]? {
        var search = Search(splitter: self, tokens: tokens)
        search.descend(token: 0, offset: 0)
        return search.isExhausted ? nil : search.ways
    }

    /// The most cells that the tokens can fill.
    static func capacity(_ tokens: [[UInt8]]) -> Int {
        tokens.reduce(0) { $0 + $1.count(where: ASCII.isDigit) + (GluedMark.count($1, $1.indices) ?? 0) }
    }

    private struct Search {
        let splitter: CellSplitter
        let tokens: [[UInt8]]
        var ways: [Way] = []
        var isExhausted = false
        /// The cells so far.
        private var way: Way = []
        /// The places from which no way leads on, once there is one: without them the search would try each again for
        /// each way to it.
        private var isDeadEnd: [Bool] = []

        init(splitter: CellSplitter, tokens: [[UInt8]]) {
            self.splitter = splitter
            self.tokens = tokens
            way.reserveCapacity(splitter.kinds.count)
        }

        mutating func descend(token: Int, offset: Int) {
            guard !isExhausted else { return }
            if token == tokens.count {
                return finish()
            }
            guard way.count < splitter.kinds.count else { return }
            let place = place(token, offset)
            guard isDeadEnd.isEmpty || !isDeadEnd[place] else { return }
            let found = ways.count
            goOn(token: token, offset: offset)
            if ways.count == found { noteDeadEnd(place) }
        }

        /// The number of a byte together with the column that it is to begin.
        private func place(_ token: Int, _ offset: Int) -> Int {
            let before = tokens[..<token].reduce(offset) { $0 + $1.count }
            return before * splitter.kinds.count + way.count
        }

        private mutating func noteDeadEnd(_ place: Int) {
            if isDeadEnd.isEmpty { isDeadEnd = Array(repeating: false, count: self.place(tokens.count, 0) + 1) }
            isDeadEnd[place] = true
        }

        private mutating func goOn(token: Int, offset: Int) {
            if splitter.allowsBlanks {
                way.append(nil)
                descend(token: token, offset: offset)
                way.removeLast()
            }
            if !splitter.isSeparated, let mark = GluedMark(tokens[token], at: offset) {
                for end in mark.ends { descend(behind: end, token: token, nil) }
            }
            let kind = splitter.kinds[way.count]
            let last = min(tokens[token].count, offset + CellSplitter.longest)
            let least = splitter.isSeparated ? tokens[token].count : offset + 1
            for end in least...max(least, last) where end <= last {
                guard let value = CellSplitter.value(tokens[token], offset, end, kind) else { continue }
                descend(behind: end, token: token, value)
            }
        }

        private mutating func descend(behind end: Int, token: Int, _ value: Quantity?) {
            let isDone = end == tokens[token].count
            way.append(value)
            descend(token: isDone ? token + 1 : token, offset: isDone ? 0 : end)
            way.removeLast()
        }

        private mutating func finish() {
            let missing = splitter.kinds.count - way.count
            guard missing == 0 || splitter.allowsBlanks else { return }
            // A copy: what is tried goes on being changed in place.
            var whole: Way = []
            whole.reserveCapacity(splitter.kinds.count)
            whole += way
            for _ in 0..<missing { whole.append(nil) }
            ways.append(whole)
            if ways.count > splitter.limit { isExhausted = true }
        }
    }

    /// The number that the bytes between `start` and `end` are in a column of this kind, or nil.
    static func value(_ bytes: [UInt8], _ start: Int, _ end: Int, _ kind: ValueKind) -> Quantity? {
        if let number = NumberReader.plain(bytes, start..<end) { return number }
        let hasSign = bytes[start] == UInt8(ascii: "+") || bytes[start] == UInt8(ascii: "-")
        if hasSign, kind != .change { return nil }
        guard let number = NumberReader.number(bytes, at: start, end: end), !number.hasLeadingZero else { return nil }
        guard case .money = kind else {
            return number.end == end && number.value.whole != nil ? number.value : nil
        }
        if number.end == end { return number.value }
        let unit = NumberReader.moneyUnit(bytes, at: number.end, end: end)
        return unit.map { number.end + $0.length == end } == true ? number.value : nil
    }
}
