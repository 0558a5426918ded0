internal import Model

extension ClaimPercentage {
    /// Rates of which none is more than all: a growth, what was done of a plan, or what was
    /// dealt with of what came in may well be.
    private static let rates = ["满意率", "满意度", "公开率", "回收率", "采纳率", "占比", "纠错率", "维持率", "合格率", "准确率"]

    /// 满意度102.5%: more than all.
    func beyondAll(_ subject: Subject, besides found: [Finding]) -> [Finding] {
        let claims = subject.report.claims
        let known = Set(found.compactMap { $0.places.first?.path })
        return claims.indices.compactMap { index in
            let claim = claims[index]
            guard claim.unit == "%", let value = claim.value, value > Quantity(100), value <= Quantity(1000),
                !claim.key.hasPrefix(Claim.growth), !known.contains("claims.\(index)"),
                Self.rates.contains(where: claim.words.contains)
            else { return nil }
            let wording = ClaimWording(report: subject.report, form: subject.form)
            let said = wording.quoted(index)
            return Finding(
                rule: Self.identifier,
                severity: .warning,
                message: Finding.Message(zh: "\(said.zh)，超过 100%", en: "\(said.en), which is more than 100%"),
                places: [wording.place(index)],
                actual: .number(value),
                basis: Self.description.basis
            )
        }
    }
}
