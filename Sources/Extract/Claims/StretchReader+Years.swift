internal import Model

/// Of which year the figures are.
extension StretchReader {
    mutating func observeTime(_ term: Term, at index: Int, _ range: Range<Int>) {
        switch term {
        case .thisYear:
            // 2022年全年: all of that year.
            if !isOfCitedYear(index, range),
                index == range.lowerBound || !isYearOfOthers(index - 1, before: index)
            {
                state.isOtherYear = false
            }
            // 截至6月底,当年已收到92件: that year, and not all of it.
            if !flow.hasPrefix(Self.ofThatYear, at: tokens[index].start) { state.isPartOfYear = false }
            // 受理申请历年累计31条,本年度答复5条.
            if case .annex = teller.paths.era, index > range.lowerBound,
                tokens[index - 1].endsClause || tokens[index - 1].term == .amongThem
            {
                state.isSince = false
            }
        case .partOfYear: state.isPartOfYear = true
        case .reach, .compared:
            state.isOtherYear = false
            state.isComparison = false
        case .lastYear: beginOtherYear(at: index, range)
        case .since:
            // 2023年以来, in the report on 2023: of that year.
            if !isOfReportYear(index - 1, range, before: index) { state.isSince = true }
        case .cumulative: state.isSince = true
        case .plan: state.isPlan = true
        case .until: state.isUntil = true
        case .total: observeTotal(at: index, range)
        // 累计主动公开5600条 says 累计, too.
        case .disclose, .publish:
            if flow.hasPrefix(Self.soFar, at: tokens[index].start) { observeTotal(at: index, range) }
        default: break
        }
    }

    private mutating func observeTotal(at index: Int, _ range: Range<Int>) {
        if isOfAllYears(index, range), state.isUntil || !namesYear(range.lowerBound..<index) { state.isSince = true }
        if state.isUntil { state.isSoFar = flow.hasPrefix(Self.soFar, at: tokens[index].start) }
    }

    private static let ofThatYear = Array("当年".utf8)
    private static let soFar = Array("累计".utf8)

    /// 截至2022年底,累计收到6件,2022年新收2件: where this year stands apart, the figures before are those of all years.
    private func isOfAllYears(_ index: Int, _ range: Range<Int>) -> Bool {
        flow.hasPrefix(Self.soFar, at: tokens[index].start)
            && tokens[index..<range.upperBound].contains { token in
                if case .year(let year) = token.kind { return year == reportYear }
                return token.term == .thisYear
            }
    }

    /// Whether a year stands in it, or 全年.
    func namesYear(_ range: Range<Int>) -> Bool {
        tokens[range].contains { token in
            if case .year = token.kind { return true }
            return token.term == .thisYear
        }
    }

    mutating func observe(year: Int, at index: Int, _ range: Range<Int>) {
        guard let reportYear else { return }
        if year == reportYear {
            // 2022年、2023年: of both years.
            if !isYearBefore(index, range) { state.isOtherYear = false }
            // 新条例施行后,2024年收到174件: in all of it.
            if index > range.lowerBound, tokens[index - 1].kind == .comma { state.isPartOfYear = false }
            // 截至目前,2023年制发7件: of that year, where no day of it is named.
            if !Self.ends.contains(where: { flow.hasPrefix($0, at: tokens[index].end) }) { state.isSince = false }
            if endsYears(index, range) {
                state.isOtherYear = false
                state.isSince = true
            }
            if isUntilItsEnd(index) { state.isUntil = true }
        } else {
            beginOtherYear(at: index, range)
        }
    }

    private static let until = ["到", "至"].map { Array($0.utf8) }
    private static let lastDays = ["底", "末"].map { Array($0.utf8) }

    /// 到2012年底累计公开753条: as good as 截至.
    private func isUntilItsEnd(_ index: Int) -> Bool {
        Self.until.contains { flow.hasPrefix($0, at: tokens[index].start - $0.count) }
            && Self.lastDays.contains { flow.hasPrefix($0, at: tokens[index].end) }
    }

    /// Whether 累计 stands with it and no year but that until whose end it counts: 截至2012年底,累计主动公开753条.
    func saysSoFar(_ figure: Figure) -> Bool {
        guard figure.left.contains(where: { flow.hasPrefix(Self.soFar, at: tokens[$0].start) }) else { return false }
        return state.isUntil || !namesYear(figure.sentence.lowerBound..<figure.index)
    }

