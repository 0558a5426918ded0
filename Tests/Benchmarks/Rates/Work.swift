import Glibc
import Model
import Pipeline
import Platform
import Record

/// A file in memory.
struct Input {
    var name: String
    var bytes: [UInt8]
}

/// What is measured.
enum Work {
    /// Decodes, extracts, judges, and makes the bytes of the record, as `gouji check --format json` does.
    static func read(_ input: Input) {
        if case .report(let report) = reading(of: input) { use(RecordWriter.bytes(of: report).count) }
    }

    /// Decodes and extracts alone.
    static func extract(_ input: Input) {
        if let report = try? ReportReader.extract(input.bytes, source: Source(name: input.name)) {
            use(report.claims.count)
        }
    }

    /// The report in a file, judged, or nil where it is none.
    static func report(_ input: Input) -> Report? {
        if case .report(let report) = reading(of: input) { report } else { nil }
    }

    static func record(of input: Input) -> String {
        switch reading(of: input) {
        case .report(let report): String(decoding: RecordWriter.bytes(of: report), as: UTF8.self)
        case .rejected(let rejection): "\(rejection)"
        }
    }

    private static func reading(of input: Input) -> Reading {
        ReportReader.read(input.bytes, source: Source(name: input.name), received: "2026-01-31T09:00:00Z")
    }

    /// One pass over the bytes that hardly any machine does slower than another.
    static func sha256(_ input: Input) { use(SHA256.digest(of: input.bytes).count) }

    /// CPU seconds of this process.
    static func cpuTime() -> Double {
        var time = timespec()
        unsafe clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }

    /// A field of /proc/self/status, in bytes.
    static func memory(_ field: String) throws -> Int {
        let text = String(decoding: try FileSystem.read("/proc/self/status"), as: UTF8.self)
        let line = text.split(separator: "\n").first { $0.hasPrefix(field) }
        let words = line?.split(whereSeparator: { $0 == " " || $0 == "\t" }) ?? []
        return words.count > 1 ? (Int(words[1]) ?? 0) << 10 : 0
    }

    /// Keeps the optimiser from leaving out what nobody looks at.
    @inline(never)
    static func use(_ value: Int) {}
}
