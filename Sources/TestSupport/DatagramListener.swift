internal import Glibc
internal import Platform

/// A datagram socket, as systemd has one for its services.
package final class DatagramListener: Sendable {
    private let descriptor: Int32

    /// A first `@` in the name stands for the abstract name space.
    package init(_ name: String) throws {
        descriptor = socket(AF_UNIX, Int32(SOCK_DGRAM.rawValue), 0)
        var address = sockaddr_un()
        address.sun_family = sa_family_t(AF_UNIX)
        var bytes = Array(name.utf8)
        let isAbstract = bytes.first == UInt8(ascii: "@")
        if isAbstract { bytes[0] = 0 }
        unsafe withUnsafeMutableBytes(of: &address.sun_path) { unsafe $0.copyBytes(from: bytes) }
        let length = socklen_t(2 + bytes.count + (isAbstract ? 0 : 1))
        let result = unsafe withUnsafePointer(to: address) { pointer in
            unsafe pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { unsafe bind(descriptor, $0, length) }
        }
        guard result == 0 else { throw PlatformError(operation: "bind", path: name, errno: errno) }
    }

    deinit { close(descriptor) }

    /// The next message that is there, or the empty text.
    package func next() -> String {
        var bytes = [UInt8](repeating: 0, count: 4096)
        let count = unsafe recv(descriptor, &bytes, bytes.count, Int32(MSG_DONTWAIT))
        return String(decoding: bytes.prefix(max(0, count)), as: UTF8.self)
    }

    /// All the messages that are there.
    package func all() -> [String] {
        var messages: [String] = []
        while true {
            let message = next()
            if message.isEmpty { return messages }
            messages.append(message)
        }
    }
}
