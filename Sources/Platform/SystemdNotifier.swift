internal import Glibc

/// Tells systemd how the service does (sd_notify(3)), without its library. Does nothing where nobody listens.
package struct SystemdNotifier: Sendable {
    private let address: String?
    /// Seconds within which systemd wants to hear `watchdog()`; nil: it does not.
    package let watchdogInterval: Double?

    /// From the environment of the service, which is then taken out of it: children must not speak in our name.
    package static func fromEnvironment() -> SystemdNotifier {
        let address = variable("NOTIFY_SOCKET")
        let isOurs = variable("WATCHDOG_PID").map { $0 == String(getpid()) } ?? true
        let interval = isOurs ? variable("WATCHDOG_USEC").flatMap(Double.init) : nil
        for name in ["NOTIFY_SOCKET", "WATCHDOG_PID", "WATCHDOG_USEC"] { unsafe _ = unsetenv(name) }
        return SystemdNotifier(address: address, watchdogInterval: interval.map { $0 / 1e6 })
    }

    /// `address` is the path of a datagram socket; a first `@` stands for the abstract name space.
    package init(address: String?, watchdogInterval: Double? = nil) {
        self.address = address
        self.watchdogInterval = watchdogInterval
    }

    package func ready() { send("READY=1") }
    package func stopping() { send("STOPPING=1") }
    package func watchdog() { send("WATCHDOG=1") }
    /// One line for `systemctl status`.
    package func status(_ text: String) { send("STATUS=" + text) }

    /// To be followed by `ready()`; managers before 253 ignore the time.
    package func reloading() {
        send("RELOADING=1\nMONOTONIC_USEC=\(Int(Clock.monotonic() * 1e6))")
    }

    private func send(_ state: String) {
        guard let address, let (target, length) = Self.socketAddress(address) else { return }
        let number = socket(AF_UNIX, Int32(SOCK_DGRAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue), 0)
        guard number >= 0 else { return }
        let descriptor = OwnedDescriptor(number, path: address)
        let bytes = Array(state.utf8)
        unsafe withUnsafePointer(to: target) { pointer in
            unsafe pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { name in
                unsafe _ = sendto(descriptor.rawValue, bytes, bytes.count, Int32(MSG_NOSIGNAL), name, length)
            }
        }
    }

    /// An abstract name is NUL and the exact bytes, without an end.
    private static func socketAddress(_ path: String) -> (sockaddr_un, socklen_t)? {
        var bytes = Array(path.utf8)
        var address = sockaddr_un()
        let room = MemoryLayout.size(ofValue: address.sun_path)
        guard let first = bytes.first, bytes.count < room else { return nil }
        let isAbstract = first == UInt8(ascii: "@")
        if isAbstract { bytes[0] = 0 }
        address.sun_family = sa_family_t(AF_UNIX)
        unsafe withUnsafeMutableBytes(of: &address.sun_path) { unsafe $0.copyBytes(from: bytes) }
        let offset = MemoryLayout<sockaddr_un>.size - room
        return (address, socklen_t(offset + bytes.count + (isAbstract ? 0 : 1)))
    }

    private static func variable(_ name: String) -> String? {
        guard let value = unsafe getenv(name) else { return nil }
        return unsafe String(cString: value)
    }
}
