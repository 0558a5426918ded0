internal import Forms
internal import Model

/// Compares the claims of a report with its tables.
struct ClaimJudge {
    let subject: Subject
    let rule: String
    let basis: String

    func judgement(_ isWanted: (Claim) -> Bool) -> Judgement {
        let report = subject.report
        var result = Judgement()
        let cells = ClaimCells(report: report)
        var scopes: Set<Int>?
        var unread: [String: [String]] = [:]
        for (index, claim) in report.claims.enumerated() where !claim.readings.isEmpty && isWanted(claim) {
            switch cells.outcome(of: claim) {
            case .agrees, .silent: break
            case .unknown(let reason):
                unread[reason, default: []].append("claims.\(index) (line \(claim.line))")
            case .differs(_, let isInferred) where isInferred && !hasCompany(index, cells):
                unread["a cell of it is blank or inferred", default: []].append("claims.\(index) (line \(claim.line))")
            case .differs(let value, _):
                let known = scopes ?? scopesThatAgree(cells)
                scopes = known
                if let doubt = doubt(index, value, cells, known) {
                    let reason = "“\(claim.text)” (line \(claim.line)) is not the table's \(value)\(doubt)"
                    result.unverified.append(Unverified(rule: rule, reason: reason))
                } else {
                    result.findings.append(finding(index, value))
                }
            }
        }
        for (reason, places) in unread.sorted(by: { $0.key < $1.key }) {
            result.unverified.append(Unverified(rule: rule, reason: "\(reason): \(places.joined(separator: ", "))"))
        }
        return result
    }

    /// Why a figure that is not the table's may be right all the same, or nil.
    private func doubt(_ index: Int, _ value: Quantity, _ cells: ClaimCells, _ scopes: Set<Int>) -> String? {
        if isOfOneBody(index, value) { return ", which a part of it is" }
        if isShared(index, value) { return ", which it and others add up to" }
        let claim = subject.report.claims[index]
        let isDoubtful =
            switch claim.doubt {
            case let doubt? where doubt != .wording && isSlip(of: value, claim): false
            case .scope, .earlierScope:
                claim.scope.map { !scopes.contains($0) } ?? true || isFarOff(index, value, cells)
            case .wording: true
            case .company: !hasCompany(index, cells) || isToldElsewhere(index, cells)
            case nil: isFarOff(index, value, cells) || mayCountElse(index, value, cells)
            }
        guard isDoubtful || mayBeSome(claim, of: value, cells) || SentenceSums(cells: cells).explain(index) else {
            return nil
        }
        let isOfScope = claim.doubt == .scope || claim.doubt == .earlierScope
        return isOfScope ? "; another scope may be meant" : "; the wording may mean something else"
    }

    /// Whether the figure may be only some of what the table counts: words that are not known stand with it (逾期未补正不再处理1件),
    /// or it is what was dealt with but for what came over from the year before.
    private func mayBeSome(_ claim: Claim, of value: Quantity, _ cells: ClaimCells) -> Bool {
        if claim.isQualified, claim.value == nil { return true }
        guard let said = claim.value, said < value else { return false }
        if claim.isQualified, !isSlip(of: value, claim) { return true }
        // 收到23件,已办结20件: of those, where 4 more came over from the year before.
        guard claim.readings[0] == ["applications.processed_total.total"],
            case .number(let carriedIn, _) = cells.value(at: Self.carriedIn),
            subject.report.claims.contains(where: {
                $0.sentence == claim.sentence && $0.readings.first == ["applications.received.total"]
            })
        else { return false }
        return said + carriedIn == value
    }

    /// Whether a part of the figure is what the table says: 收到申请21件,其中局机关15件,局属单位6件.
    private func isOfOneBody(_ index: Int, _ value: Quantity) -> Bool {
        let claims = subject.report.claims
        return subject.report.claimLists.contains { list in
            list.wholes.first == index
                && list.parts.contains { part in
                    claims[part].value == value
                        && (claims[part].readings.isEmpty || claims[part].readings == claims[index].readings)
                }
        }
    }

    /// Whether the figure seems to be some of what the table has: others of its sentence speak of the same cells, and
    /// they add up, or one of them that is larger is right: 1-6月收到6件,7-12月收到2件; 注销许可176件,作出许可1286件.
    private func isShared(_ index: Int, _ value: Quantity) -> Bool {
        if let said = subject.report.claims[index].value, said < value, isToldBeside(index, value) { return true }
        let parts = beside(index).map { subject.report.claims[$0].value }.filter { $0 != value }
        return parts.count > 1 && parts.reduce(Quantity(0)) { $0 + ($1 ?? Quantity(0)) } == value
    }

    /// Whether another figure of the sentence that speaks of the same cells is right: 废止1件、宣布失效6件.
    private func isToldBeside(_ index: Int, _ value: Quantity) -> Bool {
        // 结转6件,…结转8件: from the year before, and to the next.
        let readings = subject.report.claims[index].readings
        let isCarried = readings.count == 2 && readings[0] == ["applications.carried_out.total"]
        return !isCarried && beside(index).contains { $0 != index && subject.report.claims[$0].value == value }
    }

    /// The figures of its sentence that speak of the same cells and of all that they count, it among them.
    private func beside(_ index: Int) -> [Int] {
        let claims = subject.report.claims
        return claims.indices.filter {
            claims[$0].sentence == claims[index].sentence && claims[$0].readings.first == claims[index].readings.first
                && !claims[$0].isPart
        }
    }

