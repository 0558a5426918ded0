internal import Model

/// What the search for lists needs to know of a figure.
extension StretchReader {
    func item(_ figure: Figure, _ counted: Counted) -> ClaimItem {
        let (index, context, left, own) = (figure.index, figure.context, figure.left, figure.own)
        return ClaimItem(
            numeral: figure.numeral,
            role: figure.role,
            family: counted.family,
            sentence: sentenceNumber,
            clause: context.clauses,
            depth: figure.depth,
            marker: figure.marker?.term,
            opensSentence: figure.marker.map { opens($0.index, figure.sentence) } ?? false,
            isLooselyMarked: figure.isLooselyMarked && figure.marker != nil,
            marks: marks(figure),
            words: wordsOfItem(context.wider..<index),
            ownWords: own,
            quarters: quarters(left),
            lead: counted.family == .other ? lead(left, before: index) : 0,
            criterion: criterion(figure),
            namesKinds: !state.kinds.isEmpty || state.kindBefore != nil,
            isOfOtherMeans: counted.family == .means && left.contains { isOfOtherWays($0) },
            isOfCorrection: isOfCorrection(index),
            isWithin: own.contains(.within) || figure.voice.words.contains(.inYear),
            isOfOtherYears: isOfOtherYears(figure),
            isOfNewMedia: own.contains(.otherMedia) && isOfNewMedia(left),
            isPublished: isPublished(left, own, before: index),
            wholes: disputeWholes(counted),
            isTableRow: !counted.readings.isEmpty && counted.family == .other,
            isOfSum: isOfSum(left, before: index),
            sum: sum(figure),
            percentage: figure.role == .count ? ClaimItem.Percentage() : percentage(figure),
            follows: items.last.flatMap { $0.sentence == sentenceNumber ? $0.family : nil } ?? .other,
            claim: result.claims.count
        )
    }

    private func isOfOtherYears(_ figure: Figure) -> Bool {
        let isPercentage = figure.role == .share || figure.role == .rate
        return state.isOtherYear || state.isPlan || figure.isFormer || isPercentage && state.isPartOfYear
    }

    private func marks(_ figure: Figure) -> ClaimItem.Marks {
        let (index, left) = (figure.index, figure.left)
        return ClaimItem.Marks(
            isBehindSemicolon: isBehindSemicolon(index, figure.sentence),
            isBehindPause: left.first.map { tokens[$0].kind == .pause } ?? false,
            isBehindColon: isBehindColon(left),
            isOutOfLast: left.lowerBound > 0 && tokens[left.lowerBound - 1].number != nil
                && flow.hasPrefix(Self.among, at: tokens[left.lowerBound - 1].end),
            isAloneInBracket: isAloneInBracket(index),
            isBareBehindMark: isBareBehindMark(figure),
            isToldBehind: figure.voice.isBehind,
            hasNounBehind: hasNounBehind(index),
            isFollowedByOthers: isFollowedByOthers(index, figure.sentence.upperBound)
        )
    }

    private func sum(_ figure: Figure) -> ClaimItem.Sum {
        let (index, left, own) = (figure.index, figure.left, figure.own)
        let isMarked = figure.marker != nil
        return ClaimItem.Sum(
            isSubtotal: own.contains(.total) && !own.meets(.telling)
                && ownBytes(left, before: tokens[index].start) <= Self.longestSubtotal,
            isPlainSubtotal: own.isWithin([.total, .filler]) && state.ownBytes == 0,
            isBareTotal: isBareTotal(left, own, at: index),
            isRest: state.ownBytes == 0 && own.isWithin([.otherItem, .filler])
                && left.contains { token in Self.rests.contains { flow.hasPrefix($0, at: tokens[token].start) } },
            isLeft: isLeftOpen(figure),
            mayOverlap: (isMarked || isBehindColon(left)) && saysOverlap(behind: figure),
            isSaidToOverlap: (isMarked || followsColon(left)) && isSaidToOverlap(figure)
        )
    }

    private func percentage(_ figure: Figure) -> ClaimItem.Percentage {
        let (index, left) = (figure.index, figure.left)
        let isShare = figure.role == .share
        return ClaimItem.Percentage(
            isBeside: isBeside(index, figure.role),
            isOfTotal: isShare && left.contains { flow.hasPrefix(Self.ofTotal, at: tokens[$0].start) },
            isOfAllApplications: isShare && isOfAllApplications(left),
            isOfThat: isShare && isOfThat(left),
            isOfEach: figure.isOfEach,
            ofTable: figure.ofTable,
            isOfAnswers: isOfAnswers(figure),
            isOfContent: figure.role == .rate && figure.own.contains(.rate) && isOfContent(figure),
            isOfApplications: state.isAboutApplications && !state.isOfProposals && !state.countsOthers
                && !state.isAmong && state.ownBytes == 0,
            namesOwn: figure.role == .growth && state.ownBytes >= Self.shortestName
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
    /// The length of four: 各类信息合计.
    private static let longestSubtotal = 12
    private static let rests = ["其余", "剩余", "余下"].map { Array($0.utf8) }
    private static let ofTotal = Array("占总".utf8)
}
