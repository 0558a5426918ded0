/// Leaves out what is printed across a page, 内部资料 from one corner to the other: its characters are no part of the rows
/// that they stand among.
///
/// The boxes of turned text tell it: each holds one character or two, is far higher than the page's lines, and stands beside
/// no other but with its corner to the next one's.
enum Watermark {
    /// Times the height of most words: what is turned is far larger, as a title is, which the places of its words tell apart.
    private static let leastHeight = 1.8
    private static let mostCharacters = 2
    private static let fewestWords = 3

    static func removed(from words: [WordBox]) -> [WordBox] {
        let heights = words.map(\.height).sorted()
        guard let limit = heights.isEmpty ? nil : heights[heights.count / 2] * leastHeight,
            heights[heights.count - 1] >= limit
        else { return words }
        let large = words.filter { $0.height >= limit }
        let turned = large.filter { isTurned($0, among: large) }
        guard turned.count >= fewestWords else { return words }
        return words.filter { !turned.contains($0) }
    }

    private static func isTurned(_ word: WordBox, among large: [WordBox]) -> Bool {
        guard word.length <= mostCharacters, word.right - word.left > word.height / 2 else { return false }
        var hasNeighbour = false
        for other in large where other != word {
            let across = abs(other.center - word.center) / word.height
            let down = abs(other.middle - word.middle) / word.height
            guard across < 3, down < 3 else { continue }
            // Beside it on its line, or right below it, stands upright text.
            if across < 0.4 || down < 0.4 { return false }
            hasNeighbour = true
        }
        return hasNeighbour
    }
}
