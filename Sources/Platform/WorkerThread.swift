internal import Glibc
internal import Synchronization

/// A thread of our own, for a loop that lives as long as the daemon.
package final class WorkerThread: Sendable {
    private let isDone = Atomic(false)

    /// Starts `body` on a new thread. The stack, in bytes, is generous, because parsers of nested pages recurse.
    package init(stackSize: Int = 16 << 20, _ body: @escaping @Sendable () -> Void) throws(PlatformError) {
        var attributes = pthread_attr_t()
        unsafe pthread_attr_init(&attributes)
        unsafe pthread_attr_setstacksize(&attributes, stackSize)
        unsafe pthread_attr_setdetachstate(&attributes, Int32(PTHREAD_CREATE_DETACHED))
        defer { unsafe _ = pthread_attr_destroy(&attributes) }
        let start = Start { [self] in
            body()
            isDone.store(true, ordering: .releasing)
        }
        let context = unsafe Unmanaged.passRetained(start)
        var thread = pthread_t()
        let code = unsafe pthread_create(&thread, &attributes, threadMain, context.toOpaque())
        guard code == 0 else {
            unsafe context.release()
            throw PlatformError(operation: "start a thread", path: "", errno: code)
        }
    }

    /// Whether `body` has returned.
    package var hasEnded: Bool { isDone.load(ordering: .acquiring) }
}

private final class Start: Sendable {
    let body: @Sendable () -> Void

    init(_ body: @escaping @Sendable () -> Void) { self.body = body }
}

private func threadMain(_ context: UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? {
    if let context = unsafe context { unsafe Unmanaged<Start>.fromOpaque(context).takeRetainedValue().body() }
    return nil
}
