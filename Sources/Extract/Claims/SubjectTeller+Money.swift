internal import Forms
internal import Model

/// Sums of money.
extension SubjectTeller {
    func money(_ words: TermSet, _ state: SentenceState) -> Counted {
        if words.contains(.processingFee) { return Counted(key: Claim.processingFee, isWhole: true) }
        // 集中采购14项918.4万元.
        let isBare = state.ownBytes == 0 && !words.meets(.telling)
        let isPurchase = words.contains(.procurement) || (words.contains(.sum) || isBare) && state.namesProcurement
        if isPurchase, !words.meets(.foreign), case .revised(isLatest: false) = paths.era {
            let path = "proactive.procurement.amount"
            return Counted(key: path, readings: [[path]], isWhole: true)
        }
        if words.contains(.adminFee), !words.meets(.foreign), !words.contains(.subset) {
            if case .revised(isLatest: true) = paths.era {
                return Counted(key: "proactive.fees.amount", readings: [["proactive.fees.amount"]], isWhole: true)
            }
        }
        // 本年收费金额132.45万元, in the section of the table that has it.
        if state.section == "proactive", words.contains(.charge), words.contains(.sum), state.ownBytes == 0,
            !words.meets(.foreign), !words.meets([.information, .application, .matter]),
            case .revised(isLatest: true) = paths.era
        {
            return Counted(readings: [["proactive.fees.amount"]], doubt: .company)
        }
        if words.contains(.budget), case .statistics = paths.era {
            return Counted(readings: [["statistics.budget.count"]], doubt: .company)
        }
        return Counted()
    }
}
