internal import Bytes

/// The names that a program makes up for the columns whose heads are blank: `Col2`, `Col3`, in a table's first row.
enum PlaceholderHead {
    private static let name = Array("Col".utf8)

    /// Whether a cell holds nothing but the name that the column with this index, from 0, would be given.
    static func isHead(_ text: borrowing Span<UInt8>, from start: Int, to end: Int, of column: Int) -> Bool {
        var first = start
        var last = end
        while first < last, text[first] == ASCII.space { first += 1 }
        while last > first, text[last - 1] == ASCII.space { last -= 1 }
        let digits = first + name.count
        guard digits < last, last - digits <= 2, name.indices.allSatisfy({ text[first + $0] == name[$0] }) else {
            return false
        }
        var number = 0
        for index in digits..<last {
            guard ASCII.isDigit(text[index]) else { return false }
            number = number * 10 + Int(text[index] - ASCII.zero)
        }
        return number == column + 1
    }
}
