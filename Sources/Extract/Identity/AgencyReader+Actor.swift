/// Who does something in the sentences of the report.
extension AgencyReader {
    private static let strong = [
        "人民政府", "镇政府", "乡政府", "委员会", "办公室", "办公厅", "办事处", "管委会", "局", "厅", "部", "支行", "分行", "卫健委", "健康委", "发改委", "改革委",
        "住建委",
    ].map { Array($0.utf8) }
    /// They end the names of much else, too: such a body is named again.
    private static let weak = ["街道", "镇", "乡", "开发区", "管理区", "海关", "大学", "学院", "总署", "委"].map { Array($0.utf8) }
    private static let parts = [
        "干部", "支部", "内部", "全部", "本部", "村镇", "城镇", "乡镇", "各镇", "各乡", "各街道",
        "党委", "纪委", "常委", "村委", "居委", "支委", "政委", "各镇政府", "各乡政府", "乡镇政府",
    ].map {
        Array($0.utf8)
    }
    static let verbs = [
        "坚持", "认真", "深入", "紧紧", "始终", "按照", "严格", "全面", "积极", "高度", "继续", "持续", "贯彻", "切实", "不断",
        "进一步", "围绕", "扎实", "着力", "主动", "以习近平", "加大", "加强", "结合", "聚焦", "强化", "依据", "按时", "有序", "稳步", "大力",
    ].map { Array($0.utf8) }
    private static let plainVerbs = ["在", "根据", "共收到", "收到", "受理", "未收到"].map { Array($0.utf8) }
    private static let places = levels + ["镇", "乡", "街道"].map { Array($0.utf8) }

    /// Whether the name of a place with two and more characters before its last one begins the name: 某某县水务局, not 县水务局.
    private static func namesPlace(_ name: [UInt8]) -> Bool {
        places.contains { place in name.firstIndex(of: place).map { $0 >= 6 } ?? false }
    }

    static let yearMarks = ["年,", "年度,", "年以来,", "年度", "年"].map { Array($0.utf8) }
    private static let circumstances = ["在", "按照", "根据", "围绕", "为"].map { Array($0.utf8) }
    private static let comma = Array(",".utf8)
    private static let stop = Array("。".utf8)

    /// The body that does something in a sentence that begins with a year: 2022年,省教育厅坚持…, also where a clause
    /// stands between: 2022年,在区委的领导下,某某街道办事处认真….
    func actor() -> String? {
        let named = flow.years().compactMap { index in
            Self.yearMarks.first { flow.hasPrefix($0, at: index + 4) }.map { index + 4 + $0.count }
        }
        let unnamed = Self.thisYear.compactMap { word in
            flow.firstIndex(of: word, in: flow.bytes.indices).map { $0 + word.count }
        }
        return (named + unnamed).lazy.compactMap { actor(from: $0) }.first
    }

    private static let thisYear = ["本年度,", "一年来,"].map { Array($0.utf8) }

    private func actor(from first: Int) -> String? {
        var start = first
        for _ in 0..<3 {
            let room = start..<min(flow.bytes.count, start + 75)
            guard Self.circumstances.contains(where: { flow.hasPrefix($0, at: start) }) else {
                return subject(in: room)
            }
            let clause = start..<min(flow.bytes.count, start + 180)
            let stop = flow.firstIndex(of: Self.stop, in: clause) ?? clause.upperBound
            guard let comma = flow.firstIndex(of: Self.comma, in: start..<stop) else { return nil }
            start = comma + Self.comma.count
        }
        return nil
    }

    private func subject(in room: Range<Int>) -> String? {
        let end = { (verbs: [[UInt8]]) in
            verbs.compactMap { flow.firstIndex(of: $0, in: room) }.min().map { withoutSum(room.lowerBound..<$0) }
        }
        if let end = end(Self.verbs), let name = subject(room.lowerBound..<end) { return name }
        // Such words stand inside of others, too: only the name of a place's body goes before them.
        guard let end = end(Self.plainVerbs), Self.namesPlace(Array(flow.bytes[room.lowerBound..<end])) else {
            return nil
        }
        return subject(room.lowerBound..<end)
    }

    private static let sums = ["共", "累计"].map { Array($0.utf8) }

    /// 某市财政局共主动公开…: where the name ends, and not the word before its verb.
    private func withoutSum(_ range: Range<Int>) -> Int {
        let word = Self.sums.first { range.count > $0.count && flow.hasPrefix($0, at: range.upperBound - $0.count) }
        return range.upperBound - (word?.count ?? 0)
    }

    private func subject(_ range: Range<Int>) -> String? {
        guard !range.isEmpty else { return nil }
        let name = Array(flow.bytes[range])
        guard !Self.parts.contains(where: { name.ends(with: $0) }), let text = Self.name(name) else { return nil }
        if Self.strong.contains(where: { name.count > $0.count + 3 && name.ends(with: $0) }) { return text }
        guard let kind = Self.weak.first(where: { name.count > $0.count + 3 && name.ends(with: $0) }) else {
            return nil
        }
        return isNamedAgain(name, behind: range.lowerBound) || speaksOfItself(as: kind) ? text : nil
    }

    private static let owners = ["我", "本", "由"].map { Array($0.utf8) }
    private static let ownOffice = Array("党政办".utf8)

    /// Whether the text calls its body by the last word of a name: 我镇, 由镇党政办负责.
    private func speaksOfItself(as kind: [UInt8]) -> Bool {
        Self.owners.contains { owner in
            let word = owner + kind + (owner == Self.owners.last ? Self.ownOffice : [])
            return flow.holds(word, in: flow.bytes.indices)
        }
    }

    private func isNamedAgain(_ name: [UInt8], behind first: Int) -> Bool {
        let place = flow.firstIndex(of: name, in: flow.bytes.indices)
        return place.map { $0 < first || flow.holds(name, in: (first + name.count)..<flow.bytes.count) } ?? false
    }

    private static let works = ["政府信息公开工作", "政务公开工作", "信息公开工作"].map { Array($0.utf8) }
    private static let cares = ["健全", "完善", "承担", "做好", "推进", "推动", "加强", "规范", "开展", "提升", "提高", "负责", "从事"]
        .map { Array($0.utf8) }
    private static let kinds = ["街道", "镇", "乡", "局", "厅", "委", "院", "中心"]

    /// The one body whose disclosure of information the report speaks of, where it calls itself by the last word of that
    /// name: 我镇…, 健全某某镇信息公开工作机制.
    func worker() -> String? {
        let owned = Self.kinds.filter { kind in
            ["我", "本"].contains { flow.firstIndex(of: Array(($0 + kind).utf8), in: flow.bytes.indices) != nil }
        }
        guard !owned.isEmpty else { return nil }
        var names: Set<String> = []
        for work in Self.works {
            var start = 0
            while let end = flow.firstIndex(of: work, in: start..<flow.bytes.count) {
                start = end + work.count
                let room = max(0, end - Self.longestName)..<end
                guard let begin = Self.cares.compactMap({ lastIndex(of: $0, in: room) }).max().map({ $0 + 6 }),
                    let name = Self.name(Array(flow.bytes[begin..<end])), name.utf8.count >= 9,
                    owned.contains(where: name.hasSuffix), !Self.parts.contains(where: Array(name.utf8).ends)
                else { continue }
                names.insert(name)
            }
        }
        return names.count == 1 ? names.first : nil
    }

    /// 20 Chinese characters.
    private static let longestName = 60
}
