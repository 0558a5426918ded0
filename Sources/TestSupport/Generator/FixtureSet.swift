package import Foundation
import Forms

/// The fixtures that the generator writes into `Fixtures/reports`, with fixed seeds.
package enum FixtureSet {
    package static let all: [GeneratedFixture] = grid + others + foreign + formFaults

    /// The faults of each form, one a layout.
    private static let faults: [String: [Fault]] = [
        "2008": [
            .annex(total: "received", part: "received.online", column: "year"),
            .annex(total: "answered", part: "answered.other", column: "cumulative"),
            .cumulative,
            .missingSection("fees"),
            .missingSection("disputes"),
            .annex(total: "received", part: "received.letter", column: "cumulative"),
        ],
        "2014": [
            .statistics(total: "received", part: "received.fax"),
            .statistics(total: "answered.refused", part: "refused.privacy"),
            .openReview,
            .missingSection("fees"),
            .leaders,
            .channel,
        ],
        "2019": [
            .balance, .columnSum, .missingSection("problems"), .rowTotal, .missingSection("other"), .disputesTotal,
        ],
        "2021": [
            .columnSum, .balance, .rowTotal, .disputesTotal, .inForce, .missingSection("other"),
        ],
    ]
    private static let years = [
        "2008": [2010, 2012], "2014": [2015, 2017], "2019": [2019, 2020], "2021": [2022, 2024],
    ]
    private static let layouts: [Layout] = [.cellLines, .barsAtEnd, .barsBefore, .markdown, .tabs, .html]

    /// One sound and one faulty report of each form in each layout.
    private static var grid: [GeneratedFixture] {
        FormCatalog.all.enumerated().flatMap { index, form in
            layouts.enumerated().flatMap { place, layout in
                pair(form, layout, index * layouts.count + place, place).compactMap(\.self)
            }
        }
    }

    private static func pair(_ form: Form, _ layout: Layout, _ number: Int, _ place: Int) -> [GeneratedFixture?] {
        let years = years[form.identifier] ?? [form.reportYears.lowerBound]
        let sound = report(form, agency: place * 2, year: years.first ?? 0, seed: number * 2 + 1)
        let printed = layout.keepsBlanks ? sound.withBlanks(40, seed: UInt64(number)) : sound
        let fault = faults[form.identifier]?[place] ?? .balance
        let faulty = report(form, agency: place * 2 + 1, year: years.last ?? 0, seed: number * 2 + 2).withFault(fault)
        let rules = Set(faulty.faults.map(\.rule)).sorted().joined(separator: ", ")
        let name = "\(form.identifier)-\(layout.rawValue)"
        return [
            GeneratedFixture(
                numbered(number * 2 + 1, name + "-sound"),
                printed,
                layout,
                why: "A sound report on the form of \(form.identifier) in the layout \(layout.rawValue)."
            ),
            GeneratedFixture(
                numbered(number * 2 + 2, name + "-faulty"),
                faulty,
                layout,
                why: "A report on the form of \(form.identifier) in the layout \(layout.rawValue) that breaks \(rules)."
            ),
        ]
    }

    /// Other encodings, Word's markup, and the statistics table on a page of its own.
    private static var others: [GeneratedFixture] {
        let text = report(.form2021, agency: 12, year: 2021, seed: 101)
        let page = report(.form2021, agency: 12, year: 2023, seed: 102)
        let word = report(.form2021, agency: 11, year: 2023, seed: 103).withBlanks(60, seed: 103)
        let early = report(.form2019, agency: 12, year: 2020, seed: 104)
        let statistics = ReportTruth.makeStatistics(agency: Agency.all[1], year: 2018, seed: 105)
        let made: [GeneratedFixture?] = [
            GeneratedFixture("0101-utf8-mark", text, .cellLines, .utf8WithMark, why: "UTF-8 with a byte order mark."),
            GeneratedFixture("0102-gb18030-text", text, .barsBefore, .gb18030, why: "Plain text in GB18030."),
            GeneratedFixture("0103-gb18030-html", page, .html, .gb18030, why: "HTML in GB18030 that says so."),
            GeneratedFixture("0104-word-html", word, .word, why: "HTML as Word leaves it, blanks as &nbsp;."),
            GeneratedFixture("0105-gb18030-tabs", early, .tabs, .gb18030, why: "Tables by tabs, in GB18030."),
            GeneratedFixture("0106-statistics-bars", statistics, .barsAtEnd, why: "The statistics table alone."),
            GeneratedFixture("0107-statistics-html", statistics, .html, why: "The statistics table alone, in HTML."),
        ]
        return made.compactMap(\.self)
    }

    private static var foreign: [GeneratedFixture] {
        [
            GeneratedFixture("0201-law", foreign: ForeignDocuments.law, why: "A law is no report."),
            GeneratedFixture("0202-news", foreign: ForeignDocuments.news, why: "A news item about reports is none."),
            GeneratedFixture("0203-notice", foreign: ForeignDocuments.notice, why: "A notice on reports is none."),
        ]
    }

    /// Faults in what the forms ask for, and a report whose tables are lost.
    private static var formFaults: [GeneratedFixture] {
        let recent = { (seed: Int) in report(.form2021, agency: seed - 301, year: 2023, seed: seed) }
        let late = report(.form2019, agency: 12, year: 2022, seed: 305).withFault(.outdated)
        let transition = report(.form2014, agency: 9, year: 2019, seed: 306).withFault(.outdated)
        let made: [GeneratedFixture?] = [
            GeneratedFixture("0301-row-missing", recent(301).withFault(.missingRow), .html, why: "A row is not there."),
            GeneratedFixture("0302-negative", recent(302).withFault(.negative), .cellLines, why: "A count below zero."),
            GeneratedFixture("0303-order", recent(303).withFault(.sectionOrder), .tabs, why: "Sections out of order."),
            GeneratedFixture("0304-no-problems", recent(304).withFault(.noProblems), .markdown, why: "Problems: none."),
            GeneratedFixture("0305-form-late", late, .barsBefore, why: "The form of 2019 three years on."),
            GeneratedFixture("0306-form-transition", transition, .barsAtEnd, why: "The form of 2014 for 2019."),
            GeneratedFixture(
                "0307-tables-lost",
                recent(307).withoutTables(),
                .cellLines,
                why: "The tables were images."
            ),
        ]
        return made.compactMap(\.self)
    }

    private static func report(_ form: Form, agency: Int, year: Int, seed: Int) -> ReportTruth {
        .make(form: form, agency: Agency.all[agency % Agency.all.count], year: year, seed: UInt64(seed))
    }

    private static func numbered(_ number: Int, _ name: String) -> String {
        let digits = String(number)
        return String(repeating: "0", count: max(0, 4 - digits.count)) + digits + "-" + name
    }

    /// Writes every fixture below `folder`, in place of the folders of the same names.
    package static func write(to folder: URL) throws {
        for fixture in all {
            let place = folder.appending(path: fixture.name)
            try? FileManager.default.removeItem(at: place)
            try FileManager.default.createDirectory(at: place, withIntermediateDirectories: true)
            for (name, bytes) in fixture.files { try Data(bytes).write(to: place.appending(path: name)) }
        }
    }
}
