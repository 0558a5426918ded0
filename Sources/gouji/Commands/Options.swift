internal import ArgumentParser
internal import Model
internal import Pipeline
internal import Platform

/// The options of every command that reads the state.
struct StateOptions: ParsableArguments {
    @Option(help: ArgumentHelp("The configuration; a missing default file means defaults.", valueName: "file"))
    var config: String?

    @Option(help: ArgumentHelp("The state directory, instead of the configured one.", valueName: "dir"))
    var state: String?

    /// The settings that the two options lead to.
    func settings() throws(ConfigurationError) -> Settings {
        try ConfigurationFile.settings(path: config, state: state)
    }

    /// The folders of a state directory that is there.
    func existingState() throws -> StateFolders {
        let folders = StateFolders(try settings())
        do {
            _ = try FileSystem.list(folders.state)
        } catch {
            throw Failure(
                error.isMissing
                    ? "\(folders.state): no such state directory; name it with --state, or start gouji watch, which makes it"
                    : "\(folders.state): \(error.remedy); name the state directory with --state",
                status: .unreadable
            )
        }
        return folders
    }
}
