internal import Bytes
internal import Model

/// Takes out the double stars that Markdown sets words and numbers in bold with: `**12**` is the number 12.
enum EmphasisMarks {
    static func removed(from text: [UInt8]) -> [UInt8] {
        let span = text.span
        guard Prose(text[...]).contains("**") else { return text }
        var result: [UInt8] = []
        result.reserveCapacity(text.count)
        var start = 0
        while start < text.count {
            let end = ByteSearch.index(of: ASCII.newline, in: span, from: start, to: text.count) ?? text.count
            var copied = start
            for run in runs(span, from: start, to: end) {
                result += text[copied..<run.lowerBound]
                copied = run.upperBound
            }
            result += text[copied..<end]
            if end < text.count { result.append(ASCII.newline) }
            start = end + 1
        }
        return result
    }

    /// The stars of a line that set words in bold; none where a pair is not closed.
    ///
    /// Words that are bold each by themselves stand side by side with four stars between: `**1.****属于****国家秘密**`.
    private static func runs(_ span: borrowing Span<UInt8>, from start: Int, to end: Int) -> [Range<Int>] {
        var runs: [Range<Int>] = []
        var isOpen = false
        var next = ByteSearch.index(of: star, in: span, from: start, to: end)
        while let index = next {
            var last = index
            while last < end, span[last] == star { last += 1 }
            switch last - index {
            case 2:
                runs.append(index..<last)
                isOpen.toggle()
            case 4 where isOpen: runs.append(index..<last)
            default: break
            }
            next = ByteSearch.index(of: star, in: span, from: last, to: end)
        }
        return isOpen ? [] : runs
    }

    private static let star = UInt8(ascii: "*")
}
