import Forms
import Foundation
import Model
import TestSupport
import Testing

@testable import gouji

/// The log must satisfy SARIF's own schema, where that was fetched, and what the schema cannot say.
@Suite struct SarifTests {
    private static let schema = Fixture.packageRoot.appending(path: ".build/sarif-schema-2.1.0.json").path
    private static let hasSchema = FileManager.default.fileExists(atPath: schema)

    @Test func aLogOfEveryFixtureIsSound() throws {
        #expect(try violations(in: log(Self.fixtures).output) == "")
    }

    @Test(.enabled(if: hasSchema, "Tests/fetch-sarif-schema.py .build/sarif-schema-2.1.0.json fetches the schema"))
    func aLogOfEveryFixtureSatisfiesTheOfficialSchema() throws {
        #expect(try violations(in: log(Self.fixtures).output, Self.schema) == "")
        #expect(try violations(in: log([]).output, Self.schema) == "")
    }

    @Test func theLogIsOneDocumentInTheOrderOfTheFiles() throws {
        let folder = try TemporaryFolder()
        let fixture = try #require(Fixture.all.first { $0.description.hasSuffix("cell-lines-faulty") })
        let faulty = try #require(fixture.text("input.txt"))
        let names = ["b c.txt", "a#1.txt", "年报.txt"]
        for name in names { try folder.write(faulty, to: name) }
        let result = try Tool.run(
            ["check", "--format", "sarif"] + names + ["gone.txt"],
            folder: URL(filePath: folder.path)
        )
        #expect(result.status == 3)
        let run = try Self.run(of: result.output)
        let uris = (run["results"] as? [[String: Any]] ?? []).compactMap(Self.uri)
        let wanted = ["b%20c.txt", "a%231.txt", "%E5%B9%B4%E6%8A%A5.txt"]
        #expect(uris.reduce(into: []) { if $0.last != $1 { $0.append($1) } } == wanted)
        let invocation = try #require((run["invocations"] as? [[String: Any]])?.first)
        #expect(invocation["exitCode"] as? Int == 3)
        let notices = try #require(invocation["toolExecutionNotifications"] as? [[String: Any]])
        #expect(notices.compactMap(Self.uri) == ["gone.txt"])
    }

    @Test func aRepairIsAnEditWhereItsPlaceIsCertain() throws {
        let source = "一、新收 | 0 | 3 | 3 |\r二、结转 6件 | 6 | 0 | 6 |\n"
        let cells = ["6", "0", "6"].map { Cell(.number(Quantity(Int($0) ?? 0)), text: $0, line: 2) }
        let row = Row(id: "carried_in", label: "二、结转", line: 2, cells: cells)
        let lines = try #require(SourceLines(Array(source.utf8), of: Self.text))
        // Four numbers stand on the line, and the last three are the row's.
        #expect((0...2).map { lines.columns(ofCell: $0, in: row) } == [11..<12, 15..<16, 19..<20])
        let doubtful = try #require(SourceLines(Array("\n6 0 6 0 6".utf8), of: Self.text))
        #expect(doubtful.columns(ofCell: 0, in: row) == nil)
        let page = Source(name: "a", mediaType: "text/html", charset: "UTF-8")
        let tags = try #require(SourceLines(Array("\n<td x=6>6</td><td>0</td><td>6</td>".utf8), of: page))
        #expect(tags.columns(ofCell: 0, in: row) == 9..<10)
        #expect(SourceLines([0xC8], of: Source(name: "a", mediaType: "text/plain", charset: "GB18030")) == nil)
    }

    @Test func aFigureOfTheTextIsAnEditWhereItsPlaceIsCertain() throws {
        let source = "2023年，收到申请12件。\n收到申请12件，办结12件，占 12%。\n"
        let lines = try #require(SourceLines(Array(source.utf8), of: Self.text))
        #expect(lines.columns(ofNumber: "12", in: "收到申请12件", on: 1) == 11..<13)
        #expect(lines.columns(ofNumber: "12", in: "办结12件", on: 2) == 11..<13)
        #expect(lines.columns(ofNumber: "12", in: "12", on: 2) == nil)
        #expect(lines.columns(ofNumber: "13", in: "收到申请12件", on: 1) == nil)
    }

