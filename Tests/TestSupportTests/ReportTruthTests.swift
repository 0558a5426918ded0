import Forms
import Model
import TestSupport
import Testing

/// The generator adds totals up by hand and the forms say what must hold: each is checked by the other.
@Suite struct ReportTruthTests {
    private static let seeds: [UInt64] = Array(1...40)

    private static let faults: [(String, Fault)] = [
        ("2021", .balance), ("2021", .columnSum), ("2021", .rowTotal), ("2021", .disputesTotal), ("2021", .inForce),
        ("2019", .balance), ("2019", .columnSum), ("2019", .rowTotal), ("2019", .disputesTotal),
        ("2014", .statistics(total: "received", part: "received.fax")),
        ("2014", .statistics(total: "answered.refused", part: "refused.privacy")),
        ("2014", .statistics(total: "staff", part: "staff.part_time")),
        ("2014", .openReview), ("2014", .leaders), ("2014", .channel),
        ("2008", .annex(total: "received", part: "received.online", column: "year")),
        ("2008", .annex(total: "answered", part: "answered.other", column: "cumulative")),
        ("2008", .cumulative),
    ]

    @Test(arguments: FormCatalog.all.map(\.identifier), seeds)
    func soundReportBreaksNothing(_ form: String, _ seed: UInt64) throws {
        let report = try Self.report(form, seed)
        #expect(report.verdict == .pass)
        #expect(Self.broken(report) == [])
        #expect(Self.broken(report.withBlanks(50, seed: seed)) == [])
        for table in report.tables {
            for row in table.form.rows {
                for column in table.columns(of: row) { #expect(table[row.id, column] != nil) }
            }
        }
    }

    @Test(arguments: faults, seeds.prefix(8))
    func faultBreaksWhatItSays(_ fault: (String, Fault), _ seed: UInt64) throws {
        let report = try Self.report(fault.0, seed).withFault(fault.1)
        #expect(!report.faults.isEmpty)
        let said = Set(report.faults.map { Broken(rule: $0.rule, severity: $0.severity, paths: Set($0.paths)) })
        #expect(Self.broken(report) == said)
    }

    @Test(arguments: ["2008", "2014", "2019", "2021"]) func missingSectionIsGone(_ form: String) throws {
        let report = try Self.report(form, 1).withFault(.missingSection("disputes"))
        #expect(!report.sections.contains { $0.id == "disputes" })
        #expect(report.missing == ["disputes"])
        #expect(report.verdict == .fail)
        #expect(report.table("disputes") == nil)
    }

    @Test(arguments: [Fault.missingRow, .negative, .sectionOrder, .noProblems, .outdated], seeds.prefix(8))
    func faultOfTheFormBreaksNoRelation(_ fault: Fault, _ seed: UInt64) throws {
        let report = try Self.report("2021", seed).withFault(fault)
        #expect(report.faults.count == 1)
        #expect(Self.broken(report) == [])
    }

    @Test func sameSeedMakesTheSameReport() throws {
        let first = try Self.report("2021", 7)
        let second = try Self.report("2021", 7)
        let third = try Self.report("2021", 8)
        for layout in Layout.allCases {
            #expect(first.text(layout) == second.text(layout))
            #expect(first.text(layout) != third.text(layout))
        }
    }

    @Test func gb18030ComesBackAsItWas() throws {
        let text = try Self.report("2021", 3).text(.html, charset: "gb18030")
        let bytes = try #require(TextEncoding.gb18030.bytes(of: text))
        #expect(bytes != Array(text.utf8))
        // GB18030 has two bytes for these, 0xD5FE 0xB8AE; the text is full of them.
        #expect(bytes.indices.contains { bytes[$0...].starts(with: [0xD5, 0xFE, 0xB8, 0xAE]) })
    }

    private static func report(_ form: String, _ seed: UInt64) throws -> ReportTruth {
        let form = try #require(FormCatalog.form(form))
        return .make(form: form, agency: Agency.all[0], year: form.reportYears.lowerBound, seed: seed)
    }

    private struct Broken: Hashable {
        var rule: String
        var severity: Finding.Severity
        var paths: Set<String>
    }

    /// Every place at which a relation of the form does not hold.
    private static func broken(_ report: ReportTruth) -> Set<Broken> {
        var found: Set<Broken> = []
        for relation in report.form.relations {
            guard let table = report.table(relation.table) else { continue }
            for instance in instances(relation) {
                let left = instance.left.map { table[$0.row, $0.column]?.whole ?? 0 }
                let right = instance.right.map { table[$0.row, $0.column]?.whole ?? 0 }
                if holds(relation.comparison, left, right) { continue }
                let falls = left.reduce(0, +) > right.reduce(0, +)
                let severity = falls ? relation.shortfallSeverity ?? relation.severity : relation.severity
                let paths = (instance.left + instance.right).map { "\(relation.table).\($0.row).\($0.column)" }
                found.insert(Broken(rule: relation.rule, severity: severity, paths: Set(paths)))
            }
        }
        return found
    }

    private typealias Place = (row: String, column: String)

    private static func instances(_ relation: Relation) -> [(left: [Place], right: [Place])] {
        switch relation.shape {
        case .eachColumn(let columns, let left, let right):
            columns.map { column in (left.map { ($0, column) }, right.map { ($0, column) }) }
        case .eachRow(let rows, let left, let right):
            rows.map { row in (left.map { (row, $0) }, right.map { (row, $0) }) }
        }
    }

    private static func holds(_ comparison: Relation.Comparison, _ left: [Int], _ right: [Int]) -> Bool {
        let sum = left.reduce(0, +)
        return switch comparison {
        case .totalOfParts, .equalSums: sum == right.reduce(0, +)
        case .atMost: sum <= right.reduce(0, +)
        case .atLeastDifference: sum >= (right.first ?? 0) - right.dropFirst().reduce(0, +)
        case .atLeastLargest: sum >= right.max() ?? 0
        }
    }
}
