import Foundation
import Model
import Pipeline
import TestSupport
import Testing
import Validate

@testable import gouji

@Suite struct RulesFolderTests {
    private static let rule = """
        [[rule]]
        id = "local.few"
        severity = "error"
        zh = "结转不超过一件"
        en = "at most one carried in"
        relation = "applications.carried_in.total <= 1"

        """

    private func settings(_ folder: TemporaryFolder) throws -> [String] {
        try ConfigurationFile.settings(path: folder.file("gouji.toml"), state: nil).ownRules.map(\.identifier)
    }

    private func refusal(_ folder: TemporaryFolder) -> String? {
        let error = #expect(throws: ConfigurationError.self) { try settings(folder) }
        return error?.description.replacing(folder.path, with: "")
    }

    @Test func readsEveryFileBesideTheConfigurationInOrder() throws {
        let folder = try TemporaryFolder()
        try folder.write("", to: "gouji.toml")
        #expect(try settings(folder) == [])
        try FileManager.default.createDirectory(atPath: folder.file("rules.d"), withIntermediateDirectories: true)
        let other = Self.rule.replacing("local.few", with: "local.b").replacing("<= 1", with: "<= 2")
        try folder.write(other, to: "rules.d/b.toml")
        try folder.write(Self.rule, to: "rules.d/a.toml")
        try folder.write("not read", to: "rules.d/.c.toml")
        try folder.write("not read", to: "rules.d/a.toml~")
        #expect(try settings(folder) == ["local.few", "local.b"])
        try folder.write("rules = \"\(folder.file("other"))\"", to: "gouji.toml")
        let wanted = "/gouji.toml:1: rules: /other: the folder of rules: no such folder; check the name"
        #expect(refusal(folder) == wanted)
    }

    @Test(arguments: [
        (("en = ", "EN = "), "/rules.d/a.toml:5: unknown key EN in [rule]"),
        (("en = ", "#"), "/rules.d/a.toml:1: rule.en is missing"),
        (("local.few", "few"), "/rules.d/a.toml:2: rule.id must be lower-case words"),
        (("local.few", "section.order"), "/rules.d/a.toml:2: rule: section.order is a rule of gouji itself"),
        (("carried_in", "carried"), "/rules.d/a.toml:6: rule.relation: no form has a cell applications.carried.total"),
        (("\"error\"", "\"off\""), "/rules.d/a.toml:3: rule.severity must be one of error, warning, info"),
        (("severity", "forms = [2021]\nseverity"), "/rules.d/a.toml:3: rule.forms must be a list of strings"),
        (("severity", "forms = [\"2020\"]\nseverity"), "/rules.d/a.toml:3: rule.forms must be some of 2008"),
        (("[[rule]]", "[rule]"), "/rules.d/a.toml:1: rule must be a list of tables"),
    ])
    func refusesWithFileAndLine(_ change: (String, String), _ wanted: String) throws {
        let folder = try TemporaryFolder()
        try folder.write("", to: "gouji.toml")
        try FileManager.default.createDirectory(atPath: folder.file("rules.d"), withIntermediateDirectories: true)
        try folder.write(Self.rule.replacing(change.0, with: change.1), to: "rules.d/a.toml")
        let found = refusal(folder)
        #expect(found?.hasPrefix(wanted) == true, "\(found ?? "")")
    }

    @Test func anIdThatStandsInTwoFilesIsRefused() throws {
        let folder = try TemporaryFolder()
        try folder.write("", to: "gouji.toml")
        try FileManager.default.createDirectory(atPath: folder.file("rules.d"), withIntermediateDirectories: true)
        for name in ["a", "b"] { try folder.write(Self.rule, to: "rules.d/\(name).toml") }
        let wanted = "/rules.d/b.toml:2: rule: local.few stands twice, also in /rules.d/a.toml:2"
        #expect(refusal(folder)?.hasPrefix(wanted) == true)
    }

    /// The installed example, taken in as it stands there, is a rule.
    @Test func theInstalledExampleIsSound() throws {
        let file = Fixture.packageRoot.appending(path: "etc/gouji/rules.d/example.toml")
        let text = try String(contentsOf: file, encoding: .utf8)
        var rules = [OwnRule]()
        try RulesFolder.read(text, file: file.path, into: &rules)
        #expect(rules.isEmpty)
        let lines = text.split(separator: "\n").map { line in
            line.wholeMatch(of: /# (\w+ = .*|\[\[rule\]\]|applications\..*|>= .*)/).map { String($0.1) } ?? String(line)
        }
        try RulesFolder.read(lines.joined(separator: "\n"), file: file.path, into: &rules)
        #expect(rules.map(\.identifier) == ["local.granted-share"])
        #expect(rules.first?.severity == .info)
    }

    @Test(arguments: OutputLanguage.allCases)
    func thePageOfEveryRuleShowsWhatItAcceptsAndWhatItFinds(_ language: OutputLanguage) {
        let pages = RulePages(language: language, settings: Settings())
        #expect(pages.list.count == RuleCatalog.all.count)
        for rule in RuleCatalog.all {
            let page = pages.page(of: rule.identifier) ?? ""
            #expect(page.contains("\n  ✓ ") && page.contains("\n  ✗ "), "\(rule.identifier)")
            let found = rule.examples.reduce(0) { $0 + $1.paths.count }
            let severities = [Finding.Severity.error, .warning, .info].map { severity in
                "      \(language.words(severity))\(language.colon)"
            }
            let lines = page.split(separator: "\n").filter { line in severities.contains { line.hasPrefix($0) } }
            #expect(lines.count == found, "\(rule.identifier)")
        }
        #expect(pages.page(of: "nothing.such") == nil)
    }

    @Test func checkAndRulesUseTheRules() throws {
        let folder = try TemporaryFolder()
        try folder.write("[[rule]]\nid = \"local.few\"\nseverity = \"info\"\nagency = \"云台县*\"\n", to: "gouji.toml")
        try FileManager.default.createDirectory(atPath: folder.file("rules.d"), withIntermediateDirectories: true)
        try folder.write(Self.rule, to: "rules.d/a.toml")
        let fixture = try #require(Fixture.all.first { $0.description == "0037-2021-cell-lines-sound" }?.input?.path)
        let config = ["--config", folder.file("gouji.toml")]
        let checked = try Tool.run(["check", "--explain", "--lang", "en"] + config + [fixture])
        #expect(checked.output.contains("local.few"))
        #expect(checked.output.contains("✓ applications.balance: holds"))
        let listed = try Tool.run(["rules"] + config).output
        #expect(listed.contains("结转不超过一件（\(folder.file("rules.d/a.toml")):2）"))
        let page = try Tool.run(["rules", "local.few"] + config).output
        #expect(page.contains("关系：applications.carried_in.total <= 1\n"))
        #expect(page.contains("配置：info（云台县*）"))
        #expect(try Tool.run(["test-config"] + config).output.contains("rule: local.few is info for 云台县*"))
        #expect(try Tool.run(["check", "--explain", "--format", "json", fixture]).status == 2)
    }
}
