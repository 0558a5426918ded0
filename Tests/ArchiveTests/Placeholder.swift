import Testing

@Test func ArchiveTestsPlaceholder() { #expect(Bool(true)) }
