internal import Bytes
internal import Forms
internal import Model

/// Puts labels together that stand beside the label of their group, both of them wrapped, so that their lines are mixed:
///
///        （六  2.申
///        ）其  请人
///        他处  逾期 0    0
///        理    未按
///
/// Each piece goes on with the label, or it is a value or a part of a group's label. What lies between two parts of a row's
/// label is this row's, as where a label is broken around its values alone.
struct WrappedLabels {
    let flow: Flow
    let lexicon: Lexicon
    let kinds: LabelMender.Kinds

    /// 4 Chinese characters: a shorter label is told by its number only.
    private static let shortest = 12
    /// More pieces than the longest label and all beside it are.
    private static let mostPieces = 120

    private typealias Label = Lexicon.RowLabel

    /// The order of the pieces in which no label is mixed with another; nil where that is the one they have.
    func order() -> [Int]? {
        var order = Array(flow.pieces.indices)
        var isChanged = false
        var index = 0
        while index < flow.pieces.count {
            guard let own = parts(from: index), let last = own.last else {
                index += 1
                continue
            }
            let range = index...last
            let between = range.filter { !own.contains($0) }
            let words = between.filter { !kinds.isValue[$0] }
            order.replaceSubrange(range, with: words + own + between.filter { kinds.isValue[$0] })
            isChanged = true
            index = last + 1
        }
        return isChanged ? order : nil
    }

    /// Those of the first label that is printed so from a piece on.
    private func parts(from index: Int) -> [Int]? {
        for label in candidates(index) {
            if let own = parts(of: label, from: index) { return own }
        }
        return nil
    }

    /// The labels that a piece may begin: by the first character behind its number, or by the number alone, which a column of
    /// one character leaves on a line of its own.
    private func candidates(_ index: Int) -> [Label] {
        let range = flow.range(index)
        guard !range.isEmpty, !kinds.isValue[index], flow.pieces[index].place == nil else { return [] }
        let number = number(of: range)
        let start = range.lowerBound + (number?.length ?? 0)
        guard start == range.upperBound else {
            return lexicon.rowLabelsByStart[flow.character(at: start).character] ?? []
        }
        return lexicon.rowLabels.filter { $0.number?.number == number?.number }
    }

    private func number(of range: Range<Int>) -> Enumerator? {
        Enumerator(flow.bytes, at: range.lowerBound, end: range.upperBound)
    }

    /// The pieces that a label is printed in, from `first` on, where parts of a group's label and values stand between them;
    /// nil where it is not printed so.
    private func parts(of label: Label, from first: Int) -> [Int]? {
        let range = flow.range(first)
        let number = number(of: range)
        guard label.text.count >= Self.shortest || number != nil,
            number == nil || number?.number == label.number?.number && number?.style == label.number?.style
        else { return nil }
        let start = range.lowerBound + (number?.length ?? 0)
        var taken = 0
        guard start == range.upperBound || takes(start..<range.upperBound, of: label.text, from: &taken) else {
            return nil
        }
        var own = [first]
        var hasGroup = false
        var hasValue = false
        var index = first + 1
        while taken < label.text.count {
            guard index < min(flow.pieces.count, first + Self.mostPieces), flow.pieces[index].place == nil else {
                return nil
            }
            if takes(flow.range(index), of: label.text, from: &taken) {
                own.append(index)
            } else if kinds.isValue[index] {
                hasValue = true
            } else if lexicon.isPartOfGroup(flow.bytes[flow.range(index)]) {
                hasGroup = true
            } else {
                return nil
            }
            index += 1
        }
        return hasValue && (hasGroup || label.text.count < Self.shortest) ? own : nil
    }

    /// Whether a text is what a label goes on with, which is then taken.
    private func takes(_ range: Range<Int>, of label: [UInt8], from taken: inout Int) -> Bool {
        guard !range.isEmpty, taken + range.count <= label.count else { return false }
        for (offset, index) in range.enumerated() where flow.bytes[index] != label[taken + offset] { return false }
        taken += range.count
        return true
    }
}
