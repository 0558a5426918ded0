internal import Model

/// Sentences that say one thing of the body and of its whole year, in plain words and in nothing else:
/// 2023年,我局共召开新闻发布会7场.
///
/// Whatever stands besides (在乡镇, 新, 有效) makes it another quantity, so that every byte of the clause must be known.
extension StretchReader {
    /// Where the words of a statement begin, behind the year and the body.
    struct Opening {
        var place: Int
        /// 全年, 2023年: it speaks of all of the year.
        var saysYear = false
    }

    private static let times = ["全年", "本年度", "本年", "今年", "年度内", "年内", "一年来"].map { Array($0.utf8) }
    private static let year = Array("年".utf8)
    private static let yearEnds = ["度", "度内"].map { Array($0.utf8) }
    private static let bodies = [
        "我局", "我厅", "我委", "我办", "我镇", "我乡", "我街道", "我院", "我单位", "本局", "本厅", "本委", "本办", "本镇", "本乡",
        "本街道", "本单位", "本机关", "本部门",
    ].map { Array($0.utf8) }
    private static let totals = ["总共", "一共", "累计", "共计", "共"].map { Array($0.utf8) }

    /// The words of a list between blanks, as bytes.
    static func phrases(_ list: String) -> [[UInt8]] { list.split(separator: " ").map { Array($0.utf8) } }

    /// The length of the longest of the words that stands at a place, 0 where none does.
    static func length(of words: [[UInt8]], in flow: Flow, at place: Int) -> Int {
        var longest = 0
        for word in words where word.count > longest && flow.hasPrefix(word, at: place) { longest = word.count }
        return longest
    }

    /// Reads the year, the body and 共 from a place on; nil where another year is named.
    func opening(at start: Int) -> Opening? {
        var opening = Opening(place: start)
        while true {
            let place = opening.place
            var length = Self.length(of: Self.times, in: flow, at: place)
            if length > 0 { opening.saysYear = true }
            if length == 0, let (year, end) = namedYear(at: place) {
                guard year == reportYear else { return nil }
                opening.saysYear = true
                length = end - place
            }
            if length == 0 { length = Self.length(of: Self.bodies, in: flow, at: place) }
            if length == 0, !agency.isEmpty, flow.hasPrefix(agency, at: place) { length = agency.count }
            if length == 0, place > start, flow.bytes[place] == UInt8(ascii: ",") { length = 1 }
            if length == 0 { length = Self.length(of: Self.totals, in: flow, at: place) }
            guard length > 0, place + length < stretchEnd else { return opening }
            opening.place = place + length
        }
    }

    /// 2023年, 2023年度.
    private func namedYear(at place: Int) -> (year: Int, end: Int)? {
        guard place + 4 < stretchEnd else { return nil }
        var year = 0
        for byte in flow.bytes[place..<(place + 4)] {
            guard byte >= 0x30, byte < 0x3A else { return nil }
            year = 10 * year + Int(byte - 0x30)
        }
        guard flow.hasPrefix(Self.year, at: place + 4) else { return nil }
        let end = place + 4 + Self.year.count
        return (year, end + Self.length(of: Self.yearEnds, in: flow, at: end))
    }

    /// Whether nothing in the sentence so far makes its figures those of another time or body.
    var speaksOfWholeYear: Bool {
        state.scope == nil && !state.isOtherYear && !state.isPartOfYear && !state.isPlan && !state.isSince
            && !state.isComparison && state.section != "problems"
    }

    // MARK: What was said before

    private static let narrow = [
        "疫情", "领域", "方面", "围绕", "聚焦", "民生", "针对", "全市", "全县", "全区", "全省", "各部门", "各单位", "各镇", "各乡", "乡镇", "街道",
        "所属", "下属", "公司", "项目", "专项", "中心", "支队", "大队", "委员会", "政府办", "协办", "联合", "系统",
    ].map { Array($0.utf8) }
    private static let media = ["网站", "网页", "微信", "微博", "公众号", "新媒体", "专栏", "栏目", "平台", "账号"].map { Array($0.utf8) }
    private static let stop = Array("。".utf8)
    /// No words so far before a sentence are looked at.
    private static let farthest = 300

    /// Whether what stands before the sentence in its paragraph, or a heading of its own above it, may say of what alone it
    /// speaks: 疫情防控方面。…全年召开新闻发布会7场. A sentence that names its website is narrowed by no other one.
    func mayBeNarrowed(before start: Int, namesMedium: Bool) -> Bool {
        var place = start
        let end = max(0, start - Self.farthest)
        var isOwnParagraph = beginsParagraph
        while place > end {
            // Where the paragraph above ends with a full stop, it is none that the sentence goes on with.
            if isOwnParagraph, place >= Self.stop.count, flow.hasPrefix(Self.stop, at: place - Self.stop.count) {
                break
            }
            place -= 1
            if !isOwnParagraph, isLineStart(place) { isOwnParagraph = true }
        }
        return holds(Self.narrow, in: place..<start) || !namesMedium && holds(Self.media, in: place..<start)
    }

    private func isLineStart(_ place: Int) -> Bool {
        let piece = flow.piece(at: place)
        return flow.starts[piece] == place && flow.pieces[piece].gap >= .line
    }
}
