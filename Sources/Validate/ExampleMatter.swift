internal import Forms
package import Model

/// What stands in a rule's example, as far as it matters, for people: the cells, the sentences, the reports beside it.
struct ExampleMatter {
    let report: Report
    /// Whether it stands beside the one that is judged: whose it is then goes without saying.
    var isBeside = false

    /// No more rows or parts than these are told one by one.
    private static let most = 6

    /// One line a table, a part or a run of figures; never none.
    var lines: [Finding.Message] {
        let told = report.tables.map(line(of:)) + parts + narrative + figures
        let identity = isBeside ? [] : identity
        let isPlain = told.isEmpty && identity.isEmpty
        return (isPlain ? [whole] : identity) + told
    }

    // MARK: Whose report

    private var whole: Finding.Message {
        let (agency, year) = (report.identity.agency ?? "?", report.identity.year.map(String.init) ?? "?")
        return Finding.Message(zh: "\(agency)\(year)年度报告", en: "the report of \(agency) for \(year)")
    }

    /// Where it is not the report of one same bureau on the newest form, or its date matters.
    private var identity: [Finding.Message] {
        let (plain, own) = (Report.example().identity, report.identity)
        var facts: [Finding.Message] = []
        if own.agency != plain.agency || own.year != plain.year || report.imprint.signed != nil {
            let (agency, year) = (own.agency ?? "机关不明", own.year.map { "\($0)年度" } ?? "年度不明")
            let (body, time) = (own.agency ?? "agency unknown", own.year.map(String.init) ?? "year unknown")
            facts.append(Finding.Message(zh: "\(agency)，\(year)", en: "\(body), \(time)"))
        }
        if own.form != plain.form, let form = own.form {
            facts.append(Finding.Message(zh: "\(form)年格式", en: "form \(form)"))
        }
        if let title = own.title { facts.append(Finding.Message(zh: "标题“\(title)”", en: "title “\(title)”")) }
        if let date = report.imprint.signed {
            let name = report.imprint.signatory ?? ""
            facts.append(
                Finding.Message(zh: "落款\(name) \(date)", en: "signed \(name.isEmpty ? "" : name + " ")\(date)")
            )
        }
        if report.imprint.sampleLine > 0 { facts.append(Finding.Message(zh: "表上注有“样表”", en: "a table says 样表")) }
        return facts.isEmpty ? [] : [Self.list(facts)]
    }

    // MARK: Text

    /// The parts that say other things than those of a report in order, and those that are not there.
    private var parts: [Finding.Message] {
        let sections = report.sections
        guard !sections.isEmpty else { return [] }
        if sections.allSatisfy(\.body.isEmpty) {
            let zh = sections.map { "“\($0.heading)”" }.joined(separator: "、")
            let en = sections.map(english).joined(separator: ", ")
            return [Finding.Message(zh: "各部分依次为\(zh)", en: "the sections are \(en)")]
        }
        let plain = Report.complete(report.identity.form ?? "2021").sections.map(\.body)
        let others = sections.filter { !plain.contains($0.body) }
        let form = FormCatalog.form(report.identity.form)
        let missing = (form?.sections ?? []).filter { section in
            section.isRequired && !sections.contains { $0.id == section.id }
        }
        let gaps =
            sections.count < 4
            ? []
            : missing.map { section in
                Finding.Message(zh: "没有“\(section.heading)”部分", en: "there is no section on \(section.english)")
            }
        if others.isEmpty, gaps.isEmpty {
            return [Finding.Message(zh: "各部分齐全，均有内容", en: "all sections are there, and say something")]
        }
        return gaps + others.prefix(Self.most).map(line)
    }

    private func line(of section: Section) -> Finding.Message {
        let text = section.body.string
        return section.body.isEmpty
            ? Finding.Message(zh: "“\(section.heading)”部分没有文字", en: "\(english(section)): nothing")
            : Finding.Message(zh: "\(section.heading)：“\(text)”", en: "\(english(section)): “\(text)”")
    }

    private func english(_ section: Section) -> String {
        FormCatalog.form(report.identity.form)?.sections.first { $0.id == section.id }?.english ?? section.heading
    }

    /// What stands before the parts.
    private var narrative: [Finding.Message] {
        let bodies = report.sections.flatMap(\.body.bytes)
        let bytes = Array(report.narrative.bytes)
        guard bytes.count > bodies.count else { return [] }
        let isBefore = bytes.suffix(bodies.count).elementsEqual(bodies)
        let text = String(decoding: isBefore ? bytes.dropLast(bodies.count) : bytes[...], as: UTF8.self)
        return [Finding.Message(zh: "正文：“\(text)”", en: "text: “\(text)”")]
    }

