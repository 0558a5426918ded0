internal import Forms
internal import Model

/// The report and the statistics page of the same agency and year agree.
package struct ClaimContradictsSibling: Rule {
    package static let description = RuleDescription(
        "claim.contradicts-sibling",
        severity: .warning,
        statement: Finding.Message(
            zh: "报告与同一机关、同一年度的统计表页面一致",
            en: "the report and the statistics page of the same agency and year agree"
        ),
        basis: "国办发〔2014〕32号（指标统一、数据准确）"
    )
    package static let examples = [
        RuleExample(
            zh: "两处一致",
            en: "they agree",
            told(5),
            beside: Neighbours(sibling: .example(statistics: ["received": 5]))
        ),
        RuleExample(zh: "没有统计表页", en: "no statistics page", told(5)),
        RuleExample(
            zh: "2008 年格式的正文与全国统计表",
            en: "a text of form 2008 beside the national table",
            told(5, cell: "annex.received.year"),
            beside: Neighbours(sibling: .example(statistics: ["received": 7])),
            finds: ["claims.0"]
        ),
        RuleExample(
            zh: "正文的数与统计表不同",
            en: "the text has another number",
            told(5),
            beside: Neighbours(sibling: .example(statistics: ["received": 7])),
            finds: ["claims.0"]
        ),
        RuleExample(
            zh: "报告内的表与统计表页不同",
            en: "the report's own table has another number",
            .example(statistics: ["received": 5]),
            beside: Neighbours(sibling: .example(statistics: ["received": 7])),
            finds: ["statistics.received.count"]
        ),
    ]

    private static func told(_ count: Int, cell: String = "statistics.received.count") -> Report {
        var report = Report.complete("2008", year: 2016)
        report.claims = [
            Claim(
                key: cell,
                value: Quantity(count),
                low: nil,
                high: nil,
                unit: "件",
                line: 12,
                text: "共收到申请\(count)件",
                readings: [[cell]]
            )
        ]
        return report
    }

    package init() {}

    package func judgement(of subject: Subject) -> Judgement {
        // It stands on the report; the statistics page is the measure.
        guard subject.report.identity.kind == .report, let page = subject.context.neighbours.sibling else {
            return .clean
        }
        let claims = subject.report.claims.enumerated().compactMap { claim($1, index: $0, page, subject) }
        return Judgement(findings: claims + cells(subject.report, page))
    }

    /// What the text says of a table that only the other page has.
    private func claim(_ claim: Claim, index: Int, _ page: Report, _ subject: Subject) -> Finding? {
        let candidates = ofTheYear(claim, subject.report)
        let readings = candidates.compactMap { reading -> [String]? in
            let paths = reading.compactMap { path(of: $0, subject.report, page) }
            return paths.count == reading.count && !paths.isEmpty ? paths : nil
        }
        let sums = readings.compactMap { sum($0, page) }
        // What the text may say of another scope accuses nobody.
        guard claim.doubt == nil, claim.scope == nil, let first = sums.first, sums.count == candidates.count,
            !sums.contains(where: { agrees(claim, $0) })
        else { return nil }
        let cell = readings[0][0]
        return Finding(
            rule: Self.identifier,
            severity: .warning,
            message: Finding.Message(
                zh: "“\(claim.text)”（第 \(claim.line) 行）与同年度统计表页面不符：该页为 \(first)",
                en: "\(claim.text) (line \(claim.line)), but the statistics page of the year has \(first)"
            ),
            places: [
                Finding.Place(path: "claims.\(index)", line: claim.line, text: claim.text), Finding.Place(path: cell),
            ],
            expected: .number(first),
            actual: claim.value.map { .number($0) },
            basis: Self.description.basis
        )
    }

    /// The ways to read a figure of a text without tables: where it tells of the year (全年收到申请29件), not those that
    /// count since the beginning.
    private func ofTheYear(_ claim: Claim, _ report: Report) -> [[String]] {
        guard claim.readings.count > 1, report.table("annex") == nil else { return claim.readings }
        let years = ["全年", "本年", "年度"] + (report.identity.year.map { ["\($0)年"] } ?? [])
        let others = ["累计", "截至", "以来", "历年"]
        guard years.contains(where: claim.words.contains), !others.contains(where: claim.words.contains) else {
            return claim.readings
        }
        return claim.readings.filter { !$0.contains { $0.hasPrefix("annex.") && $0.hasSuffix(".cumulative") } }
    }

    /// Whether anything of the report could be set beside the other page.
    static func isJudged(_ subject: Subject) -> Bool {
        guard let page = subject.context.neighbours.sibling else { return false }
        let rule = ClaimContradictsSibling()
        return subject.report.tables.contains { page.table($0.id) != nil }
            || subject.report.claims.contains { claim in
                let readings = rule.ofTheYear(claim, subject.report)
                return claim.doubt == nil && claim.scope == nil && !readings.isEmpty
                    && readings.allSatisfy { $0.allSatisfy { rule.path(of: $0, subject.report, page) != nil } }
            }
    }

    /// Rows that the local tables of form 2008 and the national one count alike. A text of those years without a table
    /// follows form 2008, whatever stands on the page beside it.
    private static let common: Set<String> = [
        "disclosed", "received", "received.in_person", "received.online", "answered", "answered.granted",
        "answered.partly", "answered.refused", "review", "litigation",
    ]

    /// The cell of the other page that counts what `path` does; nil where the report has that table itself.
    private func path(of path: String, _ report: Report, _ page: Report) -> String? {
        let table = String(path.prefix { $0 != "." })
        guard report.table(table) == nil else { return nil }
        if page.table(table) != nil { return path }
        let row = String(path.dropFirst("annex.".count).dropLast(".year".count))
        guard path == "annex.\(row).year", Self.common.contains(row), page.table("statistics") != nil else {
            return nil
        }
        return "statistics.\(row).count"
    }

    private func agrees(_ claim: Claim, _ value: Quantity) -> Bool {
        if let exact = claim.value { return exact == value }
        return (claim.low.map { $0 <= value } ?? true) && (claim.high.map { value <= $0 } ?? true)
    }

    private func sum(_ paths: [String], _ page: Report) -> Quantity? {
        paths.reduce(Optional(Quantity(0))) { sum, path in
            guard let sum, let table = page.tables.first(where: { path.hasPrefix($0.id + ".") }),
                let column = table.columns.first(where: { path.hasSuffix("." + $0) })
            else { return nil }
            let row = path.dropFirst(table.id.count + 1).dropLast(column.count + 1)
            return table.cell(String(row), column)?.number.map { sum + $0 }
        }
    }

    /// Cells that both print, and not alike.
    private func cells(_ report: Report, _ page: Report) -> [Finding] {
        report.tables.flatMap { table -> [Finding] in
            guard let other = page.table(table.id) else { return [] }
            return table.rows.flatMap { row in
                table.columns.indices.compactMap { index in
                    guard let cell = row.cells[index], let value = cell.number,
                        let printed = other.cell(row.id, table.columns[index])?.number, printed != value
                    else { return nil }
                    return finding("\(table.id).\(row.id).\(table.columns[index])", cell, row, value, printed)
                }
            }
        }
    }

    private func finding(_ path: String, _ cell: Cell, _ row: Row, _ value: Quantity, _ other: Quantity) -> Finding {
        Finding(
            rule: Self.identifier,
            severity: .warning,
            message: Finding.Message(
                zh: "“\(row.label)”为 \(value)（第 \(cell.line) 行），同年度统计表页面为 \(other)",
                en: "\(row.label): \(value) (line \(cell.line)), but the statistics page of the year has \(other)"
            ),
            places: [Finding.Place(path: path, line: cell.line, text: cell.text)],
            expected: .number(other),
            actual: .number(value),
            basis: Self.description.basis
        )
    }
}
