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

    init(_ readings: [TableParse.RowReading], flow: Flow) {
        self.readings = readings
        self.flow = flow
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
        let alike = aligned[columns] ?? AlignedColumns(rows(of: columns), count: count, flow: flow)
        aligned[columns] = alike
        input.fitted = alike.fill(input.slots)
        guard input.fitted == nil else { return }
        let places = placed[columns] ?? PlaceBounds(rows(of: columns), count: count, flow: flow)
        placed[columns] = places
        input.places = places.bounds(of: input.slots)
    }

    private func rows(of columns: [Int]) -> [TableParse.RowReading] { readings.filter { $0.layout.columns == columns } }
}
