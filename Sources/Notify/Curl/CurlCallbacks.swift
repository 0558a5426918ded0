internal import CCurl
internal import Glibc

// What libcurl calls back, as C functions: each finds its transfer in the context and hands on.

/// The transfer that libcurl calls back for.
private func transfer(_ context: UnsafeMutableRawPointer?) -> CurlTransfer? {
    unsafe context.map { unsafe Unmanaged<CurlTransfer>.fromOpaque($0).takeUnretainedValue() }
}

func receiveAnswer(
    _ bytes: UnsafeMutablePointer<CChar>?,
    _ size: Int,
    _ count: Int,
    _ context: UnsafeMutableRawPointer?
) -> Int {
    unsafe transfer(context)?.receive(UnsafeRawBufferPointer(start: bytes, count: size * count)) ?? 0
}

func receiveReply(
    _ bytes: UnsafeMutablePointer<CChar>?,
    _ size: Int,
    _ count: Int,
    _ context: UnsafeMutableRawPointer?
) -> Int {
    unsafe transfer(context)?.receive(reply: UnsafeRawBufferPointer(start: bytes, count: size * count)) ?? 0
}

func sendMail(
    _ bytes: UnsafeMutablePointer<CChar>?,
    _ size: Int,
    _ count: Int,
    _ context: UnsafeMutableRawPointer?
) -> Int {
    unsafe transfer(context)?.send(into: UnsafeMutableRawBufferPointer(start: bytes, count: size * count)) ?? 0
}

func openSocket(
    _ context: UnsafeMutableRawPointer?,
    _ purpose: curlsocktype,
    _ address: UnsafeMutablePointer<curl_sockaddr>?
) -> curl_socket_t {
    guard let transfer = unsafe transfer(context), let address = unsafe address else { return -1 }
    let family = unsafe address.pointee.family
    guard unsafe transfer.allows(hostBytes(of: address)) else { return -1 }
    return unsafe socket(family, address.pointee.socktype | Int32(SOCK_CLOEXEC.rawValue), address.pointee.protocol)
}

/// The bytes of the IP address: they stand at 4 in a `sockaddr_in` and at 8 in a `sockaddr_in6`.
private func hostBytes(of address: UnsafeMutablePointer<curl_sockaddr>) -> [UInt8] {
    guard let start = MemoryLayout<curl_sockaddr>.offset(of: \.addr) else { return [] }
    let bytes = unsafe UnsafeRawBufferPointer(
        start: UnsafeRawPointer(address).advanced(by: start),
        count: Int(address.pointee.addrlen)
    )
    switch unsafe (address.pointee.family, bytes.count) {
    case (AF_INET, 8...): return unsafe Array(bytes[4..<8])
    case (AF_INET6, 24...): return unsafe Array(bytes[8..<24])
    default: return []
    }
}
