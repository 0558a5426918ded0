internal import Model

/// What says that all applications of the year were dealt with before it ended, without a number: 收到的申请全部在年内办结;
/// 截至年底,所有申请均已办结.
///
/// 均按期办结 says nothing of the year's end, and 目前均已办结 is said when the report is written.
extension StretchReader {
    private static let until = phrases("截至 截止 截至到 截止到 至")
    private static let yearEnds = phrases("年底 年末 底 12月31日 年12月31日 本年底 当年底 12月底")
    private static let arrivals = phrases("收到的 受理的 新收的 本年新收的 收到 受理 新收 年度收到的")
    private static let everything = phrases("全部 所有 各类 全部的 所有的")
    private static let applications = phrases("政府信息公开申请 信息公开申请 依申请公开申请 依申请公开事项 申请 申请件 政府信息公开申请件")
    private static let evenly = phrases("均已 均 都 都已 全部 已全部 已 均已全部 均全部")
    private static let within = phrases("在年内 在当年 于年内 于当年 年内 当年 在本年度内 在年度内 在当年度 在年底前 于年底前 年底前 在12月31日前")
    private static let done = phrases("办结 办理完毕 办理完成 答复完毕 处理完毕 办理办结 全部办结 已办结 均已办结 已全部办结")

    /// Reads a clause that ends in 办结 at `index`; whether it says so.
    @discardableResult
    mutating func handledWithinYear(_ index: Int, _ range: Range<Int>) -> Bool {
        guard teller.paths.isRevised, endsHere(index, range), speaksOfWholeYear, state.isAboutApplications,
            !state.isOfProposals, !words(range).contains(.carriedIn), let (place, isAtEnd) = start(of: index, range),
            saysAllDone(from: place, to: tokens[index].end, isAtEnd: isAtEnd)
        else { return false }
        let cells = teller.paths.applications("carried_out")
        let first = tokens[range.lowerBound..<index].lastIndex(where: \.endsClause).map { $0 + 1 } ?? range.lowerBound
        appendZero(
            key: cells[0],
            readings: [cells],
            tokens: first..<(index + 1),
            isDenial: true,
            // What goes to the next year may else have come over from the year before.
            doubt: teller.paths.carriesOwnOver ? nil : .wording
        )
        return true
    }

    /// Where the clause begins, behind the year, the body and 截至年底.
    private func start(of index: Int, _ range: Range<Int>) -> (place: Int, isAtEnd: Bool)? {
        let first = sentenceStart ?? stretchStart
        if let place = yearEnd(at: first) { return (place, true) }
        let mark = tokens[range.lowerBound..<index].lastIndex(where: \.endsClause)
        guard let opening = opening(at: mark.map { tokens[$0].end } ?? first) else { return nil }
        // 截至年底,我局收到的申请: the year's end is told in the clause before.
        if let mark, let end = yearEnd(at: first), end >= tokens[mark].end { return (opening.place, true) }
        return (opening.place, false)
    }

    /// Where the words behind 截至2024年12月31日, begin.
    private func yearEnd(at start: Int) -> Int? {
        var place = start
        let until = Self.length(of: Self.until, in: flow, at: place)
        guard until > 0 else { return nil }
        place += until
        if let opening = opening(at: place), opening.saysYear { place = opening.place }
        let end = Self.length(of: Self.yearEnds, in: flow, at: place)
        guard end > 0 else { return nil }
        return opening(at: place + end).map { rest in
            rest.place < stretchEnd && flow.bytes[rest.place] == UInt8(ascii: ",")
                ? opening(at: rest.place + 1)?.place ?? rest.place + 1 : rest.place
        }
    }

    private func saysAllDone(from start: Int, to end: Int, isAtEnd: Bool) -> Bool {
        var place = start
        var saysAll = false
        var saysWithin = isAtEnd
        var namesThem = false
        for words in [
            Self.everything, Self.arrivals, Self.everything, Self.applications, Self.evenly, Self.within, Self.evenly,
        ] {
            var length = Self.length(of: words, in: flow, at: place)
            if words == Self.within { length = max(length, namedYear(at: place)) }
            guard length > 0 else { continue }
            if words == Self.everything || words == Self.evenly { saysAll = true }
            if words == Self.applications { namesThem = true }
            if words == Self.within { saysWithin = true }
            place += length
            if words == Self.arrivals { place = behindNumber(place) }
        }
        guard saysWithin, namesThem || followsAllReceived else { return false }
        // 全部办结, 均已办结.
        let rest = Self.length(of: Self.done, in: flow, at: place)
        return rest > 0 && place + rest == end && (saysAll || rest > Self.done[0].count)
    }

    private static let into = phrases("于 在")
    private static let insides = phrases("内 度内 底前 年底前 12月31日前")

    /// How long 于2024年内 is.
    private func namedYear(at start: Int) -> Int {
        let lead = Self.length(of: Self.into, in: flow, at: start)
        guard lead > 0, let opening = opening(at: start + lead), opening.saysYear else { return 0 }
        return opening.place + Self.length(of: Self.insides, in: flow, at: opening.place) - start
    }

    /// 收到的174件申请: where the words behind a number of all that came in begin.
    private func behindNumber(_ place: Int) -> Int {
        guard let number = tokens.first(where: { $0.start == place }), number.number != nil, countsAllReceived else {
            return place
        }
        return number.end
    }

    private var countsAllReceived: Bool {
        guard let last = items.last, last.sentence == sentenceNumber, last.role == .count else { return false }
        let claim = result.claims[last.claim]
        return claim.readings.first == teller.paths.applications("received") && !claim.isPart && claim.doubt == nil
    }

    /// 收到政府信息公开申请174件,已全部在年内办结: the clause directly before counts all that came in.
    private var followsAllReceived: Bool { countsAllReceived && items.last?.marker == nil }
}
