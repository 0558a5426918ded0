internal import Bytes
internal import Forms
internal import Model

/// Notes in brackets behind a row's label, which say what it counts.
extension TableParse {
    /// 120 Chinese characters.
    private static let longestNote = 360

    /// Whether a label stands in such a note within its cell: 其他对外管理服务事项（指行政许可以外的政务服务事项，含行政确认、
    /// 行政处罚、行政强制…）. No row begins there, and what stands around it is one note.
    func isInNote(_ label: TableLabel) -> Bool {
        guard !table.isOneLine else { return false }
        let start = cellStart(of: label.firstPiece)
        let least = max(start, label.start - Self.longestNote)
        var index = label.start
        while index > least {
            index -= 1
            let byte = flow.bytes[index]
            if byte == UInt8(ascii: "(") { return index > start }
            if byte == UInt8(ascii: ")") || ASCII.isDigit(byte) { return false }
        }
        return false
    }

    /// Where the cell of a piece begins, within which blanks may stand.
    private func cellStart(of piece: Int) -> Int {
        var first = piece
        while first > 0, flow.pieces[first].gap == .space, flow.pieces[first - 1].kind == .text { first -= 1 }
        return flow.range(first).lowerBound
    }

    /// Where the note right behind a label ends, of which nothing is a value; the label's end where it has none.
    func noteEnd(behind label: Int, in piece: Int) -> Int {
        guard label < flow.range(piece).upperBound, flow.bytes[label] == UInt8(ascii: "(") else { return label }
        var last = piece
        while last + 1 < flow.pieces.count, flow.pieces[last + 1].gap == .space, flow.pieces[last + 1].kind == .text {
            last += 1
        }
        let end = min(flow.range(last).upperBound, label + Self.longestNote)
        var depth = 0
        for index in label..<end {
            if flow.bytes[index] == UInt8(ascii: "(") { depth += 1 }
            if flow.bytes[index] == UInt8(ascii: ")") { depth -= 1 }
            // A unit is no note: 信息处理费（元）.
            if depth == 0 {
                let isNote =
                    index - label >= Self.shortestNote && !flow.hasPrefix(Self.yuan, at: index - Self.yuan.count)
                return isNote ? index + 1 : label
            }
        }
        return label
    }

    private static let yuan = Array("元".utf8)

    /// What stands before the note of a label that the form does not have, which is passed over whole:
    /// 其他主动公开文件（含…除规范性文件以外的主动公开文件…）.
    mutating func withoutNote(_ range: Range<Int>) -> Range<Int> {
        guard !table.isOneLine, let start = range.first(where: { flow.bytes[$0] == UInt8(ascii: "(") }),
            case let end = noteEnd(behind: start, in: piece), end > start
        else { return range }
        noteEnd = end
        return range.lowerBound..<start
    }

    /// 5 Chinese characters: what is shorter is a number, or a unit.
    private static let shortestNote = 15
}
