import Model
import Testing

@testable import Notify

@Suite struct EndpointFilterTests {
    @Test(arguments: [
        ("*", "", true), ("*", "青禾市", true), ("青禾市*", "青禾市教育局", true), ("*教育局", "青禾市教育局", true),
        ("青?市", "青禾市", true), ("青?市", "青市", false), ("a*b*c", "a-b-b-c", true), ("a*b*c", "a-b-b", false),
        ("青禾市", "青禾市教育局", false), ("district-1/*", "district-1/a/b.html", true), ("[ab]", "a", false),
    ])
    func aPatternFitsWholeNames(_ pattern: String, _ name: String, _ fits: Bool) {
        #expect(Glob(pattern).matches(name) == fits)
    }

    @Test func manyStarsCostLittle() {
        let name = String(repeating: "a", count: 2_000)
        #expect(!Glob(String(repeating: "*a", count: 60) + "b").matches(name))
    }

    private func report(_ severities: [Finding.Severity], agency: String? = "青禾市教育局") -> Report {
        .make(
            id: "sha256:1",
            agency: agency,
            findings: severities.map { .make("section.missing", $0, fingerprint: "f\($0)") }
        )
    }

    private func allows(_ filter: EndpointFilter, _ report: Report, _ type: MessageType = .failed) -> Bool {
        filter.allows(.report(ReportNotice(type: type, report: report, archivePath: "x", revision: 1)))
    }

    @Test func anEmptyFilterLetsEverythingThrough() {
        #expect(allows(EndpointFilter(), report([])))
        #expect(allows(EndpointFilter(), report([], agency: nil)))
    }

    @Test func theWorstFindingOrAnyOtherMayBeAskedFor() {
        #expect(allows(EndpointFilter(severities: [.warning]), report([.error, .warning])))
        #expect(!allows(EndpointFilter(severities: [.warning]), report([.error])))
    }

    @Test func whatClosesAThreadGoesWhereItWasOpened() throws {
        let failed = ReportNotice(type: .failed, report: report([.error]), archivePath: "x", revision: 1)
        let mark = try #require(ThreadMark(failed, subject: "s"))
        let closing = ReportNotice(type: .resolved, report: report([]), archivePath: "y", revision: 2, last: mark)
        #expect(EndpointFilter(severities: [.error]).allows(.report(closing)))
        #expect(!EndpointFilter(severities: [.warning]).allows(.report(closing)))
    }

    @Test func anUnknownAgencyFitsOnlyTheStar() {
        #expect(!allows(EndpointFilter(agencies: [Glob("青禾市*")]), report([.error], agency: nil)))
        #expect(allows(EndpointFilter(agencies: [Glob("*")]), report([.error], agency: nil)))
    }

    @Test func aYearMayBeOneOrOneOfARange() {
        let filter = EndpointFilter(years: [2019...2019, 2022...2024])
        for (year, fits) in [(2019, true), (2020, false), (2023, true), (nil, false)] {
            #expect(filter.allows(source: "a", agency: "b", year: year) == fits)
        }
    }
}
