internal import ArgumentParser
internal import Glibc
internal import Notify
internal import Pipeline

/// `gouji test-message`: does a message arrive?
struct TestMessageCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "test-message",
        abstract: "Sends a message to an endpoint at once, past the outbox, and says whether it arrived.",
        discussion: "With no endpoint configured, mail is the Maildir. Exit status 1 where the message did not arrive."
    )

    @OptionGroup var options: StateOptions

    @Argument(help: "The endpoint's name.")
    var endpoint: String

    func run() throws {
        let settings = try options.settings()
        let endpoints = EndpointSettings.effective(settings.endpoints, message: settings.message)
        guard let chosen = endpoints.first(where: { $0.name == endpoint }) else {
            let names = endpoints.map(\.name).joined(separator: ", ")
            throw Failure("\(endpoint): no such endpoint; the configuration has: \(names)")
        }
        // libcurl with threads does not keep the signal away.
        signal(SIGPIPE, SIG_IGN)
        let maildir = Maildir(folder: StateFolders(settings).mail)
        if chosen.kind == .maildir { try maildir.prepare() }
        let trial = EndpointTrial(composer: MessageComposer(settings: settings.message), maildir: maildir)
        switch try trial.run(chosen) {
        case .delivered: try Console.line("\(endpoint): delivered")
        case .failed(let reason): throw Failure("\(endpoint): not delivered: \(reason)", status: .findings)
        }
    }
}
