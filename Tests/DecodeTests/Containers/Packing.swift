import CZlib
import Foundation

@testable import Decode

/// Packs for tests, by zlib itself.
enum Packing {
    static func gzip(_ bytes: [UInt8]) -> [UInt8] { pack(bytes, windowBits: 31) }
    static func zlib(_ bytes: [UInt8]) -> [UInt8] { pack(bytes, windowBits: 15) }
    static func raw(_ bytes: [UInt8]) -> [UInt8] { pack(bytes, windowBits: -15) }

    private static func pack(_ bytes: [UInt8], windowBits: Int32) -> [UInt8] {
        var stream = unsafe z_stream()
        let size = Int32(unsafe MemoryLayout<z_stream>.size)
        _ = unsafe deflateInit2_(&stream, 9, Z_DEFLATED, windowBits, 8, Z_DEFAULT_STRATEGY, ZLIB_VERSION, size)
        defer { _ = unsafe deflateEnd(&stream) }
        var output = [UInt8](repeating: 0, count: bytes.count + bytes.count / 100 + 100)
        var input = bytes
        unsafe input.withUnsafeMutableBufferPointer { from in
            unsafe output.withUnsafeMutableBufferPointer { to in
                unsafe stream.next_in = from.baseAddress
                unsafe stream.avail_in = UInt32(from.count)
                unsafe stream.next_out = to.baseAddress
                unsafe stream.avail_out = UInt32(to.count)
                _ = unsafe deflate(&stream, Z_FINISH)
            }
        }
        return Array(output.prefix(unsafe Int(stream.total_out)))
    }
}

extension ContainerReader {
    /// Every member of a file, read in portions of `portion` bytes; nil where it is no container.
    static func members(
        of bytes: [UInt8],
        name: String = "dump",
        portion: Int = 1 << 18,
        limits: DecodeLimits = DecodeLimits()
    ) throws -> [ContainerMember]? {
        guard let kind = kind(head: Array(bytes.prefix(headLength))) else { return nil }
        var rest = bytes[...]
        let feed = ByteFeed {
            defer { rest = rest.dropFirst(portion) }
            return Array(rest.prefix(portion))
        }
        let reader = ContainerReader(kind, name: name, feed: feed, limits: limits)
        var members: [ContainerMember] = []
        while let member = try reader.next() { members.append(member) }
        return members
    }
}

extension ContainerMember {
    var text: String { String(decoding: bytes, as: UTF8.self) }
}
