internal import Bytes

/// What sentences say of whose report it is.
extension AgencyReader {
    /// The name before or behind the year where the text names the report itself.
    func announced() -> String? { announcedReport() ?? announcedBeforeYear() }

    /// The same, of a report of another year than the period's: at the end of a page stand links to such reports of others, and a
    /// text may have last year's period.
    func announcedOfOtherYear() -> String? { announcedReport(ofPeriod: false) }

    private func announcedReport(ofPeriod: Bool = true) -> String? {
        let years = YearReader(flow: flow, lines: lines)
        let period = years.yearOfPeriod()
        for place in Announcement.all(in: flow) where !years.isLinked(place.year) {
            guard (period.map { $0 == YearReader.year(flow.bytes, at: place.year) } ?? true) == ofPeriod else {
                continue
            }
            if place.name.isEmpty, let name = nameBefore(place.year) { return name }
            let name = Self.withWholeGovernment(Array(flow.bytes[place.name]))
            if endsAsBody(name), let name = Self.name(name) { return name }
        }
        return nil
    }

    private static let subjects = ["政府信息公开", "政务公开", "信息公开", "政府信息公开工作", "政务公开工作", "信息公开工作"].map { Array($0.utf8) }
    private static let yearWords = ["年度", "年"].map { Array($0.utf8) }
    private static let reports = ["工作报告", "报告", "年度报告", "年报"].map { Array($0.utf8) }

    /// The same where the year stands behind the matter: 现公开某区某街道政府信息公开2023年度工作报告.
    private func announcedBeforeYear() -> String? {
        let years = YearReader(flow: flow, lines: lines)
        for year in flow.years() where !years.isLinked(year) {
            guard let word = Self.yearWords.first(where: { flow.hasPrefix($0, at: year + 4) }),
                Self.reports.contains(where: { flow.hasPrefix($0, at: year + 4 + word.count) }),
                let subject = Self.subjects.first(where: { flow.hasPrefix($0, at: year - $0.count) }),
                let name = nameBefore(year - subject.count)
            else { continue }
            return name
        }
        return nil
    }

    private static let about = Array("关于".utf8)
    private static let leads = [
        "公布", "发布", "公开", "编制了", "编制", "编写了", "编写", "撰写", "形成", "报送", "关于", "制作", "现将", "现就", "完成",
    ].map { Array($0.utf8) }
    private static let adverbs = ["向社会", "特此", "特", "现", "组织", "已"].map { Array($0.utf8) }

    private static let damage = Array("\u{FFFD}".utf8)

    /// The name before the year at `end`: behind 公布 and the like, or before 特编制.
    private func nameBefore(_ end: Int) -> String? {
        let last = withoutBracket(before: end)
        let start = nameStart(before: last)
        // What is left of a name behind a lost byte is none.
        guard !flow.hasPrefix(Self.damage, at: start - Self.damage.count) else { return nil }
        var name = Array(flow.bytes[start..<last])
        if name.ends(with: Self.about) { name.removeLast(Self.about.count) }
        // 某市税务局向社会公布本单位2022年….
        if let own = Self.oneself.first(where: { name.ends(with: $0) }),
            Self.leads.contains(where: { name.dropLast(own.count).suffix($0.count).elementsEqual($0) })
        {
            name.removeLast(own.count)
        }
        if let verb = Self.leads.first(where: { name.ends(with: $0) }) {
            name.removeLast(verb.count)
            for adverb in Self.adverbs where name.ends(with: adverb) { name.removeLast(adverb.count) }
        }
        // The last of them that leaves the name of a body: that of an office has 公开 in it.
        let cut = Self.leads.compactMap { lead in name.lastIndex(of: lead).map { $0 + lead.count } }
            .map { Array(name[$0...]) }.filter { endsAsBody($0) }.min { $0.count < $1.count }
        let body = Self.withWholeGovernment(cut ?? Self.withoutManner(name))
        return endsAsBody(body) && !Self.manners.contains { body.starts(with: $0) } ? Self.name(body) : nil
    }

