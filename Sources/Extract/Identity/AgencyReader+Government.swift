/// The government whose report names only an office or a bureau that answers questions on it.
extension AgencyReader {
    private static let cabinetOffices = ["政府办公室", "政府办公厅", "政府办"].map { Array($0.utf8) }
    private static let government = Array("政府".utf8)
    private static let fullGovernment = Array("人民政府".utf8)
    private static let gathering = Array("综合".utf8)
    private static let each = Array("各".utf8)
    private static let reports = ["年度报告", "年度工作报告", "信息公开工作情况"].map { Array($0.utf8) }
    private static let makings = ["编制", "编写", "汇总"].map { Array($0.utf8) }
    /// 30 and 100 Chinese characters.
    private static let (nearBodies, nearReports) = (90, 300)

    /// The government whose office was named, where the report was made of those of all bodies of the place: 综合全市各县(市、区)
    /// 政府和各部门的年度报告编制而成. The office only compiles it.
    func gatherer(_ name: String) -> String {
        let bytes = Array(name.utf8)
        guard Self.cabinetOffices.contains(where: { bytes.ends(with: $0) }), isGathered else { return name }
        return government(of: bytes) ?? name
    }

    /// The government that an office is of, with its place and its whole name where the text has them; nil where no name is
    /// left: 市政府.
    func government(of office: [UInt8]) -> String? {
        guard let end = Self.cabinetOffices.first(where: { office.ends(with: $0) }) else { return nil }
        let short = Array(office.dropLast(end.count - Self.government.count))
        let whole = Array(self.whole(String(decoding: short, as: UTF8.self)).utf8)
        let full =
            whole.ends(with: Self.fullGovernment) ? whole : whole.dropLast(Self.government.count) + Self.fullGovernment
        guard let place = Self.name(full), full.count >= 9 + Self.fullGovernment.count else { return nil }
        return flow.holds(full, in: flow.bytes.indices) ? place : Self.name(whole)
    }

    private var isGathered: Bool {
        var start = 0
        while let place = flow.firstIndex(of: Self.gathering, in: start..<flow.bytes.count) {
            start = place + Self.gathering.count
            let end = { (length: Int) in min(flow.bytes.count, start + length) }
            guard flow.holds(Self.each, in: start..<end(Self.nearBodies)),
                let report = Self.reports.compactMap({ flow.firstIndex(of: $0, in: start..<end(Self.nearReports)) })
                    .min()
            else { continue }
            if Self.makings.contains(where: { flow.holds($0, in: report..<end(Self.nearReports)) }) { return true }
        }
        return false
    }

    /// A name that begins with the level of its place, 区政府办公室, as the body with the place that sentences begin with:
    /// 2023年,河东区人民政府认真….
    func placed(_ name: String) -> String {
        let bytes = Array(name.utf8)
        guard Self.levels.contains(where: { bytes.starts(with: $0) }), whole(name) == name, let actor = actor() else {
            return name
        }
        let office = Self.cabinetOffices.first { bytes.ends(with: $0) }
        let body = office.map { Array(bytes.dropLast($0.count - Self.government.count)) } ?? bytes
        return Self.extends(actor, body) ? actor : name
    }

    /// Bureaus that keep the open government office for their place.
    private static let services = ["政务服务", "行政审批", "大数据", "数据管理", "数据局"].map { Array($0.utf8) }
    private static let bureau = Array("局".utf8)
    private static let ownBureau = ["我局", "本局", "我中心", "本中心"].map { Array($0.utf8) }

    private static let our = Array("我".utf8)
    private static let whole = Array("全".utf8)

    /// Whether a body that answers questions is such a bureau, and the report is that of its place: it speaks of 我市, or of
    /// 青禾市 and 全市, and nowhere else of the bureau.
    func isOfService(_ name: String) -> Bool {
        let bytes = Array(name.utf8)
        guard bytes.ends(with: Self.bureau), let level = Self.placeOfService(bytes)?.suffix(3) else { return false }
        let stands = { (word: [UInt8]) in flow.holds(word, in: flow.bytes.indices) }
        guard !Self.ownBureau.contains(where: stands), !isNamedTwice(bytes), !(actor()?.hasSuffix("局") ?? false) else {
            return false
        }
        return stands(Self.our + level) || isGathered || stands(Self.whole + level) && subjectPlace(Array(level)) != nil
    }

    private func isNamedTwice(_ name: [UInt8]) -> Bool {
        guard let first = flow.firstIndex(of: name, in: flow.bytes.indices) else { return false }
        return flow.holds(name, in: (first + name.count)..<flow.bytes.count)
    }

    /// What stands before the business of such a bureau, where it ends with the level of a place: 青禾市, or only 市.
    private static func placeOfService(_ name: [UInt8]) -> [UInt8]? {
        guard let business = services.compactMap({ name.firstIndex(of: $0) }).min() else { return nil }
        let place = Array(name[..<business])
        return levels.contains { place.ends(with: $0) } ? place : nil
    }

    /// 10 Chinese characters.
    private static let longestPlace = 30

    /// The government of the place of such a bureau, where its name or the beginning of a sentence tells the place.
    func government(served name: String) -> String? {
        guard let own = Self.placeOfService(Array(whole(name).utf8)),
            let place = own.count > 3 ? own : subjectPlace(own)
        else { return nil }
        return Self.name(place + Self.fullGovernment)
    }

    /// The place of that level that does something in a sentence that begins with a year: 2023年,青禾市坚持….
    private func subjectPlace(_ level: [UInt8]) -> [UInt8]? {
        flow.years().lazy.compactMap { year in
            guard let mark = Self.yearMarks.first(where: { flow.hasPrefix($0, at: year + 4) }) else { return nil }
            let start = year + 4 + mark.count
            let room = start..<min(flow.bytes.count, start + Self.longestPlace)
            guard let end = flow.firstIndex(of: level, in: room).map({ $0 + level.count }), end - start >= 9,
                Self.verbs.contains(where: { flow.hasPrefix($0, at: end) })
            else { return nil }
            let place = Array(flow.bytes[start..<end])
            return Self.name(place) == nil ? nil : place
        }.first
    }
}
