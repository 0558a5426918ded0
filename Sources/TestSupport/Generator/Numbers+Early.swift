import Forms
import Model

/// The tables before 2019.
extension Numbers {
    mutating func statistics(_ form: TableForm) -> TableTruth {
        var table = TableTruth(form)
        for row in form.rows.map(\.id) { table.set(row, "count", 0) }
        disclosure(&table)
        applicationsOf2014(&table)
        for row in ["review", "litigation"] {
            table.set(row + ".upheld", "count", dice.number(1...4))
            table.set(row + ".corrected", "count", dice.number(0...1))
            table.set(row + ".other", "count", dice.number(0...1))
            Self.add(&table, row, ["upheld", "corrected", "other"].map { row + "." + $0 })
        }
        table.set("complaints", "count", dice.number(0...3))
        table.set("offices", "count", dice.number(1...3))
        table.set("reading_points", "count", dice.number(2...30))
        table.set("staff.full_time", "count", dice.number(1...6))
        table.set("staff.part_time", "count", dice.number(3...60))
        Self.add(&table, "staff", ["staff.full_time", "staff.part_time"])
        table["budget", "count"] = money()
        table.set("meetings", "count", dice.number(1...8))
        table.set("trainings", "count", dice.number(1...6))
        table.set("trainees", "count", dice.number(20...400))
        return table
    }

    private mutating func disclosure(_ table: inout TableTruth) {
        let website = dice.number(400...3900)
        table.set("disclosed", "count", website)
        table.set("normative_issued", "count", dice.number(8...20))
        table.set("disclosed.normative", "count", dice.number(1...8))
        table.set("channel.gazette", "count", dice.number(0...20))
        table.set("channel.website", "count", website)
        table.set("channel.weibo", "count", dice.number(0...150))
        table.set("channel.wechat", "count", dice.number(10...300))
        table.set("channel.other", "count", dice.number(0...100))
        table.set("responses", "count", dice.number(5...80))
        for kind in ["responses.press", "responses.interview"] {
            let times = dice.number(1...6)
            table.set(kind, "count", times)
            table.set(kind + ".leader", "count", dice.number(0...times))
        }
        table.set("responses.articles", "count", dice.number(0...50))
        table.set("responses.social", "count", dice.number(0...30))
        table.set("responses.other", "count", dice.number(0...20))
    }

    private mutating func applicationsOf2014(_ table: inout TableTruth) {
        let channels = ["in_person", "fax", "online", "letter"].map { "received." + $0 }
        for channel in channels { table.set(channel, "count", dice.number(0...12)) }
        table.set("received.online", "count", dice.number(3...20))
        Self.add(&table, "received", channels)
        let received = table.count("received", "count")
        let extended = dice.number(0...2)
        table.set("closed", "count", received)
        table.set("closed.extended", "count", extended)
        table.set("closed.on_time", "count", received - extended)
        table.set("answered", "count", received)
        let answers = Self.rows(of: table, under: "answered.").filter { $0 != "answered.refused" }
        let reasons = Self.rows(of: table, under: "refused.")
        for _ in 0..<received {
            let isRefused = dice.chance(20)
            let leaf = isRefused ? dice.pick(reasons) : dice.pick(answers)
            table.set(leaf, "count", table.count(leaf, "count") + 1)
        }
        Self.add(&table, "answered.refused", reasons)
    }

    private static func rows(of table: TableTruth, under prefix: String) -> [String] {
        table.form.rows.map(\.id).filter { $0.hasPrefix(prefix) }
    }

    private static func add(_ table: inout TableTruth, _ total: String, _ parts: [String]) {
        table.set(total, "count", parts.map { table.count($0, "count") }.reduce(0, +))
    }

    mutating func annex(_ form: TableForm) -> TableTruth {
        var table = TableTruth(form)
        for row in form.rows.map(\.id) {
            let year = dice.number(row.hasPrefix("disclosed") ? 20...300 : 0...2)
            let before = dice.number(row.hasPrefix("disclosed") ? 30...900 : 0...9)
            table.set(row, "year", year)
            table.set(row, "cumulative", year + before)
        }
        // Website and gazette are parts of which, so that neither may pass the whole; nor do they add up to it.
        for column in ["year", "cumulative"] {
            let parts = ["disclosed.website", "disclosed.gazette"].map { table.count($0, column) }
            table.set("disclosed", column, (parts.max() ?? 0) + 11)
        }
        let channels = Self.rows(of: table, under: "received.")
        for channel in channels {
            let year = dice.number(0...7)
            table.set(channel, "year", year)
            table.set(channel, "cumulative", year + dice.number(6...60))
        }
        answersOf2008(&table, channels)
        return table
    }

    /// Every application is answered, in the year and since the beginning.
    private mutating func answersOf2008(_ table: inout TableTruth, _ channels: [String]) {
        let answers = Self.rows(of: table, under: "answered.")
        let year = channels.map { table.count($0, "year") }.reduce(0, +)
        let all = channels.map { table.count($0, "cumulative") }.reduce(0, +)
        for answer in answers { for column in ["year", "cumulative"] { table.set(answer, column, 0) } }
        for number in 0..<all {
            let answer = dice.chance(60) ? "answered.granted" : dice.pick(answers)
            table.set(answer, "cumulative", table.count(answer, "cumulative") + 1)
            if number < year { table.set(answer, "year", table.count(answer, "year") + 1) }
        }
        for total in ["received", "answered"] {
            table.set(total, "year", year)
            table.set(total, "cumulative", all)
        }
    }
}
