internal import Archive
internal import Model
internal import Pipeline
internal import Validate

/// The pages that list others: the index, the years, the rules. What is too long for one page is cut into parts.
struct SiteLists {
    let catalog: SiteCatalog
    let language: OutputLanguage
    let settings: Settings
    /// The last revisions that break each rule.
    let broken: [String: [Place]]

    /// A record, by where it stands in the catalogue.
    struct Place {
        var agency: Int32
        var entry: Int32
    }

    /// A page, and where it stands.
    struct Listed {
        var path: String
        var html: String
    }

    /// So many lines are one page.
    static let longest = 500

    var pages: [Listed] { rules + catalog.years.flatMap(year) + ruleIndex + index }

    // MARK: The index

    private var index: [Listed] {
        let title = language.words(zh: "政府信息公开工作年度报告核查", en: "Annual reports on open government, checked")
        let heads = [language.words(zh: "机关", en: "Agency")] + catalog.years.map(String.init)
        return cut(Array(catalog.agencies.indices), "index.html", title) { page, agencies, part in
            let rows = agencies.map { row(page, catalog.agencies[$0]) }
            return (part == 1 ? [summary(page)] : []) + [page.heading("机关", "Agencies"), page.table(heads, rows)]
        }
    }

    private func row(_ page: SitePage, _ agency: SiteCatalog.Agency) -> [String] {
        let unknown = page.words("机关或年度不明（\(agency.entries.count)）", "Agency or year unknown (\(agency.entries.count))")
        let name = page.link(SiteAddress.agency(agency.name), agency.name ?? unknown)
        return [name]
            + catalog.years.map { year in
                guard agency.name != nil, let entry = agency.entry(of: year) else { return "" }
                return "<a href=\"\(page.root)\(SiteAddress.report(entry.id))\">\(page.verdict(entry.verdict))</a>"
            }
    }

    /// How many reports of each year there are, by verdict.
    private func summary(_ page: SitePage) -> String {
        let rows = catalog.years.map { year -> [String] in
            let all = entries(of: year).map(\.entry)
            let counts = ["pass", "warn", "fail"].map { verdict in all.count { $0.verdict == verdict } }
            return [page.link(SiteAddress.year(year), String(year)), String(all.count)] + counts.map(String.init)
        }
        let heads = [
            page.words("年度", "Year"), page.words("报告", "Reports"), page.verdict("pass"), page.verdict("warn"),
            page.verdict("fail"),
        ]
        return page.heading("年度", "Years") + "\n" + page.table(heads, rows)
    }

    // MARK: A year

    private func entries(of year: Int) -> [(agency: SiteCatalog.Agency, entry: ArchiveEntry)] {
        catalog.agencies.compactMap { agency in
            guard agency.name != nil else { return nil }
            return agency.entry(of: year).map { (agency, $0) }
        }
    }

    private func year(_ year: Int) -> [Listed] {
        let found = entries(of: year).enumerated().sorted { one, other in
            let (left, right) = (one.element.entry, other.element.entry)
            if left.errors != right.errors { return left.errors > right.errors }
            return left.warnings != right.warnings ? left.warnings > right.warnings : one.offset < other.offset
        }
        let title = language.words(zh: "\(year) 年度的报告", en: "Reports on \(year)")
        return cut(found.map(\.element), SiteAddress.year(year), title) { page, part, _ in
            [page.table(heads(page), part.map { line(page, $0.agency, $0.entry) })]
        }
    }

    private func heads(_ page: SitePage) -> [String] {
        [
            page.words("机关", "Agency"), page.words("年度", "Year"), page.words("结论", "Verdict"),
            page.words("错误", "Errors"), page.words("警告", "Warnings"),
        ]
    }

    private func line(_ page: SitePage, _ agency: SiteCatalog.Agency, _ entry: ArchiveEntry) -> [String] {
        let name = agency.name ?? page.words("机关或年度不明", "Agency or year unknown")
        return [
            page.link(SiteAddress.agency(agency.name), name),
            page.link(SiteAddress.report(entry.id), entry.year.map(String.init) ?? entry.title ?? "?"),
            page.verdict(entry.verdict), String(entry.errors), String(entry.warnings),
        ]
    }

    // MARK: Rules

    /// Every rule of the catalogue and of the configuration, and those that older records name.
    private var descriptions: [(id: String, rule: RuleDescription?)] {
        let known = RuleCatalog.all.map { $0.description } + settings.ownRules.map(\.description)
        let others = Set(broken.keys).subtracting(known.map(\.identifier)).sorted()
        return known.map { ($0.identifier, $0) } + others.map { ($0, nil) }
    }

    private var ruleIndex: [Listed] {
        let path = "rules/index.html"
        let page = SitePage(language: language, path: path, title: language.words(zh: "规则", en: "Rules"))
        let rows = descriptions.map { id, rule in
            [
                page.link(SiteAddress.rule(id), id), SitePage.text(rule.map { language.words($0.severity) } ?? ""),
                SitePage.text(rule.map { language.words($0.statement) } ?? ""), String(broken[id]?.count ?? 0),
            ]
        }
        let heads = [
            page.words("规则", "Rule"), page.words("级别", "Severity"), page.words("要求", "What must hold"),
            page.words("不符的报告", "Reports that break it"),
        ]
        return [Listed(path: path, html: page.document([page.table(heads, rows)]))]
    }

    private var rules: [Listed] {
        descriptions.flatMap { id, rule in
            cut(broken[id] ?? [], SiteAddress.rule(id), id) { page, places, part in
                let count = broken[id]?.count ?? 0
                let rows = places.map { place in
                    let agency = catalog.agencies[Int(place.agency)]
                    return line(page, agency, agency.entries[Int(place.entry)])
                }
                let head = part == 1 ? rule.map { about(page, $0) } ?? "" : ""
                return [
                    head, page.heading("不符的报告：\(count)", "Reports that break it: \(count)"),
                    page.table(heads(page), rows),
                ]
            }
        }
    }

    private func about(_ page: SitePage, _ rule: RuleDescription) -> String {
        let forms = rule.forms.isEmpty ? page.words("全部", "all") : language.list(rule.forms)
        return page.facts([
            ("要求", "What must hold", SitePage.text(language.words(rule.statement))),
            ("级别", "Severity", SitePage.text(language.words(rule.severity))),
            ("依据", "Basis", rule.basis.isEmpty ? nil : SitePage.text(rule.basis)),
            ("适用格式", "Forms", SitePage.text(forms)),
        ])
    }

    // MARK: Parts

    private func cut<Item>(
        _ items: [Item],
        _ first: String,
        _ title: String,
        _ body: (SitePage, ArraySlice<Item>, Int) -> [String]
    ) -> [Listed] {
        let count = max(1, (items.count + Self.longest - 1) / Self.longest)
        return (1...count).map { part in
            let page = SitePage(language: language, path: SiteAddress.part(part, of: first), title: title)
            let own = items[min(items.count, (part - 1) * Self.longest)..<min(items.count, part * Self.longest)]
            let links = page.parts(count, of: first, now: part)
            return Listed(path: page.path, html: page.document(body(page, own, part) + [links]))
        }
    }
}
