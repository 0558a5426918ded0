import Foundation
import Model
import TestSupport
import Testing
import Validate

struct RuleCase: Sendable, CustomTestStringConvertible {
    var rule: any Rule.Type
    var example: RuleExample
    var testDescription: String { "\(rule.identifier): \(example.name.en)" }
    static let all = RuleCatalog.all.flatMap { rule in rule.examples.map { RuleCase(rule: rule, example: $0) } }
}

struct RuleCatalogTests {
    @Test(arguments: RuleCase.all)
    func findsWhatItsExampleStates(_ item: RuleCase) throws {
        let findings = try findings(item)
        let paths: [String] = findings.map { $0.places.first?.path ?? "" }
        #expect(paths == item.example.paths)
        for finding in findings {
            #expect(finding.rule == item.rule.identifier)
            #expect(!finding.message.zh.isEmpty)
            #expect(!finding.message.en.isEmpty)
            #expect(!finding.basis.isEmpty)
        }
    }

    private func findings(_ item: RuleCase) throws -> [Finding] {
        let context = JudgementContext(neighbours: item.example.neighbours)
        guard let subject = Subject(item.example.report, context: context) else { throw NoForm() }
        let rule: any Rule = item.rule.init()
        return rule.judgement(of: subject).findings
    }

    struct NoForm: Error {}

    @Test func listsEveryRuleFile() throws {
        let folder = Fixture.packageRoot.appending(path: "Sources/Validate/Rules")
        let files = try FileManager.default.contentsOfDirectory(atPath: folder.path).filter { $0.hasSuffix(".swift") }
        #expect(Set(files) == Set(RuleCatalog.all.map { "\($0).swift" }))
    }

    @Test func everyRuleHasAPassingAndAFailingExample() {
        for rule in RuleCatalog.all {
            #expect(rule.examples.contains { $0.paths.isEmpty }, "\(rule)")
            #expect(rule.examples.contains { !$0.paths.isEmpty }, "\(rule)")
        }
    }

    @Test func identifiersAreUnique() {
        #expect(Set(RuleCatalog.all.map { $0.identifier }).count == RuleCatalog.all.count)
    }
}
