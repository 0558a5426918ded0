internal import Model

/// Whether words that are not known may make of a figure only some of what it seems to count.
extension StretchReader {
    /// Whether such words stand before the number, other than the name of a body that begins its clause (区城管局收到申请5件).
    func isQualified(_ left: Range<Int>, before index: Int) -> Bool {
        var place = left.lowerBound > 0 ? tokens[left.lowerBound - 1].end : sentenceStart ?? stretchStart
        for token in left {
            if qualifies(place..<tokens[token].start), !isBody(place..<tokens[token].start, before: token) {
                return true
            }
            place = max(place, tokens[token].end)
        }
        return qualifies(place..<tokens[index].start) || bracketed(before: left) > 0
    }

    private static let bodies = ["局", "委", "厅", "办", "政府", "海关", "街道", "镇", "乡", "院", "委会", "员会"].map { Array($0.utf8) }
    private static let verbs = TermSet.applicationVerbs.union([
        .disclose, .issue, .decide, .publish, .application, .matter,
    ])

    private func isBody(_ gap: Range<Int>, before token: Int) -> Bool {
        // 县财政局因政府信息公开工作被申请行政复议6件.
        if flow.hasPrefix(Self.cause, at: tokens[token].start) { return endsInBody(gap) }
        let words: TermSet = [.filler, .total, .thisYear]
        guard let term = tokens[token...].first(where: { $0.term.map { !words.contains($0) } ?? true })?.term,
            Self.verbs.contains(term)
        else { return false }
        return endsInBody(gap)
    }

    private static let cause = Array("因".utf8)

    private func endsInBody(_ gap: Range<Int>) -> Bool {
        Self.bodies.contains { ends(gap, with: $0) }
    }

    /// 县人民政府现行有效规范性文件118件, in the report of its bureau.
    func isOfOtherGovernment(_ left: Range<Int>) -> Bool {
        guard !isOfGovernment, left.lowerBound == 0, let first = left.first else { return false }
        return ends((sentenceStart ?? stretchStart)..<tokens[first].start, with: Self.government)
    }

    private static let government = Array("政府".utf8)

    private func ends(_ gap: Range<Int>, with name: [UInt8]) -> Bool {
        gap.count >= name.count && flow.hasPrefix(name, at: gap.upperBound - name.count)
    }

    /// Words that leave a figure what it is.
    private static let plain = [
        "一年来", "仅", "我队", "我处", "我所", "我站", "我校", "我中心", "通过", "各种", "多种", "渠道", "途径", "结果", "理由", "原", "新", "来自",
        "包括", "各",
        "当中", "还有", "尚余", "尚有", "仍有", "我们", "社会", "公众", "本委", "收案", "属于", "实际", "采取", "法院", "判决", "年末",
        "年底", "月底", "月末", "期末", "目前", "不服", "答复", "余", "另", "设", "属", "其", "即", "为", "又", "自", "从", "向", "在", "于", "对",
        "现", "因",
        "且", "还", "总", "数", "后", "书", "“", "”", "（", "）", "《", "》", "一", "二", "三", "四", "五",
    ].map { Array($0.utf8) }

    /// Whether any other words stand in the gap between two tokens.
    private func qualifies(_ gap: Range<Int>) -> Bool {
        var place = gap.lowerBound
        while place < gap.upperBound {
            if flow.bytes[place] < 0x80 {
                place += 1
            } else if let word = Self.plain.first(where: {
                place + $0.count <= gap.upperBound && flow.hasPrefix($0, at: place)
            }) {
                place += word.count
            } else {
                return true
            }
        }
        return false
    }
}
