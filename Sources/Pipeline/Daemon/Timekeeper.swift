internal import Platform
internal import Synchronization

/// A thread that does what falls due with time: sends on what was held back, and looks who is missing.
///
/// With nothing to wait for it sleeps until it is woken.
final class Timekeeper: Sendable {
    private let wakeUp: WakeUp
    private let isStopping = Atomic(false)
    private let thread = Mutex<WorkerThread?>(nil)

    /// In seconds: a clock that was set is noticed after this time at the latest.
    private static let longestSleep = 60.0

    init() throws(PlatformError) { wakeUp = try WakeUp() }

    /// Starts the thread; `turn` does what is due, and returns when it is to be called again on the monotonic clock, or
    /// nil: not before somebody wakes it.
    func start(_ turn: @escaping @Sendable () -> Double?) throws(PlatformError) {
        let poller = try Poller()
        try poller.add(wakeUp.rawValue, token: 1)
        let worker = try WorkerThread { [self, poller] in
            while !isStopping.load(ordering: .acquiring) {
                wakeUp.clear()
                let next = turn()
                if isStopping.load(ordering: .acquiring) { break }
                _ = poller.wait(seconds: next.map { min(max(0, $0 - Clock.monotonic()), Self.longestSleep) })
            }
        }
        thread.withLock { $0 = worker }
    }

    func wake() { wakeUp.signal() }

    var mustStop: Bool { isStopping.load(ordering: .acquiring) }

    /// Ends the thread: what is in hand is finished, or taken up again at the next start.
    func stop(within seconds: Double = 3) {
        isStopping.store(true, ordering: .releasing)
        wakeUp.signal()
        let deadline = Clock.monotonic() + seconds
        while thread.withLock({ $0?.hasEnded ?? true }) == false, Clock.monotonic() < deadline {
            Clock.sleep(milliseconds: 2)
        }
    }
}
