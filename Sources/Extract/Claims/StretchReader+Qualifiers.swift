internal import Bytes
internal import Model

/// Whether words that are not known may make of a figure only some of what it seems to count.
extension StretchReader {
    /// Whether such words stand before the number, other than the name of a body that begins its clause (区城管局收到申请5件).
    func isQualified(_ left: Range<Int>, before index: Int) -> Bool {
        let gaps = gaps(before: left)
        let own = ownName(gaps)
        if gaps.contains(where: {
            !own.contains($0.gap.lowerBound) && qualifies($0.gap) && !isBody($0.gap, before: $0.token)
        }) {
            return true
        }
        let end = gaps.last.map { tokens[$0.token].end } ?? start(of: left)
        return qualifies(end..<max(end, numberStart(index))) || bracketed(before: left) > 0
    }

    /// Where a number begins, with the words of approximation before it: 近100件, 不足100件.
    func numberStart(_ index: Int) -> Int {
        let mark = index > 0 && tokens[index - 1].term == nil ? tokens[index - 1].end : 0
        return max(mark, tokens[index].number.map { scanner.numerals[$0].start } ?? tokens[index].start)
    }

    /// Where the reporting body's own name stands in full: 和 within it (县卫生和计划生育局) parts what no token covers.
    private func ownName(_ gaps: [(gap: Range<Int>, token: Int)]) -> Range<Int> {
        guard !agency.isEmpty, let start = gaps.first(where: { flow.hasPrefix(agency, at: $0.gap.lowerBound) }) else {
            return 0..<0
        }
        return start.gap.lowerBound..<(start.gap.lowerBound + agency.count)
    }

    /// The token behind the name of another body, whose figures (白杨镇人民政府收到申请11件) are none of the table's.
    func otherBody(in left: Range<Int>) -> Int? {
        gaps(before: left).first { qualifies($0.gap) && isBody($0.gap, before: $0.token) && !isOwn($0.gap) }?.token
    }

    private static let whole = Array("全".utf8)
    private static let areas = ["县", "市", "区", "省", "州", "旗"].map { Array($0.utf8) }
    private static let offices = ["政府", "办公室", "办公厅"].map { Array($0.utf8) }
    /// Eight characters.
    private static let longestArea = 24

    /// The token behind the name of an area: 全沭阳县制发规范性文件51件, and 沭阳县全年收取12万元 in the report of one of its bureaus.
    func namedArea(in left: Range<Int>) -> Int? {
        gaps(before: left).first { gap, _ in
            guard gap.count > Self.shortestName, gap.count <= Self.longestArea,
                Self.areas.contains(where: { ends(gap, with: $0) })
            else { return false }
            if flow.hasPrefix(Self.whole, at: gap.lowerBound) { return true }
            return !agency.isEmpty && agency.starts(with: flow.bytes[gap]) && agency.count > gap.count
                && !Self.offices.contains { agency.suffix($0.count).elementsEqual($0) }
        }?.token
    }

    private static let several = [
        "街道", "乡镇", "镇", "乡", "部门", "单位", "县", "市", "区", "科室", "处室", "所", "站", "分局", "村", "社区", "学校",
    ].map { Array($0.utf8) }

    /// The number of the bodies whose figures follow: 13个街道共收到申请121件.
    func severalBodies(before left: Range<Int>) -> Int? {
        let place = left.lowerBound - 1
        guard place >= 0, let number = tokens[place].number, scanner.numerals[number].unit == .things,
            Self.several.contains(where: { flow.hasPrefix($0, at: tokens[place].end) })
        else { return nil }
        return place
    }

    /// What no token covers before each of the tokens.
    private func gaps(before left: Range<Int>) -> [(gap: Range<Int>, token: Int)] {
        var place = start(of: left)
        return left.map { token in
            defer { place = max(place, tokens[token].end) }
            return (place..<max(place, tokens[token].start), token)
        }
    }

    func start(of left: Range<Int>) -> Int {
        left.lowerBound > 0 ? tokens[left.lowerBound - 1].end : sentenceStart ?? stretchStart
    }

    private static let bodies = [
        "局", "委", "厅", "办", "政府", "海关", "街道", "镇", "乡", "院", "委会", "员会", "支队", "大队", "总队", "学校", "大学", "中心", "公司", "本部",
        "本级", "系统",
    ].map { Array($0.utf8) }
    /// Bodies of a kind, and never the one that reports.
    private static let generic = ["乡镇", "镇街", "街镇", "镇村", "村居"].map { Array($0.utf8) }
    private static let ourselves = ["本", "我"].map { Array($0.utf8) }
    /// Two characters.
    private static let shortestName = 6
    private static let levels = ["本部", "本级", "机关"].map { Array($0.utf8) }
    private static let verbs = TermSet.applicationVerbs.union([
        .disclose, .issue, .decide, .publish, .application, .matter, .inForce, .repeal, .review, .litigation, .ofMatter,
    ])

