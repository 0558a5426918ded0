internal import Bytes

/// What sentences say of whose report it is.
extension AgencyReader {
    /// The name before or behind the year where the text names the report itself.
    func announced() -> String? {
        for place in Announcement.all(in: flow) {
            if place.name.isEmpty, let name = nameBefore(place.year) { return name }
            let name = Self.withWholeGovernment(Array(flow.bytes[place.name]))
            if endsAsBody(name), let name = Self.name(name) { return name }
        }
        return nil
    }

    private static let about = Array("关于".utf8)
    private static let leads = [
        "公布", "发布", "公开", "编制了", "编制", "编写了", "编写", "撰写", "形成", "报送", "关于", "制作", "现将", "现就",
    ].map { Array($0.utf8) }
    private static let adverbs = ["向社会", "特此", "特", "现", "组织", "已"].map { Array($0.utf8) }

    /// The name before the year at `end`: behind 公布 and the like, or before 特编制.
    private func nameBefore(_ end: Int) -> String? {
        var name = Array(flow.bytes[nameStart(before: withoutBracket(before: end))..<withoutBracket(before: end)])
        if name.ends(with: Self.about) { name.removeLast(Self.about.count) }
        if let verb = Self.leads.first(where: { name.ends(with: $0) }) {
            name.removeLast(verb.count)
            for adverb in Self.adverbs where name.ends(with: adverb) { name.removeLast(adverb.count) }
        }
        // The last of them that leaves the name of a body: that of an office has 公开 in it.
        let cut = Self.leads.compactMap { lead in name.lastIndex(of: lead).map { $0 + lead.count } }
            .map { Array(name[$0...]) }.filter { endsAsBody($0) }.min { $0.count < $1.count }
        let body = cut ?? name
        return endsAsBody(body) ? Self.name(body) : nil
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
        for (before, after) in Self.authors {
            var start = 0
            while let found = flow.firstIndex(of: after, in: start..<flow.bytes.count) {
                // 请与某局(地址:…;电话:…)联系.
                let end = withoutBracket(before: found)
                let room = max(0, end - 75)..<end
                if let begin = lastIndex(of: before, in: room) {
                    if let name = body(Array(flow.bytes[(begin + before.count)..<end])) { return name }
                }
                start = found + after.count
            }
        }
        return named(behind: Self.contact)
    }

    /// 由某市人民政府办公室根据…编制: the name ends where it is said how they wrote it.
    private func writer() -> String? {
        var start = 0
        while let place = flow.firstIndex(of: Self.by, in: start..<flow.bytes.count) {
            start = place + Self.by.count
            let room = start..<min(flow.bytes.count, start + 90)
            guard let end = Self.ways.compactMap({ flow.firstIndex(of: $0, in: room) }).min() else { continue }
            let name = Array(flow.bytes[start..<end])
            // 由某县人民政府办公室汇总编制: of what all of its bodies reported, for the government.
            if Self.gatherings.contains(where: { flow.hasPrefix($0, at: end) }), name.ends(with: Self.office),
                let government = body(Array(name.dropLast(Self.office.count)))
            {
                return government
            }
            if let name = body(name) { return name }
        }
        return nil
    }

