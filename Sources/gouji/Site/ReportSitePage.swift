internal import Archive
internal import Model
internal import Notify
internal import Platform
internal import Record
internal import Validate

/// The page of one record.
struct ReportSitePage {
    let entry: ArchiveEntry
    let agency: SiteCatalog.Agency
    let record: ArchivedRecord
    /// The record with its findings, as messages show it.
    let report: Report
    /// Where the source can be had, if it can.
    let source: String?
    let language: OutputLanguage

    var html: String {
        let page = SitePage(language: language, path: SiteAddress.report(entry.id), title: title)
        let sheet = ReportSheet(report, tongue: language == .zh ? .zh : .en)
        let findings = sheet.findings.map { finding(page, $0) }
        let none = "<p>\(page.words("没有发现问题。", "Nothing was found."))</p>"
        return page.document(
            [facts(page), page.heading("发现", "Findings")] + (findings.isEmpty ? [none] : findings) + unverified(page)
                + tables(page, sheet) + sections(page)
        )
    }

    private var title: String {
        let name = entry.agency ?? language.words(zh: "机关不明", en: "Unknown agency")
        let kind =
            entry.kind == "statistics"
            ? language.words(zh: "统计表", en: "statistics table") : language.words(zh: "报告", en: "annual report")
        let year = entry.year.map { language.words(zh: " \($0) 年度", en: " \($0)") } ?? ""
        return language.words(zh: "\(name)\(year)\(kind)", en: "\(name), \(kind)\(year)")
    }

    private func facts(_ page: SitePage) -> String {
        let shown = agency.name ?? page.words("机关不明", "unknown agency")
        return page.facts([
            ("机关", "Agency", page.link(SiteAddress.agency(agency.name), shown)),
            ("结论", "Verdict", page.verdict(entry.verdict)),
            ("标题", "Title", entry.title.map(SitePage.text)),
            ("格式", "Form", entry.form.map(SitePage.text)),
            ("公布", "Published", record.identity.published.map(SitePage.text)),
            ("收到", "Received", SitePage.text(entry.received)),
            ("来源", "Source", sourceLinks(page)),
            ("其他版本", "Other revisions", others(page)),
            ("相邻年度", "Years beside", neighbours(page)),
            ("编号", "Id", "<code>\(SitePage.text(entry.id))</code>"),
            ("存档", "Record", "<code>\(SitePage.text(entry.path))</code>"),
        ])
    }

    /// The source as it came, and where it was found; a page of somebody else's, so that it is told nothing of ours.
    private func sourceLinks(_ page: SitePage) -> String {
        let name = SitePage.text(FileName.printable(entry.sourceName))
        let own = source.map { "<a rel=\"noreferrer\" href=\"\($0)\">\(name)</a>" } ?? name
        guard let url = record.source.url else { return own }
        let isWeb = ["http://", "https://"].contains(where: url.lowercased().hasPrefix)
        let shown = SitePage.text(url)
        return own + "<br>"
            + (isWeb ? "<a rel=\"noreferrer nofollow\" href=\"\(HTMLRenderer.escaped(url))\">\(shown)</a>" : shown)
    }

    private func others(_ page: SitePage) -> String? {
        guard agency.name != nil else { return nil }
        let all = agency.entries.filter {
            $0.year == entry.year && $0.kind == entry.kind && $0.path != entry.path
        }
        return all.isEmpty ? nil : all.map { revision(page, $0) }.joined(separator: " ")
    }

    private func revision(_ page: SitePage, _ other: ArchiveEntry) -> String {
        page.link(SiteAddress.report(other.id), page.words("第 \(other.revision) 版", "revision \(other.revision)"))
            + " " + page.verdict(other.verdict)
    }

    private func neighbours(_ page: SitePage) -> String? {
        guard agency.name != nil, let year = entry.year else { return nil }
        let sibling = entry.kind == "report" ? "statistics" : "report"
        let found =
            [year - 1, year + 1].compactMap { agency.entry(of: $0, kind: entry.kind) }
            + [agency.entry(of: year, kind: sibling)].compactMap(\.self)
        let links = found.map { other in
            let kind =
                other.kind == entry.kind ? "" : " " + page.words(other.kind == "report" ? "年度报告" : "统计表", other.kind)
            return page.link(SiteAddress.report(other.id), "\(other.year ?? 0)" + kind) + " "
                + page.verdict(other.verdict)
        }
        return links.isEmpty ? nil : links.joined(separator: " ")
    }

    private func finding(_ page: SitePage, _ group: ReportSheet.Group) -> String {
        let rules = group.rules.map { page.link(SiteAddress.rule($0), $0) }.joined(separator: " ")
        let accepted = group.accepted.map { "<p>\(page.words("已接受：", "Accepted: "))\(SitePage.text($0))</p>" }
        return "<section\(accepted.isEmpty ? "" : " class=\"accepted\"")>\n\(group.html)\n"
            + accepted.joined(separator: "\n")
            + "<p class=\"note\">\(page.words("规则说明：", "About the rule: "))\(rules)</p>\n</section>"
    }

    private func unverified(_ page: SitePage) -> [String] {
        guard !report.unverified.isEmpty else { return [] }
        let items = report.unverified.map { item in
            "<li>\(page.link(SiteAddress.rule(item.rule), item.rule))\(language.colon)"
                + "\(SitePage.text(ReasonWords.words(item.reason, language)))</li>"
        }
        return [
            page.heading("未能核实", "Not verified"),
            "<ul>\n\(items.joined(separator: "\n"))\n</ul>",
        ]
    }

    private func tables(_ page: SitePage, _ sheet: ReportSheet) -> [String] {
        let tables = sheet.tables
        guard !tables.isEmpty else { return [] }
        let states = report.tables.filter { $0.state != .read }.map { table in
            let state =
                table.state == .lost ? page.words("未能读出", "not in the source") : page.words("部分读出", "read in part")
            return "<li>\(SitePage.text(table.id))\(language.colon)\(state)</li>"
        }
        return [page.heading("表", "Tables"), states.isEmpty ? "" : "<ul>\(states.joined())</ul>"]
            + tables.map { "<div class=\"scroll\">\($0)</div>" }
    }

    private func sections(_ page: SitePage) -> [String] {
        guard !report.sections.isEmpty else { return [] }
        let items = report.sections.map { section in
            let line = page.words("第 \(section.line) 行", "line \(section.line)")
            return "<li>\(SitePage.text(section.heading)) <span class=\"note\">\(line)</span></li>"
        }
        return [page.heading("章节", "Sections"), "<ol>\n\(items.joined(separator: "\n"))\n</ol>"]
    }
}
