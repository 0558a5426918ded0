import Foundation
import Model
import Pipeline
import Record

for path in CommandLine.arguments.dropFirst() {
    let bytes = Array(try Data(contentsOf: URL(filePath: path)))
    switch ReportReader.read(bytes, source: Source(name: path), received: "2026-01-01T00:00:00Z") {
    case .report(let report): print(String(decoding: RecordWriter.bytes(of: report), as: UTF8.self))
    case .rejected(let rejection): print("{\"rejected\":\"\(rejection.code.rawValue)\",\"name\":\"\(path)\"}")
    }
}
