internal import Bytes

/// What stands in a cell of a ruled table, as the lines in which it was set.
struct CellText: Equatable {
    private(set) var lines: [[WordBox]] = []

    /// The words as lines, from above; characters that stand one below the other are a line each.
    init(_ words: [WordBox]) {
        for word in words.sorted(by: { ($0.middle, $0.left) < ($1.middle, $1.left) }) {
            if let last = lines.last, last.contains(where: { $0.sharesLine(word) }) {
                lines[lines.count - 1].append(word)
            } else {
                lines.append([word])
            }
        }
        for index in lines.indices { lines[index].sort { $0.left < $1.left } }
    }

    var isEmpty: Bool { lines.isEmpty }
    var bytes: [UInt8] { lines.flatMap { line in line.flatMap(\.text) } }
    /// Whether it begins as the label of a row does that begins a list or stands in one: `1.`, `（七）`, `其中：`.
    var beginsRow: Bool { lines.first?.first.map { $0.hasNumber || $0.beginsParts } ?? false }
    var isUnit: Bool { !isEmpty && lines.allSatisfy { $0.allSatisfy { $0.kind == .unit } } }
    /// Whether all of it is numbers and marks.
    var isValue: Bool { !isEmpty && lines.allSatisfy { $0.allSatisfy { $0.kind == .value } } }

    /// Adds what the next page has of the cell. A line that a tool draws on both, cut by their edges, is one; so is a number
    /// where no line closes the row between them.
    mutating func append(_ other: CellText, mayBeSame: Bool) {
        if mayBeSame, isValue, bytes == other.bytes { return }
        var rest = other.lines[...]
        if let first = rest.first, let last = lines.last, first.allSatisfy({ $0.top < Self.edge }),
            first.map(\.text) == last.map(\.text)
        {
            rest.removeFirst()
        }
        lines += rest
    }

    /// So near to a page's edge nothing is set.
    private static let edge = 2.0

    /// The text as it is read: what a narrow cell of `width` broke over lines is one again. Several numbers on lines that are
    /// not full stay several.
    func parts(width: Double) -> [[UInt8]] {
        var parts: [[UInt8]] = []
        for (index, line) in lines.enumerated() {
            let text = Self.text(line)
            if index > 0, goesOn(lines[index - 1], in: line, width) {
                parts[parts.count - 1] += text
            } else {
                parts.append(text)
            }
        }
        return parts
    }

    /// The text as paragraphs: a line that is not full ends one.
    func paragraphs(width: Double) -> [[UInt8]] {
        var result: [[UInt8]] = []
        var isFull = false
        for line in lines {
            if isFull { result[result.count - 1] += Self.text(line) } else { result.append(Self.text(line)) }
            isFull = (line.last?.right ?? 0) - (line.first?.left ?? 0) > width - Self.padding - 3 * (line.last?.em ?? 0)
        }
        return result
    }

    /// Whether digits that fill the last line may go on in another text.
    func goesOn(in other: CellText, width: Double) -> Bool {
        guard isValue, other.isValue, let last = lines.last, let first = other.lines.first else { return false }
        return goesOn(last, in: first, width)
    }

    /// Whether no more character has room in the last line, of five or more.
    func fillsLastLine(width: Double) -> Bool {
        guard let first = lines.last?.first, let last = lines.last?.last else { return false }
        let length = lines.last?.reduce(0) { $0 + $1.length } ?? 0
        return length >= Self.shortestLine && last.right - first.left + last.em > width - Self.padding
    }

    private static let shortestLine = 5

    /// Left and right of what stands in a cell, together.
    private static let padding = 12.0

    /// Whether a line goes on in the next: words do, and digits where the line is full.
    private func goesOn(_ line: [WordBox], in next: [WordBox], _ width: Double) -> Bool {
        guard let last = line.last, let first = line.first, let below = next.first else { return false }
        if last.kind == .text, below.kind == .text { return true }
        guard line.count == 1, next.count == 1 else { return false }
        let character = (last.right - first.left) / Double(max(1, last.length))
        return last.right - first.left + character > width - Self.padding
    }

    private static func text(_ line: [WordBox]) -> [UInt8] {
        var text: [UInt8] = []
        var previous: WordBox?
        for word in line {
            if let previous, word.left - previous.right > 0.2 * word.em { text.append(ASCII.space) }
            text += word.text
            previous = word
        }
        return text
    }
}
