internal import Platform
internal import Synchronization

/// What the supervising thread and the worker's thread say to each other.
final class WorkerLink: Sendable {
    /// How the worker's start went.
    enum Start: Sendable {
        case pending
        case ready
        case failed(any Error)
    }

    /// Wakes the worker.
    let toWorker: WakeUp
    /// Wakes the supervisor.
    let toSupervisor: WakeUp
    private let isToStop = Atomic(false)
    private let state = Mutex(State())

    private struct State {
        var start = Start.pending
        var newParts: DaemonParts?
        var status: DaemonStatus?
        var hasEnded = false
    }

    init() throws(PlatformError) {
        toWorker = try WakeUp()
        toSupervisor = try WakeUp()
    }

    var mustStop: Bool { isToStop.load(ordering: .acquiring) }

    func stop() {
        isToStop.store(true, ordering: .releasing)
        toWorker.signal()
    }

    var start: Start { state.withLock { $0.start } }

    func report(_ start: Start) {
        state.withLock { $0.start = start }
        toSupervisor.signal()
    }

    var hasEnded: Bool { state.withLock { $0.hasEnded } }

    func end() {
        state.withLock { $0.hasEnded = true }
        toSupervisor.signal()
    }

    func replace(_ parts: DaemonParts) {
        state.withLock { $0.newParts = parts }
        toWorker.signal()
    }

    func takeNewParts() -> DaemonParts? {
        state.withLock { state in
            let parts = state.newParts
            state.newParts = nil
            return parts
        }
    }
}
