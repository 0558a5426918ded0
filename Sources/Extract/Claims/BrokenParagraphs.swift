internal import Bytes
internal import Model

/// Sentences that a converter made paragraphs of, one of each line of the page: 不予公开的3 in the one, 6件中,涉及国家秘密1件 in the next.
struct BrokenParagraphs {
    let flow: Flow

    private static let stops = phrases("。 ; : ! ? |")
    private static let commas = phrases(", 、 (")
    /// What a list of items without marks ends with: 主动公开信息12条 in a line of its own.
    private static let units = phrases("件 条 项 个 次 篇 份 人 家 期 元 场 批 名 宗 起 ) %")
    /// What stands behind the digits of a number that goes on, or begins no sentence.
    private static let rests = phrases("件 条 项 个 次 篇 份 人 家 期 万 亿 元 余 多 场 批 名 宗 起 年 月 日 % . , 、 。")
    /// The columns of 20 Chinese characters: no page is narrower.
    private static let narrowest = 40

    private static func phrases(_ list: String) -> [[UInt8]] { list.split(separator: " ").map { Array($0.utf8) } }

    /// Whether the sentence before a paragraph goes on in it.
    func goesOn(at index: Int) -> Bool {
        let piece = flow.pieces[index]
        guard index > 0, piece.gap == .line, piece.headingLevel == 0, piece.place == nil, piece.kind == .text,
            flow.pieces[index - 1].place == nil, flow.pieces[index - 1].headingLevel == 0
        else { return false }
        let place = flow.starts[index]
        guard place > 0, place < flow.bytes.count else { return false }
        if ASCII.isDigit(flow.bytes[place - 1]) { return goesOnWithNumber(at: place) }
        if ends(place, Self.stops) || Enumerator(flow.bytes, at: place, end: lineEnd(index)) != nil { return false }
        return ends(place, Self.commas) || isFull(before: index)
    }

    private func ends(_ place: Int, _ words: [[UInt8]]) -> Bool {
        words.contains { flow.hasPrefix($0, at: place - $0.count) }
    }

    private func goesOnWithNumber(at place: Int) -> Bool {
        var start = place
        while start < flow.bytes.count, ASCII.isDigit(flow.bytes[start]) { start += 1 }
        return Self.rests.contains { flow.hasPrefix($0, at: start) }
    }

    /// Whether the line is one of a wide text, that breaks off within a clause, and no shorter than the next.
    private func isFull(before index: Int) -> Bool {
        let place = flow.starts[index]
        var first = index - 1
        while first > 0, flow.pieces[first].gap < .line { first -= 1 }
        let line = flow.starts[first]..<place
        guard !ends(place, Self.units), Self.commas.contains(where: { flow.holds($0, in: line) }) else { return false }
        let width = width(line)
        return width >= Self.narrowest && width + 4 >= self.width(place..<lineEnd(index))
    }

    private func lineEnd(_ index: Int) -> Int {
        var next = index + 1
        while next < flow.pieces.count, flow.pieces[next].gap < .line { next += 1 }
        return flow.starts[next]
    }

    /// In columns, of which a Chinese character takes two.
    private func width(_ range: Range<Int>) -> Int {
        range.reduce(0) { $0 + (flow.bytes[$1] < 0x80 ? 1 : flow.bytes[$1] & 0xC0 == 0x80 ? 0 : 2) }
    }
}
