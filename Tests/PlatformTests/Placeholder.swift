import Testing

@Test func PlatformTestsPlaceholder() { #expect(Bool(true)) }
