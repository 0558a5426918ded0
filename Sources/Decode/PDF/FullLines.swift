/// Tells which lines of labels are full, where rows stand as close to each other as lines of one label do.
///
/// A label with a number is known to go on until the next one: 3、信函、传真申请 | 数. How far its lines reach is how far all
/// labels' do that begin as far left: what stands below another line that is as wide, 受理政府信息公开 | 申请总数, goes on
/// with it. Below a shorter line stands another row: 涉及国家秘密 | 涉及商业秘密.
struct FullLines {
    /// Which of the fragments go on with a full line.
    let wrapped: [Bool]

    /// Of where lines begin that begin at about this place, how many are known to be full, and how far they reach.
    private struct Edge {
        var count = 0
        var right = 0.0
    }

    /// Fewer known lines may be full by accident.
    private static let fewest = 2

    init(_ fragments: [LabelFragment], goesOn: [Bool], isNumbered: [Bool]) {
        var edges: [Int: Edge] = [:]
        for index in fragments.indices.dropFirst() where goesOn[index] && isNumbered[index - 1] {
            let word = fragments[index - 1].word
            edges[Self.key(word), default: Edge()].count += 1
            edges[Self.key(word), default: Edge()].right = max(edges[Self.key(word)]?.right ?? 0, word.right)
        }
        wrapped = fragments.indices.map { index in
            guard index > 0, goesOn[index] else { return false }
            let word = fragments[index - 1].word
            let near = (Self.key(word) - 1...Self.key(word) + 1).compactMap { edges[$0] }
            let right = near.map(\.right).max() ?? .infinity
            return near.reduce(0) { $0 + $1.count } >= Self.fewest && word.right > right - 1.2 * word.em
        }
    }

    /// Lines of one column begin within a few points of each other.
    private static func key(_ word: WordBox) -> Int { Int((word.left / 3).rounded()) }
}
