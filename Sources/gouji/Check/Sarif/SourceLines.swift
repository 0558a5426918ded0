internal import Model

/// The lines of a source that is plain UTF-8 text, so that a repair can say which characters it would replace.
struct SourceLines {
    private let lines: [ArraySlice<UInt8>]
    private let isMarkup: Bool

    /// Nil where lines and columns of the source are not those of its bytes: another charset, or no text.
    init?(_ bytes: [UInt8], of source: Source) {
        guard source.charset == "UTF-8" || source.charset == "US-ASCII", source.mediaType?.hasPrefix("text/") == true,
            String(validating: bytes, as: UTF8.self) != nil
        else { return nil }
        lines = Self.split(bytes)
        isMarkup = source.mediaType == "text/html"
    }

    /// LF, CRLF and a lone CR each end a line, as the report's line numbers count them.
    private static func split(_ bytes: [UInt8]) -> [ArraySlice<UInt8>] {
        var lines: [ArraySlice<UInt8>] = []
        var start = 0
        var index = 0
        while index < bytes.count {
            if bytes[index] == 0x0A || bytes[index] == 0x0D {
                lines.append(bytes[start..<index])
                if bytes[index] == 0x0D, index + 1 < bytes.count, bytes[index + 1] == 0x0A { index += 1 }
                start = index + 1
            }
            index += 1
        }
        return lines + [bytes[start...]]
    }

    /// The characters, counted from 1, in which the number of a row's cell stands on the cell's line.
    ///
    /// - Returns: nil where it is not on that line, or could be one of several numbers there.
    func columns(ofCell index: Int, in row: Row) -> Range<Int>? {
        guard let cell = row.cells[index], cell.line > 0, cell.line <= lines.count else { return nil }
        if cell.text.isEmpty { return columns(ofBlank: index, in: row, on: cell.line) }
        let numbers = numbers(in: lines[cell.line - 1])
        let same = numbers.filter { $0.text == cell.text }
        if same.count == 1 { return same[0].columns }
        let neighbours = row.cells.indices.filter { row.cells[$0]?.line == cell.line && row.cells[$0]?.text != "" }
        guard let position = neighbours.firstIndex(of: index) else { return nil }
        return aligned(neighbours.map { row.cells[$0]?.text ?? "" }, numbers, position)
    }

    /// The characters in which the number of a figure of the text stands; `words` are those that it was read from.
    ///
    /// - Returns: nil where it is not on that line, or could be one of several there: 收到12件,办结12件.
    func columns(ofNumber number: String, in words: String, on line: Int) -> Range<Int>? {
        guard line > 0, line <= lines.count else { return nil }
        let same = numbers(in: lines[line - 1]).filter { $0.text == number }
        if same.count == 1 { return same[0].columns }
        let scalars = Array(String(decoding: lines[line - 1], as: UTF8.self).unicodeScalars)
        let wanted = Array(words.unicodeScalars)
        guard !wanted.isEmpty, scalars.count >= wanted.count else { return nil }
        let starts = (0...(scalars.count - wanted.count)).filter {
            scalars[$0..<($0 + wanted.count)].elementsEqual(wanted)
        }
        guard starts.count == 1 else { return nil }
        let range = (starts[0] + 1)..<(starts[0] + 1 + wanted.count)
        let within = same.filter { range.contains($0.columns.lowerBound) }
        return within.count == 1 ? within[0].columns : nil
    }

    /// What stands between the bars or tabs around a blank cell, where the line's last fields are the row's cells.
    private func columns(ofBlank index: Int, in row: Row, on line: Int) -> Range<Int>? {
        let cells = row.cells.indices.filter { row.cells[$0] != nil }
        guard !isMarkup, cells.allSatisfy({ row.cells[$0]?.line == line }), let position = cells.firstIndex(of: index)
        else { return nil }
        let fields = fields(of: lines[line - 1]).suffix(cells.count)
        guard fields.count == cells.count, zip(fields, cells).allSatisfy({ $0.text == row.cells[$1]?.text ?? "" })
        else { return nil }
        return fields[fields.startIndex + position].columns
    }

    /// The fields of a line, without the white space around what stands in them; none where nothing divides it.
    private func fields(of line: ArraySlice<UInt8>) -> [Piece] {
        let scalars = Array(String(decoding: line, as: UTF8.self).unicodeScalars)
        guard let divider = ["|", "\t"].first(where: scalars.contains) else { return [] }
        var fields = [Piece(columns: 1..<1)]
        for (index, scalar) in scalars.enumerated() {
            if scalar == divider {
                fields.append(Piece(columns: index + 2..<index + 2))
            } else {
                let start = fields[fields.count - 1].columns.lowerBound
                fields[fields.count - 1].columns = start..<index + 2
                if scalar != " " { fields[fields.count - 1].text.unicodeScalars.append(scalar) }
            }
        }
        if divider == "|", fields.last?.text.isEmpty == true { fields.removeLast() }
        return fields
    }

    /// Where `texts` stand as a run of the line's numbers, if that is one place only.
    private func aligned(_ texts: [String], _ numbers: [Piece], _ position: Int) -> Range<Int>? {
        guard numbers.count >= texts.count else { return nil }
        let starts = (0...(numbers.count - texts.count)).filter { start in
            texts.indices.allSatisfy { numbers[start + $0].text == texts[$0] }
        }
        return starts.count == 1 ? numbers[starts[0] + position].columns : nil
    }

    /// A number, or a field of a table, by the characters in which it stands.
    private struct Piece {
        var text = ""
        var columns: Range<Int>
    }

    /// The runs of digits of a line, with their points and signs; what stands inside a tag is left out.
    private func numbers(in line: ArraySlice<UInt8>) -> [Piece] {
        var numbers: [Piece] = []
        var isInTag = false
        for (index, scalar) in String(decoding: line, as: UTF8.self).unicodeScalars.enumerated() {
            if isMarkup, scalar == "<" || scalar == ">" { isInTag = scalar == "<" }
            guard !isInTag, let character = Self.numeral(scalar) else { continue }
            if let last = numbers.last, last.columns.upperBound == index + 1 {
                numbers[numbers.count - 1].columns = last.columns.lowerBound..<index + 2
            } else {
                numbers.append(Piece(columns: index + 1..<index + 2))
            }
            numbers[numbers.count - 1].text.unicodeScalars.append(character)
        }
        return numbers
    }

    /// A digit, a point or a sign in its narrow form.
    private static func numeral(_ scalar: Unicode.Scalar) -> Unicode.Scalar? {
        switch scalar {
        case "0"..."9", ".", "-", ",": scalar
        case "０"..."９": Unicode.Scalar(scalar.value - 0xFF10 + 0x30)
        default: nil
        }
    }
}
