internal import Bytes
internal import Model

/// Writes down the figures.
extension StretchReader {
    /// Adds a figure with the words of its clause, of which `clause` is what stands before the number.
    mutating func append(
        _ counted: Counted,
        _ numeral: Numeral,
        clause: Range<Int>,
        _ role: ClaimRole
    ) {
        let number = tokens[clause.upperBound]
        let start = clause.isEmpty ? number.start : tokens[clause.lowerBound].start
        let begin = itemStart(clause, clauseStart(clause.lowerBound, before: start))
        let end = wordsEnd(behind: clause.upperBound)
        let range = clipped((flow.hasPrefix(Self.pause, at: begin) ? begin + Self.pause.count : begin)..<end)
        var numeral = numeral
        if role == .growth, isFall(clause) { numeral = numeral.negated }
        let piece = flow.pieces[flow.piece(at: number.start)]
        let isUsed = state.scope != nil && !counted.readings.isEmpty
        if isUsed { scopeIsUsed = true }
        result.claims.append(
            Claim(
                key: counted.key
                    ?? key(range.lowerBound, before: min(numeral.start, range.upperBound), clause.upperBound),
                value: numeral.value,
                low: numeral.low,
                high: numeral.high,
                unit: unit(numeral, before: number.end),
                line: piece.line,
                inDocument: flow.outline.documentPlace(of: piece),
                text: writer.text(range),
                readings: counted.readings,
                doubt: isUsed && counted.doubt != .wording ? (scopeIsOwn ? .scope : .earlierScope) : counted.doubt,
                scope: isUsed ? state.scope : nil,
                sentence: sentencePlace,
                isOfWideScope: isUsed && scopeIsWide,
                isWhole: counted.isWhole && (isUsed || !isOfOwnLevel),
                isPart: counted.isPart,
                isQualified: state.isQualified
            )
        )
        result.claims[result.claims.count - 1].isLoose = numeral.isLoose
        result.claims[result.claims.count - 1].isOfOtherBody = isUsed && scopeIsOther
    }

    private static let level = Array("本级".utf8)

    /// 我局本级公开738条: those of the level alone, whatever the whole has.
    private var isOfOwnLevel: Bool { state.scope.map { flow.hasPrefix(Self.level, at: $0) } ?? false }

    /// A claim that a matter is nothing, in words.
    /// The unit as printed; a share in words is one in percent all the same.
    private func unit(_ numeral: Numeral, before end: Int) -> String? {
        if numeral.unit == .percent { return "%" }
        return numeral.unitStart < end ? flow.string(numeral.unitStart..<unitEnd(numeral)) : nil
    }

    mutating func appendZero(
        key: String,
        readings: [[String]],
        tokens range: Range<Int>,
        isDenial: Bool,
        doubt: Claim.Doubt? = nil
    ) {
        let start = clauseStart(range.lowerBound, before: tokens[range.lowerBound].start)
        let text = clipped(start..<tokens[range.upperBound - 1].end)
        let piece = flow.pieces[flow.piece(at: tokens[range.lowerBound].start)]
        let isUsed = state.scope != nil && !readings.isEmpty
        if isUsed { scopeIsUsed = true }
        result.claims.append(
            Claim(
                key: key,
                value: Quantity(0),
                low: Quantity(0),
                high: Quantity(0),
                unit: nil,
                line: piece.line,
                inDocument: flow.outline.documentPlace(of: piece),
                text: writer.text(text),
                readings: readings,
                isDenial: isDenial,
                doubt: isUsed ? (scopeIsOwn ? .scope : .earlierScope) : doubt,
                scope: isUsed ? state.scope : nil,
                sentence: sentencePlace,
                isOfWideScope: isUsed && scopeIsWide,
                isWhole: !state.isSince
            )
        )
    }

    /// A figure that is told in other words than the number's own.
    mutating func append(_ value: Quantity, key: String, readings: [[String]], tokens range: Range<Int>) {
        let start = clauseStart(range.lowerBound, before: tokens[range.lowerBound].start)
        let piece = flow.pieces[flow.piece(at: tokens[range.lowerBound].start)]
        if state.scope != nil { scopeIsUsed = true }
        result.claims.append(
            Claim(
                key: key,
                value: value,
                low: value,
                high: value,
                unit: nil,
                line: piece.line,
                inDocument: flow.outline.documentPlace(of: piece),
                text: writer.text(clipped(start..<tokens[range.upperBound - 1].end)),
                readings: readings,
                doubt: state.scope != nil ? (scopeIsOwn ? .scope : .earlierScope) : nil,
                scope: state.scope,
                sentence: sentencePlace,
                isOfWideScope: state.scope != nil && scopeIsWide
            )
        )
    }

    /// Tells the claims of this sentence from those of others.
    private var sentencePlace: Int { sentenceStart ?? stretchStart }