    private static let givens = ["结合", "将"].map { Array($0.utf8) }
    /// A county whose name begins like the verb.
    private static let countyOfVerb = Array("将乐".utf8)
    /// How and by what something is done: no name begins so.
    private static let manners = [
        "依法", "按时", "及时", "认真", "按照", "根据", "依据", "严格", "如期", "顺利", "按期", "按要求", "落实", "贯彻", "对照", "围绕", "学习", "参照",
        "执行", "做好", "开展",
    ].map { Array($0.utf8) }

    /// 结合某市2023年政府信息公开工作情况, 将某区2023年…报告如下: the name is what stands behind the verb.
    private static func withoutManner(_ name: [UInt8]) -> [UInt8] {
        guard let verb = givens.first(where: { name.starts(with: $0) }), !name.starts(with: countyOfVerb) else {
            return name
        }
        return Array(name.dropFirst(verb.count))
    }

    /// Where a bracket begins that ends at `end`: 某局(以下简称某局)2021年….
    private func withoutBracket(before end: Int) -> Int {
        guard end > 0, flow.bytes[end - 1] == UInt8(ascii: ")") else { return end }
        return flow.bytes[max(0, end - Self.longestBracket)..<end].lastIndex(of: UInt8(ascii: "(")) ?? end
    }

    private static let longestBracket = 300

    /// Back over Chinese characters to the mark, at most 40 of them, or to the line end behind which a name begins; a
    /// year that begins its line may belong to the name on the line before.
    private func nameStart(before end: Int) -> Int {
        let lineStart = { (offset: Int) in lines.lastIndex(startingBefore: offset).map { lines[$0].bytes.lowerBound } }
        var first = lineStart(end + 1) ?? 0
        if first == end { first = lineStart(end) ?? 0 }
        var start = end
        while start >= first + 3, end - start < 120, flow.bytes[start - 3] >= 0xE4, flow.bytes[start - 3] <= 0xE9 {
            start -= 3
        }
        return start
    }

    // MARK: Who wrote it, and who answers questions on it

    private static let authors = [("由", "编制"), ("年", "共收到"), ("年", "收到政府信息公开申请"), ("与", "联系")].map {
        (Array($0.0.utf8), Array($0.1.utf8))
    }

    func author() -> String? {
        if let writer = writer() ?? maker() { return writer }
        return name(between: Self.authors) ?? named(behind: Self.contact) ?? name(between: Self.others)
    }

    /// 请与某局(地址:…) without 联系, and 结合某局政府信息公开工作有关统计数据撰写; 结合某局政务公开工作要求 is another's.
    private static let others =
        [("请与", "(地址"), ("请与", "(联系"), ("请与", "(电话")].map { (Array($0.0.utf8), Array($0.1.utf8)) }
        + ["政府信息公开工作", "政务公开工作"].flatMap { work in
            ["实际", "有关", "情况", "开展情况"].map { (Array("结合".utf8), Array((work + $0).utf8)) }
        }

    private func name(between words: [([UInt8], [UInt8])]) -> String? {
        for (before, after) in words {
            var start = 0
            while let found = flow.firstIndex(of: after, in: start..<flow.bytes.count) {
                // 请与某局(地址:…;电话:…)联系.
                let end = withoutBracket(before: found)
                let room = max(0, end - 75)..<end
                if let begin = lastIndex(of: before, in: room) {
                    let name = Self.withoutYear(Array(flow.bytes[(begin + before.count)..<end]))
                    if let name = body(name) { return name }
                }
                start = found + after.count
            }
        }
        return nil
    }

    /// 结合某局2023年政府信息公开工作实际: without the year that stands behind the name.
    private static func withoutYear(_ name: [UInt8]) -> [UInt8] {
        guard let word = yearWords.first(where: { name.ends(with: $0) }), name.count > word.count + 4,
            YearReader.year(name, at: name.count - word.count - 4) != nil
        else { return name }
        return Array(name.dropLast(word.count + 4))
    }

