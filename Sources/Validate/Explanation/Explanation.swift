internal import Forms
package import Model

/// How a report was judged, step by step: every relation with its numbers, every figure of the text with what it was
/// compared with, and what each rule came to.
package struct Explanation: Sendable {
    package var rules: [RuleOutcome] = []
    package var claims: [ClaimOutcome] = []

    /// - Parameters:
    ///   - report: a report that has been judged.
    ///   - context: what it was judged by.
    ///   - own: the rules of the configuration.
    package init(_ report: Report, context: JudgementContext, own: [OwnRule]) {
        guard let subject = Subject(report, context: context) else { return }
        let steps = Dictionary(grouping: RelationSteps(subject).all + YearSteps(subject).all, by: \.rule)
        let described = RuleCatalog.all.map { $0.description } + own.map(\.description)
        rules = described.map { description in
            RuleOutcome(description, report: report, subject: subject, steps: steps[description.identifier] ?? [])
        }
        claims = report.claims.map { ClaimOutcome($0, in: report) }
    }

    /// What one rule came to.
    package struct RuleOutcome: Sendable {
        package var description: RuleDescription
        package var outcome: Outcome
        /// Why it could not be judged, or not everywhere.
        package var doubts: [String]
        /// The relations that it checks, where it is one of arithmetic.
        package var steps: [RelationStep]

        init(_ description: RuleDescription, report: Report, subject: Subject, steps: [RelationStep]) {
            let rule = description.identifier
            self.description = description
            doubts = report.unverified.filter { $0.rule == rule }.map(\.reason)
            if let missing = Self.missingNeighbour(of: rule, subject.context.neighbours) {
                doubts.append(missing)
            } else if let nothing = Self.nothingToCompare(rule, subject) {
                doubts.append(nothing)
            }
            self.steps = steps
            let count = report.findings.count { $0.rule == rule }
            if subject.settings.isOff(rule) {
                outcome = .off
            } else if !description.forms.isEmpty, !description.forms.contains(subject.form.identifier) {
                outcome = .otherForm
            } else if count > 0 {
                outcome = .broken(count)
            } else {
                outcome = doubts.isEmpty ? .holds : .notJudged
            }
        }

        /// Why a rule found nothing where it had nothing to compare: that nothing was found would say too much.
        private static func nothingToCompare(_ rule: String, _ subject: Subject) -> String? {
            switch rule {
            case HistoryGrowth.identifier where !HistoryGrowth.isJudged(subject):
                return "no growth in the text could be set beside last year's report"
            case ClaimContradictsSibling.identifier
            where subject.report.identity.kind == .report && !ClaimContradictsSibling.isJudged(subject):
                return "nothing of the report could be set beside the statistics page"
            // Only the archive has the other texts.
            case TextCopied.identifier where subject.context.neighbours.resemblances.isEmpty:
                return "the text was compared with no other"
            default: return nil
            }
        }

        /// What a rule would have compared the report with, where that is not at hand.
        private static func missingNeighbour(of rule: String, _ neighbours: Neighbours) -> String? {
            if rule.hasPrefix("history."), neighbours.previous == nil {
                return "no report of the year before is at hand"
            }
            if rule == ClaimContradictsSibling.identifier, neighbours.sibling == nil {
                return "no statistics page of the same agency and year is at hand"
            }
            return nil
        }
    }

    package enum Outcome: Sendable, Equatable {
        /// It found nothing.
        case holds
        /// How many findings it has.
        case broken(Int)
        case notJudged
        /// It is not for the form of this report.
        case otherForm
        /// The configuration switched it off.
        case off
    }
}

/// A relation at one place of a report: what stands on both sides, and whether they agree.
package struct RelationStep: Sendable, Equatable {
    package var rule: String
    /// The column, the row, or nothing for a rule of the configuration.
    package var place: Finding.Message
    package var left: Side
    package var right: Side
    /// The sign between them as the rule wants it.
    package var comparison: String
    /// Nil: it holds or is broken; else why it was not judged, in English.
    package var doubt: String?
    package var holds: Bool

    /// One side: its addends with their names and numbers.
    package struct Side: Sendable, Equatable {
        package var sum: Quantity?
        package var addends: [Addend]
    }

    package struct Addend: Sendable, Equatable {
        package var name: Finding.Message
        package var factor: Int
        /// As the report has it; a blank is empty, what could not be read `?`.
        package var text: String
        package var isZero: Bool
    }
}

/// A figure of the text, and how it compares with the tables.
package struct ClaimOutcome: Sendable, Equatable {
    package var claim: Claim
    /// One for each way in which it may be read.
    package var readings: [Reading]

    package struct Reading: Sendable, Equatable {
        /// The cells whose sum it may state.
        package var paths: [String]
        /// Their sum, or nil where a cell is missing or could not be read.
        package var sum: Quantity?
        /// Nil where there is nothing to compare with.
        package var agrees: Bool?
    }

    init(_ claim: Claim, in report: Report) {
        self.claim = claim
        readings = claim.readings.map { paths in
            let sum = Self.sum(paths, in: report)
            return Reading(paths: paths, sum: sum, agrees: sum.flatMap { Self.agrees(claim, $0) })
        }
    }

    private static func sum(_ paths: [String], in report: Report) -> Quantity? {
        var sum = Quantity(0)
        for path in paths {
            guard let address = CellAddress(path: path),
                let addend = report.table(address.table)?.cell(address.row, address.column)?.addend
            else { return nil }
            sum = sum + addend
        }
        return sum
    }

    private static func agrees(_ claim: Claim, _ sum: Quantity) -> Bool? {
        if let value = claim.value { return value == sum }
        if claim.low == nil, claim.high == nil { return nil }
        return (claim.low.map { $0 <= sum } ?? true) && (claim.high.map { sum <= $0 } ?? true)
    }
}
