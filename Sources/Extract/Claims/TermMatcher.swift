internal import Bytes

/// Finds the longest word of any term that begins at a place.
///
/// The words stand in a tree of characters: many begin alike (政府信息公开…), which every report repeats in every sentence,
/// and are then told apart in one walk. One look-up by the first character rules most places out.
struct TermMatcher: Sendable {
    /// A character behind others, and the term that the word which ends with it is, if one does.
    ///
    /// What may follow it stands side by side.
    struct Node: Sendable {
        fileprivate var character: UInt32 = 0
        fileprivate var firstChild: UInt16 = 0
        fileprivate var endChild: UInt16 = 0
        /// A bit for the lowest six bits of each character that may follow: most that do follow are ruled out by it, and not
        /// looked for.
        fileprivate var following: UInt64 = 0
        fileprivate var term: Term?
        /// Whether a number in characters may begin with it.
        fileprivate(set) var beginsNumeral = false
    }

    private var nodes: [Node] = []
    /// For each character of U+4E00…U+9FFF the node of the words that begin with it, plus one; 0 where none does.
    private var roots: [UInt16] = Array(repeating: 0, count: Self.characters)

    private static let lowest = 0x4E00
    private static let characters = 0x5200

    static let shared = TermMatcher(TermWords.all)

    /// A word, or what is left of it behind the node that leads to it.
    private typealias Rest = (text: ArraySlice<UInt8>, term: Term)

    init(_ words: [(term: Term, words: String)]) {
        var lists: [Int: [Rest]] = [:]
        for slot in 0..<Self.characters where NumeralReader.digit(UInt32(slot + Self.lowest)) != nil {
            lists[slot] = []
        }
        for (term, list) in words {
            for word in list.split(separator: " ").map({ Array($0.utf8) }) {
                guard word.count >= 3, let slot = Self.slot(word[0], word[1], word[2]) else { continue }
                lists[slot, default: []].append((word[3...], term))
            }
        }
        nodes = lists.keys.sorted().map { slot in
            Node(beginsNumeral: NumeralReader.digit(UInt32(slot + Self.lowest)) != nil)
        }
        for (index, slot) in lists.keys.sorted().enumerated() {
            roots[slot] = UInt16(index + 1)
            grow(index, lists[slot] ?? [])
        }
    }

    /// Puts what follows the node at `index` side by side. A word of two terms keeps the first one.
    private mutating func grow(_ index: Int, _ rests: [Rest]) {
        nodes[index].term = rests.first { $0.text.isEmpty }?.term
        var following: [(character: UInt32, rests: [Rest])] = []
        for rest in rests where !rest.text.isEmpty {
            let (character, length) = UTF8Character.at(0, in: rest.text.span)
            let shorter: Rest = (rest.text.dropFirst(length), rest.term)
            if let known = following.firstIndex(where: { $0.character == character }) {
                following[known].rests.append(shorter)
            } else {
                following.append((character, [shorter]))
            }
        }
        let first = nodes.count
        nodes += following.map { Node(character: $0.character) }
        for child in following { nodes[index].following |= Self.bit(child.character) }
        nodes[index].firstChild = UInt16(first)
        nodes[index].endChild = UInt16(nodes.count)
        for (offset, child) in following.enumerated() { grow(first + offset, child.rests) }
    }

    /// The place in `roots` of the character that three bytes are, or nil for others.
    @inline(__always)
    private static func slot(_ first: UInt8, _ second: UInt8, _ third: UInt8) -> Int? {
        let slot = (Int(first & 0x0F) << 12 | Int(second & 0x3F) << 6 | Int(third & 0x3F)) - lowest
        return first >= 0xE0 && slot >= 0 && slot < characters ? slot : nil
    }

    /// What begins with the character of three bytes at `start`, or nil where nothing does.
    @inline(__always)
    func root(_ text: borrowing Span<UInt8>, at start: Int) -> Node? {
        guard let slot = Self.slot(text[start], text[start + 1], text[start + 2]) else { return nil }
        let index = Int(roots[slot])
        return index == 0 ? nil : nodes[index - 1]
    }

    /// The longest word that begins at `start` with the character of `root` and ends by `end`, or nil.
    func match(_ root: Node, _ text: borrowing Span<UInt8>, at start: Int, end: Int) -> (length: Int, term: Term)? {
        var node = root
        var index = start + 3
        var found = node.term.map { (3, $0) }
        while node.firstChild < node.endChild, index < end {
            let (character, length) = UTF8Character.at(index, in: text)
            guard let child = child(of: node, character), index + length <= end else { break }
            index += length
            node = nodes[child]
            if let term = node.term { found = (index - start, term) }
        }
        return found
    }

    @inline(__always)
    private static func bit(_ character: UInt32) -> UInt64 { 1 &<< UInt64(character & 63) }

    @inline(__always)
    private func child(of node: Node, _ character: UInt32) -> Int? {
        guard node.following & Self.bit(character) != 0 else { return nil }
        var index = Int(node.firstChild)
        while index < Int(node.endChild) {
            if nodes[index].character == character { return index }
            index += 1
        }
        return nil
    }
}
