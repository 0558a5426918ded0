internal import Bytes
internal import Model

/// Why a figure that is not the table's may be right all the same.
struct ClaimDoubt {
    let index: ClaimIndex

    private var claims: [Claim] { index.claims }

    /// What to say of a figure that may be right all the same though the table has `value`, or nil.
    func reason(_ place: Int, _ value: Quantity) -> String? {
        if index.isCrowded(place) { return "; its sentence has too many figures to tell" }
        if isNearEnough(claims[place], value) { return "; it is told roughly" }
        if isOfRightParts(place) { return nil }
        if isOfOneBody(place, value) { return ", which a part of it is" }
        if isShared(place, value) { return ", which it and others add up to" }
        let claim = claims[place]
        let isDoubtful =
            switch claim.doubt {
            case let doubt? where doubt != .wording && !claim.isOfOtherBody && isSlip(of: value, claim): false
            case .scope, .earlierScope: isOfOtherScope(place, value)
            case .wording: true
            case .company: !hasCompany(place) || index.isToldElsewhere(place)
            case .allYears: stated(claim).map { $0 > value && !Nearness.isSlipOfPen($0, value) } ?? true
            case nil: isFarOff(place, value) || mayCountElse(place, value)
            }
        guard
            isDoubtful || followsOtherMatter(place) || followsApplicant(place, of: value) || mayBeSome(place, of: value)
                || SentenceSums(index: index).explain(place)
        else { return nil }
        let isOfScope = claim.doubt == .scope || claim.doubt == .earlierScope
        return isOfScope ? "; another scope may be meant" : "; the wording may mean something else"
    }

    /// Whether the text breaks the figure down into what came in and what was carried over, and both are the table's: 受理申请957件,
    /// 其中本年新收19件、上年结转1件.
    private func isOfRightParts(_ place: Int) -> Bool {
        // 受理各类申请957件 may hold those of other matters.
        guard claims[place].scope == nil, claims[place].readings.contains([Self.received, Self.carriedIn]),
            claims[place].words.contains(Self.named), !claims[place].words.contains(Self.various)
        else { return false }
        return index.lists(of: place).contains { list in
            list.parts.count == 2 && list.parts.allSatisfy { index.agrees($0) && claims[$0].scope == nil }
                && claims[list.parts[0]].readings.contains([Self.received])
                && claims[list.parts[1]].readings.first == [Self.carriedIn]
        }
    }

    /// Whether nothing shows that the table speaks of the figure's scope, too.
    private func isOfOtherScope(_ place: Int, _ value: Quantity) -> Bool {
        guard let scope = claims[place].scope else { return true }
        if index.agreeingScopes.contains(scope) { return isFarOff(place, value) }
        guard index.scopesAgreeingLater.contains(scope) else { return true }
        // 全县收到412件。予以公开23件,…: of the body itself, where the table has 57.
        if claims[place].doubt == .scope, let said = stated(claims[place]) {
            return !Nearness.isSlip(said, value) && !Nearness.isNear(said, value)
        }
        return isFarOff(place, value)
    }

    /// Whether the sentence began with a figure that is far from the table's and seems to count something else, and none
    /// of it is the table's: 窗口收到办事申请1120件,不予受理22件,办结1095件.
    private func followsOtherMatter(_ place: Int) -> Bool {
        if isOfFewer(place) { return true }
        guard let first = index.sentence(of: place).first(where: { !claims[$0].readings.isEmpty }), first != place,
            claims[first].doubt == nil || claims[first].doubt == .company,
            // Each row of the other tables is a matter of its own.
            tableOf(first) == "applications", tableOf(place) == "applications",
            !hasCompany(place),
            case .differs(let value, _) = index.outcome(first)
        else { return false }
        return claims[first].doubt == .company || claims[first].isQualified || isFarOff(first, value)
    }

    /// Whether the sentence began with a number of applications that is none of the table's, of which it may be a part:
    /// 2家律师事务所提出的2件申请,一件予以公开.
    private func isOfFewer(_ place: Int) -> Bool {
        let first = index.sentence(of: place).first {
            claims[$0].unit == claims[place].unit && claims[$0].words.holds("申请")
        }
        guard let first, first < place, !index.agrees(first), !claims[first].isDenial,
            let whole = stated(claims[first]), let said = stated(claims[place]), said <= whole,
            case .differs(let value, _) = index.outcome(place)
        else { return false }
        return whole < value
    }