    private static let makings = [
        "编制本报告", "编制完成本报告", "编制发布本报告", "编制本年度报告", "编制本年报", "编写本报告", "编制而成",
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

    private static let gatherings = ["汇总", "综合各"].map { Array($0.utf8) }
    private static let by = Array("由".utf8)
    private static let ways = ["根据", "依据", "按照", "结合", "汇总", "综合各", "负责编制"].map { Array($0.utf8) }
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

    private static let degree = Array("度".utf8)

    /// The body that a name is that a sentence gives, without its office: 2023年度某街道共收到….
    func body(_ given: [UInt8]) -> String? {
        // 请与秘书处联系: whose it is, it does not say.
        if Self.matters.contains(where: { given.starts(with: $0) }) { return nil }
        let name = withoutOffice(withoutUnit(given.starts(with: Self.degree) ? Array(given.dropFirst(3)) : given))
        return endsAsBody(name) ? Self.name(name) : nil
    }

    private static let bodies = [
        "人民政府", "政府", "委员会", "管委会", "办公室", "办公厅", "办事处", "街道", "镇", "乡", "局", "厅", "总署", "海关", "大学", "学院",
    ].map { Array($0.utf8) }
    private static let units = ["办公室", "办", "科", "股", "处", "室", "组"].map { Array($0.utf8) }
    private static let matters = ["公开", "党政", "党建", "党群", "综合", "政务", "新闻", "秘书", "文秘", "宣传", "信息", "领导小组"]
        .map { Array($0.utf8) }

    /// The body whose office for such matters is named: 某镇党政办公室, 某局政务公开领导小组办公室.
    private func withoutUnit(_ name: [UInt8]) -> [UInt8] {
        guard Self.units.contains(where: { name.ends(with: $0) }) else { return name }
        var best: Int?
        for word in Self.bodies {
            // 政府信息公开 begins with no body's name.
            guard let place = name.firstIndex(of: word), !name[place...].starts(with: Self.matter) else { continue }
            let end = place + word.count
            var rest = Array(name[end...])
            if rest.starts(with: Self.matter) { rest.removeFirst(6) }
            let isGovernment = Self.governments.contains(word)
            if !isGovernment, let office = Self.offices.first(where: { rest.starts(with: $0) }) {
                rest.removeFirst(office.count)
            }
            guard rest.count >= 6, Self.matters.contains(where: { rest.firstIndex(of: $0) != nil }) else { continue }
            // A government's office reports for itself; that of a bureau is a part of it.
            let others = isGovernment ? Self.bodies : Self.bodies.filter { !Self.offices.contains($0) }
            guard !others.contains(where: { rest.dropLast(6).firstIndex(of: $0) != nil }) else { continue }
            best = min(best ?? end, end)
        }
        if let best { return Self.withWholeGovernment(Array(name[..<best])) }
        return governmentOfOffice(name) ?? name
    }

    private static let openness = ["政府信息公开", "政务信息公开", "政务公开", "信息公开"].map { Array($0.utf8) }

    /// 某市信息公开办公室: the office of a place's government.
    private func governmentOfOffice(_ name: [UInt8]) -> [UInt8]? {
        guard let end = Self.openness.compactMap({ name.firstIndex(of: $0) }).min(), end > 6,
            Self.levels.contains(where: { Array(name[..<end]).ends(with: $0) })
        else { return nil }
        return Array(name[..<end]) + Self.governments[0]
    }

    private static let matter = Array("政府信息公开".utf8)
    private static let governments = ["人民政府", "政府"].map { Array($0.utf8) }
    private static let offices = ["办公室", "办公厅"].map { Array($0.utf8) }
    private static let office = Array("办公室".utf8)

    /// The body whose office answers questions on the report: that of a bureau is a part of it; that of a government
    /// reports for itself, unless the text begins a sentence with the government.
    private func withoutOffice(_ name: [UInt8]) -> [UInt8] {
        guard name.count > Self.office.count, name.ends(with: Self.office) else { return name }
        let body = Array(name.dropLast(Self.office.count))
        guard endsAsBody(body) else { return name }
        let isPart =
            isBureau(body) || Self.withoutOffices.contains { body.ends(with: $0) }
            || flow.firstIndex(of: Array("年,".utf8) + body, in: flow.bytes.indices) != nil
        return isPart ? body : name
    }

    /// Bodies whose offices are parts of them, and what is an office already.
    private static let withoutOffices = ["办公室", "办公厅", "办事处", "镇人民政府", "乡人民政府", "镇政府", "乡政府"].map {
        Array($0.utf8)
    }
    private static let bureaus = ["局", "厅"].map { Array($0.utf8) }
    private static let cabinets = ["人民政府办公厅", "政府办公厅", "委办公厅"].map { Array($0.utf8) }

    /// Whether a body is a department, whose office is a part of it.
    private func isBureau(_ body: [UInt8]) -> Bool {
        Self.bureaus.contains { body.ends(with: $0) } && !Self.cabinets.contains { body.ends(with: $0) }
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
