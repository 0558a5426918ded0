internal import Glibc
internal import Model

/// Colours on a terminal, and nothing where the output goes elsewhere.
struct TerminalStyle: Sendable {
    let isColoured: Bool

    /// No colour at all.
    static let plain = TerminalStyle(isColoured: false)

    /// What standard output wants: colours where it is a terminal that has them, unless NO_COLOR is set (no-color.org).
    static var ofStandardOutput: TerminalStyle {
        TerminalStyle(isColoured: isatty(STDOUT_FILENO) == 1 && !isSet("NO_COLOR") && value("TERM") != "dumb")
    }

    func strong(_ text: String) -> String { sequence("1", text) }

    /// The mark under a cell, and the change that would mend it.
    func mark(_ text: String) -> String { sequence("1;32", text) }

    /// What frames the text: line numbers and bars.
    func faint(_ text: String) -> String { sequence("2", text) }

    func severity(_ severity: Finding.Severity, _ text: String) -> String {
        switch severity {
        case .error: sequence("1;31", text)
        case .warning: sequence("1;35", text)
        case .info: sequence("1;36", text)
        }
    }

    private func sequence(_ code: String, _ text: String) -> String {
        isColoured && !text.isEmpty ? "\u{1B}[\(code)m\(text)\u{1B}[0m" : text
    }

    private static func value(_ name: String) -> String? { unsafe getenv(name).map { unsafe String(cString: $0) } }

    private static func isSet(_ name: String) -> Bool { value(name).map { !$0.isEmpty } ?? false }
}
