internal import Model

/// Unpacks a whole document that fits into memory.
enum Unpacking {
    enum Fault: Error {
        case damaged
        /// It becomes more bytes than a document may have, or expands more than any document does.
        case tooLarge
    }

    private static let step = 1 << 16
    /// A document this small may expand as much as it likes.
    private static let slack = 1 << 16

    /// The bytes unpacked; all members of a gzip file, one after the other.
    static func bytes(of packed: [UInt8], _ frame: Inflater.Frame, limits: DecodeLimits) throws(Fault) -> [UInt8] {
        guard let inflater = Inflater(frame) else { throw .damaged }
        let limit = min(limits.maximumBytes, max(slack, packed.count * limits.maximumExpansion))
        var result: [UInt8] = []
        var start = 0
        while true {
            let before = (start, result.count)
            let state = inflater.unpack(packed, from: &start, to: &result, room: min(step, limit - result.count + 1))
            if result.count > limit { throw .tooLarge }
            switch state {
            case .damaged: throw .damaged
            case .end:
                // Padding, or anything else that is no further member, is left out as gzip does.
                guard frame == .gzip, GzipDecoder.isMember(packed, at: start) else { return result }
                inflater.reset()
            case .more:
                if before == (start, result.count) { throw .damaged }
            }
        }
    }
}
