internal import Model

/// What a share may be of: figures of the text before it, or cells of the tables.
extension ListFinder {
    /// The figures of which the share at `index` of the figure at `part` may be; one that is nobody's whole for certain
    /// shows that the share may be right, never that it is wrong.
    func countedWholes(_ index: Int, _ part: Int) -> (wholes: [Int], areKnown: Bool) {
        var wholes = lists.first { $0.parts.contains(items[part].claim) }?.wholes ?? []
        var isKnown = !wholes.isEmpty
        // 发布612条,其中原创386条,占63.1%.
        if !isKnown, items[part].marker == .amongThem, !items[part].opensSentence, part > 0, isListed(items[part - 1]),
            items[part - 1].numeral.unit == items[part].numeral.unit, items[part - 1].sentence == items[part].sentence
        {
            isKnown = true
        }
        if let outer = outerWhole(of: part), !wholes.contains(items[outer].claim) { wholes.append(items[outer].claim) }
        let besides = siblings(before: part)
        for place in (0..<part).reversed() where isListed(items[place]) && !hasShare(place) {
            if besides.contains(place) { continue }
            let item = items[place]
            guard items[part].sentence - item.sentence <= 2 else { break }
            if wholes.contains(item.claim) || !mayBeWhole(place, of: part, sharing: index) { continue }
            wholes.append(item.claim)
            if item.words.contains(.total) || item.family == .handling || item.family == .intake { isKnown = true }
        }
        return (wholes, isKnown)
    }

    private func mayBeWhole(_ place: Int, of part: Int, sharing index: Int) -> Bool {
        let (item, counted) = (items[place], items[part])
        guard canHold(place, counted) else { return false }
        // 信息1687条。…“最多跑一次”事项155项,占比92%: of other things than those of a sentence before.
        let hasOwnUnit = item.numeral.unit == counted.numeral.unit
        if item.sentence != counted.sentence, !hasOwnUnit,
            !(item.numeral.unit.countsPapers && counted.numeral.unit.countsPapers)
        {
            return false
        }
        return !items[index].percentage.isOfAllApplications || item.family == .intake || item.family == .handling
    }

    /// The cells of which it may be.
    func tableWholes(_ index: Int, _ part: Int) -> [[String]] {
        var readings: [[String]] = []
        if paths.isRevised,
            Self.ofApplications.contains(items[part].family) || items[index].percentage.isOfAllApplications
        {
            let received = paths.applications("received")
            readings = [paths.applications("processed_total"), received, received + paths.applications("carried_in")]
        } else if case .statistics = paths.era, Self.ofApplications.contains(items[part].family) {
            readings = ["received", "closed", "answered"].map { ["statistics.\($0).count"] }
        }
        if !items[part].wholes.isEmpty { readings += [items[part].wholes, decided(items[part])] }
        // 直接起诉130件,占45.3%: of all lawsuits, or of all disputes.
        if items[part].family == .dispute, items[part].words.meets([.direct, .afterReview]) {
            let lawsuits = paths.disputes(.litigation, "total")
            readings += [lawsuits, paths.disputes(.review, "total") + lawsuits]
        }
        return readings
    }
}
