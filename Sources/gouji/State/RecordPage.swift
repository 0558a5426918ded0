internal import Forms
internal import Model
internal import Record
internal import Validate

/// A record of the archive as `gouji show` prints it.
struct RecordPage {
    let language: OutputLanguage
    /// Where the record stands in the archive.
    let path: String
    let record: ArchivedRecord

    /// The whole page, lines ended by line feeds.
    var text: String {
        let blocks = ([head, sections, tables] + findings + [unverified]).filter { !$0.isEmpty }
        return blocks.map { $0.map(Column.printable).joined(separator: "\n") + "\n" }.joined(separator: "\n")
    }

    private var head: [String] {
        let identity = record.identity
        let unknown = language.words(zh: "不明", en: "unknown")
        return [
            field("报告", "report", identity.title ?? unknown),
            field("机关", "agency", identity.agency ?? unknown),
            field("年度", "year", identity.year.map(String.init) ?? unknown),
            field("格式", "form", (identity.form ?? unknown) + language.inBrackets(kind)),
            field("公布", "published", identity.published ?? unknown),
            field("结论", "verdict", verdict),
            field("来源", "source", language.clauses([record.source.name, record.source.url].compactMap(\.self))),
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
            let id = language == .en ? "\(section.id ?? "-"), " : ""
            return section.heading + language.inBrackets(id + lines(section.line, section.place))
        }
    }

    private var tables: [String] {
        record.tables.sorted { ($0.value.line, $0.key) < ($1.value.line, $1.key) }.map { id, table in
            let rows = language.words(zh: "\(table.rows.count) 行", en: "\(table.rows.count) rows")
            let place = language.words(zh: "第 \(table.line) 行起", en: "from line \(table.line)")
            let name = language.words(zh: "表", en: "table") + " " + tableName(id)
            return name + language.colon + language.clauses([state(table.state), rows, place])
        }
    }

    private func tableName(_ id: String) -> String {
        guard language == .zh else { return id }
        return form?.tables.first { $0.id == id }?.title ?? id
    }

    private var form: Form? { FormCatalog.form(record.identity.form) }

    // MARK: Findings

    /// One block for each group: what one repair explains is told as one, the worst first, then by place.
    private var findings: [[String]] { RecordFindings(record.findings).groups.map(lines) }

    private func lines(_ group: RecordFindings.Group) -> [String] {
        let finding = group.first
        var lines = [severity(finding.severity) + language.colon + words(finding.message) + " [\(finding.rule)]"]
        lines += group.places.map { "    \(place($0))" }
        lines += repairs(finding)
        if !group.others.isEmpty {
            lines += group.others.map { other in
                "    " + language.field(zh: "同一原因", en: "same cause", "\(words(other.message)) [\(other.rule)]")
            }
        }
        if !finding.basis.isEmpty { lines.append("    " + language.field(zh: "依据", en: "basis", finding.basis)) }
        for reason in Set(group.all.compactMap(\.accepted)).sorted() {
            lines.append("    " + language.field(zh: "已接受", en: "accepted", reason))
        }
        let fingerprints = group.all.map(\.fingerprint).joined(separator: " ")
        return lines + ["    " + language.field(zh: "指纹", en: "fingerprint", fingerprints)]
    }

    /// The most repairs that are shown; the record holds them all.
    private static let mostRepairs = 5

    private func repairs(_ finding: ArchivedRecord.Finding) -> [String] {
        let repairs = finding.repairs ?? []
        let word = language.words(zh: "可能的更正", en: "would fit")
        let lines = repairs.prefix(Self.mostRepairs).enumerated().map { index, repair in
            let rank = repairs.count > 1 ? " \(index + 1)/\(repairs.count)" : ""
            let changes = repair.changes.map { change in
                let from = change.from.map(Self.number) ?? language.words(zh: "空白", en: "blank")
                return "\(name(change.path)) \(from) → \(Self.number(change.to))"
            }
            return "    \(word)\(rank)\(language.colon)" + language.clauses(changes)
        }
        let left = repairs.count - lines.count
        return left > 0 ? lines + [language.words(zh: "    ……另有 \(left) 种可能", en: "    … and \(left) more")] : lines
    }

    private static func number(_ value: Double) -> String {
        value == value.rounded() && abs(value) < 1e15 ? String(Int(value)) : String(value)
    }

    private var unverified: [String] {
        record.unverified.map { item in
            let reason = ReasonWords.words(item.reason, language)
            return language.words(
                zh: "未核实 \(title(item.rule))\(item.rule)：\(reason)",
                en: "not verified \(item.rule): \(reason)"
            )
        }
    }

    /// What a rule wants, in its first words, before its identifier; nothing for a rule of one's own.
    private func title(_ rule: String) -> String {
        guard let known = RuleCatalog.all.first(where: { $0.identifier == rule }) else { return "" }
        let words = known.description.statement.zh.prefix { !"：；（，".contains($0) }
        return "“\(words)” "
    }

    // MARK: Words

    private func severity(_ severity: String) -> String {
        Finding.Severity(rawValue: severity).map(language.words) ?? severity
    }

    private var verdict: String {
        guard language == .zh else { return record.verdict }
        return ["pass": "通过", "warn": "有警告", "fail": "有错误", "unreadable": "无法读取"][record.verdict] ?? record.verdict
    }

    private var kind: String {
        Identity.Kind(rawValue: record.identity.kind).map(language.words) ?? record.identity.kind
    }

    private func state(_ state: String) -> String {
        guard language == .zh else { return state }
        return ["read": "已读出", "partial": "部分读出", "lost": "未能读出"][state] ?? state
    }

    /// The place at `path` as people call it; in English the path, which the record has.
    private func name(_ path: String) -> String {
        guard language == .zh else { return path }
        let parts = path.split(separator: ".").map(String.init)
        guard let head = parts.first, parts.count > 1 else { return path }
        if head == "sections" { return form?.sections.first { $0.id == parts[1] }?.heading ?? path }
        if head == "identity" { return Self.fields[parts[1]] ?? path }
        if head == "claims" { return "正文" }
        guard let table = form?.tables.first(where: { $0.id == head }) else { return path }
        func row(_ id: String) -> String? {
            let printed = record.tables[head]?.rows[id]?.label ?? ""
            return printed.isEmpty ? table.rows.first { $0.id == id }?.label : printed
        }
        if let whole = row(parts.dropFirst().joined(separator: ".")) { return whole }
        let column = table.columns.first { $0.id == parts[parts.count - 1] }?.label
        let label = row(parts.dropFirst().dropLast().joined(separator: "."))
        guard let label, let column else { return path }
        return table.columns.count > 1 ? "\(label) · \(column)" : label
    }

    private static let fields = [
        "agency": "机关名称", "year": "报告年度", "title": "标题", "published": "公布日期", "form": "格式", "kind": "文件种类",
    ]

    private func words(_ message: ArchivedRecord.Finding.Message) -> String {
        language.words(zh: message.zh, en: message.en)
    }

    private func place(_ place: ArchivedRecord.Finding.Place) -> String {
        let line = place.line.map { language.inBrackets(lines($0, place.place)) } ?? ""
        return "\(name(place.path))\(line)" + (place.text.isEmpty ? "" : language.colon + language.quote(place.text))
    }

    /// The line, and what is known beside it: the page of a PDF, the cell of a table.
    private func lines(_ line: Int, _ place: ArchivedRecord.Place?) -> String {
        let more = place.map { words($0.words) } ?? ""
        let first = language.words(zh: "第 \(line) 行", en: "line \(line)")
        return more.isEmpty ? first : language.clauses([first, more])
    }
}
