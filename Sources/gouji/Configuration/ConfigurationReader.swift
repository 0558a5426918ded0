internal import Intake
internal import Notify
internal import Pipeline
internal import Platform
internal import TOMLKit
internal import Validate

/// Reads the text of a configuration into `Settings`; what the text does not say keeps its default.
enum ConfigurationReader {
    /// Loads the rules of the folder that the configuration names at `place`, `FILE:LINE`; an empty name means the one
    /// beside it.
    typealias RulesLoader = (_ folder: String, _ place: String) throws(ConfigurationError) -> [OwnRule]

    /// The settings that `text` says; errors give `file` as the name.
    static func settings(
        from text: String,
        file: String,
        loadRules: RulesLoader = { _, _ throws(ConfigurationError) in [] }
    ) throws(ConfigurationError) -> Settings {
        let top = try table(of: text, file)
        try top.knows(
            [
                "state", "timezone", "intake", "message", "delivery", "endpoint", "accept", "roster", "rules", "rule",
                "agency",
            ]
        )
        var settings = Settings()
        settings.state = try top.absolutePath("state") ?? settings.state
        settings.intake = try intake(top.table("intake"))
        settings.message = try message(top.table("message"))
        settings.delivery = try delivery(top.table("delivery"))
        settings.endpoints = try EndpointReader.endpoints(top.tables("endpoint"))
        settings.accepted = try accepted(top.tables("accept"))
        settings.zone = try top.zone("timezone") ?? settings.zone
        settings.roster = try roster(top.table("roster"))
        settings.agencies = try AgencyNamesReader.names(top.tables("agency"))
        settings.rulesFolder = try top.absolutePath("rules") ?? ""
        settings.ownRules = try loadRules(settings.rulesFolder, top.place(of: "rules"))
        settings.rules = try RuleReader.settings(top.tables("rule"), own: settings.ownRules)
        return settings
    }

    /// The top of a document; errors give `file` as the name.
    static func table(of text: String, _ file: String) throws(ConfigurationError) -> ConfigurationTable {
        ConfigurationTable(try parse(text, file), file: file, lines: KeyLines(text))
    }

    private static func parse(_ text: String, _ file: String) throws(ConfigurationError) -> TOMLTable {
        // The parser takes a C string: it would end at the first NUL and not say so.
        if let nul = text.utf8.firstIndex(of: 0) {
            let line = text.utf8[..<nul].count { $0 == UInt8(ascii: "\n") } + 1
            throw ConfigurationError(file: file, line: line, message: "a NUL character; remove it")
        }
        do {
            return try TOMLTable(string: text)
        } catch let error as TOMLParseError {
            let reason = error.description.split(whereSeparator: \.isNewline).joined(separator: " ")
            throw ConfigurationError(
                file: file,
                line: error.source.begin.line,
                message: "\(reason); mend this line or comment it out"
            )
        } catch {
            throw ConfigurationError(file: file, line: nil, message: "no TOML document; see toml.io for the format")
        }
    }

    private static func intake(_ table: ConfigurationTable) throws(ConfigurationError) -> IntakeSettings {
        try table.knows(["drop", "min_free", "settle", "rescan", "max_bytes"])
        var intake = IntakeSettings()
        if try table.string("drop") != "" { intake.drop = try table.absolutePath("drop") ?? intake.drop }
        intake.minimumFree = try table.whole("min_free", in: 0...Int.max) ?? intake.minimumFree
        intake.settle = try table.seconds("settle", in: 0...86_400) ?? intake.settle
        intake.rescan = try table.seconds("rescan", in: 1...86_400) ?? intake.rescan
        intake.maximumBytes = try table.whole("max_bytes", in: 1...1_073_741_824) ?? intake.maximumBytes
        return intake
    }

    private static func message(_ table: ConfigurationTable) throws(ConfigurationError) -> MessageSettings {
        try table.knows(["language", "from", "to"])
        var message = MessageSettings()
        message.language = try table.language("language") ?? message.language
        if let from = try table.string("from") { message.from = try table.address(from, "from") }
        message.to = try table.addresses("to") ?? message.to
        return message
    }

    private static func delivery(_ table: ConfigurationTable) throws(ConfigurationError) -> DeliverySettings {
        try table.knows(["retry"])
        guard let retry = try table.secondsList("retry", in: 0...2_592_000) else { return DeliverySettings() }
        if retry.isEmpty {
            throw table.refusal("retry", "delivery.retry is empty; give at least the wait before the first try: [0]")
        }
        return DeliverySettings(retry: retry)
    }

