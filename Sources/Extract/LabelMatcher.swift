internal import Bytes

/// Finds every label of a lexicon in a text: leftmost first, the longest of those that begin alike.
///
/// The labels stand in a trie of characters: many begin with the same words (政府信息公开…), which every report repeats on
/// every page, and are then told apart in one walk.
struct LabelMatcher: Sendable {
    /// A place where a label stands.
    struct Match {
        var start: Int
        var end: Int
        /// The index of the label in the list that the matcher was made from.
        var label: Int
    }

    /// For each character of the words' index the node of the labels that begin with it; 0 where none does.
    private var roots: [UInt16] = Array(repeating: 0, count: WordIndex.count)
    /// For each node 0 or the index of the label that ends there plus one.
    private var labels: [UInt16] = [0]
    /// The edges as an open hash table: node and character above, the node that it leads to below; 0 where free.
    private var edges: [UInt64]
    private var edgeCount = 0

    /// - Parameter labels: normalised, each beginning with a Chinese character.
    init(_ labels: [[UInt8]]) {
        edges = Array(repeating: 0, count: 64)
        for (index, label) in labels.enumerated() where WordIndex.slot(label.span, at: 0) != nil {
            var node = 0
            var offset = 0
            while offset < label.count {
                let (character, length) = UTF8Character.at(offset, in: label.span)
                node = child(of: node, character) ?? addChild(of: node, character)
                offset += length
            }
            if let slot = WordIndex.slot(label.span, at: 0) {
                roots[slot] = UInt16(child(of: 0, UTF8Character.at(0, in: label.span).character) ?? 0)
            }
            // Of equal labels the first counts.
            if self.labels[node] == 0 { self.labels[node] = UInt16(index + 1) }
        }
    }

    /// The places where labels stand.
    ///
    /// - Parameters:
    ///   - text: normalised, valid UTF-8.
    ///   - places: where a label may begin, in order; every place where one does is among them.
    /// - Returns: in order, and none over another.
    func matches(in text: [UInt8], at places: some Sequence<Int>) -> [Match] {
        var matches: [Match] = []
        let span = text.span
        var end = 0
        for start in places where start >= end {
            guard let match = longest(span, at: start) else { continue }
            end = match.end
            matches.append(match)
        }
        return matches
    }

    private func longest(_ span: borrowing Span<UInt8>, at start: Int) -> Match? {
        guard let slot = WordIndex.slot(span, at: start), roots[slot] > 0 else { return nil }
        var node = Int(roots[slot])
        var index = start + 3
        var match = labels[node] > 0 ? Match(start: start, end: index, label: Int(labels[node]) - 1) : nil
        while index < span.count {
            let (character, length) = UTF8Character.at(index, in: span)
            guard let next = child(of: node, character) else { break }
            node = next
            index += length
            if labels[node] > 0 { match = Match(start: start, end: index, label: Int(labels[node]) - 1) }
        }
        return match
    }

    private func child(of node: Int, _ character: UInt32) -> Int? {
        let key = Self.key(node, character)
        var slot = Self.hash(key) & (edges.count - 1)
        while edges[slot] != 0 {
            if edges[slot] >> 16 == key { return Int(edges[slot] & 0xFFFF) }
            slot = (slot + 1) & (edges.count - 1)
        }
        return nil
    }

    private mutating func addChild(of node: Int, _ character: UInt32) -> Int {
        labels.append(0)
        edgeCount += 1
        if edgeCount * 4 > edges.count {
            let known = edges.filter { $0 != 0 }
            edges = Array(repeating: 0, count: edges.count * 2)
            known.forEach { insert($0) }
        }
        insert(Self.key(node, character) << 16 | UInt64(labels.count - 1))
        return labels.count - 1
    }

    private mutating func insert(_ edge: UInt64) {
        var slot = Self.hash(edge >> 16) & (edges.count - 1)
        while edges[slot] != 0 { slot = (slot + 1) & (edges.count - 1) }
        edges[slot] = edge
    }

    private static func key(_ node: Int, _ character: UInt32) -> UInt64 { UInt64(node) << 24 | UInt64(character) }

    private static func hash(_ key: UInt64) -> Int { Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) >> 40) }
}
