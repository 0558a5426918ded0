import Model
import Platform
import Synchronization
import TestSupport
import Testing

@testable import gouji

@Suite struct CheckRunTests {
    /// A file is judged by its first letter: p passes, f fails, anything else is no report.
    private static let reader: CheckRun.Reader = { bytes, source, received in
        let report = Report(id: "sha256:" + SHA256.hex(of: bytes), received: received, source: source)
        switch bytes.first {
        case UInt8(ascii: "p"): return .report(report)
        case UInt8(ascii: "f"):
            var failing = report
            failing.findings = [.balance()]
            return .report(failing)
        default: return .rejected(Rejection(.notAReport, .init(zh: "不是年度报告", en: "no annual report")))
        }
    }

    private func run(_ format: CheckFormat = .json, limit: Int = 100) -> CheckRun {
        CheckRun(
            format: format,
            language: .en,
            jobs: 2,
            maximumBytes: limit,
            received: "2026-01-31T09:00:00Z",
            reader: Self.reader
        )
    }

    @Test(arguments: [("p", CommandStatus.success), ("f", .findings), ("x", .unreadable), ("", .unreadable)])
    func comesToTheStatus(_ text: String, _ status: CommandStatus) throws {
        let folder = try TemporaryFolder()
        try folder.write(text, to: "a")
        #expect(run().outcome(of: folder.file("a")).status == status)
        #expect(run(.text).outcome(of: folder.file("a")).status == status)
    }

    @Test func aRecordIsOneLineAlsoWhereThereIsNoReport() throws {
        let folder = try TemporaryFolder()
        try folder.write("x\n", to: "a")
        let outcome = run().outcome(of: folder.file("a"))
        let record = String(decoding: outcome.output, as: UTF8.self)
        #expect(record.contains(#""verdict":"unreadable""#))
        #expect(record.contains(SHA256.hex(of: Array("x\n".utf8))))
        #expect(record.hasSuffix("}\n"))
        #expect(record.split(separator: "\n").count == 1)
        #expect(outcome.complaint == folder.file("a") + ": no annual report")
    }

    @Test func whatCannotBeOpenedHasAReasonAndNoRecord() throws {
        let folder = try TemporaryFolder()
        try folder.write("p too long", to: "a")
        let missing = run().outcome(of: folder.file("b"))
        #expect(missing.output.isEmpty)
        #expect(missing.complaint == folder.file("b") + ": no such file; check the name")
        #expect(missing.status == .unreadable)
        #expect(run().outcome(of: folder.path).complaint?.hasSuffix("a folder; name the files in it") == true)
        #expect(run(limit: 5).outcome(of: folder.file("a")).complaint?.hasSuffix("larger than allowed") == true)
    }

    @Test func whatIsTooLargeHasItsRecord() throws {
        let folder = try TemporaryFolder()
        try folder.write("p too long", to: "a")
        let record = String(decoding: run(limit: 5).outcome(of: folder.file("a")).output, as: UTF8.self)
        #expect(record.contains(#""verdict":"unreadable""#))
        #expect(record.contains(SHA256.hex(of: Array("p too long".utf8))) && record.contains(#""bytes":10"#))
        #expect(record.split(separator: "\n").count == 1)
        #expect(run(.text, limit: 5).outcome(of: folder.file("a")).output.isEmpty)
        // What has no end has no digest.
        #expect(run(limit: 5).outcome(of: "/dev/zero").output.isEmpty)
    }

    @Test(arguments: [1, 2, 3, 8]) func resultsComeInOrder(_ jobs: Int) {
        var seen: [Int] = []
        InOrder.map(count: 1000, jobs: jobs, transform: { $0 * 2 }) { index, result in
            #expect(result == index * 2)
            seen.append(index)
        }
        #expect(seen == Array(0..<1000))
    }

    @Test func noMoreThanABatchIsInMemory() {
        let begun = Atomic(0)
        InOrder.map(count: 500, jobs: 2, transform: { _ in begun.add(1, ordering: .relaxed).newValue }) { index, _ in
            #expect(begun.load(ordering: .relaxed) - index <= 16)
        }
    }

    @Test func severalThreadsWork() {
        let inside = Mutex((now: 0, most: 0))
        InOrder.map(
            count: 32,
            jobs: 2,
            transform: { _ in
                inside.withLock { $0 = ($0.now + 1, max($0.most, $0.now + 1)) }
                // Two are seen inside together as soon as the other thread runs at all.
                _ = eventually(within: 5) { inside.withLock { $0.most } > 1 }
                inside.withLock { $0.now -= 1 }
            },
            consume: { _, _ in }
        )
        #expect(inside.withLock { $0.most } == 2)
    }
}
