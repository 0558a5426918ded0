/// A figure that the text states.
package struct Claim: Sendable, Equatable {
    /// What is counted: the path of the cell where there is one, else words of the text.
    package var key: String
    /// The value, or nil where the text gives only bounds.
    package var value: Quantity?
    package var low: Quantity?
    package var high: Quantity?
    /// The unit as printed: 件, 条, %.
    package var unit: String?
    package var line: Int
    /// Where in the document it stands, where its format has pages or tables.
    package var inDocument: DocumentPlace?
    /// The words that it was read from, as written.
    package var text: String
    /// What of the tables it may state: each reading is the cells, by path, whose sum it is. It agrees with the tables
    /// where one of the readings does. Empty: nothing that a table counts. The record does not keep it.
    package var readings: [[String]]

    package init(
        key: String,
        value: Quantity?,
        low: Quantity?,
        high: Quantity?,
        unit: String?,
        line: Int,
        inDocument: DocumentPlace? = nil,
        text: String,
        readings: [[String]] = []
    ) {
        self.key = key
        self.value = value
        self.low = low
        self.high = high
        self.unit = unit
        self.line = line
        self.inDocument = inDocument
        self.text = text
        self.readings = readings
    }
}
