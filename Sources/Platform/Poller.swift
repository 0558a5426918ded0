internal import CPlatform
internal import Glibc

/// Waits for descriptors, by epoll.
package struct Poller: ~Copyable, Sendable {
    private let descriptor: OwnedDescriptor

    package init() throws(PlatformError) {
        let number = gouji_epoll_create()
        guard number >= 0 else { throw .last("start epoll", "") }
        descriptor = OwnedDescriptor(number, path: "epoll")
    }

    /// Waits for `rawValue` too; `wait` gives `token` when it is readable. It is forgotten when it is closed.
    package func add(_ rawValue: Int32, token: UInt64) throws(PlatformError) {
        guard gouji_epoll_add(descriptor.rawValue, rawValue, token) == 0 else { throw .last("wait for", "") }
    }

    /// Sleeps until a descriptor is readable or `seconds` have passed; nil sleeps for as long as it takes.
    ///
    /// - Returns: the tokens of what is readable; empty after the time, or when a signal came.
    package func wait(seconds: Double?) -> [UInt64] {
        // Rounded up: one that woke too early would find nothing due and spin.
        let milliseconds = seconds.map { Int32(min(max(0, ($0 * 1000).rounded(.up)), 86_400_000)) } ?? -1
        return unsafe [UInt64](unsafeUninitializedCapacity: 16) { buffer, count in
            guard let start = buffer.baseAddress else { return }
            count = Int(max(0, unsafe gouji_epoll_wait(descriptor.rawValue, start, 16, milliseconds)))
        }
    }
}

/// Wakes a thread that waits in a `Poller`; may be used from any thread.
package struct WakeUp: ~Copyable, Sendable {
    private let descriptor: OwnedDescriptor

    package init() throws(PlatformError) {
        let number = gouji_eventfd()
        guard number >= 0 else { throw .last("make an eventfd", "") }
        descriptor = OwnedDescriptor(number, path: "eventfd")
    }

    package var rawValue: Int32 { descriptor.rawValue }

    package func signal() {
        var one: UInt64 = 1
        unsafe _ = write(descriptor.rawValue, &one, 8)
    }

    /// Forgets the signals so far.
    package func clear() {
        var count: UInt64 = 0
        unsafe _ = read(descriptor.rawValue, &count, 8)
    }
}

/// Signals as something to wait for in a `Poller`.
///
/// To be made before any other thread starts: it blocks the signals for this thread and for those it starts.
package struct SignalSource: ~Copyable, Sendable {
    private let descriptor: OwnedDescriptor

    package init(_ signals: [Int32]) throws(PlatformError) {
        let number = unsafe signals.withUnsafeBufferPointer {
            unsafe gouji_signalfd($0.baseAddress, Int32($0.count))
        }
        guard number >= 0 else { throw .last("wait for signals", "") }
        descriptor = OwnedDescriptor(number, path: "signalfd")
    }

    package var rawValue: Int32 { descriptor.rawValue }

    /// The number of the next signal that came, or nil.
    package func next() -> Int32? {
        let signal = gouji_signalfd_read(descriptor.rawValue)
        return signal > 0 ? signal : nil
    }
}
