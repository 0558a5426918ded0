internal import Forms
package import Model

/// Makes a report of an outline, guided by the official forms.
package enum ReportExtractor {
    /// Makes a report of what stands in `outline`.
    ///
    /// What the sidecar of `source` says of agency and year counts only where the text is silent.
    ///
    /// - Throws: a rejection with the code `not-a-report` where it is no annual report.
    package static func report(from outline: Outline, source: Source) throws(Rejection) -> Report {
        try report(from: outline, source: source, isUpright: false)
    }

    /// `isUpright` says that the tables were looked at that the document prints otherwise than the form does.
    private static func report(
        from outline: Outline,
        source: Source,
        isUpright: Bool
    ) throws(Rejection) -> Report {
        let flow = Flow(outline)
        let lines = flow.lines()
        let finder = HeadingFinder(flow: flow, lines: lines)
        let phrases = flow.phrases(of: lines)
        var identity = identity(flow, phrases, titleEnd: finder.firstChapter ?? flow.bytes.count, source)
        let index = FormTeller(flow: flow, headings: { finder.headings() }, year: identity.year).form()
        let lexicon = Lexicon.all[index]
        let found = tables(flow, lexicon, year: identity.year)
        if !isUpright, !isWhole(found, lexicon.form),
            let upright = TableTurner(flow: flow, lexicon: lexicon, year: identity.year).upright()
        {
            return try report(from: upright, source: source, isUpright: true)
        }
        let headings = finder.headings(outside: found.map(\.region), of: lexicon.form)
        let several = SeveralReports.found(headings, lexicon, flow, lines)
        if case .follows(let place) = several { return try first(of: flow, upTo: place, source) }
        let text = ReportText(flow: flow, phrases: phrases, lexicon: lexicon, tables: found, headings: headings)
        identity.form = lexicon.form.identifier
        let teller = text.kindTeller(identity)
        identity.kind = teller.kind()
        guard identity.kind != .notAReport else { throw .notAReport(flow, lines, partOfYear: teller.partOfYear) }
        let report = text.report(source: source, identity: identity)
        return several == .beside ? report.undecided : report
    }

    /// The report that a text begins with, where another one follows it.
    private static func first(of flow: Flow, upTo end: Int, _ source: Source) throws(Rejection) -> Report {
        var report = try report(from: flow.prefix(upTo: end).outline, source: source)
        let line = flow.pieces[flow.piece(at: end)].line
        let reason = "another report begins on line \(line): only the first one was read"
        report.unverified.append(Unverified(rule: "identity.year", reason: reason))
        return report
    }

    /// The tables; where not all rows of one were found, its labels may be broken, and are put together.
    private static func tables(_ flow: Flow, _ lexicon: Lexicon, year: Int?) -> [TableReader.Found] {
        let found = TableReader(flow: flow, lexicon: lexicon, year: year).tables()
        guard !isWhole(found, lexicon.form), !found.isEmpty || flow.pieces.contains(where: { $0.gap == .cell }),
            let mended = LabelMender(flow: flow, lexicon: lexicon).mended()
        else {
            return found
        }
        let both = found + TableReader(flow: mended, lexicon: lexicon, year: year).tables()
        return lexicon.form.tables.compactMap { form in
            let readings = both.filter { $0.table.id == form.id }
            return readings.first { reading in readings.allSatisfy { $0.known <= reading.known } }
        }
    }

    /// Whether every row of every table of the form was found and read.
    private static func isWhole(_ found: [TableReader.Found], _ form: Form) -> Bool {
        form.tables.allSatisfy { form in
            found.contains {
                $0.table.id == form.id && $0.table.state == .read && $0.table.rows.count >= form.rows.count
            }
        }
    }

    private static func identity(
        _ flow: Flow,
        _ lines: [TextLine],
        titleEnd end: Int,
        _ source: Source
    ) -> Identity {
        let years = YearReader(flow: flow, lines: lines)
        let period = years.yearOfPeriod()
        let title = TitleReader(flow: flow, lines: lines, end: max(end, 1), period: period).title()
        let agencies = AgencyReader(flow: flow, lines: lines)
        // The title that a container gives, where the text has nothing to say.
        let hint = source.hint?.title.flatMap { TitleReader.title(flow.normalised($0), written: $0) }
        let hintedYear = hint.flatMap { YearReader.year(inTitle: $0.bytes) }
        let hinted = source.hint?.agency ?? hint.flatMap { AgencyReader.agency(in: $0) }
        let agency =
            title.flatMap { AgencyReader.agency(in: $0) }.map { agencies.full(agencies.unglued($0), hinted: hinted) }
            ?? agencies.agencyOfText(hinted: hinted)
        let whole = agency.map { agencies.whole($0) }.flatMap { AgencyReader.isBare($0) ? nil : $0 } ?? hinted
        return Identity(
            agency: whole.map { printed($0, in: flow) },
            year: title.flatMap { YearReader.year(inTitle: $0.bytes) }
                ?? years.yearOfText(titled: hintedYear ?? source.hint?.year) ?? source.hint?.year ?? hintedYear,
            title: title?.text ?? source.hint?.title,
            published: flow.outline.documentDate ?? DateReader(flow: flow, lines: lines).published()
                ?? source.hint?.published
        )
    }
}

extension ReportExtractor {
    /// A name that was read normalised, with its brackets as the document prints them.
    private static func printed(_ name: String, in flow: Flow) -> String {
        guard name.utf8.contains(UInt8(ascii: "(")) else { return name }
        let wide = name.replacing("(", with: "（").replacing(")", with: "）")
        return flow.outline.text.firstIndex(of: Array(wide.utf8)) == nil ? name : wide
    }
}

extension Rejection {
    fileprivate static func notAReport(_ flow: Flow, _ lines: [TextLine], partOfYear: String?) -> Rejection {
        let first = lines.first
        return Rejection(
            .notAReport,
            partOfYear.map(Finding.Message.init(partOfYear:)) ?? .noPartOfAReport,
            line: first?.line,
            excerpt: first.map { String(flow.printed($0.pieces).prefix(60)) }
        )
    }
}

extension Finding.Message {
    fileprivate static let noPartOfAReport = Finding.Message(
        zh: "内容不是政府信息公开工作年度报告：没有找到报告的章节或表格；请核对投放的文件",
        en: "this is no annual report on information disclosure: none of its sections or tables is there; "
            + "check what was dropped"
    )

    fileprivate init(partOfYear: String) {
        self.init(
            zh: "内容不是政府信息公开工作年度报告：标题写明只涉及一年中的一段时间（\(partOfYear)）；请投放全年的年度报告",
            en: "this is no annual report on information disclosure: by its title it is on a part of the year "
                + "(\(partOfYear)); drop the report on the whole year"
        )
    }
}
