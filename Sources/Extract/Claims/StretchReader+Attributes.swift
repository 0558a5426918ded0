internal import Model

/// Documents told by whether they may be read, and no applications.
extension StretchReader {
    /// Whether the sentence says of documents which may be read: 主动公开12件、依申请公开3件、不予公开41件.
    func saysAttributes(_ range: Range<Int>) -> Bool {
        guard let unasked = range.first(where: { tokens[$0].term == .disclose }), isCounted(unasked, range) else {
            return false
        }
        // 信息 behind the kinds may be what was published; what may not be read is said of documents alone.
        let isLoose = tokens[unasked + 1].number == nil
        let namesRefused = range.contains { tokens[$0].term == .refused && isCounted($0, range) }
        return range.dropLast().contains { index in
            guard tokens[index].term == .application, index == range.lowerBound || isApart(index) else { return false }
            let length = tokens[index].end - tokens[index].start
            let isKind = length == Self.onRequest || namesRefused && length == Self.onRequest + Self.information
            return isKind && (!isLoose || namesRefused) && isCounted(index, range)
        }
    }

    /// 制发公文65件,其中依申请公开8件、不予公开12件: of documents, by whether they may be read.
    func saysKindsOfDocuments(_ range: Range<Int>) -> Bool {
        guard let first = range.first(where: { tokens[$0].number != nil }), first > range.lowerBound,
            tokens[first - 1].term == .document, tokens[first - 1].end == tokens[first].start
        else { return false }
        let kinds = (first + 1)..<range.upperBound
        return kinds.contains { tokens[$0].term == .refused && isCounted($0, range) }
            && kinds.contains { index in
                tokens[index].term == .application && tokens[index].end - tokens[index].start == Self.onRequest
                    && isCounted(index, range)
            }
    }

    private func isApart(_ index: Int) -> Bool {
        // 、作为依申请公开信息1266条.
        let isNamed = index > 1 && flow.hasPrefix(Self.taken, at: tokens[index].start - Self.taken.count)
        let mark = tokens[isNamed ? index - 2 : index - 1].kind
        return mark == .pause || mark == .comma || mark == .semicolon
    }

    private static let taken = Array("作为".utf8)

    /// 制发政府信息130件,其中主动公开18件、不予公开112件: of what was written, where no application is spoken of.
    func saysKindsOfPapers(_ range: Range<Int>, _ words: TermSet) -> Bool {
        let first = range.first { tokens[$0].number != nil }
        guard let first, first > range.lowerBound, tokens[first - 1].term == .information,
            tokens[first - 1].end == tokens[first].start, self.words(range.lowerBound..<first).contains(.issue),
            !words.meets(Self.ofApplications)
        else { return false }
        let kinds = (first + 1)..<range.upperBound
        return [Term.disclose, .refused].allSatisfy { term in
            kinds.contains { tokens[$0].term == term && isCounted($0, range) }
        }
    }

    private static let ofApplications: TermSet = [
        .application, .plainApplication, .applicationWork, .receive, .accept, .process, .partly,
    ]

    /// Whether a number follows the word, with nothing but 信息, 类 or 占 between.
    private func isCounted(_ index: Int, _ range: Range<Int>) -> Bool {
        var next = index + 1
        if next < range.upperBound, tokens[next].term == .information, tokens[next].start == tokens[next - 1].end {
            next += 1
        }
        // 主动公开类占31.7%.
        for term in [Term.filler, .share] where next < range.upperBound && tokens[next].term == term {
            if tokens[next].start == tokens[next - 1].end, tokens[next].end - tokens[next].start == 3 { next += 1 }
        }
        return next < range.upperBound && tokens[next].number != nil && tokens[next].start == tokens[next - 1].end
    }

    /// The length of 信息.
    private static let information = 6
    /// The length of 依申请公开.
    private static let onRequest = 15
}