    /// 截至2012年底,累计主动公开753条。2012年新增的主动公开28条: where a sentence behind has those of the year, the figure before is of all
    /// years.
    mutating func tellSoFarApart(_ figure: Figure, _ counted: Counted) {
        guard figure.role == .count, let key = counted.key, Self.ofDisclosure.contains(where: key.hasPrefix) else {
            return
        }
        if saysSoFar(figure) {
            lastSoFar = result.claims.count
        } else if let before = lastSoFar, result.claims[before].key == key,
            figure.own.contains(.newly) || namesYear(figure.left), let said = figure.numeral.value,
            let all = result.claims[before].value, said < all
        {
            result.claims[before].isWhole = false
            guard case .annex = teller.paths.era else { return }
            result.claims[before].key = Self.cumulative(key)
            result.claims[before].readings = result.claims[before].readings.map { $0.map(Self.cumulative) }
        }
    }

    /// 截至2017年底,累计主动公开99条: of all years, or of the year; 截至 makes all years the likelier.
    func addAllYears(_ counted: inout Counted, _ figure: Figure) {
        guard case .annex = teller.paths.era, let key = counted.key, key.hasPrefix("annex.disclosed"),
            counted.readings.first == [key], Self.cumulative(key) != key,
            saysSoFar(figure) || isBesideYears(key, figure)
        else { return }
        counted.readings.removeAll { $0 == [Self.cumulative(key)] }
        counted.readings.append([Self.cumulative(key)])
        guard state.isUntil || isBesideYears(key, figure) else { return }
        counted.readings.swapAt(0, counted.readings.count - 1)
        counted.key = Self.cumulative(key)
    }

    private static let inAll = ["目前", "总计", "累计"].map { Array($0.utf8) }

    /// 2011年共主动公开606条,目前总计主动公开2739条: more than the sentence has of the year.
    private func isBesideYears(_ key: String, _ figure: Figure) -> Bool {
        let own = start(of: figure.left)..<tokens[figure.index].start
        guard Self.inAll.contains(where: { flow.holds($0, in: own) }), !namesYear(figure.left),
            let said = figure.numeral.value
        else { return false }
        return items.contains { item in
            item.sentence == sentenceNumber && result.claims[item.claim].key == key
                && item.numeral.value.map { $0 < said } ?? false
        }
    }

    private static let ofDisclosure = ["annex.disclosed", "disclosed"]

    private static let ends = ["底", "末", "1", "初"].map { Array($0.utf8) }

    private static let spans = ["至", "到", "-", "~", "—"].map { Array($0.utf8) }
    /// 年12月31日至, and a blank mark or two.
    private static let longestDate = 24

    /// 2008年5月1日至2012年12月31日, in the report on 2012: the year ends a span that began in one before.
    private func endsYears(_ index: Int, _ range: Range<Int>) -> Bool {
        let start = tokens[index].start
        guard Self.spans.contains(where: { flow.hasPrefix($0, at: start - $0.count) }) else { return false }
        let first = tokens[range.lowerBound..<index].last { token in
            if case .year = token.kind { return true }
            return false
        }
        guard let first, case .year(let year) = first.kind, let reportYear else { return false }
        return year < reportYear && start - first.end <= Self.longestDate
    }

    private func isOfReportYear(_ place: Int, _ range: Range<Int>, before index: Int) -> Bool {
        guard range.contains(place), tokens[place].end == tokens[index].start else { return false }
        if case .year(let year) = tokens[place].kind { return year == reportYear }
        return tokens[place].term == .thisYear
    }

    /// Whether another year than the report's stands directly before the token.
    private func isYearOfOthers(_ place: Int, before index: Int) -> Bool {
        guard state.isOtherYear, tokens[place].end == tokens[index].start else { return false }
        if case .year(let year) = tokens[place].kind { return year != reportYear }
        return tokens[place].term == .lastYear
    }

    /// Whether the year is one of several, and not the first of them.
    private func isYearBefore(_ index: Int, _ range: Range<Int>) -> Bool {
        guard state.isOtherYear, index > range.lowerBound + 1, case .year = tokens[index - 2].kind else { return false }
        return tokens[index - 1].kind == .pause || tokens[index - 1].term == .filler
            || tokens[index - 1].term == .compare
    }

    private mutating func beginOtherYear(at index: Int, _ range: Range<Int>) {
        state.isOtherYear = true
        let before = index > range.lowerBound ? scanner.tokens[index - 1].term : nil
        state.isComparison = before == .compare || before == .compared
    }

    /// 累计主动公开5600条,其中2016年新增1200条: what this year added to a figure of all years.
    func isOfThisYear(_ figure: Figure) -> Bool {
        figure.marker?.term == .amongThem && state.isUntil && figure.role == .count
            && (figure.own.meets([.thisYear, .newly])
                || figure.left.contains { tokens[$0].kind == .year(reportYear ?? 0) })
    }

    mutating func doubtLastAsSoFar() {
        guard let last = items.last, last.sentence == sentenceNumber, last.words.meets([.total, .cumulative]) else {
            return
        }
        result.claims[last.claim].doubt = .wording
        result.claims[last.claim].isWhole = false
    }
}
