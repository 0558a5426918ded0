/// A figure that the text states.
package struct Claim: Sendable, Equatable {
    /// What is counted, as words of the text.
    package var key: String
    /// The value, or nil where the text gives only bounds.
    package var value: Quantity?
    package var low: Quantity?
    package var high: Quantity?
    /// The unit as printed: 件, 条, %.
    package var unit: String?
    package var line: Int
    /// The words that it was read from, as written.
    package var text: String

    package init(
        key: String,
        value: Quantity?,
        low: Quantity?,
        high: Quantity?,
        unit: String?,
        line: Int,
        text: String
    ) {
        self.key = key
        self.value = value
        self.low = low
        self.high = high
        self.unit = unit
        self.line = line
        self.text = text
    }
}
