import Forms

/// The rows of the table of statistics, as tests of its columns write it.
enum StatisticsShapes {
    /// The labels of all rows, in the form's order; those of the groups stand before the first row of each where they have a
    /// number of a chapter.
    static let labels = Form.form2014.tables[0].rows.map(\.label)

    /// Numbers that do not count upwards.
    static func number(_ row: Int) -> Int { row * 7 % 11 + 20 }
}