    private var figures: [Finding.Message] {
        guard !report.claims.isEmpty else { return [] }
        let zh = report.claims.map { "“\($0.text)”" }.joined(separator: "、")
        let en = report.claims.map { "“\($0.text)”" }.joined(separator: ", ")
        return [Finding.Message(zh: "正文中的数字：\(zh)", en: "figures of the text: \(en)")]
    }

    // MARK: Tables

    private func line(of table: Table) -> Finding.Message {
        let form = FormCatalog.form(report.identity.form)?.tables.first { $0.id == table.id }
        let name = Finding.Message(zh: "“\(form?.title ?? table.id)”表", en: form?.english ?? table.id)
        if table.state == .lost {
            return Finding.Message(zh: "\(name.zh)只有标题", en: "\(name.en): only a heading, no table")
        }
        let rows = table.rows.compactMap { row(of: $0, table, form) }
        let missing = (form?.rows ?? []).filter { row in !table.rows.contains { $0.id == row.id } }
        var told = Array(rows.prefix(Self.most))
        if rows.count > told.count { told.append(Finding.Message(zh: "……", en: "…")) }
        if missing.count > Self.most {
            told.append(Finding.Message(zh: "缺 \(missing.count) 行", en: "\(missing.count) rows are missing"))
        } else if !missing.isEmpty {
            let zh = missing.map { "“\($0.shortLabel)”" }.joined(separator: "、")
            let en = missing.map(\.english).joined(separator: ", ")
            told.append(Finding.Message(zh: "缺\(zh)行", en: "without the rows \(en)"))
        }
        if told.isEmpty { told = [Finding.Message(zh: "各格均为 0", en: "0 in every cell")] }
        let list = Self.list(told, zh: "；", en: "; ")
        return Finding.Message(zh: "\(name.zh)：\(list.zh)", en: "\(name.en): \(list.en)")
    }

    /// The cells of a row that are not 0; nil where there are none.
    private func row(of row: Row, _ table: Table, _ form: TableForm?) -> Finding.Message? {
        let cells = zip(table.columns, row.cells).compactMap { column, cell -> Finding.Message? in
            guard let cell, cell.number != Quantity(0) else { return nil }
            let text = cell.content == .blank ? Finding.Message(zh: "空白", en: "blank") : words(of: cell)
            let name = form?.columns.first { $0.id == column }
            guard table.columns.count > 1 else { return text }
            return Finding.Message(
                zh: "\(name?.label ?? column) \(text.zh)",
                en: "\(name?.english ?? column) \(text.en)"
            )
        }
        guard !cells.isEmpty else { return nil }
        let own = form?.rows.first { $0.id == row.id }
        let list = Self.list(cells, zh: "、", en: ", ")
        return Finding.Message(
            zh: "\(own?.shortLabel ?? row.label) \(list.zh)",
            en: "\(own?.english ?? row.id) \(list.en)"
        )
    }

    private func words(of cell: Cell) -> Finding.Message {
        let text = cell.number?.description ?? "“\(cell.text)”"
        return Finding.Message(zh: text, en: text)
    }

    private static func list(_ items: [Finding.Message], zh: String = "，", en: String = ", ") -> Finding.Message {
        Finding.Message(zh: items.map(\.zh).joined(separator: zh), en: items.map(\.en).joined(separator: en))
    }
}

extension RuleExample {
    /// What stands in it, and beside it, a line each.
    package var matter: [Finding.Message] {
        var lines = ExampleMatter(report: report).lines
        if let previous = neighbours.previous { lines += beside(previous, zh: "上年报告", en: "last year's report") }
        if let sibling = neighbours.sibling {
            let isTable = sibling.identity.kind == .statistics || sibling.identity.form == "2014"
            lines +=
                isTable
                ? beside(sibling, zh: "统计表页", en: "the statistics page") : beside(sibling, zh: "报告", en: "the report")
        }
        return lines
            + neighbours.resemblances.map { other in
                let percent = Int((other.similarity * 100).rounded())
                return Finding.Message(
                    zh: "与\(other.agency)\(other.year)年度报告的文字 \(percent)% 相同",
                    en: "\(percent) % of the text is that of \(other.agency) for \(other.year)"
                )
            }
    }

    private func beside(_ report: Report, zh: String, en: String) -> [Finding.Message] {
        let lines = ExampleMatter(report: report, isBeside: true).lines
        return lines.map { Finding.Message(zh: "\(zh)：\($0.zh)", en: "\(en): \($0.en)") }
    }
}
