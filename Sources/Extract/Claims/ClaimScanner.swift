internal import Bytes
internal import Model

/// Cuts a stretch of the narrative into the tokens that tell figures, in one pass over its bytes.
struct ClaimScanner {
    let bytes: [UInt8]
    private let matcher = TermMatcher.shared
    /// The tokens of the sentence scanned last; those that say one thing together may be joined.
    var tokens: [ClaimToken] = []
    private(set) var numerals: [Numeral] = []
    /// The words of that sentence; while there are numbers in it, perhaps some that were then taken for part of one.
    private(set) var words = TermSet()

    init(_ bytes: [UInt8]) {
        self.bytes = bytes
    }

    /// Replaces the tokens by those from `start` on, up to the first full stop or to `end`, and gives where they end.
    mutating func scan(from start: Int, to end: Int) -> Int {
        tokens.removeAll(keepingCapacity: true)
        numerals.removeAll(keepingCapacity: true)
        words = TermSet()
        let reader = NumeralReader(bytes: bytes, end: end)
        let source = bytes
        let text = source.span
        var index = start
        while index < end {
            // A sentence of so many words is none: it ends at the next clause, so that no work grows with its square.
            if tokens.count > Self.mostTokens, tokens.last?.endsClause == true || tokens.count > 2 * Self.mostTokens {
                return index
            }
            let byte = text[index]
            if byte < 0x80 {
                if byte == Self.question, isLostBlank(index, reader) {
                    index += 1
                    continue
                }
                index = scanASCII(byte, at: index, reader)
                if Self.isStop(byte) { return index }
            } else if byte >= 0xE0, index + 2 < end {
                if let root = matcher.root(text, at: index) {
                    index = scanWord(root, text, at: index, end, reader)
                } else if byte == 0xE3, text[index + 1] == 0x80 {
                    let mark = text[index + 2]
                    index = scanMark(mark, at: index, end)
                    if mark == Self.fullStop { return index }
                } else {
                    // What stood here may have been a figure: a list that holds it is not all there.
                    if isDamage(index) { append(.etCetera, from: index, to: index + 3) }
                    index += 3
                }
            } else {
                index += 1
            }
        }
        return end
    }

    static let question = UInt8(ascii: "?")

    /// 共?1340条?,: the marks around a number stand for blanks that were lost, and end no sentence.
    private func isLostBlank(_ index: Int, _ reader: NumeralReader) -> Bool {
        if let last = tokens.last, last.number != nil, last.end == index {
            return last.start > 0 && bytes[last.start - 1] == Self.question
        }
        guard index + 1 < reader.end, ASCII.isDigit(bytes[index + 1]), let numeral = reader.numeral(at: index + 1)
        else {
            return false
        }
        return numeral.unit != .none && numeral.end < reader.end && bytes[numeral.end] == Self.question
    }

    private static let mostTokens = 400
    private static let fullStop: UInt8 = 0x82

