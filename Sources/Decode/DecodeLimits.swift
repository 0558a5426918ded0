/// What a document may cost.
package struct DecodeLimits: Sendable, Equatable {
    /// The most bytes that one document may have, unpacked too.
    package var maximumBytes: Int
    /// How many bytes one packed byte may become.
    package var maximumExpansion: Int

    package init(maximumBytes: Int = 20_971_520, maximumExpansion: Int = 100) {
        self.maximumBytes = maximumBytes
        self.maximumExpansion = maximumExpansion
    }
}
