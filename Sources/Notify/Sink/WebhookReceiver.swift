internal import Glibc
package import Platform
internal import Synchronization

/// A small HTTP/1.1 server on loopback, for trying out what arrives: one request a connection, one connection at a time.
///
/// On bare sockets, because a server package costs more than it saves: FlyingFox 0.27.1 brings all of Foundation with
/// ICU, and the static program grows from 13.6 MB to 59.8 MB.
package final class WebhookReceiver: Sendable {
    private let listener: OwnedDescriptor
    private let secrets: [WebhookSecret]
    private let refusals: Atomic<Int>
    private let clock: @Sendable () -> Double

    /// The port that it listens on.
    package let port: UInt16

    /// - Parameters:
    ///   - port: 0 takes a free one.
    ///   - refusals: so many requests are answered with 503 before the first is taken.
    ///   - secrets: any of which may have signed; with none nothing is checked.
    ///   - clock: seconds since 1970.
    /// - Throws: where the port is taken.
    package init(
        port: UInt16,
        refusals: Int = 0,
        secrets: [WebhookSecret] = [],
        clock: @escaping @Sendable () -> Double = Clock.realtime
    ) throws(PlatformError) {
        listener = try Self.listen(port)
        self.port = Self.port(of: listener.rawValue)
        self.secrets = secrets
        self.refusals = Atomic(refusals)
        self.clock = clock
    }

    /// Serves until `stop` is called; `show` is given each request after it was answered.
    package func run(_ show: (WebhookVisit) -> Void) {
        while true {
            let connection = accept(listener.rawValue, nil, nil)
            if connection < 0 {
                if errno == EINTR || errno == ECONNABORTED { continue }
                return
            }
            if let visit = serve(OwnedDescriptor(connection, path: "")) { show(visit) }
        }
    }

    /// Ends `run`, from any thread.
    package func stop() {
        shutdown(listener.rawValue, Int32(SHUT_RDWR))
    }

    private func serve(_ connection: consuming OwnedDescriptor) -> WebhookVisit? {
        Self.limitWaits(connection.rawValue)
        var parser = HTTPRequestParser()
        while true {
            let bytes = Self.receive(connection.rawValue)
            guard !bytes.isEmpty else { return nil }
            switch parser.take(bytes) {
            case .incomplete: continue
            case .wantsLeave: Self.send("HTTP/1.1 100 Continue\r\n\r\n", connection.rawValue)
            case .refused(let status):
                Self.answer(status, connection.rawValue)
                return nil
            case .complete(let request):
                let visit = judge(request)
                Self.answer(visit.status, connection.rawValue)
                return visit
            }
        }
    }

    private func judge(_ request: HTTPRequest) -> WebhookVisit {
        let isRefused = refusals.load(ordering: .relaxed) > 0
        if isRefused { refusals.subtract(1, ordering: .relaxed) }
        return WebhookVisit(request, secrets: secrets, now: Int(clock()), isRefused: isRefused)
    }

    private static func answer(_ status: Int, _ connection: Int32) {
        send("HTTP/1.1 \(status) \(words(status))\r\nContent-Length: 0\r\nConnection: close\r\n\r\n", connection)
    }

    private static func words(_ status: Int) -> String {
        switch status {
        case 200: "OK"
        case 401: "Unauthorized"
        case 405: "Method Not Allowed"
        case 503: "Service Unavailable"
        default: "Bad Request"
        }
    }

    private static func send(_ text: String, _ connection: Int32) {
        let bytes = Array(text.utf8)
        unsafe _ = Glibc.send(connection, bytes, bytes.count, Int32(MSG_NOSIGNAL))
    }

    private static func receive(_ connection: Int32) -> [UInt8] {
        unsafe [UInt8](unsafeUninitializedCapacity: 65_536) { buffer, count in
            unsafe count = max(0, recv(connection, buffer.baseAddress, buffer.count, 0))
        }
    }

    /// A sender that says nothing must not keep others waiting.
    private static func limitWaits(_ connection: Int32) {
        var wait = timeval(tv_sec: 10, tv_usec: 0)
        for option in [SO_RCVTIMEO, SO_SNDTIMEO] {
            unsafe setsockopt(connection, SOL_SOCKET, option, &wait, socklen_t(MemoryLayout<timeval>.size))
        }
    }

    private static func listen(_ port: UInt16) throws(PlatformError) -> OwnedDescriptor {
        let place = "127.0.0.1:\(port)"
        let listener = try OwnedDescriptor.streamSocket(place)
        var yes: Int32 = 1
        unsafe setsockopt(listener.rawValue, SOL_SOCKET, SO_REUSEADDR, &yes, 4)
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = port.bigEndian
        address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
        let size = socklen_t(MemoryLayout<sockaddr_in>.size)
        let isBound = unsafe withUnsafeMutablePointer(to: &address) { pointer in
            unsafe pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { generic in
                unsafe bind(listener.rawValue, generic, size) == 0 && Glibc.listen(listener.rawValue, 128) == 0
            }
        }
        guard isBound else { throw PlatformError(operation: "listen", path: place, errno: errno) }
        return listener
    }

    /// The port that the system has chosen where it was left to it.
    private static func port(of listener: Int32) -> UInt16 {
        var address = sockaddr_in()
        var size = socklen_t(MemoryLayout<sockaddr_in>.size)
        unsafe withUnsafeMutablePointer(to: &address) { pointer in
            unsafe pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { generic in
                unsafe _ = getsockname(listener, generic, &size)
            }
        }
        return UInt16(bigEndian: address.sin_port)
    }
}
