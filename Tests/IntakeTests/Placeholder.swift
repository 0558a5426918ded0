import Testing

@Test func IntakeTestsPlaceholder() { #expect(Bool(true)) }
