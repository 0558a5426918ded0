import Testing

@Test func ValidateTestsPlaceholder() { #expect(Bool(true)) }