    private func isBody(_ gap: Range<Int>, before token: Int) -> Bool {
        // 县财政局因政府信息公开工作被申请行政复议6件.
        if flow.hasPrefix(Self.because, at: tokens[token].start) { return endsInBody(gap) }
        let words: TermSet = [.filler, .total, .thisYear]
        let verb = tokens[token...].first { token in
            if case .year = token.kind { return false }
            // 县城管局共发生行政复议7件.
            if flow.hasPrefix(Self.arising, at: token.start) { return false }
            return token.term.map { !words.contains($0) } ?? true
        }
        guard let term = verb?.term, Self.verbs.contains(term) else { return false }
        return endsInBody(gap)
    }

    static let because = Array("因".utf8)
    private static let arising = Array("发生".utf8)

    func endsInBody(_ gap: Range<Int>) -> Bool {
        Self.bodies.contains { ends(gap, with: $0) }
    }

    /// Whether a name is the reporting body's own, or a short one of it: 县发改委 of 青禾县发展和改革委员会.
    func isOwn(_ name: Range<Int>) -> Bool {
        guard !agency.isEmpty, !ends(name, with: agency) else { return true }
        if Self.generic.contains(where: { ends(name, with: $0) }) { return false }
        // 医院 and its like name a kind and no other body; 涉及本办.
        let end = name.upperBound - Self.shortestName
        if end <= name.lowerBound || Self.ourselves.contains(where: { flow.hasPrefix($0, at: end) }) { return true }
        // 市局本级, 厅本部.
        if let level = Self.levels.first(where: { ends(name, with: $0) }) {
            return isOwn(name.lowerBound..<(name.upperBound - level.count))
        }
        var place = name.lowerBound
        var rest = agency[...]
        while !rest.isEmpty, place < name.upperBound {
            let length = Self.length(rest[rest.startIndex])
            if rest.prefix(length).elementsEqual(flow.bytes[place..<min(place + length, name.upperBound)]) {
                place += length
            }
            rest = rest.dropFirst(length)
        }
        return place >= name.upperBound
    }

    /// How many bytes a character has that begins so.
    private static func length(_ byte: UInt8) -> Int { byte < 0x80 ? 1 : byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4 }

    private func ends(_ gap: Range<Int>, with name: [UInt8]) -> Bool {
        gap.count >= name.count && flow.hasPrefix(name, at: gap.upperBound - name.count)
    }

    /// Words that leave a figure what it is.
    private static let plain = [
        "经统计", "面对", "据统计", "统计", "申请者", "全镇", "全乡", "全街道", "中", "一年来", "加上", "加", "连同", "学院", "学校", "管委会", "申请人中",
        "申请人",
        "收取", "征收", "全局", "全厅", "全委", "全校", "全院", "仅", "我队", "我处",
        "我所", "我站", "我校", "我中心", "通过", "各种", "多种", "渠道", "途径", "结果", "理由", "原", "新", "来自",
        "包括", "各",
        "当中", "还有", "尚余", "尚有", "仍有", "我们", "社会", "公众", "本委", "收案", "属于", "实际", "采取", "法院", "判决", "年末",
        "年底", "月底", "月末", "期末", "目前", "不服", "答复", "余", "另", "设", "属", "其", "即", "为", "又", "自", "从", "向", "在", "于", "对",
        "现", "因",
        "且", "还", "总", "数", "后", "书", "“", "”", "（", "）", "《", "》", "一", "二", "三", "四", "五",
    ].map { Array($0.utf8) }

    private static let plainByStart = Dictionary(grouping: plain) { UTF8Character.at(0, in: $0.span).character }

    /// Those of the words that leave a figure what it is that begin with the character at a place.
    private static func plain(_ flow: Flow, _ place: Int) -> [[UInt8]] {
        plainByStart[flow.character(at: place).character] ?? []
    }

    /// Whether any other words stand in the gap between two tokens.
    func qualifies(_ gap: Range<Int>, besides others: [[UInt8]] = []) -> Bool {
        var place = gap.lowerBound
        while place < gap.upperBound {
            if flow.bytes[place] < 0x80 {
                place += 1
            } else if let word = word(of: Self.plain(flow, place), at: place, before: gap.upperBound)
                ?? word(of: others, at: place, before: gap.upperBound)
            {
                place += word.count
            } else {
                return true
            }
        }
        return false
    }

    private func word(of list: [[UInt8]], at place: Int, before end: Int) -> [UInt8]? {
        list.first { place + $0.count <= end && flow.hasPrefix($0, at: place) }
    }
}
