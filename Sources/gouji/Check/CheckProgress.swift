/// A line on the terminal that says how far a run over many files is; nothing where nobody watches.
struct CheckProgress {
    private let total: Int
    private let isShown: Bool
    private var isOnScreen = false
    private let clock = ContinuousClock()
    private var last: ContinuousClock.Instant

    /// Fewer files than this are done before anybody would read the line.
    private static let manyFiles = 20

    init(total: Int) {
        self.total = total
        isShown = total >= Self.manyFiles && Console.isErrorTerminal
        last = clock.now
    }

    /// Shows the line, at most ten times a second.
    mutating func show(done: Int) {
        guard isShown, last.duration(to: clock.now) >= .milliseconds(100) else { return }
        last = clock.now
        isOnScreen = true
        Console.progress("\r\(done)/\(total) (\(100 * done / total) %)")
    }

    /// Takes the line away, so that output can be written in its place.
    mutating func clear() {
        guard isOnScreen else { return }
        isOnScreen = false
        Console.progress("\r\u{1B}[K")
    }
}
