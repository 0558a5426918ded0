internal import Record

/// A record of the archive as `gouji show` prints it.
struct RecordPage {
    let language: OutputLanguage
    /// Where the record stands in the archive.
    let path: String
    let record: ArchivedRecord

    /// The whole page, lines ended by line feeds.
    var text: String {
        let blocks = [head, sections, tables, findings, unverified].filter { !$0.isEmpty }
        return blocks.map { $0.map(Column.printable).joined(separator: "\n") + "\n" }.joined(separator: "\n")
    }

    private var head: [String] {
        let identity = record.identity
        let unknown = language.words(zh: "不明", en: "unknown")
        return [
            field("报告", "report", identity.title ?? unknown),
            field("机关", "agency", identity.agency ?? unknown),
            field("年度", "year", identity.year.map(String.init) ?? unknown),
            field("格式", "form", "\(identity.form ?? unknown) (\(identity.kind))"),
            field("公布", "published", identity.published ?? unknown),
            field("结论", "verdict", record.verdict),
            field("来源", "source", [record.source.name, record.source.url].compactMap(\.self).joined(separator: ", ")),
            field("收到", "received", record.received),
            field("编号", "id", record.id),
            field("存档", "archived", path),
        ]
    }

    private func field(_ zh: String, _ en: String, _ value: String) -> String {
        // A Chinese character is two columns wide: two of them and a label of four columns line up.
        language.words(zh: "\(zh)  \(value)", en: "\(Column.left(en, 10))\(value)")
    }

    private var sections: [String] {
        record.sections.map { section in
            "\(section.heading) (\(section.id ?? "-"), \(lines(section.line, section.place)))"
        }
    }

    private var tables: [String] {
        record.tables.sorted { $0.key < $1.key }.map { id, table in
            let rows = language.words(zh: "\(table.rows.count) 行", en: "\(table.rows.count) rows")
            let place = language.words(zh: "第 \(table.line) 行起", en: "from line \(table.line)")
            return "\(language.words(zh: "表", en: "table")) \(id): \(table.state), \(rows), \(place)"
        }
    }

    private var findings: [String] {
        var lines: [String] = []
        for finding in record.findings {
            lines.append("\(finding.severity) \(finding.rule): \(words(finding.message))")
            lines += finding.where.map { "    \(place($0))" }
            if !finding.basis.isEmpty { lines.append("    \(language.words(zh: "依据", en: "basis")): \(finding.basis)") }
            if let reason = finding.accepted {
                lines.append("    \(language.words(zh: "已接受", en: "accepted")): \(reason)")
            }
            lines.append("    fingerprint: \(finding.fingerprint)")
        }
        return lines
    }

    private var unverified: [String] {
        record.unverified.map { "\(language.words(zh: "未核实", en: "not verified")) \($0.rule): \($0.reason)" }
    }

    private func words(_ message: ArchivedRecord.Finding.Message) -> String {
        language.words(zh: message.zh, en: message.en)
    }

    private func place(_ place: ArchivedRecord.Finding.Place) -> String {
        let line = place.line.map { lines($0, place.place) }.map { language.words(zh: "（\($0)）", en: " (\($0))") } ?? ""
        return "\(place.path)\(line)" + (place.text.isEmpty ? "" : ": \(place.text)")
    }

    /// The line, and what is known beside it: the page of a PDF, the cell of a table.
    private func lines(_ line: Int, _ place: ArchivedRecord.Place?) -> String {
        let more = place.map { words($0.words) } ?? ""
        let first = language.words(zh: "第 \(line) 行", en: "line \(line)")
        return more.isEmpty ? first : first + language.words(zh: "，", en: ", ") + more
    }
}
