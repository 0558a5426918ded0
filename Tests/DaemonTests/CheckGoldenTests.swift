import Foundation
import TestSupport
import Testing

/// What `gouji check` prints for fixtures, byte for byte.
///
/// With `GOUJI_WRITE_GOLDENS` set the files are written instead, and the tests fail all the same: look at the
/// difference, and run again.
@Suite struct CheckGoldenTests {
    @Test(arguments: [
        ("0016-2014-bars-at-end-faulty", "zh"), ("0038-2021-cell-lines-faulty", "zh"),
        ("0038-2021-cell-lines-faulty", "en"), ("0048-2021-html-faulty", "en"), ("0202-news", "zh"),
    ])
    func printsTheText(_ name: String, _ language: String) throws {
        let (folder, input) = try fixture(name)
        let text = try Tool.run(["check", "--lang", language, input], folder: folder).output
        try expectGolden(text, "\(name)-\(language).txt")
    }

    @Test(arguments: ["0038-2021-cell-lines-faulty", "0048-2021-html-faulty"])
    func printsTheResultsOfALog(_ name: String) throws {
        let (folder, input) = try fixture(name)
        let log = try Tool.run(["check", "--format", "sarif", "--lang", "en", input], folder: folder).output
        let object = try JSONSerialization.jsonObject(with: Data(log.utf8)) as? [String: Any]
        let run = try #require((object?["runs"] as? [[String: Any]])?.first)
        // The places of rules in the catalogue change with every rule that is added.
        let results = (run["results"] as? [[String: Any]] ?? []).map { $0.filter { $0.key != "ruleIndex" } }
        let text = try JSONSerialization.data(
            withJSONObject: results,
            options: [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        )
        try expectGolden(String(decoding: text, as: UTF8.self) + "\n", "\(name).sarif.json")
    }

    /// The documentation works a case by hand, and shows what the program prints for it.
    @Test func theDocumentationShowsWhatIsPrinted() throws {
        let page = try String(
            contentsOf: Fixture.packageRoot.appending(path: "etc/doc/hand-calculation.md"),
            encoding: .utf8
        )
        let blocks = page.components(separatedBy: "    $ gouji ").dropFirst().map { block in
            block.split(separator: "\n", omittingEmptySubsequences: false)
        }
        #expect(blocks.count == 2)
        for block in blocks {
            let arguments = block[0].split(separator: " ").map(String.init)
            let shown = block.dropFirst().prefix { $0.hasPrefix("    ") }.map { $0.dropFirst(4) }
            let printed = try Tool.run(arguments, folder: Fixture.packageRoot).output.split(separator: "\n")
            // A page may show a part of the output, in its order.
            var rest = printed[...]
            for line in shown where line != "…" {
                guard let found = rest.firstIndex(of: line) else {
                    Issue.record("not printed: \(line)\nprinted: \(printed.joined(separator: "\n"))")
                    break
                }
                rest = rest[(found + 1)...]
            }
            if !shown.contains("…") { #expect(shown.count == printed.count) }
        }
    }

    private func fixture(_ name: String) throws -> (folder: URL, input: String) {
        let fixture = try #require(Fixture.all.first { $0.description == name })
        return (fixture.folder, try #require(fixture.input?.lastPathComponent))
    }

    private func expectGolden(_ text: String, _ name: String, at place: SourceLocation = #_sourceLocation) throws {
        let file = Fixture.packageRoot.appending(path: "Tests/DaemonTests/Goldens/" + name)
        if ProcessInfo.processInfo.environment["GOUJI_WRITE_GOLDENS"] != nil {
            try text.write(to: file, atomically: true, encoding: .utf8)
            Issue.record("\(name) was written", sourceLocation: place)
        }
        let golden = try String(contentsOf: file, encoding: .utf8)
        #expect(text == golden, "\(name) differs", sourceLocation: place)
    }
}
