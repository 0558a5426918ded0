internal import ArgumentParser
internal import Intake
internal import Pipeline
internal import Platform

/// `gouji retry`: returns quarantined files to the drop folder.
struct RetryCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "retry",
        abstract: "Returns quarantined files to the drop folder, to be read again.",
        discussion: "Their reasons are removed with them; what is still no report comes back with a reason of today."
    )

    @Argument(help: "The names of the files in quarantine; none: all of them.")
    var names: [String] = []

    @OptionGroup var options: StateOptions

    func run() throws {
        let folders = try options.existingState()
        let quarantine = try Quarantine(root: folders.quarantine)
        let files = try names.isEmpty ? quarantine.files() : names
        for name in files {
            guard FileSystem.exists(folders.quarantine + "/" + name) else {
                throw Failure("\(FileName.printable(name)): not in quarantine; see \(folders.quarantine)")
            }
            try quarantine.release(name, into: folders.drop)
            try Console.line("\(FileName.printable(name)) is back in \(folders.drop)")
        }
        if files.isEmpty { try Console.line("nothing is in quarantine") }
    }
}
