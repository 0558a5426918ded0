import Archive
import Foundation
import Forms
import Model
import Platform
import TestSupport
import Testing

@testable import gouji

/// `gouji export`, run on an archive of two reports, one of them in two revisions.
@Suite struct ExportTests {
    private let folder: TemporaryFolder

    init() throws {
        folder = try TemporaryFolder()
        try FileSystem.makeDirectory(folder.file("archive"))
        var writer = ArchiveWriter(index: try ArchiveIndex(opening: folder.file("archive")))
        for (index, title) in ["甲局,\"第一\"年度报告", "甲局年度报告", "乙局年度报告"].enumerated() {
            let bytes = Array(title.utf8)
            var truth = try ReportTruth.make(
                form: #require(FormCatalog.form("2021")),
                agency: Agency.all[0],
                year: 2024,
                seed: 3
            )
            truth.set("proactive", "permits", "decisions", to: index == 2 ? nil : Quantity(7))
            truth.set("proactive", "fees", "amount", to: Quantity(significand: 1205, scale: 2))
            var report = truth.report
            report.id = "sha256:" + SHA256.hex(of: bytes)
            report.received = "2026-01-31T09:00:00Z"
            report.source = Source(name: "\(title).txt", bytes: bytes.count)
            report.identity = Identity(agency: String(title.prefix(2)), year: 2024, title: title, form: "2021")
            if index == 1 { report.findings = [Finding.balance()] }
            _ = try writer.store(report, source: bytes)
        }
    }

    private func export(_ arguments: String...) throws -> Tool.Result {
        try Tool.run(["export"] + arguments + ["--state", folder.path])
    }

    /// The rows of a table without quotes that matter, by the names of its columns.
    private func table(_ text: String) -> [[String: String]] {
        let rows = text.split(separator: "\n").map { $0.split(separator: ",", omittingEmptySubsequences: false) }
        guard let head = rows.first else { return [] }
        return rows.dropFirst().map { row in
            Dictionary(uniqueKeysWithValues: zip(head, row).map { (String($0), String($1)) })
        }
    }

    @Test func aLineIsARecordAsTheArchiveHasIt() throws {
        let lines = try export("--format", "ndjson").output.split(separator: "\n")
        #expect(lines.count == 3)
        let record = try #require(folder.read("archive/2024/乙局/report-1.json"))
        let line = try #require(lines.first { $0.contains("乙局年度报告") })
        let objects = try [record, String(line)].map {
            try #require(JSONSerialization.jsonObject(with: Data($0.utf8)) as? NSDictionary)
        }
        #expect(objects[0] == objects[1])
        #expect(lines.contains { $0.contains(#""title":"甲局,\"第一\"年度报告""#) })
    }

    @Test func aRowIsAReportWithItsNumbersInColumns() throws {
        let rows = table(try export("--format", "csv", "--latest").output)
        #expect(rows.map { $0["agency"] } == ["乙局", "甲局"])
        #expect(rows.map { $0["revision"] } == ["1", "2"])
        #expect(rows.map { $0["errors"] } == ["0", "1"])
        #expect(rows.map { $0["proactive.permits.decisions"] } == ["", "7"])
        #expect(rows.map { $0["proactive.fees.amount"] } == ["12.05", "12.05"])
        #expect(rows.allSatisfy { $0["statistics.received.count"] == "" })
    }

    @Test func whatHoldsACommaOrAQuoteIsQuoted() throws {
        let output = try export("--format", "csv").output
        #expect(output.contains(#","甲局,""第一""年度报告","#))
    }

    /// What stands in a record was written by whoever made the page.
    @Test(arguments: [
        ("=1+1", "'=1+1"), ("@SUM(A1)", "'@SUM(A1)"), ("-2+3", "'-2+3"), ("+a,b", "\"'+a,b\""), ("-12.5", "-12.5"),
        ("-", "-"), ("1=1", "1=1"),
    ])
    func wordsThatASpreadsheetWouldRunAreMadeText(_ field: String, _ written: String) {
        #expect(String(decoding: CommaSeparatedRow([field, nil, "7"]).bytes, as: UTF8.self) == written + ",,7\n")
    }

    @Test func aRowMayBeACellAFindingOrAClaim() throws {
        let cells = table(try export("--format", "csv", "--rows", "cells", "--agency", "乙局").output)
        #expect(cells.count == 10 + 175 + 15)
        let permits = cells.first { $0["row"] == "permits" }
        #expect(permits?["value"] == "" && permits?["verdict"] == "pass")
        let findings = table(try export("--format", "csv", "--rows", "findings", "--verdict", "fail").output)
        #expect(findings.map { $0["rule"] } == ["applications.balance"])
        let head = try export("--format", "csv", "--rows", "claims", "--year", "1999").output
        #expect(head == "path,id,agency,year,form,kind,revision,verdict,key,value,low,high,unit,line,text\n")
    }

    @Test func aRecordThatCannotBeReadIsNamedAndLeftOut() throws {
        try folder.write("{", to: "archive/2024/乙局/report-1.json")
        let result = try export("--format", "ndjson")
        #expect(result.status == 3)
        #expect(result.output.split(separator: "\n").count == 2)
        #expect(result.errors.contains("2024/乙局/report-1.json"))
    }

    @Test func rowsAreForTables() throws {
        #expect(try export("--format", "ndjson", "--rows", "cells").status == 2)
        #expect(try export().status == 2)
    }
}
