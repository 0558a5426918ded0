/// Which addresses a webhook may be sent to: judged at the socket, whatever name or spelling led there.
///
/// The address of an endpoint is the administrator's word, but what its name resolves to is not.
struct AddressGuard: Sendable, Equatable {
    /// Whether the configured host is itself a loopback one.
    var isLoopbackHost: Bool
    /// Whether the transfer is plain http without `allow_http`.
    var isLoopbackOnly: Bool

    /// Whether a connection to `address` may be made: four bytes of IPv4 or sixteen of IPv6, in network order.
    func allows(_ address: [UInt8]) -> Bool {
        switch address.count {
        case 4: allowsIPv4(address)
        case 16: Self.embedded(address).map(allowsIPv4) ?? allowsIPv6(address)
        default: false
        }
    }

    private func allowsIPv4(_ address: [UInt8]) -> Bool {
        let isLoopback = address[0] == 127
        // 0.0.0.0 reaches this machine too.
        if isLoopback || address[0] == 0 { return isLoopback && isLoopbackHost }
        let isLinkLocal = address[0] == 169 && address[1] == 254
        return !isLinkLocal && !Self.metadata.contains(address) && !isLoopbackOnly
    }

    private func allowsIPv6(_ address: [UInt8]) -> Bool {
        if address == Self.loopback { return isLoopbackHost }
        if address.allSatisfy({ $0 == 0 }) { return false }
        let isLinkLocal = address[0] == 0xFE && address[1] & 0xC0 == 0x80
        return !isLinkLocal && !Self.metadata.contains(address) && !isLoopbackOnly
    }

    /// The IPv4 address within an IPv6 one: mapped (`::ffff:0:0/96`) or translated (`64:ff9b::/96`, RFC 6052).
    private static func embedded(_ address: [UInt8]) -> [UInt8]? {
        let prefix = Array(address.prefix(12))
        return prefix == mapped || prefix == translated ? Array(address.suffix(4)) : nil
    }

    private static let loopback = [UInt8](repeating: 0, count: 15) + [1]
    private static let mapped: [UInt8] = [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xFF, 0xFF]
    private static let translated: [UInt8] = [0, 0x64, 0xFF, 0x9B, 0, 0, 0, 0, 0, 0, 0, 0]
    /// Where clouds tell a machine its secrets, beside the link-local ones: Alibaba's and Amazon's for IPv6.
    private static let metadata: [[UInt8]] = [
        [100, 100, 100, 200],
        [0xFD, 0, 0x0E, 0xC2, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0x02, 0x54],
    ]
}