    /// The scopes in which some figure of the text is the table's: the table speaks of that scope, too.
    private func scopesThatAgree(_ cells: ClaimCells) -> Set<Int> {
        var scopes: Set<Int> = []
        var isWide = false
        for claim in subject.report.claims {
            guard claim.doubt == .scope, !claim.isPart, let scope = claim.scope, let low = claim.low, low > Quantity(0)
            else {
                continue
            }
            guard case .agrees = cells.outcome(of: claim) else { continue }
            scopes.insert(scope)
            if claim.isOfWideScope, let value = claim.value, value > Quantity(9) { isWide = true }
        }
        // 全市 in one sentence is 全市 in another.
        if isWide {
            for claim in subject.report.claims where claim.isOfWideScope && claim.doubt == .scope {
                if let scope = claim.scope { scopes.insert(scope) }
            }
        }
        return scopes
    }

    /// Whether the figure is the table's but for one digit, or for two that changed places: with four digits and more
    /// no other quantity is so near.
    private func isSlip(of value: Quantity, _ claim: Claim) -> Bool {
        guard let said = claim.value, claim.unit != "元", claim.unit != "亿元" else { return false }
        guard said.description.utf8.count > 3, !claim.isDenial else { return false }
        return switch value.slip(to: said) {
        case .changed, .transposed: true
        case .added, .dropped, nil: false
        }
    }

    /// Whether words that are not known stand with a figure that no slip makes of the table's: 区司法局收到各类行政复议申请612件,
    /// where the table has 18.
    ///
    /// 政府信息公开行政复议17件,行政复议案件总量6218件: or where the text has the table's figure, too.
    private func isFarOff(_ index: Int, _ value: Quantity, _ cells: ClaimCells) -> Bool {
        let claim = subject.report.claims[index]
        guard !claim.isPart, let said = claim.value, value > Quantity(0), said > Quantity(0),
            !Nearness.isSlip(said, value), !Nearness.isNear(said, value)
        else { return false }
        return claim.isQualified || isToldElsewhere(index, cells)
    }

    /// Whether the words may count something else that the report has: beside the right figure of the same cells, the
    /// reviews, or some of the applications of the year before.
    private func mayCountElse(_ index: Int, _ value: Quantity, _ cells: ClaimCells) -> Bool {
        let claims = subject.report.claims
        let claim = claims[index]
        let sentence = claims.filter { $0.sentence == claim.sentence && !$0.readings.isEmpty }
        if isToldBeside(index, value) { return true }
        if isOfReviews(claim) { return true }
        // 2件上年结转申请,一件予以公开,一件部分公开.
        guard let said = claim.value, said < value, sentence.first?.readings.first == [Self.carriedIn] else {
            return false
        }
        let wholes = sentence.contains { $0.readings.contains { reading in reading.contains(where: Self.isWhole) } }
        return !wholes && claim.readings[0].allSatisfy { $0.hasPrefix("applications.") && $0 != Self.carriedIn }
    }

    private static let carriedIn = "applications.carried_in.total"

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
        return subject.report.table("disputes")?.cell("review", parts[2])?.number == said
    }

    /// Whether the text has the table's figure where no doubt is: what else seems to speak of it may mean another thing.
    private func isToldElsewhere(_ index: Int, _ cells: ClaimCells) -> Bool {
        let claims = subject.report.claims
        return claims.contains { other in
            guard other.readings.first == claims[index].readings.first, other.doubt != .wording, !other.isPart,
                other.value != claims[index].value, case .agrees = cells.outcome(of: other)
            else { return false }
            return true
        }
    }

    /// Whether figures beside it in its sentence are those of the same table: one that is hardly so by chance, or two.
    private func hasCompany(_ index: Int, _ cells: ClaimCells) -> Bool {
        let claims = subject.report.claims
        let claim = claims[index]
        guard let table = claim.readings[0].first?.prefix(while: { $0 != "." }) else { return false }
        var count = 0
        for (other, neighbour) in claims.enumerated()
        where other != index && !neighbour.isPart
            && (table == "statistics" ? neighbour.line == claim.line : neighbour.sentence == claim.sentence)
        {
            guard let path = neighbour.readings.first?.first, path.hasPrefix(table + "."), neighbour.doubt != .wording,
                let value = neighbour.value, value > Quantity(0), case .agrees = cells.outcome(of: neighbour)
            else { continue }
            if value > Quantity(4) { return true }
            count += 1
        }
        return count > 1
    }

    private func finding(_ index: Int, _ value: Quantity) -> Finding {
        let claim = subject.report.claims[index]
        let wording = ClaimWording(report: subject.report, form: subject.form)
        let said = wording.quoted(index)
        let table = wording.cells(claim.readings[0])
        let sum = claim.readings[0].count > 1 ? Finding.Message(zh: "，合计 \(value)", en: ", \(value) in all") : nil
        return Finding(
            rule: rule,
            severity: .error,
            message: Finding.Message(
                zh: claim.isPart
                    ? "\(said.zh)，多于\(table.zh)\(sum?.zh ?? "")" : "\(said.zh)，与\(table.zh)\(sum?.zh ?? "")不符",
                en: "\(said.en), \(claim.isPart ? "more than" : "but") \(table.en)\(sum?.en ?? "")"
            ),
            places: [wording.place(index)] + wording.places(claim.readings[0]),
            expected: .number(value),
            actual: (claim.value ?? claim.low ?? claim.high).map(Finding.Fact.number),
            basis: basis
        )
    }
}
