import Testing

@Test func NotifyTestsPlaceholder() { #expect(Bool(true)) }
