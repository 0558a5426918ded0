internal import Glibc

/// Tells, by inotify, that something happened in folders. Its events are hints: the listing is the truth.
package struct DirectoryWatch: ~Copyable, Sendable {
    /// One event.
    package struct Event: Sendable, Hashable {
        /// The number that `add` gave for the folder; negative for an overflow.
        package let watch: Int32
        package let mask: UInt32
        /// The entry that it is about; empty where it is about the folder itself.
        package let name: String

        package var isFolder: Bool { mask & IN_ISDIR.bits != 0 }
        package var isMovedIn: Bool { mask & IN_MOVED_TO.bits != 0 }
        package var isClosed: Bool { mask & IN_CLOSE_WRITE.bits != 0 }
        /// Whether events were lost: only a listing of everything helps.
        package var isOverflow: Bool { mask & IN_Q_OVERFLOW.bits != 0 }
        /// Whether the watch is of no more use: the folder was moved, removed or unmounted.
        package var isLost: Bool {
            mask & (IN_MOVE_SELF.bits | IN_DELETE_SELF.bits | IN_UNMOUNT.bits | IN_IGNORED.bits) != 0
        }
    }

    private let descriptor: OwnedDescriptor

    package init() throws(PlatformError) {
        let number = inotify_init1(Int32(IN_NONBLOCK.bits | IN_CLOEXEC.bits))
        guard number >= 0 else { throw .last("start inotify", "") }
        descriptor = OwnedDescriptor(number, path: "inotify")
    }

    /// For a poller: readable when there are events.
    package var rawValue: Int32 { descriptor.rawValue }

    /// Watches the folder; the same folder gives the same number again.
    package func add(_ folder: String) throws(PlatformError) -> Int32 {
        let mask =
            IN_CREATE.bits | IN_MOVED_TO.bits | IN_CLOSE_WRITE.bits | IN_MOVE_SELF.bits | IN_DELETE_SELF.bits
            | IN_ONLYDIR.bits | IN_EXCL_UNLINK.bits
        let watch = unsafe FileName.withPath(folder) { unsafe inotify_add_watch(descriptor.rawValue, $0, mask) }
        guard watch >= 0 else { throw .last("watch", folder) }
        return watch
    }

    package func remove(_ watch: Int32) { _ = inotify_rm_watch(descriptor.rawValue, watch) }

    /// The events that are waiting, at most one buffer of them; empty where there are none.
    package func read() -> [Event] {
        let bytes = unsafe [UInt8](unsafeUninitializedCapacity: 65_536) { buffer, count in
            count = max(0, unsafe Glibc.read(descriptor.rawValue, buffer.baseAddress, buffer.count))
        }
        return Self.parse(bytes)
    }

    /// Records of 16 bytes (watch, mask, cookie, length of the name) and the name, padded with NUL.
    static func parse(_ bytes: [UInt8]) -> [Event] {
        var events: [Event] = []
        var rest = bytes[...]
        while rest.count >= 16 {
            let length = Int(word(rest, at: 12))
            guard length <= rest.count - 16 else { break }
            let name = rest.dropFirst(16).prefix(length).prefix { $0 != 0 }
            let watch = Int32(bitPattern: word(rest, at: 0))
            events.append(Event(watch: watch, mask: word(rest, at: 4), name: FileName.decode(Array(name))))
            rest = rest.dropFirst(16 + length)
        }
        return events
    }

    private static func word(_ bytes: ArraySlice<UInt8>, at offset: Int) -> UInt32 {
        let start = bytes.startIndex + offset
        return (0..<4).reduce(0) { $0 | UInt32(bytes[start + $1]) << UInt32(8 * $1) }
    }
}

extension BinaryInteger {
    /// The header's constants arrive as several integer types.
    fileprivate var bits: UInt32 { UInt32(truncatingIfNeeded: self) }
}

extension RawRepresentable where RawValue: BinaryInteger {
    fileprivate var bits: UInt32 { UInt32(truncatingIfNeeded: rawValue) }
}