    /// Whether the sentence began with some applicants' applications, of which the figure may be a part: 商业企业提出的3件申请,
    /// 予以公开1件、不掌握1件.
    private func followsApplicant(_ place: Int, of value: Quantity) -> Bool {
        let told = index.sentence(of: place).filter { !claims[$0].readings.isEmpty }
        guard let first = told.first, first < place, isOfApplicant(first), !isOfApplicant(place),
            told.count(where: { $0 < place && isOfApplicant($0) }) == 1,
            let whole = stated(claims[first]), let said = stated(claims[place])
        else { return false }
        return said <= whole && said < value && !isHeldToApplicant(place, first)
    }

    /// 法律服务机构4件,其中无法提供2件: whether that was held to theirs already, and nothing of theirs came over from the year
    /// before, which would be dealt with beside those four.
    private func isHeldToApplicant(_ place: Int, _ first: Int) -> Bool {
        guard index.agrees(first), let column = claims[first].readings[0].first?.split(separator: ".").last,
            case .number(let carriedIn, _) = index.cells.value(at: "applications.carried_in.\(column)")
        else { return false }
        return carriedIn == Quantity(0)
            && claims[place].readings.contains { reading in reading.allSatisfy { $0.hasSuffix("." + column) } }
    }

    private func isOfApplicant(_ place: Int) -> Bool {
        claims[place].readings[0].allSatisfy { $0.hasPrefix("applications.") && !$0.hasSuffix(".total") }
    }

    private func tableOf(_ place: Int) -> Substring? { claims[place].readings[0].first?.prefix { $0 != "." } }

    /// Whether the figure may be only some of what the table counts: words that are not known stand with it (逾期未补正不再处理1件),
    /// or it is what was dealt with but for what came over from the year before.
    private func mayBeSome(_ place: Int, of value: Quantity) -> Bool {
        let claim = claims[place]
        if claim.isQualified, claim.value == nil { return true }
        guard let said = stated(claim), said < value else { return false }
        if claim.isQualified, !isSlip(of: value, claim) { return true }
        // 收到23件,已办结20件: of those, where 4 more came over from the year before.
        guard claim.readings[0] == ["applications.processed_total.total"],
            case .number(let carriedIn, _) = index.cells.value(at: Self.carriedIn),
            index.sentence(of: place).contains(where: { claims[$0].readings.first == [Self.received] })
        else { return false }
        return said + carriedIn == value && !isOfBalance(place)
    }

    /// Whether the figure stands among those of the year's balance, all others of which are the table's: 新收4件,上年结转1件,已办结3件,
    /// 结转下年度1件. Behind 上年结转1件均已答复 it may be of the new ones alone, and 新收的办结3件 is.
    private func isOfBalance(_ place: Int) -> Bool {
        let told = index.sentence(of: place).filter { index.agrees($0) || $0 == place }
        guard let own = told.firstIndex(of: place), own >= 2, own + 1 < told.count,
            claims[told[own - 1]].readings.first == [Self.carriedIn], claims[told[own - 1]].words.hasSuffix("件"),
            claims[told[own - 2]].readings.first == [Self.received],
            ["办", "已办", "共办"].contains(where: claims[place].words.hasPrefix)
        else { return false }
        return claims[told[own + 1]].readings.first == [SentenceSums.carriedOut]
    }

    /// Whether a part of the figure is what the table says: 收到申请21件,其中局机关15件,局属单位6件.
    private func isOfOneBody(_ place: Int, _ value: Quantity) -> Bool {
        index.lists(of: place).contains { list in
            list.parts.contains { part in
                claims[part].value == value
                    && (claims[part].readings.isEmpty || claims[part].readings == claims[place].readings)
            }
        }
    }

    /// Whether the figure seems to be some of what the table has: others of its sentence speak of the same cells, and
    /// they add up, or one of them that is larger is right: 1-6月收到6件,7-12月收到2件; 注销许可176件,作出许可1286件.
    private func isShared(_ place: Int, _ value: Quantity) -> Bool {
        if let said = stated(claims[place]), said < value, isToldBeside(place, value) { return true }
        let parts = beside(place).map { claims[$0].value }.filter { $0 != value }
        return parts.count > 1 && parts.reduce(Quantity(0)) { $0 + ($1 ?? Quantity(0)) } == value
    }

    /// Whether another figure of the sentence that speaks of the same cells is right: 废止1件、宣布失效6件.
    private func isToldBeside(_ place: Int, _ value: Quantity) -> Bool {
        // 结转6件,…结转8件: from the year before, and to the next.
        let readings = claims[place].readings
        let isCarried = readings.count == 2 && readings[0] == ["applications.carried_out.total"]
        return !isCarried
            && beside(place).contains { $0 != place && claims[$0].value == value && !claims[$0].isDenial }
    }

