import Testing

@testable import Notify

struct TemplateTests {
    private func mistake(_ text: String, isSubject: Bool = false) -> Template.Mistake? {
        do throws(Template.Mistake) {
            _ = try Template(text, isSubject: isSubject)
            return nil
        } catch {
            return error
        }
    }

    @Test func placesAreFilledAndDoubledBracesAreBraces() throws {
        let template = try Template("{{{agency}}} {year}\n{{x}}", isSubject: false)
        #expect(template.filled { $0 == .agency ? "甲{year}" : "2023" } == "{甲{year}} 2023\n{x}")
    }

    @Test(arguments: [
        ("{agency", 0, "without its }"), ("a\nb }", 1, "without its {"), ("\n\n{jahr}", 2, "{jahr} is not known"),
        ("", 0, "empty"), ("a\rb", 0, "carriage return"), ("{ agency }", 0, "not known"),
    ])
    func aMistakeIsNamedWithItsLine(text: String, line: Int, words: String) throws {
        let found = try #require(mistake(text))
        #expect(found.line == line)
        #expect(found.message.contains(words), "\(found.message)")
    }

    @Test(arguments: ["a\nb", "{body}"])
    func aSubjectIsOneLineAndHoldsNoText(text: String) {
        #expect(mistake(text, isSubject: true) != nil)
        #expect(mistake(text) == nil)
    }

    @Test func aTemplateHasALimit() {
        #expect(mistake(String(repeating: "长", count: 2_000)) != nil)
    }
}
