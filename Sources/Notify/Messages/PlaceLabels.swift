internal import Forms
package import Model

/// What people call the places that findings name by path.
package struct PlaceLabels: Sendable {
    /// The labels by `<form>/<table>`, `<form>/<table>.<row>`, `<form>/<table>/<column>` and `<form>/sections.<id>`.
    private let names: [String: Finding.Message]

    /// - Parameter names: the labels by `<form>/<table>`, `<form>/<table>.<row>`, `<form>/<table>/<column>`,
    ///   `<form>/sections.<id>`.
    package init(names: [String: Finding.Message]) {
        self.names = names
    }

    /// The labels that the official forms print.
    package static let official = PlaceLabels(names: FormCatalog.all.reduce(into: [:], add))

    /// The name of the place at `path` in `report`; the path itself where nothing better is known.
    func name(of path: String, in report: Report) -> Finding.Message {
        let parts = path.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
        guard let head = parts.first, parts.count > 1 else { return Finding.Message(zh: path, en: path) }
        switch head {
        case "sections": return names[key(report, path)] ?? Finding.Message(zh: path, en: path)
        case "identity": return Self.fields[parts[1]] ?? Finding.Message(zh: path, en: path)
        case "claims": return claim(parts[1], in: report) ?? Finding.Message(zh: path, en: path)
        default: return cell(table: head, rest: Array(parts.dropFirst()), in: report)
        }
    }

    /// The name of a table; empty where none is known.
    func table(_ id: String, in report: Report) -> Finding.Message {
        names[key(report, id)] ?? Finding.Message(zh: "", en: "")
    }

    /// The name of a column of `table`.
    func column(_ id: String, of table: String, in report: Report) -> Finding.Message {
        names[key(report, table) + "/" + id] ?? Finding.Message(zh: id, en: id)
    }

    /// The name of a row of `table`: as the report prints it, beside the form's English one.
    func row(_ id: String, of table: String, in report: Report) -> Finding.Message {
        row(table, id, in: report) ?? Finding.Message(zh: id, en: id)
    }

    private func key(_ report: Report, _ path: String) -> String { (report.identity.form ?? "") + "/" + path }

    private func claim(_ index: String, in report: Report) -> Finding.Message? {
        guard let number = Int(index), report.claims.indices.contains(number) else { return nil }
        let words = report.claims[number].text.clipped(40)
        return Finding.Message(zh: "正文“\(words)”", en: "the text “\(words)”")
    }

    /// `rest` is the row, or the row and the column; a row's identifier may hold points.
    private func cell(table: String, rest: [String], in report: Report) -> Finding.Message {
        let whole = rest.joined(separator: ".")
        if let row = row(table, whole, in: report) { return row }
        let rowID = rest.dropLast().joined(separator: ".")
        let row = row(table, rowID, in: report) ?? Finding.Message(zh: table + "." + rowID, en: table + "." + rowID)
        let column = column(rest.last ?? "", of: table, in: report)
        return Finding.Message(zh: row.zh + " · " + column.zh, en: row.en + " · " + column.en)
    }

    /// The row's label as the report prints it, beside the form's English one.
    private func row(_ table: String, _ id: String, in report: Report) -> Finding.Message? {
        let official = names[key(report, table + "." + id)]
        let printed = report.table(table)?.row(id)?.label.clipped(40)
        guard let zh = printed.flatMap({ $0.isEmpty ? nil : $0 }) ?? official?.zh else { return nil }
        return Finding.Message(zh: zh, en: official?.en ?? zh)
    }

    private static func add(_ names: inout [String: Finding.Message], _ form: Form) {
        for section in form.sections {
            names["\(form.identifier)/sections.\(section.id)"] = .init(zh: section.heading, en: section.english)
        }
        for table in form.tables {
            names["\(form.identifier)/\(table.id)"] = .init(zh: table.title, en: table.english)
            for row in table.rows {
                names["\(form.identifier)/\(table.id).\(row.id)"] = .init(zh: row.label, en: row.english)
            }
            for column in table.columns {
                names["\(form.identifier)/\(table.id)/\(column.id)"] = .init(zh: column.label, en: column.english)
            }
        }
    }

    private static let fields: [String: Finding.Message] = [
        "agency": .init(zh: "机关名称", en: "agency"),
        "year": .init(zh: "报告年度", en: "report year"),
        "title": .init(zh: "标题", en: "title"),
        "published": .init(zh: "公布日期", en: "date of publication"),
        "form": .init(zh: "格式", en: "form"),
        "kind": .init(zh: "文件种类", en: "kind of document"),
    ]
}