    @inline(__always)
    private static func isStop(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: "!") || byte == UInt8(ascii: "?") || byte == UInt8(ascii: "|")
    }

    private mutating func scanASCII(_ byte: UInt8, at index: Int, _ reader: NumeralReader) -> Int {
        if ASCII.isDigit(byte) { return scanNumber(at: index, reader) }
        let kind: ClaimToken.Kind? =
            switch byte {
            // 新收11件+上年结转1件=办结10件+结转2件.
            case UInt8(ascii: ","), UInt8(ascii: "+"), UInt8(ascii: "="): .comma
            case UInt8(ascii: ";"): .semicolon
            case UInt8(ascii: ":"): .colon
            case UInt8(ascii: "("), UInt8(ascii: "["): .open
            case UInt8(ascii: ")"), UInt8(ascii: "]"): .close
            case UInt8(ascii: "\""): .quote
            case UInt8(ascii: "!"), UInt8(ascii: "?"), UInt8(ascii: "|"): .stop
            default: nil
            }
        if let kind { tokens.append(ClaimToken(kind: kind, start: index, end: index + 1)) }
        return index + 1
    }

    private mutating func scanWord(
        _ root: TermMatcher.Node,
        _ text: borrowing Span<UInt8>,
        at index: Int,
        _ end: Int,
        _ reader: NumeralReader
    ) -> Int {
        if let (length, term) = matcher.match(root, text, at: index, end: end) {
            if term != .opaque { append(term, from: index, to: index + length) }
            return index + length
        }
        if root.beginsNumeral {
            if isOrdinal(index) || isDamage(index - 3) || isCutOff(index) { return numeralEnd(index, end) }
            if let numeral = reader.numeral(at: index), numeral.unit != .times || numeral.low != Quantity(1),
                // 两项占41.5%: those two.
                !(numeral.unit == .things && stands(Self.share, at: numeral.end))
            {
                return append(numeral, at: index)
            }
            if let fraction = fraction(at: index, reader) { return append(fraction, at: index) }
        }
        return index + 3
    }

    /// The length of 约为.
    private static let longestLead = 6

    /// 占近八成: directly behind the 占 alone; elsewhere such words are no shares.
    private func fraction(at index: Int, _ reader: NumeralReader) -> Numeral? {
        guard let last = tokens.last else { return nil }
        // 占总数的八成, 占比约为八成.
        let share = last.term == .filler && tokens.count > 1 ? tokens[tokens.count - 2] : last
        guard share.term == .share, last.end <= index, index - share.end <= Self.longestLead else { return nil }
        return reader.fraction(at: index, behind: share.end)
    }

    /// 、 。 〔 《 and their like.
    private mutating func scanMark(_ third: UInt8, at index: Int, _ end: Int) -> Int {
        switch third {
        case 0x81: tokens.append(ClaimToken(kind: .pause, start: index, end: index + 3))
        case 0x82: tokens.append(ClaimToken(kind: .stop, start: index, end: index + 3))
        case 0x8A: return skip(to: 0x8B, from: index, end)
        case 0x94: return skip(to: 0x95, from: index, end)
        default: break
        }
        return index + 3
    }

    /// What stands in 《》 is a title and in 〔〕 a number of a document: neither tells figures.
    private func skip(to close: UInt8, from index: Int, _ end: Int) -> Int {
        var place = index + 3
        while place + 2 < end, place < index + 300 {
            if bytes[place] == 0xE3, bytes[place + 1] == 0x80, bytes[place + 2] == close { return place + 3 }
            place += 1
        }
        return index + 3
    }

    private mutating func scanNumber(at index: Int, _ reader: NumeralReader) -> Int {
        var digits = index
        while digits < reader.end, ASCII.isDigit(bytes[digits]) { digits += 1 }
        guard let numeral = reader.numeral(at: index) else { return digits }
        if numeral.isFourDigits, stands(Self.year, at: digits) {
            let year = bytes[index..<digits].reduce(0) { $0 * 10 + Int($1 - ASCII.zero) }
            if (1949...2099).contains(year) {
                let end = digits + (stands(Self.fiscal, at: digits + 3) ? 6 : 3)
                tokens.append(ClaimToken(kind: .year(year), start: index, end: end))
                return scanDifference(behind: end)
            }
        }
        if let end = dayEnd(numeral, digits) {
            append(.partOfYear, from: index, to: end)
            return end
        }
        if let end = monthsEnd(numeral, digits) {
            append(.partOfYear, from: index, to: end)
            return end
        }
        if isMonth(numeral, digits) {
            append(.partOfYear, from: index, to: digits + 3)
            return digits + 3
        }
        if isOrdinal(index) || isDamage(index - 3) || isRange(index)
            || numeral.unit == .none && !isAlone(numeral) && !isBehindOutcome(numeral)
        {
            return max(digits, numeral.unitStart)
        }
        return append(numeral, at: index)
    }

    private mutating func append(_ term: Term, from start: Int, to end: Int) {
        words.insert(term)
        tokens.append(ClaimToken(kind: .term(term), start: start, end: end))
    }

    private mutating func append(_ numeral: Numeral, at index: Int) -> Int {
        // 不到100件, 未达到100件: words of the number, and none of their own.
        while let last = tokens.last, last.term != nil, last.start >= numeral.start { tokens.removeLast() }
        tokens.append(ClaimToken(kind: .number(numerals.count), start: index, end: numeral.end))
        numerals.append(numeral)
        return scanDifference(behind: numeral.end)
    }

    /// 比上年的8件多3件, 比上年的8件少3件: the number behind is the difference.
    private mutating func scanDifference(behind end: Int) -> Int {
        let next = end + Self.more.count
        guard next < bytes.count, ASCII.isDigit(bytes[next]) else { return end }
        let term: Term? = stands(Self.more, at: end) ? .up : stands(Self.fewer, at: end) ? .down : nil
        guard let term else { return end }
        append(term, from: end, to: next)
        return next
    }

    private static let more = Array("多".utf8)
    private static let fewer = Array("少".utf8)

    /// Where the characters of a numeral end: 第五十条 is no count.
    private func numeralEnd(_ index: Int, _ end: Int) -> Int {
        var place = index
        while place + 2 < end {
            let point = NumeralReader.point(bytes, at: place)
            guard point == NumeralReader.hundred || NumeralReader.digit(point) != nil else { break }
            place += 3
        }
        return max(place, index + 3)
    }

    private static let year = Array("年".utf8)
    /// 2016年度.
    private static let fiscal = Array("度".utf8)
    private static let month = Array("月".utf8)
    private static let copula = Array("为".utf8)
    private static let amounts = ["数量为", "总数为", "件数为"].map { Array($0.utf8) }
    private static let share = Array("占".utf8)

    func stands(_ word: [UInt8], at index: Int) -> Bool {
        ByteSearch.stands(word, in: bytes.span, at: index, end: bytes.count)
    }

    /// Whether U+FFFD stands there, which is put where bytes could not be read.
    private func isDamage(_ index: Int) -> Bool {
        index >= 0 && index + 2 < bytes.count && bytes[index] == 0xEF && bytes[index + 1] == 0xBF
            && bytes[index + 2] == 0xBD
    }

    private static let outcomes = TermSet.outcomes.union(.disputeOutcomes).union(.disputes)

    /// 维持5、纠正1、未结1: plain figures, each behind its word and before a mark.
    private func isBehindOutcome(_ numeral: Numeral) -> Bool {
        guard let last = tokens.last, last.end == numeral.start, let term = last.term, Self.outcomes.contains(term),
            numeral.end < bytes.count
        else { return false }
        let next = bytes[numeral.end]
        return next == UInt8(ascii: ",") || next == UInt8(ascii: ";") || next == UInt8(ascii: ")")
            || next == 0xE3 && numeral.end + 2 < bytes.count && bytes[numeral.end + 1] == 0x80
    }

    /// A number without a unit counts only where the clause ends behind it (未办结的为0, 申请数量为4) or where it stands in
    /// tens of thousands (阅读量110.18万).
    private func isAlone(_ numeral: Numeral) -> Bool {
        if numeral.unitStart > numeral.start + 1, bytes[numeral.unitStart - 1] >= 0x80 { return true }
        guard stands(Self.copula, at: numeral.start - Self.copula.count),
            numeral.low == Quantity(0) || Self.amounts.contains(where: { stands($0, at: numeral.start - $0.count) })
        else { return false }
        guard numeral.end < bytes.count else { return true }
        let next = bytes[numeral.end]
        return next == UInt8(ascii: ",") || next == UInt8(ascii: ";") || next == 0xE3 || next == UInt8(ascii: ")")
    }
}
