import Intake
import Model
import TestSupport
import Testing

/// What a scraper wrote beside a file.
struct SidecarTests {
    private func read(_ json: String) throws -> (hint: Source.Hint?, warnings: [String]) {
        let folder = try TemporaryFolder()
        let path = folder.file("a.txt")
        try folder.write(json, to: "a.txt.meta.json")
        var source = Source(name: "a.txt")
        var warnings: [String] = []
        Sidecar.apply(beside: path, to: &source) { warnings.append($0) }
        return (source.hint, warnings)
    }

    @Test(arguments: ["2016", "\"2016\""])
    func aYearIsANumberOrItsDigits(_ year: String) throws {
        let (hint, warnings) = try read("{\"agency\": \"云台县民政局\", \"year\": \(year)}")
        #expect(hint?.agency == "云台县民政局")
        #expect(hint?.year == 2016)
        #expect(warnings.isEmpty)
    }

    @Test(arguments: ["\"去年\"", "[2016]", "20.5"])
    func anythingElseIsToldOf(_ year: String) throws {
        let (hint, warnings) = try read("{\"agency\": \"云台县民政局\", \"year\": \(year)}")
        #expect(hint == nil)
        #expect(warnings.count == 1)
    }
}
