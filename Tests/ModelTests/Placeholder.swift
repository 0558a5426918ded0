import Testing

@Test func ModelTestsPlaceholder() { #expect(Bool(true)) }
