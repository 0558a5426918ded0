internal import Model

/// What else a figure may count by the words around its own: it is wrong only where it is none of it.
extension StretchReader {
    mutating func widen(_ counted: inout Counted, _ figure: Figure) {
        guard teller.paths.isRevised, !counted.readings.isEmpty, !counted.isPart else { return }
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
        if teller.paths.isRevised, counted.family == .applicant, let row = state.amongRow,
            let columns = counted.readings.first?.compactMap({ $0.split(separator: ".").last.map(String.init) })
        {
            return [teller.paths.applications(row, columns)]
        }
        // 予以公开的24件中,自然人19件.
        if teller.paths.isRevised, counted.family == .applicant, state.amongSome == .outcome, figure.depth == 0,
            let columns = counted.readings.first?.compactMap({ $0.split(separator: ".").last.map(String.init) })
        {
            return state.amongReadings.filter { $0.allSatisfy { $0.hasSuffix("." + Self.total) } }.map { reading in
                reading.flatMap { path in columns.map { String(path.dropLast(Self.total.count)) + $0 } }
            }
        }
        guard teller.paths.isRevised, isOfOneApplicant(figure, counted.family), state.kinds.count == 1, !figure.isFormer
        else { return [] }
        let columns = CellPaths.columns(state.kinds[0])
        return counted.readings.filter { $0.allSatisfy { $0.hasSuffix(Self.total) } }.map { reading in
            reading.flatMap { path in columns.map { String(path.dropLast(Self.total.count)) + $0 } }
        }
    }

    /// 法律服务机构提出55件,…其中予以公开21件: of the applicants that were named before.
    private func addApplicants(_ counted: inout Counted) {
        let kinds = state.kinds.isEmpty ? state.kindBefore.map { [$0] } ?? [] : state.kinds
        let totals = counted.readings.filter { $0.allSatisfy { $0.hasSuffix(Self.total) } }
        // 科研机构1件、法律服务机构2件,…其中予以公开2件: of all of them together, too.
        let together = kinds.count > 1 ? [kinds.flatMap(CellPaths.columns)] : []
        for columns in kinds.map(CellPaths.columns) + together {
            for reading in totals {
                let cells = reading.flatMap { path in columns.map { String(path.dropLast(Self.total.count)) + $0 } }
                if !counted.readings.contains(cells) { counted.readings.append(cells) }
            }
        }
    }

    private static let total = "total"

    /// 上年结转61件,其中自然人60件; 不予公开9件,其中自然人7件: of the row that was named before.
    private func addRows(_ counted: inout Counted, _ figure: Figure) {
        // 予以公开491件,其中答复自然人400件: of the outcome, too; 收到自然人申请9件 is of what came in.
        guard let first = counted.readings.first, !figure.own.meets(TermSet.applicationVerbs.without(.process)) else {
            return
        }
        let columns = first.compactMap { $0.split(separator: ".").last.map(String.init) }
        guard !columns.contains(Self.total) else { return }
        // 申请最多的1名自然人提交17件: of that person.
        if figure.left.lowerBound > 0, let number = tokens[figure.left.lowerBound - 1].number,
            scanner.numerals[number].unit == .people
        {
            counted.readings = []
            return
        }
        // 信访类申请企业提出3件、自然人提出2件: of whatever the applicants before are.
        if let last = items.last, last.sentence == sentenceNumber, last.ownWords.meets(.applicants),
            result.claims[last.claim].readings.isEmpty, figure.left.first.map({ tokens[$0].kind == .pause }) ?? false
        {
            counted.readings = []
            return
        }
        // 企业的申请一件予以公开: those of them that ended so.
        if figure.index + 1 < figure.sentence.upperBound, tokens[figure.index + 1].start == tokens[figure.index].end,
            let next = tokens[figure.index + 1].term, TermSet.outcomes.contains(next)
        {
            counted.readings = []
            return
        }
        // 逾期未缴费7件(自然人5件): of whatever the bracket breaks down.
        if figure.depth > 0,
            let whole = items.last(where: { $0.sentence == sentenceNumber && $0.depth < figure.depth }),
            ![ClaimFamily.intake, .handling, .outcome, .applicant].contains(whole.family)
        {
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
        counted.readings += rows.filter { !counted.readings.contains($0) }
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
        counted.readings += (cells + [both]).filter { !counted.readings.contains($0) }
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

    private func addColumn(_ outcome: Term, _ counted: inout Counted) {
        let column = CellPaths.column(outcome)
        let totals = counted.readings.filter { $0.allSatisfy { $0.hasSuffix("." + Self.total) } }
        counted.readings += totals.map { reading in reading.map { String($0.dropLast(Self.total.count)) + column } }
    }

    private static let results = Array("办理结果".utf8)
    private static let outcomes: [Term] = [.upheld, .corrected, .otherResult, .pending]
    private static let disputeKinds: [Term] = [.review, .litigation]
    private static let allKinds: [Term] = [.review, .litigation, .direct, .afterReview]
}

extension Counted {
    /// Leaves out what is not of a row of applications, if that row is among its readings.
    fileprivate mutating func keep(_ row: String) {
        let own = readings.filter { $0.allSatisfy { $0.hasPrefix("applications.\(row).") } }
        if !own.isEmpty { readings = own }
    }
}
