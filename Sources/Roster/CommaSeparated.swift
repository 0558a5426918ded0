/// Reads the rows of a table in text (RFC 4180), with commas or, as spreadsheets also save it, tabs.
struct CommaSeparated {
    struct Row: Equatable {
        /// Where it begins, from 1.
        var line: Int
        var fields: [String]
    }

    private let scalars: [Unicode.Scalar]
    private let separator: Unicode.Scalar
    private var position = 0
    private var line = 1

    private init(_ text: String) {
        scalars = Array(text.unicodeScalars)
        let head = scalars.prefix { $0 != "\n" && $0 != "\r" }
        separator = head.contains("\t") && !head.contains(",") ? "\t" : ","
    }

    /// The rows that are neither blank nor begin with `#`.
    ///
    /// - Throws: where a quote does not end, or something stands behind one.
    static func rows(_ text: String, file: String) throws(RosterError) -> [Row] {
        var reader = CommaSeparated(text)
        var rows: [Row] = []
        while reader.position < reader.scalars.count {
            let row = try reader.row(file)
            let isBlank = row.fields.allSatisfy(\.isEmpty)
            if !isBlank, !row.fields[0].hasPrefix("#") { rows.append(row) }
        }
        return rows
    }

    private var next: Unicode.Scalar? { position < scalars.count ? scalars[position] : nil }

    private mutating func row(_ file: String) throws(RosterError) -> Row {
        var row = Row(line: line, fields: [])
        // What follows a `#` is for people, who do not close their quotes.
        if next == "#" {
            row.fields.append(plainRest())
            return row
        }
        while true {
            row.fields.append(try field(file))
            guard next == separator else { break }
            position += 1
        }
        endLine()
        return row
    }

    private mutating func plainRest() -> String {
        let start = position
        while let scalar = next, scalar != "\n", scalar != "\r" { position += 1 }
        let text = String(String.UnicodeScalarView(scalars[start..<position]))
        endLine()
        return text
    }

    private mutating func endLine() {
        if next == "\r" { position += 1 }
        if next == "\n" { position += 1 }
        line += 1
    }

    private mutating func field(_ file: String) throws(RosterError) -> String {
        guard next == "\"" else {
            var text = String.UnicodeScalarView()
            while let scalar = next, scalar != separator, scalar != "\n", scalar != "\r" {
                text.append(scalar)
                position += 1
            }
            return Self.trimmed(String(text))
        }
        let start = line
        position += 1
        var text = String.UnicodeScalarView()
        while true {
            guard let scalar = next else {
                throw RosterError(file: file, line: start, message: "a quote that does not end; close it with \"")
            }
            position += 1
            if scalar == "\n" { line += 1 }
            if scalar != "\"" {
                text.append(scalar)
            } else if next == "\"" {
                text.append("\"")
                position += 1
            } else {
                break
            }
        }
        guard next == nil || next == separator || next == "\n" || next == "\r" else {
            throw RosterError(file: file, line: line, message: "something stands behind a closing quote; remove it")
        }
        return Self.trimmed(String(text))
    }

    /// Without white space at its ends, of whatever width.
    static func trimmed(_ text: String) -> String {
        let scalars = text.unicodeScalars.drop { $0.properties.isWhitespace }
        return String(String.UnicodeScalarView(scalars.reversed().drop { $0.properties.isWhitespace }.reversed()))
    }
}
