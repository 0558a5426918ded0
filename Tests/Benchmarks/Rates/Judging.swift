import Archive
import Model
import Pipeline
import Validate

/// What judging costs, apart from reading: all rules over a report that was read, and the search for texts like it.
enum Judging {
    /// Microseconds of judging each report, sorted.
    static func times(of inputs: [Input]) -> String {
        let times = inputs.compactMap(Work.report).map(time).sorted()
        return "{\"reports\": \(times.count), \"microseconds\": \(times)}"
    }

    /// The least of several calls, each of which takes as long as the first one did or longer.
    private static func time(_ report: Report) -> Double {
        var least = Double.infinity
        var spent = 0.0
        var calls = 0
        while calls < 3 || calls < 30 && spent < 0.02 {
            let start = Work.cpuTime()
            Work.use(RuleCatalog.judgement(of: report).findings.count)
            let seconds = Work.cpuTime() - start
            least = min(least, seconds)
            spent += seconds
            calls += 1
        }
        return least * 1e6
    }

    /// Fills a store with `count` texts, half of them on one template, and looks for texts like each of a hundred.
    static func search(folder: String, count: Int, text: Input) throws -> String {
        guard var report = Work.report(text) else { return "{}" }
        let store = try ResemblanceStore(folder: folder)
        let words = Array(report.narrative.bytes)
        func another(_ number: Int) -> Report {
            report.id = "sha256:" + String(repeating: "0", count: 48) + hex(number)
            report.identity.agency = "第\(number / 10)号局"
            report.identity.year = 2010 + number % 10
            report.narrative = Prose((number % 2 == 0 ? shuffled(words, number) : words)[...])
            return report
        }
        let start = Work.cpuTime()
        for number in 0..<count { store.add(another(number)) }
        let filled = Work.cpuTime() - start
        let before = try Work.memory("VmHWM:")
        let probes = (0..<100).map { another(count + $0) }
        let begin = Work.cpuTime()
        for probe in probes { Work.use(store.resemblances(to: probe).count) }
        let search = (Work.cpuTime() - begin) / Double(probes.count)
        let grown = try Work.memory("VmHWM:") - before
        return "{\"search\": \(search * 1e6), \"add\": \(filled / Double(max(1, count)) * 1e6), \"memory\": \(grown), "
            + "\"peak\": \(try Work.memory("VmHWM:"))}"
    }

    private static func hex(_ number: Int) -> String {
        let digits = String(number, radix: 16)
        return String(repeating: "0", count: 16 - digits.count) + digits
    }

    /// The text in pieces of some dozen characters, in an order of their own.
    private static func shuffled(_ bytes: [UInt8], _ seed: Int) -> [UInt8] {
        var pieces = stride(from: 0, to: bytes.count - 48, by: 48).map { bytes[$0..<($0 + 48)] }
        var state = UInt64(seed) &* 0x9E37_79B9_7F4A_7C15 | 1
        for index in pieces.indices.reversed() where index > 0 {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            pieces.swapAt(index, Int(state >> 33) % (index + 1))
        }
        return Array(pieces.joined())
    }
}
