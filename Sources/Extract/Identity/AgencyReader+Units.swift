internal import Bytes

/// The body that a name is that sentences give: its offices and units answer questions on the report.
extension AgencyReader {
    private static let degree = Array("度".utf8)

    /// The body that a name is that a sentence gives, without its office: 2023年度某街道共收到….
    func body(_ given: [UInt8]) -> String? {
        // 请与秘书处联系: whose it is, it does not say.
        if Self.matters.contains(where: { given.starts(with: $0) }) { return nil }
        let named = Self.withoutDouble(given.starts(with: Self.degree) ? Array(given.dropFirst(3)) : given)
        let name = withoutOffice(withoutUnit(named))
        return endsAsBody(name) && !Self.isUnitOfPlace(name) ? Self.name(name) : nil
    }

    /// 某市某区某市某区审计局: a place that was filled in before a name which has it.
    private static func withoutDouble(_ name: [UInt8]) -> [UInt8] {
        for length in stride(from: 9, through: name.count / 2, by: 3)
        where name[length...].starts(with: name[..<length]) {
            let place = Array(name[..<length])
            if levels.contains(where: { place.ends(with: $0) }) { return Array(name[length...]) }
        }
        return name
    }

    /// 区信息公开联席会议办公室: which place's, it does not say.
    private static func isUnitOfPlace(_ name: [UInt8]) -> Bool {
        levels.contains { level in
            name.starts(with: level) && openness.contains { name[level.count...].starts(with: $0) }
        }
    }

    private static let bodies = [
        "人民政府", "政府", "委员会", "管委会", "办公室", "办公厅", "办事处", "街道", "镇", "乡", "局", "厅", "总署", "海关", "大学", "学院",
        "健康委", "卫健委", "改革委", "发改委", "建设委", "住建委", "国资委", "教委", "商务委", "开发区", "高新区", "度假区", "园区", "医院",
        "供销社", "联合社",
    ].map { Array($0.utf8) }
    private static let units = ["办公室", "办", "科", "股", "处", "室", "组", "信息中心", "公开中心"].map { Array($0.utf8) }
    private static let committee = Array("员会".utf8)
    private static let bureau = Array("局".utf8)
    private static let administration = Array("行政办".utf8)
    private static let matters = ["公开", "党政", "党建", "党群", "综合", "政务", "新闻", "秘书", "文秘", "宣传", "信息", "领导小组"]
        .map { Array($0.utf8) }

    /// The body whose office for such matters is named: 某镇党政办公室, 某局政务公开领导小组办公室.
    private func withoutUnit(_ name: [UInt8]) -> [UInt8] {
        guard Self.units.contains(where: { name.ends(with: $0) }) else { return name }
        let best = Self.bodies.lazy.flatMap { word in Self.ends(of: word, in: name).filter { isOfUnit(name, $0, word) }
        }
        .min()
        if let best {
            // 某区教育局局党政办公室: the bureau's name, and its office by the name that it has there.
            let end = Array(name[..<best]).ends(with: Self.bureau + Self.bureau) ? best - Self.bureau.count : best
            return Self.withWholeGovernment(Array(name[..<end]))
        }
        return governmentOfOffice(name) ?? name
    }

    /// Where a word for a body ends in a name: 政府信息公开 begins with none, and 国家税务总局某市税务局 has two.
    private static func ends(of word: [UInt8], in name: [UInt8]) -> [Int] {
        name.indices.compactMap { place in
            guard name[place...].starts(with: word), !name[place...].starts(with: matter),
                !name[(place + word.count)...].starts(with: committee)
            else { return nil }
            return place + word.count
        }
    }

    /// Whether what follows the body whose name ends at `end` with `word` is one of its units, for such matters.
    private func isOfUnit(_ name: [UInt8], _ end: Int, _ word: [UInt8]) -> Bool {
        var rest = Array(name[end...])
        if rest.starts(with: Self.matter) { rest.removeFirst(6) }
        let isGovernment = Self.governments.contains(word)
        if !isGovernment, let office = Self.offices.first(where: { rest.starts(with: $0) }) {
            rest.removeFirst(office.count)
        }
        guard rest.count >= 6,
            rest.starts(with: Self.administration) || Self.matters.contains(where: { rest.firstIndex(of: $0) != nil })
        else { return false }
        // A government's office reports for itself; that of a bureau is a part of it.
        let others = isGovernment ? Self.bodies : Self.bodies.filter { !Self.offices.contains($0) }
        return !others.contains { rest.dropLast(6).firstIndex(of: $0) != nil }
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
            isBureau(body) || Self.commissions.contains { body.ends(with: $0) }
            || Self.withoutOffices.contains { body.ends(with: $0) }
            || beginsSentence(body) || isOfPlace(body)
        return isPart ? body : name
    }

    /// Whether a body begins a sentence, and not its office: 2022年,某区人民政府办公室坚持….
    private func beginsSentence(_ body: [UInt8]) -> Bool {
        let words = Array("年,".utf8) + body
        var start = 0
        while let found = flow.firstIndex(of: words, in: start..<flow.bytes.count) {
            start = found + words.count
            if !Self.offices.contains(where: { flow.hasPrefix($0, at: start) }) { return true }
        }
        return false
    }

    private static let placeVerbs = verbs + ["通过", "在", "共"].map { Array($0.utf8) }

    /// Whether the text tells what the place of a government did: 2022年,云台县通过网站公开信息90条, whose office wrote it.
    private func isOfPlace(_ government: [UInt8]) -> Bool {
        guard let seat = Self.governments.first(where: { government.ends(with: $0) }) else { return false }
        let place = Array("年,".utf8) + government.dropLast(seat.count)
        var start = 0
        while let found = flow.firstIndex(of: place, in: start..<flow.bytes.count) {
            start = found + place.count
            if Self.placeVerbs.contains(where: { flow.hasPrefix($0, at: start) }) { return true }
        }
        return false
    }

    /// Bodies whose offices are parts of them, and what is an office already.
    private static let withoutOffices = [
        "办公室", "办公厅", "办事处", "镇人民政府", "乡人民政府", "镇政府", "乡政府", "分行", "支行", "医院", "大学", "学院",
    ].map {
        Array($0.utf8)
    }
    /// Departments and the bodies of zones that are called so; the offices of other committees are bodies themselves.
    private static let commissions = [
        "卫生健康委员会", "计划生育委员会", "发展和改革委员会", "发展改革委员会", "城乡建设委员会", "教育委员会", "商务委员会", "信息化委员会",
        "交通委员会", "运输委员会", "宗教事务委员会", "民族事务委员会", "监督管理委员会", "农业委员会", "农村委员会", "科学技术委员会", "水务委员会",
        "自然资源委员会", "区管理委员会", "管委会", "健康委", "发展改革委",
    ].map { Array($0.utf8) }
    private static let bureaus = ["局", "厅"].map { Array($0.utf8) }
    private static let cabinets = ["人民政府办公厅", "政府办公厅", "委办公厅"].map { Array($0.utf8) }

    /// Whether a body is a department, whose office is a part of it.
    private func isBureau(_ body: [UInt8]) -> Bool {
        Self.bureaus.contains { body.ends(with: $0) } && !Self.cabinets.contains { body.ends(with: $0) }
    }
}
