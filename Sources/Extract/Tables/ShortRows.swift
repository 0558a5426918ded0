internal import Forms
internal import Model

/// Finds the blank cells of the rows of a plain text that lack some of their numbers, by how the tool that wrote the text
/// set the rows. What it must know of the whole table is gathered when the first such row asks for it.
struct ShortRows {
    private let readings: [TableParse.RowReading]
    private let flow: Flow
    private var joined: JoinedRows?
    /// By the columns that rows have.
    private var aligned: [[Int]: AlignedColumns] = [:]
    private var placed: [[Int]: PlaceBounds] = [:]
    private var headed: [[Int]: HeadedColumns] = [:]
    private var uniform: [[Int]: UniformRows] = [:]
    private let pushed: Set<Int>
    /// The columns of the table's form.
    private let form: [ColumnForm]

    init(_ readings: [TableParse.RowReading], of form: [ColumnForm], flow: Flow) {
        self.readings = readings
        self.form = form
        self.flow = flow
        pushed = Self.pushed(readings, flow)
    }

    /// Fits what stands in a row to its columns where its blanks tell which they are, else says where each number can stand.
    /// `columns` are those of the row's layout.
    mutating func complete(_ input: inout RowFitter.Input, _ columns: [Int]) {
        let count = input.columns.count
        let all = joined ?? JoinedRows(readings, flow: flow)
        joined = all
        if let slots = all.fill(input.slots), slots.count == count {
            input.fitted = slots
            return
        }
        // A group's label pushed the row to the right, so that its own stands where others have numbers.
        guard !isPushed(input.slots) else {
            input.fitted = nil
            return
        }
        let alike = aligned[columns] ?? AlignedColumns(rows(of: columns), count: count, flow: flow)
        aligned[columns] = alike
        input.fitted = alike.fill(input.slots)
        guard input.fitted == nil else { return }
        let below = headed[columns] ?? HeadedColumns(rows(of: columns), of: form, count: count, flow: flow)
        headed[columns] = below
        input.fitted = below.fill(input.slots)
        guard input.fitted == nil else { return }
        let even = uniform[columns] ?? UniformRows(rows(of: columns), of: form, count: count, flow: flow)
        uniform[columns] = even
        input.fitted = even.fill(input.slots)
        guard input.fitted == nil else { return }
        let places = placed[columns] ?? PlaceBounds(rows(of: columns), count: count, flow: flow)
        placed[columns] = places
        input.places = places.bounds(of: input.slots)
    }

    private func rows(of columns: [Int]) -> [TableParse.RowReading] {
        readings.filter { $0.layout.columns == columns && !pushed.contains($0.slots.first?.line ?? 0) }
    }

    private func isPushed(_ slots: [Slot]) -> Bool { slots.first.map { pushed.contains($0.line) } ?? false }

    /// The lines of the rows whose labels stand behind another word, and no nearer to the line's beginning than the first
    /// numbers of rows whose labels begin a line: a converter that knows nothing of merged cells counts its columns from the
    /// line's first word, so that the numbers of such a row stand below those of other columns.
    private static func pushed(_ readings: [TableParse.RowReading], _ flow: Flow) -> Set<Int> {
        var edge = Int.max
        var behind: [(line: Int, start: Int)] = []
        for reading in readings {
            guard let first = reading.slots.first?.piece, let number = flow.pieces[first].textColumn,
                let label = flow.pieces[reading.piece].textColumn, flow.pieces[first].line == reading.line
            else { continue }
            if reading.piece > 0, flow.pieces[reading.piece - 1].line == reading.line {
                behind.append((reading.line, label.cells))
            } else {
                edge = min(edge, number.cells)
            }
        }
        return Set(behind.filter { $0.start >= edge }.map(\.line))
    }
}