    private static func roster(_ table: ConfigurationTable) throws(ConfigurationError) -> RosterSettings {
        try table.knows(["file", "remind", "at"])
        var roster = RosterSettings()
        roster.places["file"] = table.place(of: "file")
        if try table.string("file") != "" { roster.file = try table.absolutePath("file") ?? roster.file }
        for word in try table.words("remind", example: "[7, 1]") ?? [] {
            guard let days = Int(word), (1...365).contains(days) else {
                throw table.refusal("remind", "roster.remind must be days before the due date, 1 to 365: [7, 1]")
            }
            roster.remind.append(days)
        }
        if let word = try table.string("at") {
            guard let minute = EndpointReader.timeOfDay(word) else {
                throw table.refusal("at", "roster.at must be a time of day; write for example at = \"09:00\"")
            }
            roster.minute = minute
        }
        return roster
    }

    private static func accepted(_ tables: [ConfigurationTable]) throws(ConfigurationError) -> [AcceptedFinding] {
        var accepted: [AcceptedFinding] = []
        for table in tables {
            let finding = try acceptedFinding(table)
            if accepted.contains(where: { $0.fingerprint == finding.fingerprint }) {
                throw table.refusal("fingerprint", "accept.fingerprint stands twice; remove one of the two tables")
            }
            accepted.append(finding)
        }
        return accepted
    }

    private static func acceptedFinding(_ table: ConfigurationTable) throws(ConfigurationError) -> AcceptedFinding {
        try table.knows(["fingerprint", "reason", "until"])
        let fingerprint = try table.string("fingerprint") ?? ""
        guard !fingerprint.isEmpty, fingerprint.utf8.allSatisfy(\.isLowercaseHexadecimal) else {
            throw table.refusal(
                "fingerprint",
                "accept.fingerprint must be the finding's, lower-case hex; gouji show REF prints it"
            )
        }
        guard let reason = try table.string("reason"), !reason.isEmpty else {
            throw table.refusal("reason", "accept.reason is missing; say why the finding is accepted")
        }
        return AcceptedFinding(fingerprint: fingerprint, reason: reason, until: try table.date("until"))
    }
}

extension ConfigurationTable {
    /// A zone of the tz database.
    fileprivate func zone(_ key: String) throws(ConfigurationError) -> ZoneRules? {
        guard let word = try string(key) else { return nil }
        guard let zone = ZoneRules(named: word) else {
            throw refusal(
                key,
                "\(name(key)) is no zone that this machine knows (package tzdata); write Asia/Shanghai, UTC or +08:00"
            )
        }
        return zone
    }

    /// A path that begins at the root, without `/` at its end.
    func absolutePath(_ key: String) throws(ConfigurationError) -> String? {
        guard let path = try string(key) else { return nil }
        guard path.hasPrefix("/") else {
            throw refusal(key, "\(name(key)) must be an absolute path; begin it with /")
        }
        let trimmed = path.reversed().drop { $0 == "/" }.reversed()
        return trimmed.isEmpty ? "/" : String(trimmed)
    }

    /// A language of messages.
    func language(_ key: String) throws(ConfigurationError) -> MessageSettings.Language? {
        guard let name = try string(key) else { return nil }
        guard let language = MessageSettings.Language(rawValue: name) else {
            throw refusal(key, "\(self.name(key)) must be one of zh, en, both")
        }
        return language
    }

    /// A list of at least one address.
    func addresses(_ key: String) throws(ConfigurationError) -> [String]? {
        guard let addresses = try strings(key) else { return nil }
        if addresses.isEmpty { throw refusal(key, "\(name(key)) is empty; name at least one address") }
        for text in addresses { _ = try address(text, key) }
        return addresses
    }

    /// An address of the form `name@host`, with nothing in it that could end a header line.
    func address(_ text: String, _ key: String) throws(ConfigurationError) -> String {
        let parts = text.utf8.split(separator: UInt8(ascii: "@"), omittingEmptySubsequences: false)
        let isPlain = text.utf8.allSatisfy { $0 > 0x20 && $0 != 0x7F && !"<>,;\"()".utf8.contains($0) }
        guard parts.count == 2, parts.allSatisfy({ !$0.isEmpty }), isPlain else {
            throw refusal(key, "\(name(key)) must be an address of the form name@host, without a display name")
        }
        return text
    }
}

extension UInt8 {
    fileprivate var isLowercaseHexadecimal: Bool {
        (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(self) || (UInt8(ascii: "a")...UInt8(ascii: "f")).contains(self)
    }
}
