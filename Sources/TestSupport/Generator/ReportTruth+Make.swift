package import Forms
import Model

extension ReportTruth {
    /// An invented, sound report on `form` for `year`; the same seed makes the same report.
    ///
    /// Where it `isSparse` little happened in the year, and most cells are 0.
    /// `adjust` changes the tables before the text is written, which states what they then hold.
    package static func make(
        form: Form,
        agency: Agency,
        year: Int,
        seed: UInt64,
        isSparse: Bool = false,
        adjust: (inout ReportTruth) -> Void = { _ in }
    ) -> ReportTruth {
        var dice = SplitMix64(seed: seed)
        var numbers = Numbers(dice: SplitMix64(seed: dice.next()), isSparse: isSparse)
        var prose = Prose(dice: SplitMix64(seed: dice.next()), own: agency.own, year: year)
        let isRevised = form.tables.contains { $0.id == "applications" }
        var report = ReportTruth(
            form: form,
            agency: agency.name,
            year: year,
            published: date(after: year, &dice),
            title: title(agency.name, year, &dice),
            preamble: prose.preamble(form.citation, isRevised: isRevised),
            kind: .report,
            sections: [],
            tables: form.tables.map { numbers.table($0) },
            missing: [],
            faults: []
        )
        adjust(&report)
        report.sections = form.sections.map { section in
            let heading = section.heading.replacing("政府信息公开的收费", with: "收费")
            return SectionTruth(
                id: section.id,
                heading: heading,
                paragraphs: prose.paragraphs(of: section.id, in: report)
            )
        }
        return report
    }

    /// The statistics table on a page of its own.
    package static func makeStatistics(agency: Agency, year: Int, seed: UInt64) -> ReportTruth {
        var page = make(form: .form2014, agency: agency, year: year, seed: seed)
        page.kind = .statistics
        page.title = "政府信息公开情况统计表（\(year)年度）"
        page.preamble = ["填报单位（盖章）：\(agency.name)"]
        page.sections = []
        return page
    }

    /// Leaves about `percent` of a hundred zero cells blank, as many agencies do; totals stay, so that every relation
    /// can still be judged.
    package func withBlanks(_ percent: Int, seed: UInt64) -> ReportTruth {
        var dice = SplitMix64(seed: seed)
        var report = self
        for table in tables where ["applications", "statistics"].contains(table.form.id) {
            for row in table.form.rows where !Self.totals.contains(row.id) {
                for column in table.columns(of: row) where column != "total" && table[row.id, column] == Quantity(0) {
                    if dice.chance(percent) { report.set(table.form.id, row.id, column, to: nil) }
                }
            }
        }
        return report
    }

    private static let totals = [
        "processed_total", "received", "closed", "answered", "answered.refused", "review", "litigation", "staff",
    ]

    /// A day within the limit: January since report year 2019, March before.
    private static func date(after year: Int, _ dice: inout SplitMix64) -> String {
        let day = dice.number(8...26)
        return "\(year + 1)-\(year < 2019 ? "03" : "01")-\(day < 10 ? "0" : "")\(day)"
    }

    private static func title(_ agency: String, _ year: Int, _ dice: inout SplitMix64) -> String {
        dice.pick([
            "\(agency)\(year)年政府信息公开工作年度报告",
            "\(agency)关于\(year)年政府信息公开工作年度报告",
            "\(agency)\(year)年度政府信息公开工作年度报告",
        ])
    }
}
