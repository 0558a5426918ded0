internal import Forms
internal import Model

/// What speaks for or against a repair beside the relations: the text's figures, and what last year's report carried on.
///
/// Neither pins a cell: people word things loosely, and a year may be reorganised. They rank, and the cause names them.
struct Witnesses {
    /// What the witnesses say of one repair.
    struct Testimony {
        /// Lower for a repair that they speak for.
        var cost = 0
        var causes: [Finding.Message] = []
    }

    private struct Statement {
        var claim: Claim
        /// The cells whose sum it may be, by number.
        var readings: [[Int]]
    }

    private let engine: RelationEngine
    private let statements: [Statement]
    let expectations: YearExpectations

    init(_ engine: RelationEngine, report: Report, form: Form, previous: Report?) {
        self.engine = engine
        expectations = YearExpectations(engine, form: form, previous: previous)
        statements = report.claims.compactMap { claim in
            let readings = claim.readings.compactMap { paths -> [Int]? in
                let numbers = paths.compactMap { CellAddress(path: $0).flatMap(engine.space.number) }
                return numbers.count == paths.count && !numbers.isEmpty ? numbers : nil
            }
            return readings.isEmpty ? nil : Statement(claim: claim, readings: readings)
        }
    }

    init(_ subject: Subject) {
        self.init(
            subject.relations,
            report: subject.report,
            form: subject.form,
            previous: subject.context.neighbours.previous
        )
    }

    /// What speaks for or against a repair; `changes` are the new values of its cells, by number.
    func testimony(on changes: [Int: Int]) -> Testimony {
        var result = Testimony()
        for statement in statements { add(statement, changes, to: &result) }
        for relation in expectations.relations { add(relation, changes, to: &result) }
        return result
    }

    /// Whether the text's figure disagrees with the table as it stands, and agrees once the changes are made.
    func isExplained(_ claim: Claim, by changes: [Int: Int]) -> Bool {
        statements.contains { $0.claim == claim && !agrees($0, [:]) && agrees($0, changes) }
    }

    private func add(_ statement: Statement, _ changes: [Int: Int], to result: inout Testimony) {
        guard statement.readings.contains(where: { $0.contains { changes[$0] != nil } }) else { return }
        let claim = statement.claim
        switch (agrees(statement, [:]), agrees(statement, changes)) {
        case (false, true):
            result.cost -= 25
            result.causes.append(
                Finding.Message(
                    zh: "正文第 \(claim.line) 行“\(claim.text)”与更正后的数相符",
                    en: "the text on line \(claim.line) says so: \"\(claim.text)\""
                )
            )
        // What the text denies is no figure that somebody copied.
        case (true, false): result.cost += claim.value == Quantity(0) ? 30 : 25
        case (true, true), (false, false): break
        }
    }

    private func agrees(_ statement: Statement, _ changes: [Int: Int]) -> Bool {
        statement.readings.contains { numbers in
            var sum = 0
            for number in numbers { sum &+= changes[number] ?? engine.values.values[number] }
            let quantity = engine.values.quantity(sum)
            if let value = statement.claim.value { return quantity == value }
            guard statement.claim.low != nil || statement.claim.high != nil else { return false }
            return statement.claim.low.map { $0 <= quantity } ?? true
                && statement.claim.high.map { quantity <= $0 } ?? true
        }
    }

    private func add(_ relation: YearExpectations.Relation, _ changes: [Int: Int], to result: inout Testimony) {
        guard relation.terms.contains(where: { changes[$0.cell] != nil }) else { return }
        switch (expectations.lack(relation) == 0, expectations.lack(relation, changes) == 0) {
        case (false, true):
            result.cost -= 20
            result.causes.append(
                relation.rule == HistoryCarryOver.identifier
                    ? Finding.Message(zh: "上年报告结转的正是此数", en: "last year's report carried just that over")
                    : Finding.Message(zh: "与上年报告正好衔接", en: "it follows from last year's report")
            )
        case (true, false): result.cost += 20
        case (true, true), (false, false): break
        }
    }
}
