internal import Model

/// The text outside the tables, with the lines that it came from.
struct Narrative {
    private(set) var text = Prose("")
    private(set) var lines = LineMap()

    init(_ flow: Flow, outside regions: [Range<Int>]) {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(flow.bytes.count)
        var piece = 0
        var index = 0
        let all = flow.bytes.indices
        for region in regions.map({ $0.clamped(to: all) }).sorted(by: { $0.lowerBound < $1.lowerBound })
        where region.lowerBound >= index {
            append(index..<region.lowerBound, of: flow, from: &piece, to: &bytes)
            index = region.upperBound
        }
        append(index..<flow.bytes.count, of: flow, from: &piece, to: &bytes)
        text = Prose(bytes[...])
    }

    private mutating func append(_ range: Range<Int>, of flow: Flow, from piece: inout Int, to bytes: inout [UInt8]) {
        while piece < flow.pieces.count, flow.starts[piece] < range.upperBound {
            if flow.starts[piece + 1] > range.lowerBound {
                let offset = bytes.count + max(0, flow.starts[piece] - range.lowerBound)
                lines.note(flow.pieces[piece].line, at: offset)
                // A piece may go on behind the table that the range ends at.
                if flow.starts[piece + 1] > range.upperBound { break }
            }
            piece += 1
        }
        bytes += flow.bytes[range]
    }
}
