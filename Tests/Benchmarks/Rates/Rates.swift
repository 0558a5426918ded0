import Glibc
import Model
import Pipeline
import Platform
import Record

// `gouji-rates COMMAND FILE…`: reads reports in this process, without the start of one and without writing, and prints
// figures as JSON. `Tests/Benchmarks/bench.py` drives it.
//
//   text FILE…   bytes, and CPU seconds a pass over all files: reading them, and SHA-256 of the same bytes
//   html FILE…   the same, with decoding and extracting alone, and gumbo's bare parse of the same pages
//   once FILE    how far reading the file drives up the memory of this process, the file itself counted
//   judge FILE…   microseconds of judging each report, once read, by all rules: the least of several, sorted
//   resemble FOLDER COUNT FILE   microseconds of looking for texts like the file's beside COUNT others, and memory
//   passes N FILE…   reads all files N times and prints nothing: for a profiler
//   records FILE…    the record of each file, or why there is none: to be compared before and after a change

@main
enum Rates {
    static func main() throws {
        var arguments = Array(CommandLine.arguments.dropFirst())
        guard let command = arguments.isEmpty ? nil : arguments.removeFirst(), !arguments.isEmpty else { usage() }
        switch command {
        case "text": print(rate(of: try contents(arguments), against: [("sha256", Work.sha256)]))
        case "html":
            let others: [(name: String, work: @Sendable (Input) -> Void)] = [
                ("extract", Work.extract), ("sha256", Work.sha256), ("gumbo", GumboParse.run),
            ]
            print(rate(of: try contents(arguments), against: others))
        case "once": print(try peak(of: arguments[0]))
        case "records": for input in try contents(arguments) { print(Work.record(of: input)) }
        case "judge": print(Judging.times(of: try contents(arguments)))
        case "resemble":
            guard arguments.count == 3, let count = Int(arguments[1]) else { usage() }
            print(try Judging.search(folder: arguments[0], count: count, text: try contents([arguments[2]])[0]))
        case "passes":
            guard let count = Int(arguments.removeFirst()) else { usage() }
            let inputs = try contents(arguments)
            for _ in 0..<count { inputs.forEach(Work.read) }
        default: usage()
        }
    }

    private static func usage() -> Never {
        print("usage: gouji-rates text|html|once|records|judge FILE… | passes N FILE… | resemble FOLDER COUNT FILE")
        exit(2)
    }

    private static func contents(_ names: [String]) throws -> [Input] {
        try names.map { Input(name: $0, bytes: try FileSystem.read($0)) }
    }

    /// Seconds a pass over all inputs, for reading and for what it is held against, in turns, the least of several.
    private static func rate(of inputs: [Input], against others: [(name: String, work: @Sendable (Input) -> Void)])
        -> String
    {
        let bytes = inputs.reduce(0) { $0 + $1.bytes.count }
        let works: [(name: String, work: @Sendable (Input) -> Void)] = [("read", Work.read)] + others
        var least = works.map { _ in Double.infinity }
        inputs.forEach(Work.read)
        for _ in 0..<9 {
            for (index, work) in works.enumerated() {
                least[index] = min(least[index], seconds { inputs.forEach(work.work) })
            }
        }
        let fields = zip(works, least).map { "\"\($0.name)\": \($1)" }
        return "{\"files\": \(inputs.count), \"bytes\": \(bytes), \(fields.joined(separator: ", "))}"
    }

    /// CPU seconds of one call, from as many calls as take a twentieth of a second.
    private static func seconds(_ work: () -> Void) -> Double {
        var count = 0
        let start = Work.cpuTime()
        repeat {
            work()
            count += 1
        } while Work.cpuTime() - start < 0.05
        return (Work.cpuTime() - start) / Double(count)
    }

    private static func peak(of name: String) throws -> String {
        // What is made once, the forms and their words, is no part of what a file takes.
        Work.read(Input(name: "a.txt", bytes: Array("政府信息公开工作年度报告".utf8)))
        let before = try Work.memory("VmRSS:")
        let input = Input(name: name, bytes: try FileSystem.read(name))
        Work.read(input)
        return "{\"bytes\": \(input.bytes.count), \"peak\": \(try Work.memory("VmHWM:") - before)}"
    }
}
