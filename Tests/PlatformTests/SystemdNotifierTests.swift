import Glibc
import Platform
import TestSupport
import Testing

struct SystemdNotifierTests {
    @Test(arguments: [false, true]) func speaksToASocketWithAndWithoutAPath(isAbstract: Bool) throws {
        let folder = try TemporaryFolder()
        let name = isAbstract ? "@gouji-\(Random.hex(8))" : folder.file("socket")
        let listener = try Listener(name)
        let notifier = SystemdNotifier(address: name)
        notifier.ready()
        #expect(listener.next() == "READY=1")
        notifier.status("3 files wait")
        #expect(listener.next() == "STATUS=3 files wait")
        notifier.reloading()
        #expect(listener.next().hasPrefix("RELOADING=1\nMONOTONIC_USEC="))
    }

    @Test func isSilentWhereNobodyListens() {
        SystemdNotifier(address: nil).ready()
        SystemdNotifier(address: "/no/such/socket").ready()
    }

    /// A datagram socket, as systemd has one.
    private final class Listener {
        private let descriptor: Int32

        init(_ name: String) throws {
            descriptor = socket(AF_UNIX, Int32(SOCK_DGRAM.rawValue), 0)
            var address = sockaddr_un()
            address.sun_family = sa_family_t(AF_UNIX)
            var bytes = Array(name.utf8)
            let isAbstract = bytes.first == UInt8(ascii: "@")
            if isAbstract { bytes[0] = 0 }
            unsafe withUnsafeMutableBytes(of: &address.sun_path) { unsafe $0.copyBytes(from: bytes) }
            let length = socklen_t(2 + bytes.count + (isAbstract ? 0 : 1))
            let result = unsafe withUnsafePointer(to: address) { pointer in
                unsafe pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                    unsafe bind(descriptor, $0, length)
                }
            }
            try #require(result == 0)
        }

        deinit { close(descriptor) }

        func next() -> String {
            var bytes = [UInt8](repeating: 0, count: 4096)
            let count = unsafe recv(descriptor, &bytes, bytes.count, Int32(MSG_DONTWAIT))
            return String(decoding: bytes.prefix(max(0, count)), as: UTF8.self)
        }
    }
}