    /// The figures of its sentence that speak of the same cells and of all that they count, it among them.
    private func beside(_ place: Int) -> [Int] {
        index.sentence(of: place).filter {
            claims[$0].readings.first == claims[place].readings.first && !claims[$0].isPart
        }
    }

    /// Whether the figure is the table's but for one digit of four and more, or for two that changed places: no other
    /// quantity is so near.
    private func isSlip(of value: Quantity, _ claim: Claim) -> Bool {
        guard let said = claim.value, claim.unit != "元", claim.unit != "亿元" else { return false }
        return !claim.isDenial && Nearness.isSlipOfPen(said, value)
    }

    /// Whether words that are not known stand with a figure that no slip makes of the table's: 区司法局收到各类行政复议申请612件,
    /// where the table has 18.
    ///
    /// 政府信息公开行政复议17件,行政复议案件总量6218件: or where the text has the table's figure, too.
    private func isFarOff(_ place: Int, _ value: Quantity) -> Bool {
        let claim = claims[place]
        // 答复网民问题36个, where nobody applied: words that are not known tell of something else.
        if value == Quantity(0), claim.isQualified, !claim.isDenial, Self.all.contains(claim.readings[0]) {
            return true
        }
        guard !claim.isPart, let said = stated(claim), value > Quantity(0), said > Quantity(0),
            !Nearness.isSlip(said, value), !Nearness.isNear(said, value)
        else { return false }
        // 共收到政府信息公开申请23件 can be no other matter's, though the text has the table's 57 as well.
        let isExplicit = claim.readings[0] == [Self.received] && claim.isWhole && claim.words.contains(Self.application)
        return claim.isQualified || index.isToldElsewhere(place) && !isExplicit
    }

    private static let application = "收到政府信息公开申请"
    private static let named = "信息公开申请"
    private static let various = "各类"

    /// Whether the words may count something else that the report has: beside the right figure of the same cells, the
    /// reviews, or some of the applications of the year before.
    private func mayCountElse(_ place: Int, _ value: Quantity) -> Bool {
        let claim = claims[place]
        if isToldBeside(place, value) || isOfReviews(claim) && !namesLitigation(place) { return true }
        let sentence = index.sentence(of: place).map { claims[$0] }.filter { !$0.readings.isEmpty }
        // 2件上年结转申请,一件予以公开,一件部分公开.
        guard let said = stated(claim), said < value, sentence.first?.readings.first == [Self.carriedIn] else {
            return false
        }
        let wholes = sentence.contains { $0.readings.contains { reading in reading.contains(where: Self.isWhole) } }
        return !wholes && claim.readings[0].allSatisfy { $0.hasPrefix("applications.") && $0 != Self.carriedIn }
    }

    /// The rows of all applications; those of outcomes have names that are hardly another matter's.
    private static let all = [[received], [received, carriedIn], ["applications.processed_total.total"]]

    static let carriedIn = "applications.carried_in.total"
    static let received = "applications.received.total"

    private static func isWhole(_ path: String) -> Bool {
        path.hasPrefix("applications.received.") || path.hasPrefix("applications.processed_total.")
            || path.hasPrefix("applications.carried_out.")
    }

    /// Whether the figure is that of the reviews: 经行政复议纠正的2件 need not have gone to court then.
    private func isOfReviews(_ claim: Claim) -> Bool {
        guard claim.readings.count == 1, claim.readings[0].count == 1, let said = claim.value, said > Quantity(0) else {
            return false
        }
        let parts = claim.readings[0][0].split(separator: ".").map(String.init)
        guard parts.count == 3, parts[0] == "disputes", parts[1] == "litigation_after_review" else { return false }
        return index.cells.report.table("disputes")?.cell("review", parts[2])?.number == said
    }

    /// Whether the sentence says rightly how many went to court after a review: 复议后起诉3件,结果维持3件.
    private func namesLitigation(_ place: Int) -> Bool {
        let path = "disputes.litigation_after_review.total"
        return index.sentence(of: place).contains { claims[$0].readings.first == [path] && index.agrees($0) }
    }

    /// Whether figures beside it in its sentence are those of the same table: one that is hardly so by chance, or two.
    func hasCompany(_ place: Int) -> Bool {
        guard !index.isCrowded(place), let table = tableOf(place) else { return false }
        let company = table == "statistics" ? index.line(of: place) : index.sentence(of: place)[...]
        var count = 0
        for other in company where other != place && !claims[other].isPart {
            let neighbour = claims[other]
            guard let path = neighbour.readings.first?.first, path.hasPrefix(table + "."), neighbour.doubt != .wording,
                let value = neighbour.value, value > Quantity(0), index.agrees(other)
            else { continue }
            if value > Quantity(4) { return true }
            count += 1
            if count > 1 { return true }
        }
        return false
    }
}
