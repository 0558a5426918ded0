internal import Archive
internal import Model

/// The page of one agency: its years, the revisions of each, and whether the years follow from one another.
struct AgencySitePage {
    /// The few figures of a year that other years take up.
    struct Figures {
        var received: Quantity?
        var carriedIn: Quantity?
        var processed: Quantity?
        var carriedOut: Quantity?
        var inForce: Quantity?

        init(_ report: Report) {
            let applications = report.table("applications")
            received = applications?.cell("received", "total")?.number
            carriedIn = applications?.cell("carried_in", "total")?.number
            processed = applications?.cell("processed_total", "total")?.number
            carriedOut = applications?.cell("carried_out", "total")?.number
            inForce = report.table("proactive")?.cell("normative_documents", "in_force")?.number
        }

        var isEmpty: Bool { [received, carriedIn, processed, carriedOut, inForce].allSatisfy { $0 == nil } }
    }

    let agency: SiteCatalog.Agency
    /// Of the last revision of each year's report.
    let figures: [Int: Figures]
    let language: OutputLanguage

    var html: String {
        let title = agency.name ?? language.words(zh: "机关或年度不明", en: "Agency or year unknown")
        let page = SitePage(language: language, path: SiteAddress.agency(agency.name), title: title)
        return page.document([names(page), years(page)] + history(page) + thread(page))
    }

    /// The other names that reports of it have.
    private func names(_ page: SitePage) -> String {
        let others = Set(agency.entries.compactMap(\.agency)).subtracting([agency.name ?? ""]).sorted()
        guard agency.name != nil, !others.isEmpty else { return "" }
        return "<p>\(page.words("又名：", "Also: "))\(language.list(others.map(SitePage.text)))</p>"
    }

    private func years(_ page: SitePage) -> String {
        page.table(
            [
                page.words("年度", "Year"), page.words("种类", "Kind"), page.words("格式", "Form"),
                page.words("结论", "Verdict"), page.words("错误", "Errors"), page.words("警告", "Warnings"),
                page.words("标题", "Title"),
            ],
            agency.latest.map { entry in
                [
                    page.link(SiteAddress.report(entry.id), entry.year.map(String.init) ?? page.words("不明", "unknown")),
                    kind(page, entry), SitePage.text(entry.form ?? ""), page.verdict(entry.verdict),
                    String(entry.errors), String(entry.warnings), SitePage.text(entry.title ?? ""),
                ]
            }
        )
    }

    private func kind(_ page: SitePage, _ entry: ArchiveEntry) -> String {
        entry.kind == "statistics" ? page.words("统计表", "statistics") : page.words("报告", "report")
    }

    /// What each year took up from the year before.
    private func history(_ page: SitePage) -> [String] {
        let years = figures.filter { !$0.value.isEmpty }.keys.sorted(by: >)
        guard !years.isEmpty else { return [] }
        let rows = years.map { year -> [String] in
            guard let now = figures[year] else { return [] }
            let before = figures[year - 1]
            return [
                String(year), number(now.received), carried(page, now.carriedIn, before?.carriedOut),
                number(now.processed),
                number(now.carriedOut), number(now.inForce),
            ]
        }
        return [
            page.heading("历年数字", "Over the years"),
            page.table(
                [
                    page.words("年度", "Year"), page.words("新收申请", "Received"), page.words("上年结转", "Carried in"),
                    page.words("办理结果总计", "Processed"), page.words("结转下年度", "Carried out"),
                    page.words("现行有效规范性文件", "Normative documents in force"),
                ],
                rows
            ),
        ]
    }

    private func number(_ value: Quantity?) -> String { value?.description ?? "" }

    private func carried(_ page: SitePage, _ now: Quantity?, _ before: Quantity?) -> String {
        guard let now else { return "" }
        guard let before, before != now else { return now.description }
        return "<span class=\"wrong\">\(now) ≠ \(before)</span> "
            + "<span class=\"note\">\(page.words("上年报告结转", "carried out last year"))</span>"
    }

    /// Every revision, where some report has several.
    private func thread(_ page: SitePage) -> [String] {
        guard agency.entries.count > agency.latest.count else { return [] }
        let rows = agency.entries.reversed().map { entry in
            [
                String(entry.year ?? 0), kind(page, entry),
                page.link(
                    SiteAddress.report(entry.id),
                    page.words("第 \(entry.revision) 版", "revision \(entry.revision)")
                ),
                SitePage.text(entry.received), page.verdict(entry.verdict),
            ]
        }
        return [
            page.heading("全部版本", "All revisions"),
            page.table(
                [
                    page.words("年度", "Year"), page.words("种类", "Kind"), page.words("版本", "Revision"),
                    page.words("收到", "Received"), page.words("结论", "Verdict"),
                ],
                rows
            ),
        ]
    }
}
