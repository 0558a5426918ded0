internal import Glibc

/// Writes one line an event to standard error; from any thread.
package struct Log: Sendable {
    /// syslog's numbers.
    package enum Level: Int, Sendable, Comparable, CaseIterable {
        case critical = 2
        case error = 3
        case warning = 4
        case notice = 5
        case info = 6
        case debug = 7

        package static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }
    }

    /// Events less urgent than this are not written.
    private let threshold: Level
    /// Whether lines begin with `<n>`, which the journal takes for the level.
    private let marksLevel: Bool
    private let descriptor: Int32

    package init(threshold: Level = .info, descriptor: Int32 = 2, marksLevel: Bool = false) {
        self.threshold = threshold
        self.descriptor = descriptor
        self.marksLevel = marksLevel
    }

    /// To standard error, in the journal's manner where that is where it goes.
    package static func standard(threshold: Level = .info) -> Log {
        Log(threshold: threshold, marksLevel: unsafe getenv("JOURNAL_STREAM") != nil)
    }

    package func error(_ text: @autoclosure () -> String) { write(.error, text) }
    package func warning(_ text: @autoclosure () -> String) { write(.warning, text) }
    package func notice(_ text: @autoclosure () -> String) { write(.notice, text) }
    package func info(_ text: @autoclosure () -> String) { write(.info, text) }
    package func debug(_ text: @autoclosure () -> String) { write(.debug, text) }

    private func write(_ level: Level, _ text: () -> String) {
        guard level <= threshold else { return }
        let mark = marksLevel ? "<\(level.rawValue)>" : ""
        let line = Array((mark + Self.oneLine(text()) + "\n").utf8)
        // One call a line, so that lines of two threads do not mix.
        unsafe _ = Glibc.write(descriptor, line, line.count)
    }

    /// Names of files come from outside: a control character in them must not begin a line of its own.
    static func oneLine(_ text: String) -> String {
        guard text.utf8.contains(where: { $0 < 0x20 || $0 == 0x7F || $0 == 0xF4 }) else { return text }
        return FileName.printable(text).unicodeScalars.reduce(into: "") { result, scalar in
            if scalar.value < 0x20 || scalar.value == 0x7F {
                result += "\\x" + Hex.encode([UInt8(scalar.value)])
            } else {
                result.unicodeScalars.append(scalar)
            }
        }
    }
}
