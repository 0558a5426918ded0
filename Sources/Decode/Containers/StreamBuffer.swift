internal import Bytes

/// Reads a feed by lines and by counted bytes, and holds no more of it than it must.
struct StreamBuffer {
    private let feed: () throws -> [UInt8]
    private(set) var bytes: [UInt8] = []
    private(set) var start = 0

    init(_ feed: @escaping () throws -> [UInt8]) { self.feed = feed }

    /// How many bytes are there without reading.
    var available: Int { bytes.count - start }

    /// Reads the next portion behind what is there; false at the end.
    mutating func fill() throws -> Bool {
        let portion = try feed()
        guard !portion.isEmpty else { return false }
        if start == bytes.count {
            bytes = portion
        } else {
            bytes.removeFirst(start)
            bytes += portion
        }
        start = 0
        return true
    }

    /// The next byte, which stays; nil at the end.
    mutating func peek() throws -> UInt8? {
        while start == bytes.count { guard try fill() else { return nil } }
        return bytes[start]
    }

    mutating func advance(_ count: Int) { start = min(bytes.count, start + count) }

    /// Throws away what is there, as after damage.
    mutating func clear() { start = bytes.count }

    /// Reads until `count` bytes are there or the feed ends.
    mutating func require(_ count: Int) throws { while available < count { guard try fill() else { return } } }

    /// The next line without its line feed, and whether all of it fitted into `limit` bytes; nil at the end.
    ///
    /// The rest of a longer line is read and dropped.
    mutating func line(limit: Int) throws -> (bytes: [UInt8], isWhole: Bool)? {
        guard try peek() != nil else { return nil }
        var searched = start
        var line: [UInt8] = []
        var isWhole = true
        while true {
            let end = index(of: ASCII.newline, from: searched) ?? bytes.count
            if line.count + end - start > limit { isWhole = false }
            if end < bytes.count || !isWhole {
                if isWhole { line += bytes[start..<end] }
                start = min(end + 1, bytes.count)
                if end < bytes.count { return (line, isWhole) }
            }
            let before = bytes.count - start
            guard try fill() else {
                if isWhole { line += bytes[start...] }
                start = bytes.count
                return (line, isWhole)
            }
            searched = start + before
        }
    }

    /// The next `count` bytes; fewer at the end.
    mutating func take(_ count: Int) throws -> [UInt8] {
        try require(count)
        let end = min(bytes.count, start + count)
        defer { start = end }
        return Array(bytes[start..<end])
    }

    /// Drops the next `count` bytes.
    ///
    /// - Returns: how many there were.
    mutating func skip(_ count: Int) throws -> Int {
        var left = count
        while left > 0 {
            if available == 0, try !fill() { break }
            let step = min(left, available)
            start += step
            left -= step
        }
        return count - left
    }

    private func index(of byte: UInt8, from start: Int) -> Int? {
        let span = bytes.span
        var index = start
        while index < span.count {
            if span[index] == byte { return index }
            index += 1
        }
        return nil
    }
}
