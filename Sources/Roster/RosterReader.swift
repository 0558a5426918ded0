/// Reads a roster: a table in text whose first row names the columns; everything that is not understood is refused.
package enum RosterReader {
    private enum Column: String, CaseIterable {
        case agency, level, aliases, contact, due, source

        /// What the first row may call it.
        var names: [String] {
            switch self {
            case .agency: ["agency", "机关", "机关名称", "单位", "单位名称", "名称"]
            case .level: ["level", "级别", "层级", "类别", "类型"]
            case .aliases: ["aliases", "alias", "别名", "其他名称", "曾用名"]
            case .contact: ["contact", "contacts", "email", "联系人", "联系邮箱", "邮箱"]
            case .due: ["due", "期限", "截止日期", "截止"]
            case .source: ["source", "url", "来源", "网址"]
            }
        }
    }

    /// The roster in `text`; errors give `file` as the name.
    package static func roster(from text: String, file: String) throws(RosterError) -> Roster {
        let rows = try CommaSeparated.rows(text, file: file)
        guard let head = rows.first else {
            let message = "empty; begin it with a row agency,level,aliases,contact,due"
            throw RosterError(file: file, line: nil, message: message)
        }
        let columns = try columns(head, file)
        var entries: [RosterEntry] = []
        for row in rows.dropFirst() { entries.append(try entry(row, columns, file)) }
        guard !entries.isEmpty else {
            throw RosterError(file: file, line: head.line, message: "nobody is in it; add a row for each agency")
        }
        return try Roster(entries, file: file)
    }

    private static func columns(_ head: CommaSeparated.Row, _ file: String) throws(RosterError) -> [Column] {
        var columns: [Column] = []
        for name in head.fields {
            guard let column = Column.allCases.first(where: { $0.names.contains(name.lowercased()) }) else {
                let known = Column.allCases.map(\.rawValue).joined(separator: ", ")
                throw RosterError(
                    file: file,
                    line: head.line,
                    message: "no column is called “\(name)”; the first row names them: \(known)"
                )
            }
            guard !columns.contains(column) else {
                throw RosterError(file: file, line: head.line, message: "the column \(name) stands twice; remove one")
            }
            columns.append(column)
        }
        for needed in [Column.agency, .level] where !columns.contains(needed) {
            throw RosterError(file: file, line: head.line, message: "the column \(needed.rawValue) is missing; add it")
        }
        return columns
    }

    private static func entry(
        _ row: CommaSeparated.Row,
        _ columns: [Column],
        _ file: String
    ) throws(RosterError) -> RosterEntry {
        func refusal(_ message: String) -> RosterError { RosterError(file: file, line: row.line, message: message) }
        // Spreadsheets leave empty fields at the end, or leave them out.
        let surplus = row.fields.dropFirst(columns.count)
        guard surplus.allSatisfy(\.isEmpty) else {
            throw refusal("\(row.fields.count) fields and \(columns.count) columns; put a field with a comma in quotes")
        }
        func field(_ column: Column) -> String {
            columns.firstIndex(of: column).flatMap { $0 < row.fields.count ? row.fields[$0] : nil } ?? ""
        }
        let agency = field(.agency)
        guard !agency.isEmpty, isPlain(agency) else { throw refusal("the agency has no name, or one with line breaks") }
        guard let level = AgencyLevel(word: field(.level).lowercased()) else {
            throw refusal(
                "the level of \(agency) is “\(field(.level))”; it must be department (部门), government (政府) or township (乡镇)"
            )
        }
        let due = field(.due).isEmpty ? nil : MonthDay(field(.due))
        guard field(.due).isEmpty || due != nil else {
            throw refusal("the due date of \(agency) is “\(field(.due))”; write month and day: 03-31")
        }
        let contacts = list(field(.contact))
        if let wrong = contacts.first(where: { !isAddress($0) }) {
            throw refusal("the contact “\(wrong)” of \(agency) is no address; write name@host, several with ; between")
        }
        return RosterEntry(
            agency: agency,
            level: level,
            aliases: list(field(.aliases)),
            contacts: contacts,
            due: due,
            source: field(.source).isEmpty ? nil : field(.source),
            line: row.line
        )
    }

    private static func list(_ text: String) -> [String] {
        text.split { ";\u{FF1B}|、".contains($0) }.map { CommaSeparated.trimmed(String($0)) }.filter { !$0.isEmpty }
    }

    private static func isPlain(_ text: String) -> Bool {
        text.unicodeScalars.allSatisfy { $0.value >= 0x20 && $0.value != 0x7F }
    }

    /// An address of the form `name@host`, with nothing in it that could end a header line.
    private static func isAddress(_ text: String) -> Bool {
        let parts = text.utf8.split(separator: UInt8(ascii: "@"), omittingEmptySubsequences: false)
        let isPlain = text.utf8.allSatisfy { $0 > 0x20 && $0 != 0x7F && !"<>,;\"()".utf8.contains($0) }
        return parts.count == 2 && parts.allSatisfy { !$0.isEmpty } && isPlain
    }
}
