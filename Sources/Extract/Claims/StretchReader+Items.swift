internal import Model

/// What the search for lists needs to know of a figure.
extension StretchReader {
    mutating func item(_ figure: Figure, _ counted: Counted) -> ClaimItem {
        let (index, context, left, own) = (figure.index, figure.context, figure.left, figure.own)
        let isPercentage = figure.role == .share || figure.role == .rate
        return ClaimItem(
            numeral: figure.numeral,
            role: figure.role,
            family: counted.family,
            sentence: sentenceNumber,
            depth: figure.depth,
            marker: figure.marker?.term,
            opensSentence: figure.marker.map { opens($0.index, figure.sentence) } ?? false,
            words: wordsOfItem(context.wider..<index),
            ownWords: own,
            quarters: quarters(left),
            isFollowedByOthers: isFollowedByOthers(index, figure.sentence.upperBound),
            isBehindSemicolon: isBehindSemicolon(index, figure.sentence),
            namesKinds: !state.kinds.isEmpty || state.kindBefore != nil,
            isOfOtherMeans: counted.family == .means && left.contains { isOfOtherWays($0) },
            isBehindPause: left.first.map { tokens[$0].kind == .pause } ?? false,
            isBehindColon: isBehindColon(left),
            mayOverlap: (figure.marker != nil || isBehindColon(left)) && saysOverlap(behind: figure),
            isSaidToOverlap: (figure.marker != nil || followsColon(left)) && isSaidToOverlap(figure),
            isOutOfLast: left.lowerBound > 0 && tokens[left.lowerBound - 1].number != nil
                && flow.hasPrefix(Self.among, at: tokens[left.lowerBound - 1].end),
            clause: context.clauses,
            isOfCorrection: isOfCorrection(index),
            isWithin: own.contains(.within) || figure.voice.words.contains(.inYear),
            wholes: disputeWholes(counted),
            isTableRow: !counted.readings.isEmpty && counted.family == .other,
            isLooselyMarked: figure.isLooselyMarked && figure.marker != nil,
            isOfTotal: figure.role == .share && left.contains { flow.hasPrefix(Self.ofTotal, at: tokens[$0].start) },
            isToldBehind: figure.voice.isBehind,
            isOfAllApplications: figure.role == .share && isOfAllApplications(left),
            isOfThat: figure.role == .share && isOfThat(left),
            isOfSum: isOfSum(left, before: index),
            isSubtotal: own.contains(.total) && !own.meets(.telling)
                && ownBytes(left, before: tokens[index].start) <= 12,
            isPlainSubtotal: own.isWithin([.total, .filler]) && state.ownBytes == 0,
            isRest: state.ownBytes == 0 && own.isWithin([.otherItem, .filler])
                && left.contains { token in Self.rests.contains { flow.hasPrefix($0, at: tokens[token].start) } },
            isLeft: isLeftOpen(figure),
            isAloneInBracket: isAloneInBracket(index),
            isBareTotal: isBareTotal(left, own, at: index),
            ofTable: figure.ofTable,
            isOfAnswers: isOfAnswers(figure),
            isOfEach: figure.isOfEach,
            isOfContent: figure.role == .rate && figure.own.contains(.rate) && isOfContent(figure),
            namesOwn: figure.role == .growth && state.ownBytes >= Self.shortestName,
            follows: items.last.flatMap { $0.sentence == sentenceNumber ? $0.family : nil } ?? .other,
            isOfApplications: state.isAboutApplications && !state.isOfProposals && !state.countsOthers
                && !state.isAmong && state.ownBytes == 0,
            isBeside: isBeside(index, figure.role),
            isOfOtherYears: state.isOtherYear || state.isPlan || figure.isFormer || isPercentage && state.isPartOfYear,
            claim: result.claims.count,
            criterion: criterion(figure),
            isOfNewMedia: own.contains(.otherMedia) && isOfNewMedia(left),
            lead: counted.family == .other ? lead(left, before: index) : 0,
            isPublished: isPublished(left, own, before: index),
            isBareBehindMark: isBareBehindMark(figure),
            hasNounBehind: hasNounBehind(index)
        )
    }

    /// 尚有3件正在办理, 148封正在办理: the words beside the number say that it is open, and not that it goes to the next year.
    private func isLeftOpen(_ figure: Figure) -> Bool {
        let next = figure.index + 1
        let isBehind =
            next < figure.sentence.upperBound && tokens[next].term == .unhandled
            && tokens[next].start == tokens[figure.index].end
        let isBefore =
            figure.left.count == 1 && tokens[figure.left.lowerBound].term == .unhandled
            && tokens[figure.left.lowerBound].end == tokens[figure.index].start
        return (isBehind || isBefore) && !figure.own.meets([.carriedOut, .carry, .total])
    }

    /// Whether a semicolon stands before it, behind the number before.
    func isBehindSemicolon(_ index: Int, _ sentence: Range<Int>) -> Bool {
        let before = tokens[sentence.lowerBound..<index].reversed().prefix { $0.number == nil }
        return before.contains { $0.kind == .semicolon }
    }

    /// The length of two characters.
    private static let shortestName = 6
    private static let rests = ["其余", "剩余", "余下"].map { Array($0.utf8) }
    private static let ofTotal = Array("占总".utf8)
}
