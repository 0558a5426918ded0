internal import Platform
internal import Validate

/// A folder of rules: every file `*.toml` in it, in the order of their names.
enum RulesFolder {
    /// The rules of all files of `folder`, an absolute path, which the configuration names at `place`, `FILE:LINE`.
    ///
    /// `place` nil: nobody names it, and it need not be there.
    static func rules(in folder: String, namedAt place: String?) throws(ConfigurationError) -> [OwnRule] {
        let names: [String]
        do {
            names = try FileSystem.list(folder).map(\.name)
        } catch {
            if place == nil, error.isMissing { return [] }
            let reason = "the folder of rules: \(error.remedyOfFolder)"
            let message = place.map { _ in "rules: \(folder): \(reason)" } ?? reason
            throw ConfigurationError(file: place ?? folder, line: nil, message: message)
        }
        var rules: [OwnRule] = []
        for name in names.filter({ $0.hasSuffix(".toml") && !$0.hasPrefix(".") }).sorted() {
            let file = "\(folder)/\(name)"
            let text = try ConfigurationFile.text(of: file, isRequired: true) ?? ""
            try read(text, file: file, into: &rules)
        }
        return rules
    }

    /// Adds the rules that `text` holds; errors give `file` as the name.
    static func read(_ text: String, file: String, into rules: inout [OwnRule]) throws(ConfigurationError) {
        let top = try ConfigurationReader.table(of: text, file)
        try top.knows(["rule"])
        for table in try top.tables("rule") { rules.append(try RuleReader.rule(table, beside: rules)) }
    }
}
