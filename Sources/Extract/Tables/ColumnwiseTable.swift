internal import Forms
internal import Model

/// A table that a tool printed column by column, as `pdftotext` does by itself: all labels, all units, then under each head as
/// many numbers as there are labels.
///
///     主动公开文件数
///     其中：1、政府网站公开数
///     …
///     2013年度
///     46
///     46
///     …
///
/// It is read where the numbers are as many and every sum holds; else it is lost, as nobody knows whose a number is.
struct ColumnwiseTable {
    private let form: TableForm
    private let relations: [Relation]
    private let flow: Flow
    private let labels: [TableLabel]
    /// The labels of rows, one right behind the other, and the rows that they are of.
    private var rows: [(row: Int, label: TableLabel)] = []

    /// The numbers below one head.
    private struct Column {
        var index: Int
        var pieces: Range<Int>
    }

    /// A table with fewer rows that follow each other may be a list in a sentence.
    private static let fewestRows = 8
    private static let mostColumns = 2

    /// Nil where the labels of most rows do not follow each other.
    init?(_ labels: [TableLabel], _ form: TableForm, _ relations: [Relation], _ flow: Flow) {
        self.form = form
        self.relations = relations
        self.flow = flow
        self.labels = labels
        guard !form.isOneLine, form.columns.count <= Self.mostColumns else { return nil }
        for label in labels where label.isAligned {
            let last = rows.last
            if let row = label.rows.first(where: { $0 > last?.row ?? -1 }),
                last.map({ label.firstPiece - $0.label.lastPiece <= 2 && label.firstPiece > $0.label.lastPiece })
                    ?? true
            {
                rows.append((row, label))
            } else if rows.count < Self.fewestRows, !label.rows.isEmpty {
                rows = label.rows.first.map { [($0, label)] } ?? []
            }
        }
        guard rows.count >= Self.fewestRows, rows.count * 5 >= form.rows.count * 4 else { return nil }
    }

    /// The table as it is read, or lost.
    func found() -> TableReader.Found? {
        guard let first = rows.first?.label, let last = rows.last?.label else { return nil }
        let line = flow.pieces[first.firstPiece].line
        if let columns = columns(), let table = table(columns, line), let end = columns.map(\.pieces.upperBound).max() {
            return TableReader.Found(table: table, region: first.start..<flow.range(end - 1).upperBound)
        }
        let lost = Table(id: form.id, state: .lost, line: line, columns: form.columns.map(\.id), rows: [])
        return TableReader.Found(table: lost, region: first.start..<last.end)
    }

    /// Nil where other numbers stand there, or heads are missing.
    private func columns() -> [Column]? {
        var columns: [Column] = []
        var index = (rows.last?.label.lastPiece ?? 0) + 1
        while index < flow.pieces.count, columns.count < form.columns.count {
            guard isNumber(index) else {
                index += 1
                continue
            }
            var end = index + 1
            while end < flow.pieces.count, isNumber(end), flow.pieces[end].gap >= .line { end += 1 }
            guard end - index == rows.count, let head = labels.last(where: { $0.lastPiece == index - 1 })?.column,
                !columns.contains(where: { $0.index == head })
            else { return nil }
            columns.append(Column(index: head, pieces: index..<end))
            index = end
        }
        let isComplete = form.columns.indices.allSatisfy { column in
            form.columns[column].isOptional || columns.contains { $0.index == column }
        }
        return isComplete && !columns.isEmpty ? columns : nil
    }

    private func isNumber(_ index: Int) -> Bool {
        flow.pieces[index].place == nil && PlainTable.isNumber(index, in: flow)
    }

    /// Nil where a sum does not hold.
    private func table(_ columns: [Column], _ line: Int) -> Table? {
        let read = rows.enumerated().map { position, row in
            Row(
                id: form.rows[row.row].id,
                label: flow.printed(row.label.firstPiece..<(row.label.lastPiece + 1)),
                line: flow.pieces[row.label.firstPiece].line,
                inDocument: flow.outline.documentPlace(of: flow.pieces[row.label.firstPiece]),
                cells: form.columns.indices.map { column in
                    columns.first { $0.index == column }.map {
                        PlainTable.cell($0.pieces.lowerBound + position, in: flow)
                    }
                        ?? Cell(.blank, line: line)
                }
            )
        }
        guard PlainTable.hold(relations, over: read, in: form) else { return nil }
        let state: Table.State = rows.count == form.rows.count ? .read : .partial
        return Table(id: form.id, state: state, line: line, columns: form.columns.map(\.id), rows: read)
    }
}
