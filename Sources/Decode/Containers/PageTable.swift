internal import Bytes
internal import Model

/// What the first row of a scraper's table says: which columns hold the page, its title, its address.
struct PageTable {
    let separator: UInt8
    /// Of each column the member that it is; nil of one that is not known.
    let columns: [String?]
    /// Of the whole beginning: a row alone may be too short to tell it by.
    let charset: Charset?

    /// No row of names is longer, in bytes.
    private static let longestHead = 1024

    /// Nil where `head`, the beginning of a file, is no such table. It is one where the first row names a column for the
    /// page and one for its title or address, and a report stands in a cell of the former: a statistics table, whose
    /// first row may have 内容 too, is none.
    init?(head: [UInt8]) {
        let bytes = head.starts(with: Self.mark) ? Array(head.dropFirst(Self.mark.count)) : head
        let line = bytes.prefix(Self.longestHead).prefix { $0 != ASCII.newline }
        let hasTab = line.contains(ASCII.tab)
        guard hasTab || line.contains(UInt8(ascii: ",")), line.count < Self.longestHead,
            let (text, charset) = Self.text(of: bytes, line: Array(line))
        else { return nil }
        let separator = hasTab && !line.contains(UInt8(ascii: ",")) ? ASCII.tab : UInt8(ascii: ",")
        var names = SeparatedRow(separator: separator)
        guard let start = names.take(text, from: 0) else { return nil }
        let columns = names.cells.map { PageRecord.key($0) }
        let known = Set(columns.compactMap { $0 })
        guard !known.isDisjoint(with: PageRecord.bodies), known.contains("title") || known.contains("url"),
            Self.holdsReport(text, from: start, separator, columns)
        else { return nil }
        (self.separator, self.columns, self.charset) = (separator, columns, charset)
    }

    private static let mark: [UInt8] = [0xEF, 0xBB, 0xBF]

    /// The beginning in UTF-8, and its charset where it is another one.
    private static func text(of bytes: [UInt8], line: [UInt8]) -> (text: [UInt8], charset: Charset?)? {
        if UTF8Repair.isValid(line.span) {
            // Most texts end here: their first line names nothing.
            let names = line.split {
                $0 == UInt8(ascii: ",") || $0 == ASCII.tab || $0 == UInt8(ascii: "\"") || $0 == 0x0D
            }
            return names.contains { PageRecord.key(Array($0)) != nil } ? (bytes, nil) : nil
        }
        // A character may be cut at the end.
        guard let end = bytes.lastIndex(of: ASCII.newline),
            let text = try? CharsetReader.text(of: Array(bytes[...end]))
        else { return nil }
        return (text.utf8, text.charset)
    }

    private static func holdsReport(_ text: [UInt8], from start: Int, _ separator: UInt8, _ columns: [String?]) -> Bool
    {
        var start = start
        while start < text.count {
            var row = SeparatedRow(separator: separator)
            let end = row.take(text, from: start)
            if end == nil { row.endRow() }
            for (cell, column) in zip(row.cells, columns) where column.map(PageRecord.bodies.contains) ?? false {
                if ScriptArticle.mayBeReport(cell) { return true }
            }
            start = end ?? text.count
        }
        return false
    }
}
