/// Unpacks a gzip file while it is read, all its members one after the other.
final class GzipFeed {
    enum Fault: Error {
        /// Nothing more of this member can be read; `skipMember` goes on to the next.
        case damaged
        /// It expands more than any document does.
        case tooLarge
    }

    private let source: ByteFeed
    private let inflater: Inflater
    private let maximumExpansion: Int
    private var packed: [UInt8] = []
    private var start = 0
    private var bytesIn = 0
    private var bytesOut = 0
    private var isInMember = false

    private static let room = 1 << 18
    private static let slack = 1 << 20

    init?(_ source: ByteFeed, limits: DecodeLimits) {
        guard let inflater = Inflater(.gzip) else { return nil }
        self.source = source
        self.inflater = inflater
        maximumExpansion = limits.maximumExpansion
    }

    /// The next bytes unpacked; empty at the end.
    func next() throws -> [UInt8] {
        var output: [UInt8] = []
        while output.isEmpty {
            if start == packed.count, try !refill() {
                if isInMember { throw ended() }
                return []
            }
            if !isInMember, try !beginMember() { return [] }
            switch inflater.unpack(packed, from: &start, to: &output, room: Self.room) {
            case .more: break
            case .end: isInMember = false
            case .damaged:
                isInMember = false
                throw Fault.damaged
            }
        }
        bytesOut += output.count
        if bytesOut > Self.slack, bytesOut / maximumExpansion > bytesIn { throw Fault.tooLarge }
        return output
    }

    /// Goes on to what looks like the next member.
    ///
    /// - Returns: whether there is one.
    func skipMember() throws -> Bool {
        isInMember = false
        repeat {
            while start + 3 < packed.count {
                if GzipDecoder.isMember(packed, at: start) { return true }
                start += 1
            }
        } while try refill()
        return false
    }

    private func ended() -> Fault {
        isInMember = false
        return .damaged
    }

    private func beginMember() throws -> Bool {
        while packed.count - start < 4, try refill() {}
        // Padding behind the last member is no damage.
        guard GzipDecoder.isMember(packed, at: start) else {
            if try isPadding() { return false }
            throw Fault.damaged
        }
        inflater.reset()
        isInMember = true
        return true
    }

    private func isPadding() throws -> Bool {
        repeat {
            guard packed[start...].allSatisfy({ $0 == 0 }) else { return false }
            start = packed.count
        } while try refill()
        return true
    }

    /// Reads on behind what is not used yet.
    private func refill() throws -> Bool {
        let portion = try source.next()
        guard !portion.isEmpty else { return false }
        packed = start == packed.count ? portion : packed[start...] + portion
        start = 0
        bytesIn += portion.count
        return true
    }
}
