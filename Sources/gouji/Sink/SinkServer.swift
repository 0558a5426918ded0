internal import Glibc
internal import Platform

/// A small HTTP/1.1 server for loopback: takes one request after the other, each on a connection of its own.
struct SinkServer: ~Copyable {
    private let listener: OwnedDescriptor
    /// The port that it listens on.
    let port: Int

    /// Heads and bodies longer than this are refused; messages have at most 20 kB.
    private static let longestHead = 65_536
    private static let longestBody = 1_048_576
    /// Seconds that a client may keep the others waiting.
    private static let patience = 10

    /// Listens on 127.0.0.1; port 0 lets the system choose.
    init(port: Int) throws(PlatformError) {
        let socket = try Self.listener(port)
        self.port = try Self.port(of: socket.rawValue)
        listener = socket
    }

    /// Takes the next request, and answers with the status that `handle` gives, such as `200 OK`.
    ///
    /// A connection that brings no request is answered and passed over.
    func serve(_ handle: (HTTPRequest) throws -> String) throws {
        let number = accept(listener.rawValue, nil, nil)
        guard number >= 0 else {
            if errno == EINTR || errno == ECONNABORTED { return }
            throw Self.error("accept on", listener.path)
        }
        let connection = OwnedDescriptor(number, path: "connection")
        var limit = timeval(tv_sec: Self.patience, tv_usec: 0)
        for option in [SO_RCVTIMEO, SO_SNDTIMEO] {
            unsafe _ = setsockopt(number, SOL_SOCKET, option, &limit, socklen_t(MemoryLayout<timeval>.size))
        }
        let status = try Self.request(number).map(handle) ?? "400 Bad Request"
        Self.send("HTTP/1.1 \(status)\r\nContent-Length: 0\r\nConnection: close\r\n\r\n", to: connection.rawValue)
    }

    private static func listener(_ port: Int) throws(PlatformError) -> OwnedDescriptor {
        let name = "127.0.0.1:\(port)"
        let number = socket(AF_INET, Int32(SOCK_STREAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue), 0)
        guard number >= 0 else { throw error("open a socket for", name) }
        let descriptor = OwnedDescriptor(number, path: name)
        var yes: Int32 = 1
        unsafe _ = setsockopt(number, SOL_SOCKET, SO_REUSEADDR, &yes, socklen_t(MemoryLayout<Int32>.size))
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = in_port_t(port).bigEndian
        address.sin_addr.s_addr = INADDR_LOOPBACK.bigEndian
        let bound = unsafe withSocketAddress(&address) { unsafe bind(number, $0, $1.pointee) }
        guard bound == 0, listen(number, 16) == 0 else { throw error("listen on", name) }
        return descriptor
    }

    private static func port(of descriptor: Int32) throws(PlatformError) -> Int {
        var address = sockaddr_in()
        guard unsafe withSocketAddress(&address, { unsafe getsockname(descriptor, $0, $1) }) == 0 else {
            throw error("look at", "the socket")
        }
        return Int(in_port_t(bigEndian: address.sin_port))
    }

    private static func request(_ descriptor: Int32) -> HTTPRequest? {
        var bytes: [UInt8] = []
        let end = Array("\r\n\r\n".utf8)
        while bytes.firstRange(of: end) == nil {
            guard bytes.count < longestHead, receive(descriptor, &bytes) else { return nil }
        }
        guard let head = bytes.firstRange(of: end), var request = HTTPRequest(head: Array(bytes[..<head.lowerBound])),
            let length = request.contentLength, (0...longestBody).contains(length)
        else { return nil }
        var body = Array(bytes[head.upperBound...])
        if request.expectsContinue, body.isEmpty { send("HTTP/1.1 100 Continue\r\n\r\n", to: descriptor) }
        while body.count < length {
            guard receive(descriptor, &body) else { return nil }
        }
        request.body = Array(body.prefix(length))
        return request
    }

    private static func receive(_ descriptor: Int32, _ bytes: inout [UInt8]) -> Bool {
        var buffer = [UInt8](repeating: 0, count: 16_384)
        let count = unsafe recv(descriptor, &buffer, buffer.count, 0)
        if count > 0 { bytes += buffer[..<count] }
        return count > 0
    }

    private static func send(_ text: String, to descriptor: Int32) {
        let bytes = Array(text.utf8)
        unsafe _ = Glibc.send(descriptor, bytes, bytes.count, Int32(MSG_NOSIGNAL))
    }

    private static func withSocketAddress(
        _ address: inout sockaddr_in,
        _ body: (UnsafeMutablePointer<sockaddr>, UnsafeMutablePointer<socklen_t>) -> Int32
    ) -> Int32 {
        var length = socklen_t(MemoryLayout<sockaddr_in>.size)
        return unsafe withUnsafeMutablePointer(to: &address) { pointer in
            unsafe pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { unsafe body($0, &length) }
        }
    }

    private static func error(_ operation: String, _ name: String) -> PlatformError {
        PlatformError(operation: operation, path: name, errno: errno)
    }
}
