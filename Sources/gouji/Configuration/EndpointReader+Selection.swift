internal import Model
internal import Notify

/// What an endpoint gets, in which words, and when.
extension EndpointReader {
    /// Which messages go to it.
    static func readSelection(
        _ table: ConfigurationTable,
        into endpoint: inout EndpointSettings
    ) throws(ConfigurationError) {
        endpoint.wants = try wants(table)
        endpoint.filter = EndpointFilter(
            severities: try severities(table),
            sources: try globs(table, "sources"),
            agencies: try globs(table, "agencies"),
            years: try years(table)
        )
    }

    private static func wants(_ table: ConfigurationTable) throws(ConfigurationError) -> [String] {
        guard let wants = try table.strings("wants") else { return EndpointSettings.defaultWants }
        let types = MessageType.allCases.map(\.rawValue)
        let known = types.joined(separator: ", ")
        if wants.isEmpty {
            throw table.refusal("wants", "endpoint.wants is empty; remove the endpoint or name some of: \(known)")
        }
        guard wants.allSatisfy(types.contains) else {
            throw table.refusal("wants", "endpoint.wants has a type that is not known; use some of: \(known)")
        }
        return wants
    }

    private static func severities(_ table: ConfigurationTable) throws(ConfigurationError) -> [Finding.Severity] {
        var severities: [Finding.Severity] = []
        for name in try table.strings("severities") ?? [] {
            guard let severity = Finding.Severity(rawValue: name) else {
                throw table.refusal("severities", "endpoint.severities must be some of error, warning, info")
            }
            severities.append(severity)
        }
        return severities
    }

    private static func globs(_ table: ConfigurationTable, _ key: String) throws(ConfigurationError) -> [Glob] {
        let patterns = try table.strings(key) ?? []
        guard patterns.allSatisfy({ (1...200).contains($0.unicodeScalars.count) }) else {
            throw table.refusal(
                key,
                "endpoint.\(key) has a pattern that is empty or longer than 200 characters; * fits everything"
            )
        }
        return patterns.map(Glob.init)
    }

    /// Years and ranges of years: `[2021, "2023-2025"]`.
    private static func years(_ table: ConfigurationTable) throws(ConfigurationError) -> [ClosedRange<Int>] {
        var years: [ClosedRange<Int>] = []
        for word in try table.words("years", example: "[2021, \"2023-2025\"]") ?? [] {
            let ends = word.split(separator: "-", omittingEmptySubsequences: false).map { Int($0) }
            guard (1...2).contains(ends.count), let first = ends.first ?? nil, let last = ends.last ?? nil,
                (2000...2999).contains(first), (first...2999).contains(last)
            else {
                throw table.refusal(
                    "years",
                    "endpoint.years must hold years and ranges of years; write for example years = [2021, \"2023-2025\"]"
                )
            }
            years.append(first...last)
        }
        return years
    }

    /// In which words it is told.
    static func readWording(
        _ table: ConfigurationTable,
        into endpoint: inout EndpointSettings
    ) throws(ConfigurationError) {
        endpoint.language = try table.language("language")
        if let from = try table.string("from") { endpoint.from = try table.address(from, "from") }
        endpoint.to = try table.addresses("to")
        if let prefix = try table.string("prefix") {
            guard prefix.unicodeScalars.count <= 60, prefix.unicodeScalars.allSatisfy({ $0.value >= 0x20 }) else {
                throw table.refusal("prefix", "endpoint.prefix must be one line of at most 60 characters")
            }
            endpoint.prefix = prefix
        }
        let template = try table.table("template")
        try template.knows(["subject", "text"])
        endpoint.template = EndpointTemplate(
            subject: try template.string("subject"),
            text: try template.string("text")
        )
        try check(endpoint.template.subject, "subject", template)
        try check(endpoint.template.text, "text", template)
    }

    /// The refusal names the line of the key; the place in a text of several lines stands in its words.
    private static func check(
        _ text: String?,
        _ key: String,
        _ table: ConfigurationTable
    ) throws(ConfigurationError) {
        guard let text else { return }
        do throws(Template.Mistake) {
            _ = try Template(text, isSubject: key == "subject")
        } catch {
            let place = error.line > 0 ? " (line \(error.line + 1) of the text)" : ""
            throw table.refusal(key, "endpoint.template.\(key): \(error.message)\(place)")
        }
    }

    /// When it is told.
    static func pace(_ table: ConfigurationTable) throws(ConfigurationError) -> EndpointPace {
        var pace = EndpointPace()
        pace.burst = try table.whole("burst", in: 0...10_000) ?? pace.burst
        if let minutes = try table.whole("digest_every", in: 1...10_080) {
            pace.gathering = .every(minutes: minutes)
        }
        guard let words = try table.words("digest_at", example: "\"08:30\"") else { return pace }
        if case .every = pace.gathering {
            throw table.refusal("digest_at", "endpoint has both digest_every and digest_at; keep one of them")
        }
        var times: Set<Int> = []
        for word in words {
            guard let time = timeOfDay(word) else {
                throw table.refusal(
                    "digest_at",
                    "endpoint.digest_at must be a time of day or a list of them; write for example digest_at = \"08:30\""
                )
            }
            times.insert(time)
        }
        if !times.isEmpty { pace.gathering = .at(times.sorted()) }
        return pace
    }

    /// `HH:MM` in minutes after midnight.
    static func timeOfDay(_ word: String) -> Int? {
        let bytes = Array(word.utf8)
        guard bytes.count == 5, bytes[2] == UInt8(ascii: ":"), let hour = Int(word.prefix(2)),
            let minute = Int(word.suffix(2)), (0...23).contains(hour), (0...59).contains(minute)
        else { return nil }
        return hour * 60 + minute
    }
}
