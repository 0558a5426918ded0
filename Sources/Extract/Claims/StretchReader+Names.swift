internal import Bytes
internal import Model

/// Numbers that are part of a name and count nothing: “四个意识”, “惠企30条”, 胜利胡同六条17号.
extension StretchReader {
    /// Leaves out the numbers of names in quotation marks and of streets.
    mutating func dropNames() {
        var names: [Int] = []
        var quote: Int?
        for index in tokens.indices {
            if tokens[index].kind == .quote {
                guard let open = quote else {
                    quote = index
                    continue
                }
                quote = nil
                guard isName(open, index) else { continue }
                // A mark that is missing makes of what stands between two names one: “省内通办”和133项“同城通办”.
                if isClosing(tokens[open]) {
                    quote = index
                } else {
                    names += (open..<index).filter { tokens[$0].number != nil }
                }
            } else if isStreet(index) {
                names.append(index)
            }
        }
        for index in names.reversed() { scanner.tokens.remove(at: index) }
        dropOwnName()
    }

    /// Leaves out words that the body's own name only happens to hold: 市长 of 济南市长清区, 无 of 无锡市, 信访 of 信访局.
    private mutating func dropOwnName() {
        guard agency.count >= Self.shortestAgency, let end = tokens.last?.end, var start = tokens.first?.start else {
            return
        }
        start = max(stretchStart, start - agency.count)
        while let name = flow.firstIndex(of: agency, in: start..<min(stretchEnd, end + agency.count)) {
            start = name + agency.count
            scanner.tokens.removeAll { $0.number == nil && $0.start >= name && $0.end <= start }
        }
    }

    /// The length of four characters.
    private static let shortestAgency = 12

    private static let closing = ["”", "」", "』", "’"].map { Array($0.utf8) }

    /// Whether the mark was written as one that closes.
    private mutating func isClosing(_ mark: ClaimToken) -> Bool {
        let written = writer.bytes(mark.start..<mark.end)
        return Self.closing.contains { written.elementsEqual($0) }
    }

    /// The length of twelve characters.
    private static let longestName = 36
    /// The length of one character.
    private static let shortestWord = 3

    /// Whether what stands between two quotation marks has a number and words beside it, and no mark within.
    private func isName(_ open: Int, _ close: Int) -> Bool {
        let inner = (open + 1)..<close
        let length = tokens[close].start - tokens[open].end
        guard length <= Self.longestName, inner.contains(where: { tokens[$0].number != nil }),
            !inner.contains(where: { tokens[$0].endsClause || tokens[$0].kind == .pause })
        else { return false }
        let numbers = inner.reduce(0) { $0 + (tokens[$1].number == nil ? 0 : tokens[$1].end - tokens[$1].start) }
        return length - numbers >= Self.shortestWord
    }

    private static let number = Array("号".utf8)

    /// 胜利胡同六条17号: a lane with the number of its house.
    private func isStreet(_ index: Int) -> Bool {
        var end = tokens[index].end
        guard let number = tokens[index].number, scanner.numerals[number].unit == .items, end < stretchEnd,
            ASCII.isDigit(flow.bytes[end])
        else { return false }
        while end < stretchEnd, ASCII.isDigit(flow.bytes[end]) { end += 1 }
        return flow.hasPrefix(Self.number, at: end)
    }
}
