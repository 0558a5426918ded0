import TestSupport
import Testing

@testable import Pipeline

struct JudgingMarkTests {
    private let folder: TemporaryFolder
    private var mark: JudgingMark { JudgingMark(path: folder.file("judging")) }

    init() throws { folder = try TemporaryFolder() }

    @Test func whatNeverEndedIsLeftAloneInTheEnd() throws {
        for _ in 0..<3 { #expect(try mark.begin("2023/甲局/report-1.json", most: 3)) }
        #expect(try !mark.begin("2023/甲局/report-1.json", most: 3))
        #expect(try mark.begin("2023/乙局/report-1.json", most: 3))
    }

    @Test func whatEndedMayBeginAgain() throws {
        for _ in 0..<5 {
            #expect(try mark.begin("2023/甲局/report-1.json", most: 3))
            try mark.end()
        }
        #expect(folder.files().isEmpty)
    }
}
