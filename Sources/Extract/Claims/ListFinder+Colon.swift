internal import Model

/// Lists that a colon announces, and documents told by who may read them.
extension ListFinder {
    // MARK: 公开信息261条:网站139条,公众号53条,公示栏69条

    mutating func findColons() {
        for index in items.indices.dropFirst() where items[index].marks.isBehindColon && items[index].marker == nil {
            let whole = index - 1
            guard isPaper(whole), !isPart[index], !items[index].sum.mayOverlap,
                items[whole].depth == items[index].depth,
                let parts = parts(behindColon: index), canHold(whole, items[index]), mayBeParts(parts, of: whole)
            else { continue }
            append([whole], parts, parts.count, isRespective: false)
            lists[lists.count - 1].mayOverlap = isOfChannels(parts) && !isSlip(parts, of: whole)
            if paths.isRevised, items[index].family != .other {
                let rows = ["received", "processed_total"].map { paths.applications($0) }
                lists[lists.count - 1].readings = rows + [dueApplications]
            }
        }
    }

    private func isPaper(_ index: Int) -> Bool {
        isListed(items[index]) && items[index].numeral.isExact && items[index].numeral.unit.countsPapers
    }

    /// The figures from the colon to the end of the sentence, or to a semicolon that parts them from another matter; nil
    /// where something else stands among them.
    private func parts(behindColon first: Int) -> [Int]? {
        let head = items[first]
        var parts: [Int] = []
        for index in first..<items.count {
            let item = items[index]
            guard item.sentence == head.sentence, item.depth >= head.depth else { break }
            // 网站139条(其中文件30条),公众号53条; 网络8件(占36.4%).
            if item.depth > head.depth || item.numeral.unit == .percent { continue }
            // 维持2件、纠正1件;诉讼3件: behind such a mark the next matter begins, unless it stands between all of the parts.
            if item.marks.isBehindSemicolon, parts.count > 1, !items[parts[1]].marks.isBehindSemicolon { break }
            guard item.marker == nil, isPaper(index), item.numeral.unit == head.numeral.unit,
                !item.words.meets(Self.noParts), !item.sum.isRest, !item.sum.isSubtotal, !item.marks.isOutOfLast
            else { return nil }
            parts.append(index)
        }
        return parts
    }

    private static let noParts: TermSet = [
        .total, .receive, .accept, .newly, .process, .handle, .due, .carriedIn, .carriedOut, .carry, .unhandled,
        .otherVerb, .issue, .repeal, .decide, .consultation, .proposal, .containing, .except, .quality, .etCetera,
        .mainly, .lastYear, .up, .down, .adopted, .concluded, .handOver, .within, .inYear, .timely, .late,
    ]

    /// Whether they are all of one kind, and enough of them.
    private func mayBeParts(_ parts: [Int], of whole: Int) -> Bool {
        guard parts.count > 1, let total = items[whole].numeral.value else { return false }
        let family = items[parts[0]].family
        guard parts.allSatisfy({ items[$0].family == family && (items[$0].numeral.low ?? total) <= total }) else {
            return false
        }
        switch family {
        // 自然人12件、企业4件: nobody else applies, and by no other way.
        case .applicant, .means: return items[whole].family == .intake || items[whole].family == .handling
        case .outcome: return parts.count > 2
        case .other: return parts.count > 2 && items[whole].family == .other
        case .intake, .handling, .dispute, .disputeOutcome: return false
        }
    }

    /// One thing may be published in several places, and an article be told in pictures as well.
    private func isOfChannels(_ parts: [Int]) -> Bool {
        items[parts[0]].numeral.unit == .articles || parts.count { items[$0].words.meets(.media) } > 1
    }

    /// Whether a slip in one of the parts alone explains that they do not add up.
    private func isSlip(_ parts: [Int], of whole: Int) -> Bool {
        let sum = parts.reduce(Quantity(0)) { $0 + (items[$1].numeral.value ?? Quantity(0)) }
        guard let total = items[whole].numeral.value else { return false }
        return parts.contains { index in
            guard let part = items[index].numeral.value else { return false }
            let fitting = total - (sum - part)
            return fitting >= Quantity(0) && fitting.slip(to: part) != nil
        }
    }

    // MARK: 印发文件60件,主动公开15件、不予公开55件

    /// What may be read, what on request and what not at all are no more than all the documents there are.
    mutating func findAttributes() {
        for whole in items.indices where isPaper(whole) && items[whole].words.contains(.document) {
            let head = items[whole]
            guard head.marker == nil, !head.words.meets(Self.kinds), let total = head.numeral.value else { continue }
            let parts = ((whole + 1)..<items.count).prefix { index in
                let item = items[index]
                return item.sentence == head.sentence && item.depth == head.depth && isPaper(index)
                    && item.marker == nil && item.numeral.unit == head.numeral.unit && !item.marks.isBehindSemicolon
                    && item.ownWords.meets(Self.kinds) && item.ownWords.isWithin(Self.kinds.union([.filler]))
                    && (item.numeral.value ?? total) <= total && !isPart[index]
            }
            let words = parts.map { items[$0].ownWords.intersection(Self.kinds) }
            guard parts.count > 1, parts.count < 4, words.indices.allSatisfy({ !words[..<$0].contains(words[$0]) }),
                parts[parts.startIndex] == whole + 1, head.clause + 1 == items[whole + 1].clause
            else { continue }
            append([whole], Array(parts), parts.count, isRespective: false)
            lists[lists.count - 1].isExhaustive = false
        }
    }

    private static let kinds: TermSet = [.disclose, .application, .refused]
}
