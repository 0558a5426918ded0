import Testing

@Test func DecodeTestsPlaceholder() { #expect(Bool(true)) }
