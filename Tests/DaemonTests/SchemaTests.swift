import Foundation
import Model
import Record
import TestSupport
import Testing

/// What is written must satisfy the published schema, and the schema must be one that can refuse.
@Suite struct SchemaTests {
    @Test func theRecordWriterWritesWhatTheSchemaAsksFor() throws {
        var contained = Self.full
        contained.source.container = .init(name: "crawl.warc", id: Self.id, member: "17")
        let reports = [Self.empty, Self.full, contained]
        let lines = reports.map { RecordWriter.bytes(of: $0) + [0x0A] }.flatMap(\.self)
        #expect(try violations(in: lines) == "")
        #expect(try violations(in: RecordWriter.bytes(of: Self.full, pretty: true)) == "")
        #expect(try violations(in: RecordWriter.bytes(of: Self.unreadable, verdict: .unreadable)) == "")
    }

    @Test(arguments: [
        (#""line":120"#, #""line":0"#), (#""bytes":3"#, #""bytes":"3""#), (#""total":6"#, #""sum":6"#),
        (#""verdict":"fail""#, #""verdict":"pass""#), (#""rule":"applications.balance""#, #""rule":"balance""#),
        (#""form":"2021""#, #""form":"2022""#), (#""unit":"件","#, ""), (#""state":"read""#, #""state":"fine""#),
        (#""path":"applications.carried_in.total""#, #""path":"table 3""#), (#""id":"sha256:"#, #""id":"md5:"#),
        (#""charset":"UTF-8","#, #""charset":"UTF-8","colour":"red","#),
        (#""place":{"page":2}"#, #""place":{"page":0}"#),
        (#""place":{"page":2}"#, #""place":{}"#), (#""total":{"column":2,"#, #""total":{"pillar":2,"#),
    ])
    func theSchemaRefuses(_ text: String, _ replacement: String) throws {
        let record = String(decoding: RecordWriter.bytes(of: Self.full), as: UTF8.self)
        let spoilt = record.replacing(text, with: replacement, maxReplacements: 1)
        #expect(spoilt != record)
        #expect(try violations(in: Array(spoilt.utf8)) != "")
    }

    /// What the validator says of `records`; nothing where all is well.
    private func violations(in records: [UInt8]) throws -> String {
        let folder = try TemporaryFolder()
        try Data(records).write(to: URL(filePath: folder.file("records")))
        let script = Fixture.packageRoot.appending(path: "Tests/validate-records.py").path
        let result = try Tool.run(script, [folder.file("records")])
        #expect((result.status == 0) == result.errors.isEmpty)
        return result.errors
    }

    private static let id = "sha256:" + String(repeating: "0f", count: 32)
    private static let empty = Report(id: id, received: "2026-01-31T09:00:00Z", source: Source(name: "a.txt"))
    private static let unreadable = Report(
        id: id,
        received: "2026-01-31T09:00:00Z",
        source: Source(name: "-"),
        identity: Identity(kind: .notAReport)
    )

    /// A report with something in every place of the record.
    private static let full = Report(
        id: id,
        received: "2026-01-31T09:00:00Z",
        source: Source(
            name: "a/b.html",
            bytes: 3,
            mediaType: "text/html",
            charset: "UTF-8",
            url: "https://a/",
            fetched: "x"
        ),
        identity: Identity(agency: "某局", year: 2024, title: "报告", published: "2025-01-20", form: "2021"),
        sections: [
            Section(
                id: "overview",
                heading: "一、总体情况",
                line: 3,
                inDocument: DocumentPlace(page: 2, cell: nil)
            ),
            Section(id: nil, heading: "咨询", line: 9),
        ],
        tables: [
            Table(
                id: "applications",
                state: .read,
                line: 100,
                columns: ["natural_person", "total"],
                rows: [
                    Row(
                        id: "carried_in",
                        label: "二、上年结转",
                        line: 120,
                        inDocument: DocumentPlace(page: 3, cell: GridPlace(table: 1, row: 4, column: 0)),
                        cells: [
                            Cell(.mark, text: "/", line: 120, inDocument: DocumentPlace(page: 3, cell: nil)),
                            Cell(
                                .number(Quantity(6)),
                                text: "6",
                                line: 121,
                                inDocument: DocumentPlace(page: 4, cell: GridPlace(table: 2, row: 0, column: 1))
                            ),
                        ]
                    )
                ]
            ),
            Table(id: "disputes", state: .lost, line: 200, columns: [], rows: []),
        ],
        claims: [Claim(key: "收到", value: Quantity(6), low: nil, high: nil, unit: "件", line: 7, text: "收到6件")],
        findings: [.balance()],
        unverified: [Unverified(rule: "disputes.total", reason: "the table is lost")]
    )
}
