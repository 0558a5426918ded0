internal import Forms
internal import Model

/// Names the tables whose place is there, while they are not: pictures, attachments.
enum LostTables {
    /// The tables in the form's order, those that are lost among them.
    static func adding(to tables: [Table], form: Form, sections: [Section]) -> [Table] {
        form.tables.compactMap { table in
            if let found = tables.first(where: { $0.id == table.id }) { return found }
            guard let section = sections.first(where: { $0.id == table.section }), isExpected(table, section) else {
                return nil
            }
            return Table(id: table.id, state: .lost, line: section.line, columns: table.columns.map(\.id), rows: [])
        }
    }

    /// A heading of its own asks for the table; an annex may be anything unless it names the table.
    private static func isExpected(_ table: TableForm, _ section: Section) -> Bool {
        section.id != "annex" || (section.heading + section.body).contains(table.title)
    }
}
