internal import Archive
internal import Model
internal import Pipeline
internal import Platform

/// Makes a site of an archive, a record at a time: what stays in memory are the lines of the lists.
struct SiteWriter {
    /// What came of it.
    struct Tally {
        var reports = 0
        var unreadable = 0
        var written = 0
        var kept = 0
        var removed = 0
    }

    let reader: ArchiveReader
    let settings: Settings
    let language: OutputLanguage
    /// What stands before a path in the archive, where sources can be had: an address, or empty for none; nil for the
    /// archive itself, by the way from the site to it.
    let sources: String?

    private struct Gathered {
        var tally = Tally()
        var broken: [String: [SiteLists.Place]] = [:]
    }

    /// Pages first that others lead to, the index last: whoever reads meanwhile finds no way to nowhere.
    func write(into folder: inout SiteFolder) throws -> Tally {
        var gathered = Gathered()
        let catalog = try catalog(&gathered)
        try folder.write(SitePage.style, to: SitePage.styleName)
        let base = sources ?? folder.address(of: reader.root) ?? ""
        for index in catalog.agencies.indices { try write(catalog, index, base, into: &folder, &gathered) }
        let lists = SiteLists(catalog: catalog, language: language, settings: settings, broken: gathered.broken)
        try lists.write { try folder.write($0.html, to: $0.path) }
        gathered.tally.removed = try folder.finish()
        gathered.tally.written = folder.written
        gathered.tally.kept = folder.kept
        return gathered.tally
    }

    private func catalog(_ gathered: inout Gathered) throws -> SiteCatalog {
        let contents = try reader.contents()
        for error in contents.damaged { Console.error("gouji: \(error)") }
        gathered.tally.unreadable = contents.damaged.count
        return SiteCatalog(contents.entries, names: settings.agencies)
    }

    /// The pages of an agency's reports, and its own.
    private func write(
        _ catalog: SiteCatalog,
        _ index: Int,
        _ base: String,
        into folder: inout SiteFolder,
        _ gathered: inout Gathered
    ) throws {
        let agency = catalog.agencies[index]
        let latest = Set(agency.latest.map(\.path))
        var figures: [Int: AgencySitePage.Figures] = [:]
        for (number, entry) in agency.entries.enumerated() {
            let record: Result<ReportSitePage, any Error> = Result { try page(of: entry, agency, base) }
            switch record {
            case .failure(let error):
                gathered.tally.unreadable += 1
                Console.error("gouji: \(error)")
            case .success(let page):
                gathered.tally.reports += 1
                try folder.write(page.html, to: SiteAddress.report(entry.id))
                guard latest.contains(entry.path) else { continue }
                if let year = entry.year, entry.kind == "report" { figures[year] = AgencySitePage.Figures(page.report) }
                for rule in Set(page.report.findings.filter { $0.accepted == nil }.map(\.rule)) {
                    let place = SiteLists.Place(agency: Int32(index), entry: Int32(number))
                    gathered.broken[rule, default: []].append(place)
                }
            }
        }
        let own = AgencySitePage(agency: agency, figures: agency.name == nil ? [:] : figures, language: language)
        try folder.write(own.html, to: SiteAddress.agency(agency.name))
    }

    private func page(of entry: ArchiveEntry, _ agency: SiteCatalog.Agency, _ base: String) throws -> ReportSitePage {
        let record = try reader.record(at: entry.path)
        return ReportSitePage(
            entry: entry,
            agency: agency,
            record: record,
            report: Report(shown: record),
            source: try source(of: entry, base),
            language: language
        )
    }

    /// The address of the source, seen from the page of its report.
    private func source(of entry: ArchiveEntry, _ base: String) throws -> String? {
        guard !base.isEmpty, let path = try reader.sourcePath(of: entry.path) else { return nil }
        let address = path.split(separator: "/").map { SiteAddress.encoded(String($0)) }.joined(separator: "/")
        // Seen from reports/ab/….html, a way that begins at the site's folder goes up two more.
        return (sources == nil ? "../../" : "") + base + "/" + address
    }
}
