import Testing

@Test func ExtractTestsPlaceholder() { #expect(Bool(true)) }
