internal import Model

/// What else a figure may count by the words around its own: it is wrong only where it is none of it.
extension StretchReader {
    mutating func widen(_ counted: inout Counted, _ figure: Figure) {
        guard !counted.readings.isEmpty, !counted.isPart else { return }
        if counted.family == .dispute, !figure.voice.isBehind { addFate(of: figure, &counted) }
        guard teller.paths.isRevised, !counted.isPart else { return }
        switch counted.family {
        case .intake, .handling, .outcome: addApplicants(&counted)
        case .applicant: addRows(&counted, figure)
        case .disputeOutcome: addDisputes(&counted, figure)
        case .dispute: addOutcomeBefore(&counted, figure)
        case .means, .other: break
        }
    }

    /// One of those of which the figure counts each: 自然人、商业企业各1件.
    mutating func widened(_ counted: Counted, _ figure: Figure) -> Counted {
        var counted = counted
        limit(&counted, figure)
        widen(&counted, figure)
        return counted
    }

    /// 商业企业3件(公开1件、不掌握1件), 自然人提出的申请经办理,予以公开7件: of those applicants' own.
    func isOfOneApplicant(_ figure: Figure, _ family: ClaimFamily) -> Bool {
        guard family == .outcome || family == .handling else { return false }
        return state.isOfApplicant || state.isBehindApplicant || figure.depth > 0 && isBehindApplicant(figure)
    }

    /// What a figure of one kind of applicants' applications counts, if the sentence has named no other.
    func ofApplicant(_ counted: Counted, _ figure: Figure) -> [[String]] {
        guard teller.paths.isRevised else { return [] }
        if counted.family == .applicant, let columns = counted.columns {
            // 上年结转的9件申请中,自然人8件; 予以公开的24件中,自然人19件.
            let isOfOutcome = state.amongSome == .outcome && figure.depth == 0
            if isOfOutcome || isCarried(state.amongReadings) { return Counted.totals(state.amongReadings, in: columns) }
        }
        guard isOfOneApplicant(figure, counted.family), state.kinds.count == 1, !figure.isFormer else { return [] }
        return Counted.totals(counted.readings, in: CellPaths.columns(state.kinds[0]))
    }

    /// Whether it counts a row of what was carried over.
    func isCarried(_ readings: [[String]]) -> Bool {
        ["carried_in", "carried_out"].contains { readings.first == teller.paths.applications($0) }
    }

    /// 法律服务机构提出55件,…其中予以公开21件: of the applicants that were named before.
    private func addApplicants(_ counted: inout Counted) {
        let kinds = state.kinds.isEmpty ? state.kindBefore.map { [$0] } ?? [] : state.kinds
        // 科研机构1件、法律服务机构2件,…其中予以公开2件: of all of them together, too.
        let together = kinds.count > 1 ? [kinds.flatMap(CellPaths.columns)] : []
        let totals = counted.readings
        for columns in kinds.map(CellPaths.columns) + together { counted.add(Counted.totals(totals, in: columns)) }
    }

    /// 上年结转61件,其中自然人60件; 不予公开9件,其中自然人7件: of the row that was named before.
    private func addRows(_ counted: inout Counted, _ figure: Figure) {
        // 予以公开491件,其中答复自然人400件: of the outcome, too; 收到自然人申请9件 is of what came in.
        guard let columns = counted.columns, !columns.contains("total"),
            !figure.own.meets(TermSet.applicationVerbs.without(.process))
        else { return }
        if isOfSomeApplications(figure) {
            counted.readings = []
            return
        }
        if figure.marker?.term == .amongThem, isOfOneRow(figure), let row = rowBefore { counted.keep(row) }
        var rows: [[String]] = []
        // 自然人提交的322件已办结申请.
        let next = tokens[(figure.index + 1)..<figure.sentence.upperBound].prefix(2)
        if next.contains(where: { $0.term == .process }) || flow.hasPrefix(Self.results, at: tokens[figure.index].end) {
            rows.append(teller.paths.applications("processed_total", columns))
        }
        if state.namesCarriedIn { rows.append(teller.paths.applications("carried_in", columns)) }
        if state.namesCarriedOut { rows.append(teller.paths.applications("carried_out", columns)) }
        let results = state.results.isEmpty ? state.resultsBefore : state.results
        // 公开类答复(予以公开、部分公开)600件,其中自然人485件: of both together.
        if results.count > 1 { rows.append(results.flatMap { teller.paths.outcome($0, columns) }) }
        rows += results.map { teller.paths.outcome($0, columns) }.filter { !$0.isEmpty }
        counted.add(rows)
    }

