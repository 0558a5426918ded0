import Model
import Testing

struct DigitSlipTests {
    @Test(arguments: [
        ("126", "136", DigitSlip.changed), ("126", "162", .transposed), ("126", "1226", .added(place: 2)),
        ("126", "1261", .added(place: 3)), ("126", "16", .dropped), ("12.6", "12.8", .changed),
    ])
    func namesTheSlip(_ meant: String, _ printed: String, _ slip: DigitSlip) {
        #expect(DigitSlip(from: Array(meant.utf8), to: Array(printed.utf8)) == slip)
    }

    @Test(arguments: [("126", "126"), ("126", "621"), ("126", "137"), ("126", "12345"), ("126", "1"), ("126", "31260")])
    func namesNoneWhereOneDoesNotExplainIt(_ meant: String, _ printed: String) {
        #expect(DigitSlip(from: Array(meant.utf8), to: Array(printed.utf8)) == nil)
    }
}
