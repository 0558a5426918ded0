import Foundation
import TestSupport
import Testing

/// Compares `text` with the file `name` of `Goldens`, byte for byte.
///
/// With `GOUJI_WRITE_GOLDENS` set the file is written instead, and the test fails all the same: look at the difference,
/// and run again.
func expectGolden(_ text: String, _ name: String, at place: SourceLocation = #_sourceLocation) throws {
    let file = Fixture.packageRoot.appending(path: "Tests/NotifyTests/Goldens/" + name)
    if ProcessInfo.processInfo.environment["GOUJI_WRITE_GOLDENS"] != nil {
        try text.write(to: file, atomically: true, encoding: .utf8)
        Issue.record("\(name) was written", sourceLocation: place)
    }
    let golden = try String(contentsOf: file, encoding: .utf8)
    #expect(text == golden, "\(name) differs", sourceLocation: place)
}
