internal import Model

/// The sums that the figures of one sentence make among themselves.
struct SentenceSums {
    let index: ClaimIndex

    private var claims: [Claim] { index.claims }

    /// Whether the sentence names a figure and then breaks it down, once or several times, with nothing left over, and
    /// this one is of the parts: 受理23件,已办结20件、正在办理3件, where the table has 24 with those of the year before. A slip of
    /// the pen would hardly leave the sum right.
    ///
    /// 制发13件、废止6件,现行有效19件: what is in force is no sum of those.
    func explain(_ place: Int) -> Bool {
        if claims[place].readings.first?.first?.hasSuffix(".in_force") ?? false { return false }
        let figures = figures(beside: place)
        if isTotal(of: figures, place) { return !isAllDealtWith(figures, place) }
        guard figures.count > 2, let first = figures.first, let last = figures.last else { return false }
        // 新收54件,按期答复54件,其中予以公开39件,…: the whole is told twice.
        let behind = figures.dropFirst().drop { $0 != place && value($0) == value(first) && isOfAll($0) }
        return isBrokenDown(first, behind, place) || isBrokenDown(last, figures.dropLast(), place)
    }

    /// 2021年48件、2022年57件、2023年69件,累计174件: the sum of all that stand before it, which are not all the table's.
    private func isTotal(of figures: [Int], _ place: Int) -> Bool {
        let before = figures.prefix { $0 < place }
        guard before.count > 1,
            before.contains(where: { claims[$0].readings.isEmpty }) || before.allSatisfy(index.agrees)
        else { return false }
        return before.reduce(Quantity(0)) { $0 + value($1) } == value(place)
    }

    private func isBrokenDown(_ whole: Int, _ parts: ArraySlice<Int>, _ place: Int) -> Bool {
        guard isWhole(whole, of: place), !isLeftOver(place, parts), !isOfThisYear(whole, parts) else { return false }
        // 尚未审结的共2件,行政复议、行政诉讼各1件: of both kinds; else lawsuits are no part of reviews.
        let parts = parts.filter { areOfOneKind($0, isOfBothKinds(whole) ? whole : place) }
        guard Set(parts.compactMap(table)).count < 2 else { return false }
        return parts.count > 1 && areOfOneKind(whole, place) && breaksDown(parts, whole)
            && !areRows(parts, of: whole, place) && !isInflow(parts, of: whole, place)
    }

    /// Whether it counts all applications that came in, or were dealt with.
    private func isOfAll(_ place: Int) -> Bool {
        [[ClaimDoubt.received], [Self.processed]].contains(claims[place].readings.first)
    }

    /// 收到174件,办结171件,结转3件: where what was dealt with is all that the table has, what was left is not that of one year.
    private func isLeftOver(_ place: Int, _ parts: ArraySlice<Int>) -> Bool {
        claims[place].readings.first == [Self.carriedOut]
            && parts.contains { claims[$0].readings.first == [Self.processed] && index.agrees($0) }
    }

    /// 收到22件,办结21件,结转1件: where nothing came over from the year before, those are what the table has. With 转交1件 for the
    /// last of them the table may count it among those dealt with.
    private func isOfThisYear(_ whole: Int, _ parts: ArraySlice<Int>) -> Bool {
        guard claims[whole].readings.first == [ClaimDoubt.received], index.agrees(whole), !claims[whole].isPart,
            parts.allSatisfy({ [[Self.carriedOut], [Self.processed]].contains(claims[$0].readings.first) }),
            case .number(let carriedIn, _) = index.cells.value(at: ClaimDoubt.carriedIn)
        else { return false }
        return carriedIn == Quantity(0)
    }

    static let carriedOut = "applications.carried_out.total"
    private static let processed = "applications.processed_total.total"

    /// The exact figures of its sentence in its unit.
    private func figures(beside place: Int) -> [Int] {
        index.sentence(of: place).filter {
            claims[$0].unit == claims[place].unit && claims[$0].value != nil && !claims[$0].isDenial
                && !claims[$0].key.hasPrefix(Claim.growth)
        }
    }

    private func areOfOneKind(_ one: Int, _ other: Int) -> Bool {
        guard let left = isOfReviews(one), let right = isOfReviews(other) else { return true }
        return left == right
    }

    private func table(of place: Int) -> Substring? { claims[place].readings.first?.first?.prefix { $0 != "." } }

    /// Whether it may count reviews and lawsuits together.
    private func isOfBothKinds(_ place: Int) -> Bool { isOfReviews(place) == nil }

    /// Whether it counts reviews, or lawsuits; nil where it counts neither, or both.
    private func isOfReviews(_ place: Int) -> Bool? {
        guard let reading = claims[place].readings.first, reading.allSatisfy({ $0.hasPrefix("disputes.") }) else {
            return nil
        }
        let count = reading.count { $0.hasPrefix("disputes.review") }
        return count == 0 ? false : count == reading.count ? true : nil
    }

    /// Whether the figures fall into runs of which each makes up the whole.
    private func breaksDown(_ figures: [Int], _ whole: Int) -> Bool {
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
        guard whole != part, isSound(whole), !isOutcome(whole) || isTotal(part) else { return false }
        // 制发17件,废止4件,现行有效13件: no row of that table is a part of another.
        if table(of: whole) == "proactive", table(of: part) == "proactive" { return false }
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

    private func isTotal(_ place: Int) -> Bool {
        claims[place].readings.first?.allSatisfy { $0.hasSuffix(".total") } ?? false
    }

    /// Whether no table says otherwise.
    private func isSound(_ place: Int) -> Bool {
        guard value(place) > Quantity(0) else { return false }
        if case .differs = index.outcome(place) { return false }
        return true
    }
}
