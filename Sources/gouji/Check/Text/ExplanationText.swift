internal import Model
internal import Validate

/// What `gouji check --explain` adds: every rule with what it came to, every relation with its numbers, every figure of
/// the text with what it may state.
struct ExplanationText {
    let language: OutputLanguage
    let style: TerminalStyle

    func lines(_ explanation: Explanation) -> [String] {
        let head = language.words(zh: "逐条说明：", en: "rule by rule:")
        let rules = explanation.rules.filter { $0.outcome != .otherForm }
        let judged = [style.strong(head)] + rules.flatMap(rule)
        guard !explanation.claims.isEmpty else { return judged }
        let claims = language.words(zh: "正文中的数字：", en: "figures of the text:")
        return judged + [style.strong(claims)] + explanation.claims.flatMap(claim)
    }

    // MARK: Rules

    private func rule(_ rule: Explanation.RuleOutcome) -> [String] {
        let head = "  \(mark(rule.outcome)) \(rule.description.identifier)\(language.colon)\(words(rule.outcome))"
        let doubts = rule.doubts.map { doubt in
            "      ? " + language.field(zh: "未核实", en: "not verified", printable(doubt))
        }
        return ["\(head) – \(language.words(rule.description.statement))"] + rule.steps.map(line) + doubts
    }

    private func printable(_ reason: String) -> String { Column.printable(ReasonWords.words(reason, language)) }

    private func mark(_ outcome: Explanation.Outcome) -> String {
        switch outcome {
        case .holds: "✓"
        case .broken: "✗"
        case .notJudged: "?"
        case .off, .otherForm: "-"
        }
    }

    private func words(_ outcome: Explanation.Outcome) -> String {
        switch outcome {
        case .holds: language.words(zh: "成立", en: "holds")
        case .broken(let count):
            language.words(zh: "\(count) 处问题", en: count == 1 ? "1 finding" : "\(count) findings")
        case .notJudged: language.words(zh: "未核实", en: "not judged")
        case .otherForm: language.words(zh: "不适用于该格式", en: "not for this form")
        case .off: language.words(zh: "已关闭", en: "switched off")
        }
    }

    // MARK: Relations

    private func line(_ step: RelationStep) -> String {
        let place = language.words(step.place)
        let mark = step.doubt == nil ? (step.holds ? "✓" : "✗") : "?"
        let relation = relation(step)
        let doubt = step.doubt.map { " – " + language.field(zh: "未核实", en: "not judged", printable($0)) } ?? ""
        return "      \(mark) " + (place.isEmpty ? "" : place + language.colon) + Column.printable(relation) + doubt
    }

    /// `a 1 + b 2 = 3 = c 3`, `a 1 + b 2 = 3 ≠ 4 = c 1 + d 3`: a side of several addends has its sum beside the sign.
    private func relation(_ step: RelationStep) -> String {
        if step.holds, step.comparison == "=" {
            let sum = step.left.addends.count > 1 ? step.left.sum.map { " = \($0)" } ?? "" : ""
            return "\(addends(step.left))\(sum) = \(addends(step.right))"
        }
        let sign = step.doubt == nil && !step.holds ? broken(step.comparison) : words(step.comparison)
        return "\(left(step.left)) \(sign) \(right(step.right))"
    }

    private func words(_ comparison: String) -> String {
        comparison == ">= each" ? language.words(zh: ">= 各项", en: comparison) : comparison
    }

    private func broken(_ comparison: String) -> String {
        switch comparison {
        case "<=": ">"
        case ">=", ">= each": "<"
        default: "≠"
        }
    }

    /// `a 1 + b 2 = 3`; a single addend is its own sum.
    private func left(_ side: RelationStep.Side) -> String {
        side.addends.count > 1 ? addends(side) + (side.sum.map { " = \($0)" } ?? "") : addends(side)
    }

    private func right(_ side: RelationStep.Side) -> String {
        side.addends.count > 1 ? (side.sum.map { "\($0) = " } ?? "") + addends(side) : addends(side)
    }

    /// Those that add nothing are only counted where there are many.
    private func addends(_ side: RelationStep.Side) -> String {
        if side.addends.isEmpty { return "0" }
        let shown = side.addends.count > 6 ? side.addends.filter { !$0.isZero } : side.addends
        let left = side.addends.count - shown.count
        var text = ""
        for addend in shown {
            let sign = addend.factor < 0 ? (text.isEmpty ? "−" : " − ") : (text.isEmpty ? "" : " + ")
            text += sign + words(addend)
        }
        if left == 0 { return text }
        return (text.isEmpty ? "" : text + " + ") + language.words(zh: "\(left) 项为 0", en: "\(left) times 0")
    }

    private func words(_ addend: RelationStep.Addend) -> String {
        let name = language.words(addend.name)
        let factor = addend.factor.magnitude == 1 ? "" : "\(addend.factor.magnitude) × "
        let text = addend.text.isEmpty ? language.words(zh: "空白", en: "blank") : addend.text
        return factor + (name.isEmpty ? text : "\(name) \(text)")
    }

    // MARK: Claims

    private func claim(_ outcome: ClaimOutcome) -> [String] {
        let claim = outcome.claim
        let unit = claim.unit ?? ""
        let line = DisplayWidth.right(claim.line > 0 ? String(claim.line) : "", 6)
        let said = Column.printable(language.quote(claim.text))
        let head = "\(line) | \(said) → \(claim.key)\(language.colon)\(value(of: claim))\(unit)"
        let readings = outcome.readings.map { reading in
            let sum = reading.sum?.description ?? language.words(zh: "无法得知", en: "not known")
            let mark = reading.agrees.map { $0 ? "✓" : "✗" } ?? "?"
            return "       \(mark) \(reading.paths.joined(separator: " + ")) = \(sum)"
        }
        return [head] + readings
    }

    private func value(of claim: Claim) -> String {
        if let value = claim.value { return value.description }
        return "\(claim.low?.description ?? "…")–\(claim.high?.description ?? "…")"
    }
}
