internal import Synchronization

/// How a loop shows that it still turns: it is asked now and then, and answers when it comes round.
///
/// systemd's watchdog is fed only while every loop answers. A loop that sleeps is woken by the question, and only then.
package final class Heartbeat: Sendable {
    private let asked = Atomic<UInt64>(0)
    private let answered = Atomic<UInt64>(0)
    private let wake: @Sendable () -> Void

    /// `wake` makes the loop come round; called from another thread.
    package init(wake: @escaping @Sendable () -> Void) { self.wake = wake }

    /// To be called by the loop, each time it comes round.
    package func answer() { answered.store(asked.load(ordering: .acquiring), ordering: .releasing) }

    /// Whether the last question was answered.
    var isAnswered: Bool {
        answered.load(ordering: .acquiring) == asked.load(ordering: .acquiring)
    }

    package func ask() {
        asked.add(1, ordering: .acquiringAndReleasing)
        wake()
    }
}