    /// 由某市人民政府办公室根据…编制: the name ends where it is said how they wrote it, or of whose reports, 综合2023年度….
    private func writer() -> String? {
        var start = 0
        while let place = flow.firstIndex(of: Self.by, in: start..<flow.bytes.count) {
            start = place + Self.by.count
            let room = start..<min(flow.bytes.count, start + 90)
            guard let end = Self.ways.compactMap({ flow.firstIndex(of: $0, in: room) }).min() else { continue }
            let name = Array(flow.bytes[start..<end])
            // 由某县人民政府办公室汇总编制: of what all of its bodies reported, for the government.
            if Self.gatherings.contains(where: { flow.hasPrefix($0, at: end) }), let government = government(of: name) {
                return government
            }
            if let name = body(name) { return name }
        }
        return nil
    }

    private static let makings = [
        "编制本报告", "编制了本报告", "编制完成本报告", "编制发布本报告", "编制本年度报告", "编制本年报", "编写本报告", "编制而成",
        "编制形成本年度报告", "编制形成本报告", "编制形成年度报告", "编写本年度报告", "撰写本报告", "形成此报告",
    ]
    .map { Array($0.utf8) }
    /// 130 Chinese characters: no such sentence is longer.
    private static let longestSentence = 400
    private static let deeds = ["根据", "依据", "按照", "结合", "认真", "编制", "汇总", "综合"].map { Array($0.utf8) }

    /// 某县民政局根据条例要求编制本报告: the sentence, or a clause of it, begins with the name.
    private func maker() -> String? {
        for making in Self.makings {
            guard let end = flow.firstIndex(of: making, in: flow.bytes.indices) else { continue }
            let first = max(0, end - Self.longestSentence)
            let start = lines.lastIndex(startingBefore: end).map { max(first, lines[$0].bytes.lowerBound) } ?? first
            let clauses = flow.bytes[start..<(end + making.count)].split(separator: UInt8(ascii: ","))
            for clause in clauses.reversed() {
                let room = clause.startIndex..<min(clause.endIndex, clause.startIndex + 120)
                guard let deed = Self.deeds.compactMap({ flow.firstIndex(of: $0, in: room) }).min() else { continue }
                if let name = body(withoutAlias(Array(flow.bytes[clause.startIndex..<deed]))) { return name }
            }
        }
        return nil
    }

    /// Without what stands in brackets at a name's end: 某区司法局(区行政复议局).
    private func withoutAlias(_ name: [UInt8]) -> [UInt8] {
        guard name.last == UInt8(ascii: ")"), let open = name.lastIndex(of: UInt8(ascii: "(")) else { return name }
        return Array(name[..<open])
    }

    private static let gatherings = ["汇总", "综合各", "综合全", "综合2"].map { Array($0.utf8) }
    private static let by = Array("由".utf8)
    private static let ways = ["根据", "依据", "按照", "结合", "汇总", "综合各", "综合全", "综合2", "负责编制", "组织编制"].map { Array($0.utf8) }
    private static let contact = Array("请联系".utf8)
    private static let ends = [",", ";", "。", "(", "、", ":"].map { Array($0.utf8) }

    /// 请联系:某某局办公室;….
    private func named(behind words: [UInt8]) -> String? {
        guard var start = flow.firstIndex(of: words, in: flow.bytes.indices).map({ $0 + words.count }) else {
            return nil
        }
        if start < flow.bytes.count, flow.bytes[start] == UInt8(ascii: ":") { start += 1 }
        let room = start..<min(flow.bytes.count, start + 120)
        guard let end = Self.ends.compactMap({ flow.firstIndex(of: $0, in: room) }).min() else { return nil }
        return body(Array(flow.bytes[start..<end]))
    }
}

extension [UInt8] {
    func ends(with suffix: [UInt8]) -> Bool { count >= suffix.count && self.suffix(suffix.count).elementsEqual(suffix) }
}

extension ArraySlice<UInt8> {
    fileprivate func firstIndex(of needle: [UInt8]) -> Int? {
        ByteSearch.index(of: needle, in: span, from: 0, to: count).map { startIndex + $0 }
    }
}
