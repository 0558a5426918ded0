internal import Model

/// Sums of what came in and what came over from the year before, which the form has in its own words.
extension SentenceSums {
    /// 新收46件,上年结转1件,共47件, where the table has 46 and 2: the sum is of the wrong number, and tells nothing of what was counted.
    func isInflow(_ parts: [Int], of whole: Int, _ place: Int) -> Bool {
        guard parts.count == 2, whole > place, index.claims[whole].readings.isEmpty, parts.allSatisfy(isPlain),
            let other = parts.first(where: { $0 != place }), index.agrees(other), !index.claims[other].isDenial
        else { return false }
        let cells = parts.map { index.claims[$0].readings.first ?? [] }
        return cells == [[ClaimDoubt.received], [ClaimDoubt.carriedIn]]
    }

    /// 受理31件,上年结转2件,共办结33件, where the table carries one over to the next year: all that there was, and no sum of something
    /// else.
    func isAllDealtWith(_ figures: [Int], _ place: Int) -> Bool {
        let before = figures.prefix { $0 < place }
        guard isPlain(place), index.claims[place].readings == [["applications.processed_total.total"]],
            index.claims[place].words.contains("办结"),
            before.map({ index.claims[$0].readings.first ?? [] }) == [[ClaimDoubt.received], [ClaimDoubt.carriedIn]],
            before.allSatisfy({ isPlain($0) && index.agrees($0) })
        else { return false }
        guard case .number(let left, isCertain: true) = index.cells.value(at: Self.carriedOut) else { return false }
        return left > Quantity(0)
    }
}
