internal import Bytes
internal import Forms

/// What a label may be in one table; worked out once for all reports, so that each place where it stands refers to it.
final class LabelMeaning: Sendable {
    /// The rows that it may begin, in the form's order.
    let rows: [Int]
    let mergedRows: [Int]
    let column: Int?
    let isFurniture: Bool
    let isCode: Bool
    let isAnchor: Bool
    /// Whether it is a unit's or another word of at most two characters.
    let isUnit: Bool

    /// Nil where none of `entries` is of the table with the index `table`.
    init?(_ entries: [Lexicon.Entry], of table: Int, length: Int) {
        let own = entries.filter { $0.table == table }
        guard !own.isEmpty else { return nil }
        isAnchor = own.contains(where: \.isAnchor)
        rows = own.compactMap { if case .row(let row) = $0.meaning { row } else { nil } }
        mergedRows = own.compactMap { if case .mergedRow(let row) = $0.meaning { row } else { nil } }
        column = own.compactMap { if case .column(let column) = $0.meaning { column } else { nil } }.last
        isFurniture = own.contains { $0.meaning == .furniture }
        isCode = own.contains { $0.meaning == .code }
        isUnit = length <= 6 && isFurniture && rows.isEmpty
    }

    var hasOtherMeanings: Bool { column != nil || isFurniture || !mergedRows.isEmpty }
}

/// A place where a label of one table stands, with all that it may mean there.
struct TableLabel {
    var start: Int
    var end: Int
    /// The pieces in which it begins and ends.
    var firstPiece: Int
    var lastPiece: Int
    var meaning: LabelMeaning
    /// Whether nothing but its number stands before it in its piece.
    var startsAligned = true
    /// Whether it stands by itself, not inside a longer word.
    var isAligned = true

    var rows: [Int] { meaning.rows }
    var mergedRows: [Int] { meaning.mergedRows }
    var column: Int? { meaning.column }
    var isCode: Bool { meaning.isCode }
    var isAnchor: Bool { meaning.isAnchor }
    var isUnit: Bool { meaning.isUnit }
    var hasOtherMeanings: Bool { meaning.hasOtherMeanings }
}

extension Lexicon {
    /// The labels of the table with the index `table` among all matches of the form.
    func labels(of table: Int, in matches: [LabelMatcher.Match], flow: Flow) -> [TableLabel] {
        var labels: [TableLabel] = []
        var piece = 0
        for (index, match) in matches.enumerated() {
            guard let meaning = meanings[table][match.label] else { continue }
            let first = flow.piece(at: match.start, from: piece)
            let last = flow.piece(at: match.end - 1, from: first)
            piece = first
            var label = TableLabel(
                start: match.start,
                end: match.end,
                firstPiece: first,
                lastPiece: last,
                meaning: meaning
            )
            label.startsAligned = startsAligned(label, labels.last?.end, flow)
            label.isAligned =
                label.startsAligned
                && endsAligned(label, before: index + 1 < matches.count ? matches[index + 1].start : nil, flow)
            // A word of one or two characters is a label only where it stands by itself.
            if match.end - match.start <= 9, !label.isAligned { continue }
            labels.append(label)
        }
        return labels
    }

    private func startsAligned(_ match: TableLabel, _ previousEnd: Int?, _ flow: Flow) -> Bool {
        let piece = flow.range(match.firstPiece)
        if match.start == piece.lowerBound || previousEnd == match.start { return true }
        let first = flow.beginningOfCell(match.firstPiece)
        if Lead.start(flow.bytes, from: flow.starts[first], to: match.start, beginsPiece: true) < match.start {
            return true
        }
        let before = flow.bytes[match.start - 1]
        return before >= UInt8(ascii: "0") && before <= UInt8(ascii: "9")
    }

    private func endsAligned(_ match: TableLabel, before next: Int?, _ flow: Flow) -> Bool {
        if match.end == next { return true }
        let piece = flow.range(match.lastPiece)
        if match.end == piece.upperBound { return true }
        let after = flow.bytes[match.end]
        let isNumber = after >= UInt8(ascii: "0") && after <= UInt8(ascii: "9")
        return isNumber || after == UInt8(ascii: "+") || after == UInt8(ascii: "-") || after == UInt8(ascii: "(")
            || Enumerator(flow.bytes, at: match.end, end: piece.upperBound) != nil
            || GluedMark.beginCells(flow.bytes, at: match.end, end: piece.upperBound)
    }
}

/// What stands before a label: its number, an opening bracket, 其中.
enum Lead {
    private static let words = ["其中:", "其中", "(", "\"", "*", "-"].map { Array($0.utf8) }

    private static let longest = 60
    /// What a list goes on with.
    static let listComma = Array("、".utf8)
    /// What a heading ends with.
    static let matter = Array("情况".utf8)

    /// Where the lead of a label begins that stands at `label`; `label` itself where there is none.
    ///
    /// Only a number that begins the piece may have two digits; behind a value one digit is the label's number: in
    /// `00000002.其他` the last 2. So may a number in a circle only begin it: behind a value it is a footnote's.
    static func start(_ bytes: [UInt8], from first: Int, to label: Int, beginsPiece: Bool) -> Int {
        guard label > first else { return label }
        if beginsPiece, label == first + 3, Enumerator(circledAt: first, end: label, in: bytes) != nil {
            return first
        }
        guard endsLead(bytes, label - 1, from: first) else { return label }
        // A lead is short, however long the piece is that it ends.
        var nearest = max(first, label - longest)
        while nearest < label, bytes[nearest] & 0xC0 == 0x80 { nearest += 1 }
        var start = nearest
        while start < label {
            let splitsDigits = ASCII.isDigit(bytes[start]) && ASCII.isDigit(bytes[start + 1])
            if beginsLead(bytes, start), !splitsDigits || start == first && beginsPiece,
                spans(bytes, from: start, to: label)
            {
                return start
            }
            start += 1
        }
        return label
    }

    /// Whether a lead can end in the byte at `last`: `)` `.` `,` `:` `(` `"` `*` `-`, or the last one of 、 and of 中.
    private static func endsLead(_ bytes: [UInt8], _ last: Int, from first: Int) -> Bool {
        switch bytes[last] {
        case 0x29, 0x2E, 0x2C, 0x3A, 0x28, 0x22, 0x2A, 0x2D: true
        case 0x81: last >= first + 2 && bytes[last - 2] == 0xE3 && bytes[last - 1] == 0x80
        case 0xAD: last >= first + 2 && bytes[last - 2] == 0xE4 && bytes[last - 1] == 0xB8
        default: false
        }
    }

    /// Whether a lead can begin there: with a number, a sign, or 其. Before a label at least one byte follows.
    private static func beginsLead(_ bytes: [UInt8], _ start: Int) -> Bool {
        switch bytes[start] {
        case 0x30...0x39, 0x28, 0x22, 0x2A, 0x2D: true
        case 0xE4, 0xE5:
            start + 2 < bytes.count
                && (Enumerator.numeral(bytes, at: start) != nil || bytes[start + 1] == 0x85 && bytes[start + 2] == 0xB6)
        default: false
        }
    }

    private static func spans(_ bytes: [UInt8], from start: Int, to end: Int) -> Bool {
        var index = start
        while index < end {
            if let number = Enumerator(bytes, at: index, end: end) {
                index += number.length
            } else if let word = words.first(where: { ByteSearch.stands($0, in: bytes.span, at: index, end: end) }) {
                index += word.count
            } else {
                return false
            }
        }
        return true
    }
}
