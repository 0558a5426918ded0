internal import Bytes
internal import Model

/// What a page says of who published it, which may be another body: less than what the text says of itself.
extension AgencyReader {
    private static let labels = [
        "发布机构", "发布单位", "公开主体", "公开单位", "联系单位", "报告单位", "编制机关", "信息来源", "发文机关", "发布机关",
    ].map { Array($0.utf8) }
    /// What a page says last of all, for it may be another site that the report was taken from.
    private static let sources = ["来源"].map { Array($0.utf8) }
    /// What follows the name on its line: 来源：某镇人民政府 发布时间：2024-01-12.
    private static let behindSources = ["发布", "时间", "日期", "作者", "编辑", "浏览", "阅读", "点击", "字体", "字号", "【", "["]
        .map { Array($0.utf8) }
    private static let colon = UInt8(ascii: ":")
    /// Such words stand at the head of a page.
    private static let firstPieces = 400

    /// Whether a line is such a word.
    static func isPublisherLabel(_ line: ArraySlice<UInt8>) -> Bool {
        labels.contains { line.starts(with: $0) && line.count <= $0.count + 1 }
    }

    /// The name behind such a word: in the same cell, or in the next one of the row or the line below.
    func publisher() -> String? { named(by: Self.labels) ?? named(by: Self.sources) ?? sourceBehindTime() }

    private static let source = Array("来源:".utf8)

    /// The source that stands right behind the hour: 发布时间:2024-01-22 15:40:00来源:某市教育局字号:….
    private func sourceBehindTime() -> String? {
        for index in flow.pieces.indices.prefix(Self.firstPieces) {
            let range = flow.range(index)
            guard let first = range.first, ASCII.isDigit(flow.bytes[first]),
                let place = flow.firstIndex(of: Self.source, in: range), ASCII.isDigit(flow.bytes[place - 1])
            else { continue }
            let name = (place + Self.source.count)..<range.upperBound
            let end = Self.behindSources.compactMap { flow.firstIndex(of: $0, in: name) }.min() ?? name.upperBound
            let bytes = Array(flow.bytes[name.lowerBound..<end])
            if endsAsBody(bytes), let name = Self.name(bytes) { return name }
        }
        return nil
    }

    private func named(by labels: [[UInt8]]) -> String? {
        for index in flow.pieces.indices.prefix(Self.firstPieces) {
            let range = flow.range(index)
            guard let label = labels.first(where: { flow.hasPrefix($0, at: range.lowerBound) }) else { continue }
            var start = range.lowerBound + label.count
            let last = closing(behind: index)
            let isMarked = start < range.upperBound && flow.bytes[start] == Self.colon
            if isMarked { start += 1 }
            let name: Range<Int>
            if start < range.upperBound {
                guard isMarked else { continue }
                name = start..<range.upperBound
            } else {
                guard isMarked || flow.pieces[last].place != nil || isBeforeBar(last), let next = next(last) else {
                    continue
                }
                name = flow.range(next)
            }
            let end = Self.behindSources.compactMap { flow.firstIndex(of: $0, in: name) }.min() ?? name.upperBound
            let bytes = Array(flow.bytes[name.lowerBound..<end])
            if endsAsBody(bytes), let name = Self.name(bytes) { return name }
        }
        return nil
    }

    /// The bracket that a page sets such a word in, where blanks stand between: [ 发布机构 ]; else the word itself.
    private func closing(behind index: Int) -> Int {
        guard index + 1 < flow.pieces.count, ["]", "】"].contains(flow.string(flow.range(index + 1))) else {
            return index
        }
        return index + 1
    }

    /// The next piece that holds text.
    private func next(_ index: Int) -> Int? {
        flow.pieces.indices[(index + 1)...].first { flow.pieces[$0].kind == .text }
    }

    /// Whether a cell's border stands behind a piece.
    private func isBeforeBar(_ index: Int) -> Bool {
        index + 1 < flow.pieces.count && flow.pieces[index + 1].gap == .cell
    }
}
