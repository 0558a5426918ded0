/// The bytes of a file, one portion after the other.
package struct ByteFeed {
    private let read: () throws -> [UInt8]

    /// A feed of what `read` gives, until that is empty.
    package init(_ read: @escaping () throws -> [UInt8]) { self.read = read }

    /// The next portion; empty at the end.
    package func next() throws -> [UInt8] { try read() }

    /// A feed of bytes in memory.
    package static func of(_ bytes: [UInt8]) -> ByteFeed {
        var rest = bytes[...]
        return ByteFeed {
            let portion = rest.prefix(1 << 18)
            rest = rest.dropFirst(portion.count)
            return Array(portion)
        }
    }

    /// A feed of `head` and then of what this one gives.
    package func preceded(by head: [UInt8]) -> ByteFeed {
        var head = head
        return ByteFeed {
            if head.isEmpty { return try read() }
            defer { head = [] }
            return head
        }
    }
}
