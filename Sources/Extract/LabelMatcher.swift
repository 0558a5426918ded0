/// Finds every label of a lexicon in a text, in one pass: leftmost first, the longest of those that begin alike.
///
/// All labels begin with a Chinese character, so one look-up by that character rules nearly every place out.
struct LabelMatcher: Sendable {
    /// A place where a label stands.
    struct Match {
        var start: Int
        var end: Int
        /// The index of the label in the list that the matcher was made from.
        var label: Int
    }

    private let labels: [[UInt8]]
    /// For each character of U+4E00…U+9FFF, 0 or the index of a bucket plus one.
    private var buckets: [UInt16] = Array(repeating: 0, count: 0x5200)
    /// The labels that begin with one character, the longest first.
    private var members: [[Int]] = []

    /// - Parameter labels: normalised, each beginning with a Chinese character.
    init(_ labels: [[UInt8]]) {
        self.labels = labels
        for (index, label) in labels.enumerated() where label.count >= 3 {
            let point = Self.codePoint(label[0], label[1], label[2])
            guard buckets.indices.contains(point) else { continue }
            if buckets[point] == 0 {
                members.append([])
                buckets[point] = UInt16(members.count)
            }
            members[Int(buckets[point]) - 1].append(index)
        }
        for index in members.indices { members[index].sort { labels[$0].count > labels[$1].count } }
    }

    func matches(in text: [UInt8]) -> [Match] {
        var matches: [Match] = []
        let span = text.span
        var index = 0
        while index + 2 < span.count {
            guard span[index] >= 0xE0 else {
                index += 1
                continue
            }
            let point = Self.codePoint(span[index], span[index + 1], span[index + 2])
            let bucket = point >= 0 && point < buckets.count ? Int(buckets[point]) : 0
            if bucket > 0, let label = longest(of: members[bucket - 1], span, at: index) {
                matches.append(Match(start: index, end: index + labels[label].count, label: label))
                index += labels[label].count
            } else {
                index += 3
            }
        }
        return matches
    }

    private func longest(of candidates: [Int], _ span: borrowing Span<UInt8>, at start: Int) -> Int? {
        for candidate in candidates where stands(candidate, span, at: start) { return candidate }
        return nil
    }

    private func stands(_ candidate: Int, _ span: borrowing Span<UInt8>, at start: Int) -> Bool {
        let label = labels[candidate]
        guard start + label.count <= span.count else { return false }
        var index = 3
        while index < label.count {
            if span[start + index] != label[index] { return false }
            index += 1
        }
        return true
    }

    private static func codePoint(_ first: UInt8, _ second: UInt8, _ third: UInt8) -> Int {
        (Int(first & 0x0F) << 12 | Int(second & 0x3F) << 6 | Int(third & 0x3F)) - 0x4E00
    }
}
