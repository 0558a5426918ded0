import Forms
import Model

/// Random tables in which every relation of the form holds.
///
/// The totals are added up here, by hand, and not by way of the relations in Forms: the two are checked against each
/// other.
struct Numbers {
    var dice: SplitMix64
    /// Whether little happens: a handful of applications, hardly a dispute, as in most small bodies.
    var isSparse = false

    mutating func table(_ form: TableForm) -> TableTruth {
        switch form.id {
        case "applications": applications(form)
        case "disputes": disputes(form)
        case "statistics": statistics(form)
        case "annex": annex(form)
        default: form.columns.contains { $0.id == "made" } ? proactive2019(form) : proactive2021(form)
        }
    }

    /// How many of each kind of applicant: people write most, the others now and then.
    private static let applicants: [(column: String, most: Int)] = [
        ("natural_person", 40), ("business", 9), ("research", 2), ("charity", 1), ("legal_service", 3),
        ("other_organisation", 2),
    ]

    private mutating func applications(_ form: TableForm) -> TableTruth {
        var table = TableTruth(form)
        for row in form.rows { for column in form.columns { table.set(row.id, column.id, 0) } }
        let outcomes = form.rows.map(\.id).filter { Self.isOutcome($0) }
        if isSparse { return sparseApplications(table, outcomes) }
        for (column, most) in Self.applicants {
            let received = most > 10 ? dice.number(6...most) : dice.number(0...most)
            let carriedIn = most > 10 ? dice.number(1...4) : 0
            let carriedOut = most > 10 ? dice.number(0...3) : 0
            table.set("received", column, received)
            table.set("carried_in", column, carriedIn)
            table.set("carried_out", column, carriedOut)
            let processed = received + carriedIn - carriedOut
            table.set("processed_total", column, processed)
            for _ in 0..<processed {
                let outcome = dice.chance(45) ? "granted" : dice.pick(outcomes)
                table.set(outcome, column, table.count(outcome, column) + 1)
            }
        }
        for row in form.rows {
            table.set(row.id, "total", Self.applicants.map { table.count(row.id, $0.column) }.reduce(0, +))
        }
        return table
    }

    /// A few people's applications, now and then one of a business; most cells are 0.
    private mutating func sparseApplications(_ empty: TableTruth, _ outcomes: [String]) -> TableTruth {
        var table = empty
        for (column, most) in [("natural_person", 6), ("business", dice.chance(30) ? 2 : 0)] {
            let received = dice.number(0...most)
            let carriedIn = most > 2 && dice.chance(30) ? dice.number(1...2) : 0
            let carriedOut = received > 0 && dice.chance(25) ? 1 : 0
            table.set("received", column, received)
            table.set("carried_in", column, carriedIn)
            table.set("carried_out", column, carriedOut)
            table.set("processed_total", column, received + carriedIn - carriedOut)
            for _ in 0..<(received + carriedIn - carriedOut) {
                let outcome = dice.chance(60) ? "granted" : dice.pick(outcomes)
                table.set(outcome, column, table.count(outcome, column) + 1)
            }
        }
        for row in table.form.rows {
            table.set(row.id, "total", Self.applicants.map { table.count(row.id, $0.column) }.reduce(0, +))
        }
        return table
    }

    /// Whether a row of `applications` is one of the outcomes that （七）总计 adds up.
    static func isOutcome(_ row: String) -> Bool {
        !["received", "carried_in", "processed_total", "carried_out"].contains(row)
    }

    private mutating func disputes(_ form: TableForm) -> TableTruth {
        var table = TableTruth(form)
        let outcomes = ["upheld", "corrected", "other", "pending"]
        for row in form.rows.map(\.id) {
            let happens = isSparse ? dice.chance(25) : row == "review" || dice.chance(40)
            for outcome in outcomes { table.set(row, outcome, happens ? dice.number(0...2) : 0) }
            if happens { table.set(row, "upheld", dice.number(1...4)) }
            table.set(row, "total", outcomes.map { table.count(row, $0) }.reduce(0, +))
        }
        return table
    }

    private mutating func proactive2021(_ form: TableForm) -> TableTruth {
        var table = TableTruth(form)
        for column in ["issued", "repealed", "in_force"] { table.set("regulations", column, 0) }
        let repealed = dice.number(0...3)
        let issued = repealed + dice.number(2...9)
        table.set("normative_documents", "issued", issued)
        table.set("normative_documents", "repealed", repealed)
        table.set("normative_documents", "in_force", issued + dice.number(4...60))
        table.set("permits", "decisions", dice.number(0...900))
        table.set("penalties", "decisions", dice.number(0...400))
        table.set("coercive_measures", "decisions", dice.number(0...12))
        table["fees", "amount"] = dice.chance(30) ? Quantity(0) : money()
        return table
    }

    private mutating func proactive2019(_ form: TableForm) -> TableTruth {
        var table = TableTruth(form)
        for row in ["regulations", "normative_documents"] {
            let made = row == "regulations" ? 0 : dice.number(1...12)
            table.set(row, "made", made)
            table.set(row, "disclosed", made)
            table.set(row, "disclosed_total", made == 0 ? 0 : made + dice.number(5...80))
        }
        for row in ["permits", "other_services", "penalties", "coercive_measures"] {
            table.set(row, "items_last_year", dice.number(12...160))
            table.set(row, "change", dice.number(-9...9))
            table.set(row, "decisions", dice.number(0...2500))
        }
        table.set("fees", "items_last_year", dice.number(0...6))
        table.set("fees", "change", 0)
        table.set("procurement", "items", dice.number(1...30))
        table["procurement", "amount"] = money()
        return table
    }

    /// An amount with two decimals, as tables in 万元 print it.
    mutating func money() -> Quantity { Quantity(significand: dice.number(101...98_765), scale: 2) }
}
