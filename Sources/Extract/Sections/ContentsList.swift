internal import Bytes

/// A list of contents before the report: headings with nothing but the numbers of pages between them, all of which stand
/// again further on.
struct ContentsList {
    let flow: Flow
    /// The section that a heading is, or nil.
    let section: (Heading) -> String?

    /// So many parts make a list.
    private static let fewest = 3

    /// `headings`, in order, without the entries of such a list.
    func removed(from headings: [Heading]) -> [Heading] {
        guard headings.count(where: \.isChapter) >= 2 * Self.fewest else { return headings }
        var start = 0
        while start < headings.count {
            var end = start + 1
            // The report's own first heading may stand right behind the list.
            while end < headings.count, isBehind(headings[end], headings[end - 1]),
                !headings[end].isChapter || !headings[start..<end].contains(where: { isSame($0, headings[end]) })
            {
                end += 1
            }
            if isList(headings[start..<end], before: headings[end...]) {
                return Array(headings[..<start] + headings[end...])
            }
            start = end
        }
        return headings
    }

    private func isList(_ entries: ArraySlice<Heading>, before rest: ArraySlice<Heading>) -> Bool {
        let parts = entries.filter(\.isChapter)
        return parts.count >= Self.fewest && parts.allSatisfy { part in rest.contains { isSame($0, part) } }
    }

    /// Whether both are the same part: by the section that they are, else by their number.
    private func isSame(_ one: Heading, _ other: Heading) -> Bool {
        guard one.isChapter else { return false }
        if let section = section(other) { return self.section(one) == section }
        return one.enumerator?.number == other.enumerator?.number
    }

    /// Whether no Chinese character stands between two headings.
    private func isBehind(_ heading: Heading, _ last: Heading) -> Bool {
        heading.start >= last.end && !flow.bytes[last.end..<heading.start].contains { (0xE4...0xE9).contains($0) }
    }
}
