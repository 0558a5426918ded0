internal import Bytes

/// Finds where a JSON value ends, over any number of portions.
struct JSONCutter {
    private var depth = 0
    private(set) var isInString = false
    private var isEscaped = false

    /// Where the value ends in `span`, and whether it does there.
    mutating func end(in span: borrowing Span<UInt8>, from start: Int) -> (index: Int, isDone: Bool) {
        var index = start
        while index < span.count {
            let byte = span[index]
            index += 1
            if isInString {
                if isEscaped {
                    isEscaped = false
                } else if byte == UInt8(ascii: "\\") {
                    isEscaped = true
                } else if byte == UInt8(ascii: "\"") {
                    isInString = false
                    if depth == 0 { return (index, true) }
                }
                continue
            }
            switch byte {
            case UInt8(ascii: "\""): isInString = true
            case UInt8(ascii: "{"), UInt8(ascii: "["): depth += 1
            case UInt8(ascii: "}"), UInt8(ascii: "]"):
                depth -= 1
                if depth <= 0 { return (index, true) }
            // A number or a word that stands alone.
            case UInt8(ascii: ","), 0...ASCII.space: if depth == 0 { return (index - 1, true) }
            default: break
            }
        }
        return (index, false)
    }
}
