internal import Glibc
internal import Pipeline
internal import Platform

/// The file that the configuration stands in.
enum ConfigurationFile {
    /// The file that is read where no other is named; it need not be there.
    static let defaultPath = "/etc/gouji/gouji.toml"

    /// The largest configuration that is read, in bytes: far more than anybody writes.
    private static let maximumBytes = 1_048_576

    /// The settings in `path`, or in the default file where `path` is nil and that file is there; `state` overrides the
    /// state directory.
    static func settings(path: String?, state: String?) throws(ConfigurationError) -> Settings {
        var settings = try read(path)
        if let state { settings.state = absolute(state) }
        return settings
    }

    /// The settings for a command that anybody may run: where the default file may not be read, those without it.
    static func readableSettings(path: String?) throws(ConfigurationError) -> Settings {
        if path == nil, unsafe access(defaultPath, R_OK) != 0, errno == EACCES {
            Console.error("gouji: \(defaultPath): not readable for this user; going on without it")
            return Settings()
        }
        return try settings(path: path, state: nil)
    }

    private static func read(_ path: String?) throws(ConfigurationError) -> Settings {
        let file = path ?? defaultPath
        let beside = FileSystem.parent(of: absolute(file)) + "/rules.d"
        let loadRules: ConfigurationReader.RulesLoader = { folder, place throws(ConfigurationError) in
            try RulesFolder.rules(in: folder.isEmpty ? beside : folder, namedAt: folder.isEmpty ? nil : place)
        }
        guard let text = try text(of: file, isRequired: path != nil) else {
            var settings = Settings()
            settings.ownRules = try loadRules("", file)
            return settings
        }
        return try ConfigurationReader.settings(from: text, file: file, loadRules: loadRules)
    }

    /// The text of a file of the configuration; nil where it is not there and need not be.
    static func text(of file: String, isRequired: Bool) throws(ConfigurationError) -> String? {
        let bytes: [UInt8]
        do {
            bytes = try InputFile.bytes(of: file, atMost: maximumBytes)
        } catch {
            if !isRequired, error.isMissing { return nil }
            throw ConfigurationError(file: file, line: nil, message: error.remedy)
        }
        guard let text = String(validating: bytes, as: UTF8.self) else {
            throw ConfigurationError(file: file, line: nil, message: "not in UTF-8; save it as UTF-8")
        }
        return text
    }

    /// A relative `--state` means the working directory of the command.
    private static func absolute(_ path: String) -> String {
        if path.hasPrefix("/") { return path }
        guard let folder = unsafe getcwd(nil, 0) else { return path }
        defer { unsafe free(folder) }
        return unsafe String(cString: folder) + "/" + path
    }
}
