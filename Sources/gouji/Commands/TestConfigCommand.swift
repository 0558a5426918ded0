internal import ArgumentParser
internal import Model
internal import Notify
internal import Pipeline
internal import Roster
internal import Validate

/// `gouji test-config`: is the configuration sound?
struct TestConfigCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "test-config",
        abstract: "Checks the configuration and says what it comes to.",
        discussion: "Exit status 2 and one line with file and line where it is refused."
    )

    @OptionGroup var options: StateOptions

    func run() throws {
        let settings = try options.settings()
        // What it names is looked at first: only then is it sound.
        let file = options.config ?? ConfigurationFile.defaultPath
        for endpoint in settings.endpoints { try Self.inspect(endpoint) }
        let roster = try RosterFile.load(settings.roster)
        try Console.line("configuration: \(file): sound")
        try Console.line("state: \(settings.state)")
        try Console.line("drop folder: \(settings.dropFolder)")
        if settings.endpoints.isEmpty { try Console.line("endpoint: none, messages go to \(settings.state)/mail") }
        for endpoint in settings.endpoints {
            // The address stays out: it is a secret.
            try Console.line(
                "endpoint: \(endpoint.name) (\(endpoint.kind.name)): \(endpoint.wants.joined(separator: ", "))"
            )
        }
        if !roster.entries.isEmpty {
            try Console.line("roster: \(roster.entries.count) agencies in \(settings.roster.file)")
        }
        for rule in settings.ownRules {
            try Console.line("rule: \(rule.identifier) (\(rule.severity.rawValue), \(rule.source)): \(rule.relation)")
        }
        for rule in settings.rules {
            let whose = rule.agency.map { " for \($0.pattern)" } ?? ""
            try Console.line("rule: \(rule.rule) is \(rule.severity?.rawValue ?? "off")\(whose)")
        }
        if !settings.accepted.isEmpty { try Console.line("accepted findings: \(settings.accepted.count)") }
    }

    /// Looks whether its secrets and certificates are there; credentials are, only within the service.
    private static func inspect(_ endpoint: EndpointSettings) throws(EndpointError) {
        do throws(EndpointError) {
            for warning in try endpoint.inspect() { Console.error("gouji: endpoint \(endpoint.name): \(warning)") }
        } catch {
            guard case .noCredentials = error.cause else { throw error }
            Console.error("gouji: endpoint \(endpoint.name): its credentials are not looked at outside the service")
        }
    }
}
