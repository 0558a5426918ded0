/// A character that the outline's text leaves out, and that a reader of the document does not see: a blank beyond ASCII's,
/// or a sign without width. It is kept for what is shown as written.
package struct UnseenCharacter: Sendable, Equatable {
    private var storedOffset: UInt32
    /// Its bytes, at most four, the first in the lowest place; no byte of it is 0.
    private var code: UInt32

    package init(_ bytes: ArraySlice<UInt8>, at offset: Int) {
        storedOffset = UInt32(clamping: offset)
        code = bytes.prefix(4).reversed().reduce(0) { $0 << 8 | UInt32($1) }
    }

    /// The place in the outline's text that it stood before.
    package var offset: Int { Int(storedOffset) }

    fileprivate func append(to text: inout [UInt8]) {
        var rest = code
        while rest != 0 {
            text.append(UInt8(truncatingIfNeeded: rest))
            rest >>= 8
        }
    }
}

extension Outline {
    /// Appends a part of the text as the document has it: 5\u{00A0}件, where the text itself has 5件. What stands before the
    /// part is none of it; what stands behind it is where `goesOn`.
    package func appendWritten(_ range: Range<Int>, goesOn: Bool = false, to result: inout [UInt8]) {
        var start = range.lowerBound
        var index = firstUnseen(behind: start)
        while index < unseen.count, unseen[index].offset < range.upperBound + (goesOn ? 1 : 0) {
            let place = unseen[index].offset
            result += text[start..<place]
            unseen[index].append(to: &result)
            start = place
            index += 1
        }
        result += text[start..<max(start, range.upperBound)]
    }

    /// Whether something unseen stands within a part of the text.
    package func hasUnseen(within range: Range<Int>) -> Bool {
        let index = firstUnseen(behind: range.lowerBound)
        return index < unseen.count && unseen[index].offset < range.upperBound
    }

    private func firstUnseen(behind offset: Int) -> Int {
        var low = 0
        var high = unseen.count
        while low < high {
            let middle = (low + high) / 2
            if unseen[middle].offset <= offset { low = middle + 1 } else { high = middle }
        }
        return low
    }
}