    @Test func aFindingKeepsItsPlacesItsRepairAndItsAcceptance() throws {
        var finding = Finding.balance()
        finding.accepted = "known"
        finding.group = "bb"
        let report = Report(
            source: Self.text,
            tables: [
                Table(
                    id: "applications",
                    state: .read,
                    line: 1,
                    columns: ["total"],
                    rows: [
                        Row(
                            id: "carried_in",
                            label: "二",
                            line: 120,
                            cells: [Cell(.number(Quantity(6)), text: "6", line: 120)]
                        )
                    ]
                )
            ],
            findings: [finding],
            unverified: [Unverified(rule: "disputes.total", reason: "the table is lost")]
        )
        let lines = String(repeating: "\n", count: 119) + "合计 6"
        let bytes = SarifResult(
            report: report,
            language: .en,
            ruleIndices: ["applications.balance": 7],
            lines: SourceLines(Array(lines.utf8), of: Self.text)
        ).bytes()
        let results = try #require(
            try JSONSerialization.jsonObject(with: Data(Array("[".utf8) + bytes + Array("]".utf8))) as? [[String: Any]]
        )
        let result = try #require(results.first)
        #expect(result["level"] as? String == "error")
        #expect(result["ruleIndex"] as? Int == 7)
        #expect((result["relatedLocations"] as? [Any])?.count == 2)
        #expect((result["suppressions"] as? [[String: String]])?.first?["justification"] == "known")
        #expect((result["properties"] as? [String: Any])?["group"] as? String == "bb")
        let fix = String(decoding: try JSONSerialization.data(withJSONObject: result["fixes"] ?? []), as: UTF8.self)
        for part in [#""startLine":120"#, #""startColumn":4"#, #""endColumn":5"#, #""insertedContent":{"text":"0"}"#] {
            #expect(fix.contains(part), "\(part) in \(fix)")
        }
        #expect(results.last?["kind"] as? String == "open")
        #expect(results.last?["level"] as? String == "none")
    }

    /// The number that a blank should be is put between its bars or tabs.
    @Test func aBlankIsFilledInWhereBarsOrTabsAreAroundIt() throws {
        let cells = ["6", "", "6"].map { text in
            Cell(Int(text).map { .number(Quantity($0)) } ?? .blank, text: text, line: 1)
        }
        let row = Row(id: "carried_in", label: "二、结转", line: 1, cells: cells)
        func columns(_ line: String, _ index: Int = 1) throws -> Range<Int>? {
            try #require(SourceLines(Array(line.utf8), of: Self.text)).columns(ofCell: index, in: row)
        }
        #expect(try columns("| 二、结转 | 6 |  | 6 |") == 13..<15)
        #expect(try columns("二、结转\t6\t\t6") == 8..<8)
        #expect(try columns("| 二、结转 | 6 | 0 | 6 |") == nil)
        #expect(try columns("二、结转 6 6") == nil)
    }

    @Test func everyOperandIsARelatedLocation() throws {
        let form = try #require(FormCatalog.form("2021"))
        var truth = ReportTruth.make(form: form, agency: Agency.all[0], year: 2022, seed: 3)
        let total = try #require(truth.table("applications")?["received", "total"])
        truth.set("applications", "received", "total", to: total + Quantity(1))
        let folder = try TemporaryFolder()
        try folder.write(truth.text(.markdown), to: "a.md")
        let result = try Tool.run(["check", "--format", "sarif", folder.file("a.md")])
        let results = try #require(try Self.run(of: result.output)["results"] as? [[String: Any]])
        let finding = try #require(results.first { $0["ruleId"] as? String == "applications.row-total" })
        #expect((finding["relatedLocations"] as? [Any])?.count == 7)
    }

    @Test(arguments: [
        ("a/b.txt", "a/b.txt"), ("/a b", "file:///a%20b"), ("c:x", "c%3Ax"), ("-", "-"), ("50%.txt", "50%25.txt"),
    ])
    func urisAreEncoded(_ path: String, _ uri: String) {
        #expect(ArtifactURI.text(of: Source(name: path)) == uri)
    }

    @Test func aMemberIsAFragmentOfItsContainer() {
        let container = Source.Container(name: "a#.warc", id: "sha256:0", member: "http://x/?y")
        let source = Source(name: "a#.warc#http://x/?y", container: container)
        #expect(ArtifactURI.text(of: source) == "a%23.warc#http%3A//x/%3Fy")
    }

    private static let text = Source(name: "a.txt", mediaType: "text/plain", charset: "UTF-8")
    private static let fixtures = (Fixture.all + Fixture.documents).compactMap { $0.input?.path } + ["/no/such file"]

    private func log(_ files: [String]) throws -> Tool.Result {
        if !files.isEmpty { return try Tool.run(["check", "--format", "sarif"] + files) }
        return try Tool.run(["check", "--format", "sarif", "-"])
    }

    private static func run(of log: String) throws -> [String: Any] {
        let object = try JSONSerialization.jsonObject(with: Data(log.utf8)) as? [String: Any]
        return try #require((object?["runs"] as? [[String: Any]])?.first)
    }

    private static func uri(of result: [String: Any]) -> String? {
        let location = (result["locations"] as? [[String: Any]])?.first?["physicalLocation"] as? [String: Any]
        return (location?["artifactLocation"] as? [String: Any])?["uri"] as? String
    }

    private func violations(in log: String, _ schema: String...) throws -> String {
        let folder = try TemporaryFolder()
        try folder.write(log, to: "log")
        let script = Fixture.packageRoot.appending(path: "Tests/validate-sarif.py").path
        let result = try Tool.run(script, [folder.file("log")] + schema)
        #expect((result.status == 0) == result.errors.isEmpty)
        return result.errors
    }
}