    /// Whether applicants stand there for some of their applications that the form has no cell of.
    private func isOfSomeApplications(_ figure: Figure) -> Bool {
        // 申请最多的1名自然人提交17件: of that person.
        if figure.left.lowerBound > 0, let number = tokens[figure.left.lowerBound - 1].number,
            scanner.numerals[number].unit == .people
        {
            return true
        }
        // 信访类申请企业提出3件、自然人提出2件: of whatever the applicants before are.
        if let last = items.last, last.sentence == sentenceNumber, last.ownWords.meets(.applicants),
            result.claims[last.claim].readings.isEmpty, figure.left.first.map({ tokens[$0].kind == .pause }) ?? false
        {
            return true
        }
        // 企业的申请一件予以公开: those of them that ended so.
        if figure.index + 1 < figure.sentence.upperBound, tokens[figure.index + 1].start == tokens[figure.index].end,
            let next = tokens[figure.index + 1].term, TermSet.outcomes.contains(next)
        {
            return true
        }
        // 逾期未缴费7件(自然人5件): of whatever the bracket breaks down.
        let whole = items.last { $0.sentence == sentenceNumber && $0.depth < figure.depth }
        return whole.map { ![ClaimFamily.intake, .handling, .outcome, .applicant].contains($0.family) } ?? false
    }

    /// 办结10件,其中自然人8件: whether the sentence has one figure before it that may be the whole.
    private func isOfOneRow(_ figure: Figure) -> Bool {
        let before = items.filter { $0.sentence == sentenceNumber && $0.role == .count }
        return before.count == 1 && before[0].marker == nil && !before[0].isOfOtherYears && state.results.isEmpty
    }

    /// The row that the last figure counts the total of.
    private var rowBefore: String? {
        guard let reading = items.last.flatMap({ result.claims[$0.claim].readings.first }), reading.count == 1 else {
            return nil
        }
        return ["received", "processed_total"].first { reading == teller.paths.applications($0) }
    }

    /// 复议6件、诉讼5件,…维持7件: of any kind that the sentence has named, or of all, where the figure names none.
    private func addDisputes(_ counted: inout Counted, _ figure: Figure) {
        guard !figure.own.meets(.disputes), let first = counted.readings.first, let path = first.first,
            let column = path.split(separator: ".").last.map(String.init)
        else { return }
        // 维持合计12件, where no kind is named: of either, or of both.
        let named = state.disputes.isEmpty ? Self.disputeKinds : Self.disputeKinds.filter(state.disputes.contains)
        guard named.count > 1, named.contains(.review) else { return }
        let cells = named.map { teller.paths.disputes($0, column) }
        let both = teller.paths.disputes(.review, column) + teller.paths.disputes(.litigation, column)
        counted.add(cells + [both])
    }

    /// 截至年底未审结的案件,复议、诉讼分别为22件、33件: of the outcome that the clause before names.
    private mutating func addOutcomeBefore(_ counted: inout Counted, _ figure: Figure) {
        // 复议后起诉157件,…;已审结的136件: of the kinds that were named before.
        if figure.own.meets([.concluded, .finished]), !figure.own.meets(.disputes) {
            counted.readings += Self.allKinds.filter(state.disputes.contains).map(teller.paths.closedDisputes)
        }
        // 1件行政复议、5件行政诉讼被纠正: what stands behind the last of them is said of all.
        let behind = tokens[(figure.index + 1)..<figure.sentence.upperBound].prefix { !$0.endsClause }
        let fate = behind.last { $0.term.map(TermSet.disputeOutcomes.contains) ?? false }
        if figure.voice.isBehind, let term = fate?.term { addColumn(term, &counted) }
        // 直接起诉案件的纠正数为13件,复议后起诉的为6件: of what ended so, too.
        if let last = items.last, last.sentence == sentenceNumber, last.family == .disputeOutcome,
            let path = result.claims[last.claim].readings.first?.first,
            let term = Self.outcomes.first(where: { path.hasSuffix("." + CellPaths.column($0)) })
        {
            addColumn(term, &counted)
        }
        let clause = figure.context.wider..<figure.left.lowerBound
        let outcome = clause.last { tokens[$0].term.map(TermSet.disputeOutcomes.contains) ?? false }
        if let outcome { state.outcomeBefore = tokens[outcome].term }
        guard let term = state.outcomeBefore else { return }
        addColumn(term, &counted)
    }

    func addColumn(_ outcome: Term, _ counted: inout Counted) {
        counted.readings += Counted.totals(counted.readings, in: [CellPaths.column(outcome)])
    }

    private static let results = Array("办理结果".utf8)
    private static let outcomes: [Term] = [.upheld, .corrected, .otherResult, .pending]
    private static let disputeKinds: [Term] = [.review, .litigation]
    private static let allKinds: [Term] = [.review, .litigation, .direct, .afterReview]
}

extension Counted {
    /// The columns of the first reading's cells.
    fileprivate var columns: [String]? {
        readings.first?.compactMap { $0.split(separator: ".").last.map(String.init) }
    }

    /// Readings of totals alone, of whose rows the given columns are meant.
    fileprivate static func totals(_ readings: [[String]], in columns: [String]) -> [[String]] {
        let total = "total"
        return readings.filter { $0.allSatisfy { $0.hasSuffix("." + total) } }.map { reading in
            reading.flatMap { path in columns.map { path.dropLast(total.count) + $0 } }
        }
    }

    fileprivate mutating func add(_ more: [[String]]) {
        readings += more.filter { !readings.contains($0) }
    }

    /// Leaves out what is not of a row of applications, if that row is among its readings.
    fileprivate mutating func keep(_ row: String) {
        let own = readings.filter { $0.allSatisfy { $0.hasPrefix("applications.\(row).") } }
        if !own.isEmpty { readings = own }
    }
}
