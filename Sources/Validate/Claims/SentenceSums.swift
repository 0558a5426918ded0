internal import Model

/// The sums that the figures of one sentence make among themselves.
struct SentenceSums {
    let index: ClaimIndex

    private var claims: [Claim] { index.claims }

    /// Whether the sentence names a figure and then breaks it down, once or several times, with nothing left over, and
    /// this one is of the parts: 受理23件,已办结20件、正在办理3件, where the table has 24 with those of the year before. A slip of
    /// the pen would hardly leave the sum right.
    func explain(_ place: Int) -> Bool {
        let figures = figures(beside: place)
        guard figures.count > 2, let first = figures.first, let last = figures.last else { return false }
        return isWhole(first, of: place) && breaksDown(figures.dropFirst(), first)
            || isWhole(last, of: place) && breaksDown(figures.dropLast(), last)
    }

    /// The exact figures of its sentence in its unit.
    private func figures(beside place: Int) -> [Int] {
        index.sentence(of: place).filter {
            claims[$0].unit == claims[place].unit && claims[$0].value != nil && !claims[$0].isDenial
                && !claims[$0].key.hasPrefix(Claim.growth) && areOfOneKind(claims[$0], claims[place])
        }
    }

    /// Reviews are no part of lawsuits.
    private func areOfOneKind(_ one: Claim, _ other: Claim) -> Bool {
        guard let left = one.readings.first?.first, let right = other.readings.first?.first else { return true }
        let isReview = { (path: String) in path.hasPrefix("disputes.review") }
        return !left.hasPrefix("disputes.") || !right.hasPrefix("disputes.") || isReview(left) == isReview(right)
    }

    /// Whether the figures fall into runs of which each makes up the whole.
    private func breaksDown(_ figures: ArraySlice<Int>, _ whole: Int) -> Bool {
        // What came over from the year before is none of what came in.
        if case .agrees(let reading) = index.outcome(whole), claims[whole].readings[reading] == [ClaimDoubt.received],
            figures.contains(where: { claims[$0].readings.first == [ClaimDoubt.carriedIn] })
        {
            return false
        }
        var sum = Quantity(0)
        var count = 0
        for figure in figures {
            sum = sum + value(figure)
            count += 1
            guard sum == value(whole) else { continue }
            if count < 2 { return false }
            sum = Quantity(0)
            count = 0
        }
        return count == 0
    }

    /// Whether the table does not count the one as all of the other: then the parts of the table would have to make it up.
    private func isWhole(_ whole: Int, of part: Int) -> Bool {
        guard whole != part, isSound(whole), !isOutcome(whole) else { return false }
        guard let all = claims[whole].readings.first, let some = claims[part].readings.first else { return true }
        return
            !(all.count == some.count
            && zip(all, some).allSatisfy { all, some in
                all.hasPrefix("disputes.") && all.hasSuffix(".total") && some.hasPrefix(all.dropLast("total".count))
            })
    }

    private func value(_ place: Int) -> Quantity { claims[place].value ?? Quantity(0) }

    /// Whether it is itself one of the ways in which cases end, of which the others are no parts.
    private func isOutcome(_ place: Int) -> Bool {
        guard let path = claims[place].readings.first?.first else { return false }
        if path.hasPrefix("disputes.") { return !path.hasSuffix(".total") }
        let isWhole = ["received.", "carried_in.", "processed_total.", "carried_out."].contains {
            path.hasPrefix("applications." + $0)
        }
        return path.hasPrefix("applications.") && !isWhole
    }

    /// Whether no table says otherwise.
    private func isSound(_ place: Int) -> Bool {
        guard value(place) > Quantity(0) else { return false }
        if case .differs = index.outcome(place) { return false }
        return true
    }
}
