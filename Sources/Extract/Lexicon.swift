internal import Bytes
internal import Forms

/// The labels of one form's tables, and what each of them may mean.
final class Lexicon: Sendable {
    /// What a label is in a table.
    enum Meaning: Sendable, Equatable {
        case row(Int)
        /// A row that stands for several rows of the form.
        case mergedRow(Int)
        case column(Int)
        case furniture
        /// The head of a column that only numbers the rows.
        case code
    }

    /// A label in one table of the form.
    struct Entry: Sendable {
        var table: Int
        var meaning: Meaning
        var isAnchor: Bool
    }

    let form: Form
    let labels: [[UInt8]]
    let matcher: LabelMatcher
    let sections: SectionTeller
    /// One for each table of the form.
    let layouts: [TableLayout]
    /// For each label, what it is in which table.
    let entries: [[Entry]]
    /// For each table and each label, what the label is there; nil where it is nothing.
    let meanings: [[LabelMeaning?]]
    /// The group lines that stand beside several rows, with their numbers and without, normalised.
    let groupWords: Set<[UInt8]>
    private let groups: WordSet
    /// The rows' labels, and the same by the first character of each.
    let rowLabels: [RowLabel]
    let rowLabelsByStart: [UInt32: [RowLabel]]
    /// The same in one, a zero behind each.
    private let groupText: [UInt8]

    /// A row's label without its number, and the number that the form gives it.
    struct RowLabel {
        let text: [UInt8]
        let number: Enumerator?
    }

    /// One lexicon for each form, in the catalogue's order.
    static let all = FormCatalog.all.map(Lexicon.init)

    init(_ form: Form) {
        self.form = form
        var collector = Collector()
        for (index, table) in form.tables.enumerated() { collector.collect(table, index) }
        labels = collector.labels
        matcher = LabelMatcher(labels)
        sections = SectionTeller(form)
        layouts = form.tables.map { TableLayout($0, form) }
        let entries = collector.entries
        let lengths = collector.labels.map(\.count)
        self.entries = entries
        meanings = form.tables.indices.map { table in
            entries.indices.map { LabelMeaning(entries[$0], of: table, length: lengths[$0]) }
        }
        groupWords = Set(
            form.tables.flatMap { table in
                let groups = Set(table.rows.compactMap(\.group))
                return table.furniture.filter { line in groups.contains { Self.core($0) == Self.core(line) } }
            }.map { Normaliser.normalised($0) }
        )
        groups = WordSet(groupWords)
        rowLabels = form.tables.flatMap(\.rows).map { row in
            let printed = Normaliser.normalised(row.label)
            return RowLabel(text: Self.core(row.label), number: Enumerator(printed, at: 0, end: printed.count))
        }
        rowLabelsByStart = Dictionary(grouping: rowLabels) { UTF8Character.at(0, in: $0.text.span).character }
        groupText = groupWords.flatMap { $0 + [0] }
    }

    /// Whether the bytes of `text` in `range` are what stands beside the rows of a group.
    func isGroupWord(_ text: [UInt8], _ range: Range<Int>) -> Bool { groups.contains(text, range) }

    /// Four Chinese characters: the parts of a group's label that stand beside its rows are short.
    private static let longestPart = 12

    /// Whether a text is a part of a group's label, which stands beside several rows and is broken there.
    func isPartOfGroup(_ text: ArraySlice<UInt8>) -> Bool {
        guard text.count <= Self.longestPart else { return false }
        let groupText = groupText
        return ByteSearch.index(of: Array(text), in: groupText.span, from: 0, to: groupText.count) != nil
    }

    /// The label without its number, normalised: what all the ways of printing it have in common.
    static func core(_ label: String) -> [UInt8] {
        var bytes = Normaliser.normalised(label)
        var found = true
        while found {
            found = false
            for lead in ["其中:", "(", "\""].map({ Array($0.utf8) }) where bytes.starts(with: lead) {
                if let number = Enumerator(bytes, at: 0, end: bytes.count) {
                    bytes.removeFirst(number.length)
                } else {
                    bytes.removeFirst(lead.count)
                }
                found = true
            }
            if let number = Enumerator(bytes, at: 0, end: bytes.count) {
                bytes.removeFirst(number.length)
                found = true
            }
        }
        return bytes
    }

    private struct Collector {
        var labels: [[UInt8]] = []
        var entries: [[Entry]] = []
        private var known: [[UInt8]: Int] = [:]

        mutating func collect(_ table: TableForm, _ index: Int) {
            for (row, form) in table.rows.enumerated() {
                for label in [form.label] + form.variants { add(label, index, .row(row)) }
            }
            for (row, merged) in table.mergedRows.enumerated() {
                for label in [merged.row.label] + merged.row.variants { add(label, index, .mergedRow(row)) }
            }
            for (column, form) in table.columns.enumerated() {
                for label in [form.label] + form.variants { add(label, index, .column(column)) }
            }
            for label in table.furniture { add(label, index, .furniture) }
            for label in table.codeHeads { add(label, index, .code) }
            for label in table.anchors { markAnchor(label, index) }
        }

        private mutating func add(_ label: String, _ table: Int, _ meaning: Meaning) {
            let position = position(of: Lexicon.core(label))
            let isKnown = entries[position].contains { $0.table == table && $0.meaning == meaning }
            if !isKnown { entries[position].append(Entry(table: table, meaning: meaning, isAnchor: false)) }
        }

        private mutating func markAnchor(_ label: String, _ table: Int) {
            let position = position(of: Lexicon.core(label))
            if !entries[position].contains(where: { $0.table == table }) {
                entries[position].append(Entry(table: table, meaning: .furniture, isAnchor: true))
            }
            for index in entries[position].indices where entries[position][index].table == table {
                entries[position][index].isAnchor = true
            }
        }

        private mutating func position(of label: [UInt8]) -> Int {
            if let position = known[label] { return position }
            known[label] = labels.count
            labels.append(label)
            entries.append([])
            return labels.count - 1
        }
    }
}