    /// Where the words behind a number end: at the next mark or number, if that is not far.
    private func wordsEnd(behind index: Int) -> Int {
        var next = index + 1
        while next < tokens.count, !tokens[next].endsClause, tokens[next].number == nil, tokens[next].kind != .pause {
            next += 1
        }
        let end = next < tokens.count ? tokens[next].start : stretchEnd
        let number = tokens[index].end
        return end - number <= 60 && (next >= tokens.count || tokens[next].number == nil) ? end : number
    }

    /// Where the clause of a token begins: behind the mark before it.
    private func clauseStart(_ token: Int, before start: Int) -> Int {
        guard token > 0 else { return max(sentenceStart ?? stretchStart, start - 60) }
        return min(start, max(tokens[token - 1].end, start - 60))
    }

    /// The words that a claim is known by: no more than forty characters, whole ones, the last where there are more; of a
    /// list that is cut, whole items where one ends soon.
    private func clipped(_ range: Range<Int>) -> Range<Int> {
        guard range.count > Self.longestText + Self.longestRemnant else { return range }
        var start = range.upperBound - Self.longestText
        while start < range.upperBound, flow.bytes[start] & 0xC0 == 0x80 { start += 1 }
        for index in start..<min(start + Self.longestRemnant, range.upperBound) {
            if flow.bytes[index] == UInt8(ascii: "(") { break }
            if flow.hasPrefix(Self.pause, at: index) { return (index + Self.pause.count)..<range.upperBound }
        }
        // 2021年 is no 21年.
        while start < range.upperBound, ASCII.isDigit(flow.bytes[start]), ASCII.isDigit(flow.bytes[start - 1]) {
            start -= 1
        }
        if flow.hasPrefix(Self.amongWord, at: start - Self.amongWord.count / 2) { start += Self.amongWord.count / 2 }
        return start..<range.upperBound
    }

    /// 40 Chinese characters.
    private static let longestText = 120
    /// 10 Chinese characters.
    private static let longestRemnant = 30
    private static let amongWord = Array("其中".utf8)

    /// Where the words of this number begin: behind the number before it, where one stands in its clause.
    private func itemStart(_ clause: Range<Int>, _ begin: Int) -> Int {
        guard let number = clause.last(where: { tokens[$0].number != nil }) else { return begin }
        return max(begin, tokens[number].end)
    }

    /// The words before the number, without those that only lead up to them; where it has none, those before its bracket or
    /// behind it.
    private func key(_ begin: Int, before end: Int, _ index: Int) -> String {
        var start = min(behindItemNumber(begin), end)
        var end = end
        while end > start, flow.bytes[end - 1] == ClaimScanner.question { end -= 1 }
        for word in Self.leads where flow.hasPrefix(word, at: start) && start + word.count < end { start += word.count }
        guard start >= end else { return flow.string(start..<end) }
        return flow.string(isAloneInBracket(index) ? beforeBracket(index) : nounBehind(index))
    }

    /// 微博账号 of 微博账号(1个)发布46条.
    private func beforeBracket(_ index: Int) -> Range<Int> {
        let open = index - 1
        var first = open
        while first > 0, !tokens[first - 1].endsClause, tokens[first - 1].kind != .pause,
            tokens[first - 1].number == nil
        {
            first -= 1
        }
        let start = first > 0 ? tokens[first - 1].end : sentenceStart ?? stretchStart
        return clipped(min(start, tokens[open].start)..<tokens[open].start)
    }

    private static let deeds = TermSet.applicationVerbs.union([
        .total, .thisYear, .disclose, .publish, .issue, .repeal, .decide, .occur, .otherVerb, .share, .amongThem,
    ])

    /// 预算部门 of 97家预算部门公开388条.
    private func nounBehind(_ index: Int) -> Range<Int> {
        let start = tokens[index].end
        let next = tokens[(index + 1)...].first { token in
            token.endsClause || token.kind == .pause || token.kind == .quote || token.number != nil
                || token.term.map(Self.deeds.contains) ?? false
        }
        let end = next?.start ?? stretchEnd
        return start < end && end - start <= Self.longestRemnant ? start..<end : start..<start
    }

    static let pause = Array("、".utf8)
    private static let leads = ["其中", ":", ",", "、", "包括"].map { Array($0.utf8) }

    private func unitEnd(_ numeral: Numeral) -> Int {
        var end = numeral.end
        for word in Self.bounds
        where end - word.count > numeral.unitStart && flow.hasPrefix(word, at: end - word.count) {
            end -= word.count
        }
        let times = NumeralReader.bracketedTimes
        return flow.hasPrefix(times, at: end - times.count) ? end - times.count : end
    }

    private static let bounds = ["以上", "左右", "上下"].map { Array($0.utf8) }

    private func isFall(_ clause: Range<Int>) -> Bool {
        tokens[clause].last { $0.term == .up || $0.term == .down }?.term == .down
    }
}

extension Numeral {
    var negated: Self {
        var result = self
        result.value = value.map { Quantity(0) - $0 }
        result.low = high.map { Quantity(0) - $0 }
        result.high = low.map { Quantity(0) - $0 }
        return result
    }
}
