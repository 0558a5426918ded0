internal import Archive
internal import ArgumentParser
internal import Glibc
internal import Notify
internal import Pipeline
internal import Platform
internal import Roster

/// The command line: reads, checks and archives annual reports on open government information.
struct Gouji: ParsableCommand {
    /// The version that `--version` prints.
    static let version = "0.1.0"

    static let configuration = CommandConfiguration(
        commandName: "gouji",
        abstract: "Reads, checks and archives annual reports on open government information.",
        discussion: """
            Exit status: 0 nothing is wrong; 1 findings at error level; 2 wrong use or configuration; \
            3 an input could not be read or is no annual report. The highest that applies wins.
            """,
        version: version,
        subcommands: [
            WatchCommand.self, DeliverCommand.self, CheckCommand.self, RulesCommand.self, FormsCommand.self,
            StatusCommand.self, ListCommand.self, ShowCommand.self, MessagesCommand.self, ResendCommand.self,
            RetryCommand.self, VerifyCommand.self, RepairCommand.self, RecheckCommand.self, TestConfigCommand.self,
            TestMessageCommand.self, SinkCommand.self, RosterCommand.self, ExportCommand.self,
            SiteCommand.self,
        ]
    )
}

@main
enum Program {
    static func main() {
        do {
            var command = try Gouji.parseAsRoot()
            try command.run()
        } catch let failure as Failure {
            end(failure.description, failure.status)
        } catch let refusal as ConfigurationError {
            end(refusal.description, .wrongUse)
        } catch let error as PlatformError {
            end(error.description + error.advice, .unreadable)
        } catch let error as ArchiveError {
            end(error.description, error.status)
        } catch let error as DaemonError {
            end(error.description, .findings)
        } catch let error as OutboxError {
            end(error.description, .wrongUse)
        } catch let error as RosterError {
            end(error.description, .wrongUse)
        } catch let error as EndpointError {
            end(error.description, .wrongUse)
        } catch {
            finish(error)
        }
    }

    /// Ends as the argument parser wants it, but for two things: wrong use is 2, and errors are one line.
    private static func finish(_ error: any Error) -> Never {
        let code = Gouji.exitCode(for: error)
        if code == .success {
            try? Console.line(Gouji.fullMessage(for: error))
            exit(0)
        }
        // An exit code that a command chose for itself has no message.
        if let chosen = error as? ExitCode { exit(chosen.rawValue) }
        end("\(wording(error)); see \((["gouji"] + command + ["--help"]).joined(separator: " "))", .wrongUse)
    }

    /// The command that was called, where there is such a one.
    private static var command: [String] {
        CommandLine.arguments.dropFirst().prefix(1).filter { word in
            Gouji.configuration.subcommands.contains { $0.configuration.commandName == word }
        }
    }

    /// The parser's message as a clause of our own line: it ends its sentences, and does not know that its argument was
    /// to be a command.
    private static func wording(_ error: any Error) -> String {
        let message = Gouji.message(for: error)
        if let word = CommandLine.arguments.dropFirst().first, message == "Unexpected argument '\(word)'" {
            return "\(word): no such command"
        }
        return message.hasSuffix(".") ? String(message.dropLast()) : message
    }

    private static func end(_ message: String, _ status: CommandStatus) -> Never {
        Console.error("gouji: \(message)")
        exit(status.rawValue)
    }
}

extension ArchiveError {
    /// A reference that fits nothing is wrong use; a damaged record is not.
    fileprivate var status: CommandStatus {
        switch self {
        case .notFound, .ambiguous: .wrongUse
        case .damaged: .unreadable
        }
    }
}
